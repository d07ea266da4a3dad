// A meeting while it is being written down: the words as they were typed, and the meeting that they make.

const MEETING_HOURS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 8];
const MEETINGS_A_MONTH = { week: 52 / 12, month: 1, quarter: 1 / 3, year: 1 / 12 };
const MEETING_LIMITS = { meetings: 100, participants: 200, people: 200, times: 100, hours: 24 };
const OTHER_LENGTH = "other";

function cleanWords(words) {
  return words.replace(/[\s\u0085]+/g, " ").trim();
}

function sameWords(one, other) {
  return cleanWords(one).toLowerCase() === cleanWords(other).toLowerCase();
}

// A number as people type it, with a comma or a point; nothing when it is no number above nought and up to the most.
function typedNumber(words, most) {
  const plain = words.trim().replace(",", ".");
  const number = /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : 0;
  return number > 0 && number <= most ? number : null;
}

function wholePeople(words) {
  return Math.min(Math.max(Math.round(Number(words)) || 1, 1), MEETING_LIMITS.people);
}

function sameParticipant(one, other) {
  return sameWords(one.name, other.name) && sameWords(one.organisation, other.organisation);
}

function participantLabel({ name, organisation }) {
  return organisation ? `${name} (${organisation})` : name;
}

function draftOfMeeting(meeting, known, language) {
  const own = meeting.participants.map((one) => ({ ...one, present: true }));
  const words = (number) => (language === "nl" ? String(number).replace(".", ",") : String(number));
  const usual = MEETING_HOURS.includes(meeting.hours);
  return {
    name: meeting.name,
    times: words(meeting.times),
    per: meeting.per,
    length: usual ? String(meeting.hours) : OTHER_LENGTH,
    hours: usual ? "" : words(meeting.hours),
    purposes: [...meeting.purposes],
    rows: [...own, ...known.filter((one) => !own.some((row) => sameParticipant(row, one)))],
    adding: noParticipant(),
  };
}

function noParticipant() {
  return { function: "", organisation: "", people: "1" };
}

function typedParticipant(adding) {
  return { name: cleanWords(adding.function), organisation: cleanWords(adding.organisation), people: wholePeople(adding.people) };
}

// Who still stands in the fields to add somebody, counts as well.
function participantsOfDraft({ rows, adding }) {
  const listed = rows.filter((row) => row.present).map(({ name, organisation, people }) => ({ name, organisation, people }));
  const typed = typedParticipant(adding);
  const all = typed.name && !listed.some((one) => sameParticipant(one, typed)) ? [...listed, typed] : listed;
  return all.slice(0, MEETING_LIMITS.participants);
}

// The meeting of an open card, in the words and order of the answer sheet.
function completedMeeting({ draft, before }) {
  const hours = draft.length === OTHER_LENGTH ? typedNumber(draft.hours, MEETING_LIMITS.hours) : Number(draft.length);
  return {
    name: cleanWords(draft.name) || before.name,
    participants: participantsOfDraft(draft),
    times: typedNumber(draft.times, MEETING_LIMITS.times) ?? before.times,
    per: draft.per,
    hours: hours ?? before.hours,
    purposes: draft.purposes,
  };
}

// Everybody in these meetings, each once and with the most people, in the order of the alphabet.
function knownParticipants(meetings, language) {
  const found = [];
  for (const one of meetings.flatMap((meeting) => meeting.participants)) {
    const earlier = found.find((other) => sameParticipant(one, other));
    if (earlier) earlier.people = Math.max(earlier.people, one.people);
    else found.push({ ...one, present: false });
  }
  return found.sort((a, b) => participantLabel(a).localeCompare(participantLabel(b), language));
}
