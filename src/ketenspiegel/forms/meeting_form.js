// The page on which a team writes down its meetings: a list of cards, of which one is open at a time.
//
// What is typed goes into the answer sheet at once, made complete: where something is missing or cannot be, what stood
// there when the card was opened counts. The words as they were typed stay in the open card, also after a reload.

const MEETING_HOURS = [0.5, 0.75, 1, 1.5, 2, 3, 4, 8];
const MEETINGS_A_MONTH = { week: 52 / 12, month: 1, quarter: 1 / 3, year: 1 / 12 };
const MEETING_MOST = { meetings: 100, participants: 200, people: 200, times: 100, hours: 24 };
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
  return Math.min(Math.max(Math.round(Number(words)) || 1, 1), MEETING_MOST.people);
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

// Who still stands in the fields to add somebody, counts as well.
function participantsOfDraft({ rows, adding }) {
  const listed = rows.filter((row) => row.present).map(({ name, organisation, people }) => ({ name, organisation, people }));
  const typed = { name: cleanWords(adding.function), organisation: cleanWords(adding.organisation), people: wholePeople(adding.people) };
  const all = typed.name && !listed.some((one) => sameParticipant(one, typed)) ? [...listed, typed] : listed;
  return all.slice(0, MEETING_MOST.participants);
}

// The meeting of an open card, in the words and order of the answer sheet.
function completedMeeting({ draft, before }) {
  const hours = draft.length === OTHER_LENGTH ? typedNumber(draft.hours, MEETING_MOST.hours) : Number(draft.length);
  return {
    name: cleanWords(draft.name) || before.name,
    participants: participantsOfDraft(draft),
    times: typedNumber(draft.times, MEETING_MOST.times) ?? before.times,
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

// The open card. `written` is called after every change; `finish` says whether the card can be closed.
function makeMeetingCard({ card, others, heading, questions, uid, say, text, words, longest, language, tell, written, done, remove }) {
  const { draft } = card;
  const { adding } = draft;
  const checks = {};
  const inputs = {};

  const problems = {
    name: () => (cleanWords(draft.name) ? "" : say("meeting_name_missing")),
    times: () => (typedNumber(draft.times, MEETING_MOST.times) ? "" : say("meeting_times_wrong", { most: MEETING_MOST.times })),
    hours: () =>
      draft.length !== OTHER_LENGTH || typedNumber(draft.hours, MEETING_MOST.hours) ? "" : say("meeting_hours_wrong", { most: MEETING_MOST.hours }),
    function: () => (cleanWords(adding.function) || !cleanWords(adding.organisation) ? "" : say("meeting_function_missing")),
  };

  const rows = h("div", { class: "ks-who" });
  const functions = h("datalist", { id: `${uid}-meeting-functions` });
  const organisations = h("datalist", { id: `${uid}-meeting-organisations` });
  const double = h("p", { class: "ks-hint", role: "status" });
  const otherLength = typedField("hours", say("meeting_hours"), { inputmode: "decimal", maxlength: 6 });

  // A field that is typed in, with its label, its hint and room for what is wrong with it.
  function typedField(key, label, { holder = draft, hint, beside, ...attributes }) {
    const id = `${uid}-meeting-${key}`;
    const wrong = h("p", { class: "ks-wrong", id: `${id}-wrong` });
    const input = h("input", {
      type: "text",
      id,
      value: holder[key],
      autocomplete: "off",
      "aria-describedby": hint ? `${id}-hint ${id}-wrong` : `${id}-wrong`,
      oninput: () => {
        holder[key] = input.value;
        if (wrong.textContent) checks[key]();
        written();
      },
      onchange: () => checks[key](),
      ...attributes,
    });
    inputs[key] = input;
    checks[key] = (found = problems[key]?.() ?? "") => {
      wrong.textContent = found;
      input.setAttribute("aria-invalid", Boolean(found));
      if (key === "name") showDouble();
      return !found;
    };
    return h("div", { class: "ks-field" },
      h("label", { for: id }, label),
      hint ? h("p", { class: "ks-hint", id: `${id}-hint` }, hint) : null,
      beside ? h("div", { class: "ks-beside" }, input, beside) : input,
      wrong);
  }

  function choice(id, options, chosen, onchange) {
    const select = h("select", { id, onchange: () => (onchange(select.value), written()) },
      options.map(([value, label]) => h("option", { value, selected: value === chosen }, label)));
    return select;
  }

  function group(legend, hint, ...fields) {
    return h("fieldset", { class: "ks-item" }, h("legend", {}, legend), hint ? h("p", { class: "ks-hint" }, hint) : null, fields);
  }

  function showDouble() {
    double.textContent = cleanWords(draft.name) && others.some((other) => sameWords(other.name, draft.name)) ? say("meeting_double") : "";
  }

  function oftenField() {
    const per = choice(`${uid}-meeting-per`, Object.keys(MEETINGS_A_MONTH).map((each) => [each, say(`meeting_${each}`)]), draft.per, (value) => (draft.per = value));
    const beside = [h("label", { for: per.id }, say("meeting_per")), per];
    return group(say("meeting_often"), null, typedField("times", say("meeting_times"), { hint: say("meeting_often_hint"), inputmode: "decimal", maxlength: 6, beside }));
  }

  function longField() {
    const lengths = MEETING_HOURS.map((hours, index) => [String(hours), words("meeting_lengths")[index]]);
    const select = choice(`${uid}-meeting-length`, [...lengths, [OTHER_LENGTH, say("meeting_length_other")]], draft.length, (value) => {
      draft.length = value;
      otherLength.hidden = value !== OTHER_LENGTH;
    });
    otherLength.hidden = draft.length !== OTHER_LENGTH;
    return h("div", {}, h("div", { class: "ks-field" }, h("label", { for: select.id }, say("meeting_long")), select), otherLength);
  }

  function purposesField() {
    return group(say("meeting_what_for"), null, h("div", { class: "ks-purposes" }, questions.meetings.purposes.map(({ id, label }) => {
      const box = h("input", { type: "checkbox", checked: draft.purposes.includes(id), onchange: () => {
        const chosen = questions.meetings.purposes.map((purpose) => purpose.id);
        draft.purposes = chosen.filter((each) => (each === id ? box.checked : draft.purposes.includes(each)));
        written();
      } });
      return h("label", { class: "ks-option" }, box, h("span", {}, text(label)));
    })));
  }

  function participantsField() {
    showRows();
    return group(say("meeting_who"), say(draft.rows.length ? "meeting_who_hint" : "meeting_who_first_hint"), rows, addingForm());
  }

  function addingForm() {
    const named = { holder: adding, maxlength: longest };
    // A form of its own, so that Enter adds, except where it takes over a word from a list.
    const title = h("p", { id: `${uid}-meeting-another` }, say("meeting_another"));
    return h("form", { class: "ks-adding", novalidate: true, "aria-labelledby": title.id, onsubmit: (event) => (event.preventDefault(), add()) },
      title,
      typedField("function", say("meeting_function"), { ...named, hint: say("meeting_function_hint"), list: functions.id }),
      typedField("organisation", say("meeting_organisation"), { ...named, hint: say("meeting_organisation_hint"), list: organisations.id }),
      typedField("people", say("meeting_number"), { holder: adding, ...numberOfPeople(), onchange: () => (inputs.people.value = adding.people = String(wholePeople(adding.people))) }),
      h("button", { type: "submit", class: "ks-button" }, say("meeting_add_participant")), functions, organisations);
  }

  function numberOfPeople() {
    return { type: "number", min: 1, max: MEETING_MOST.people, step: 1, inputmode: "numeric" };
  }

  function showRows() {
    rows.replaceChildren(...draft.rows.map(rowField));
    const options = (values) => [...new Set(values)].filter(Boolean).sort((a, b) => a.localeCompare(b, language)).map((value) => h("option", { value }));
    functions.replaceChildren(...options(draft.rows.map((row) => row.name)));
    organisations.replaceChildren(...options(draft.rows.map((row) => row.organisation)));
  }

  function rowField(row) {
    const label = participantLabel(row);
    const box = h("input", { type: "checkbox", checked: row.present, onchange: () => {
      row.present = box.checked && !full();
      box.checked = row.present;
      people.hidden = !row.present;
      written();
    } });
    const number = h("input", {
      ...numberOfPeople(),
      value: row.people,
      "aria-label": say("meeting_people_of", { label }),
      oninput: () => ((row.people = wholePeople(number.value)), written()),
      onchange: () => (number.value = row.people),
    });
    const people = h("label", { class: "ks-people", hidden: !row.present }, say("meeting_people"), number);
    return h("div", { class: "ks-participant" }, h("label", { class: "ks-option" }, box, h("span", {}, row.name, row.organisation ? h("small", {}, row.organisation) : null)), people);
  }

  function full() {
    const reached = draft.rows.filter((row) => row.present).length >= MEETING_MOST.participants;
    if (reached) tell(say("meeting_participants_full", { n: MEETING_MOST.participants }));
    return reached;
  }

  function add() {
    const one = { name: cleanWords(adding.function), organisation: cleanWords(adding.organisation), people: wholePeople(adding.people) };
    inputs.function.focus();
    if (!checks.function(one.name ? "" : say("meeting_function_missing"))) return false;
    const row = draft.rows.find((other) => sameParticipant(other, one));
    if (!row?.present && full()) return false;
    if (row) Object.assign(row, { present: true, people: Math.max(one.people, row.people) });
    else draft.rows.push({ ...one, present: true });
    Object.assign(adding, noParticipant());
    for (const [key, value] of Object.entries(adding)) inputs[key].value = value;
    showRows();
    written();
    tell(say("meeting_participant_added", { label: participantLabel(row ?? one) }));
    return true;
  }

  function finish() {
    if (cleanWords(adding.function) && !add()) return false;
    const wrong = Object.keys(problems).filter((key) => !checks[key]());
    if (wrong.length) inputs[wrong[0]].focus();
    return !wrong.length;
  }

  const element = h("div", {},
    h("h3", {}, heading),
    typedField("name", say("meeting_name"), { hint: say("meeting_name_hint"), maxlength: longest }),
    double,
    oftenField(),
    longField(),
    purposesField(),
    participantsField(),
    h("div", { class: "ks-steps" }, button(say("meeting_done"), done, { class: "ks-button ks-primary" }), button(say("meeting_remove"), remove)));
  showDouble();
  return { element, finish, focus: () => inputs.name.focus() };
}

function makeMeetingList({ questions, model, uid, say, text, changed, sheet, language }) {
  const slot = `ketenspiegel:${questions.id}:~card`;
  const cards = new Map(); // the open card of each answer sheet
  let shown = null; // the open card as it stands on the page
  let removed = null;

  const total = h("p", { class: "ks-total", "aria-live": "polite" });
  const list = h("ol", { class: "ks-cards", role: "list" });
  const news = h("p", { class: "ks-hint", role: "status" });
  const adder = button(say("meeting_add"), () => open(null));
  const root = h("div", { class: "ks-meetings", onchange: showTotal }, total, list, news, adder);

  const words = (key) => model.get("texts")[language()][key];
  const meetings = () => sheet().meetings ?? [];
  const openCard = () => cards.get(sheet().id);
  const untouched = (card) => card.fresh && JSON.stringify(card.draft) === card.clean;
  const number = (value, digits) => value.toLocaleString(language(), { maximumFractionDigits: digits });

  function build() {
    removed = null;
    if (openCard() && !fits(openCard())) cards.delete(sheet().id);
    if (!openCard() && !meetings().length) cards.set(sheet().id, newCard(null));
    adder.textContent = say("meeting_add");
    news.textContent = "";
    show();
    return root;
  }

  // Whether the sheet still holds what this card made of it; another file may have been opened since.
  function fits(card) {
    return card.at === null ? untouched(card) : JSON.stringify(meetings()[card.at]) === JSON.stringify(completedMeeting(card));
  }

  function newCard(at) {
    const others = meetings().filter((_, index) => index !== at);
    const time = new Date().toLocaleTimeString(language(), { timeStyle: "short" });
    const usual = { participants: [], times: 1, per: "month", hours: 1, purposes: [] };
    const before = meetings()[at] ?? { ...usual, name: say("meeting_unnamed", { time }) };
    const draft = draftOfMeeting(at === null ? { ...before, name: "" } : before, knownParticipants(others, language()), language());
    return { at, fresh: at === null, before, draft, clean: JSON.stringify(draft) };
  }

  // What the list shows

  function show() {
    const items = meetings().map((meeting, at) => h("li", { class: "ks-card" }, openCard()?.at === at ? cardShown() : summary(meeting, at)));
    if (openCard()?.at === null) items.push(h("li", { class: "ks-card" }, cardShown()));
    if (!openCard()) shown = null;
    if (removed) items.splice(removed.at, 0, h("li", { class: "ks-card ks-gone" }, offerBack()));
    list.replaceChildren(...items);
    list.hidden = !items.length;
    showTotal();
  }

  function showTotal() {
    const hours = meetings().reduce((sum, { participants, times, per, hours }) => {
      const people = participants.reduce((all, one) => all + one.people, 0);
      return sum + people * times * MEETINGS_A_MONTH[per] * hours;
    }, 0);
    const n = meetings().length;
    const told = n ? say(n === 1 ? "meeting_total_one" : "meeting_total", { n, hours: number(hours, hours < 10 ? 1 : 0) }) : say("meeting_total_none");
    if (total.textContent !== told) total.textContent = told;
  }

  function cardShown() {
    const card = openCard();
    shown = makeMeetingCard({
      card,
      others: meetings().filter((_, index) => index !== card.at),
      heading: card.fresh ? say("meeting_new") : card.before.name,
      questions, uid, say, text, words,
      longest: model.get("limits").name,
      language: language(),
      tell: (message) => (news.textContent = message),
      written,
      done: () => close(true),
      remove: () => remove(card.at),
    });
    return shown.element;
  }

  function summary(meeting, at) {
    const { name } = meeting;
    const who = meeting.participants.map((one) => (one.people > 1 ? `${one.people} × ${participantLabel(one)}` : participantLabel(one)));
    const purposes = questions.meetings.purposes.filter(({ id }) => meeting.purposes.includes(id)).map(({ label }) => text(label));
    return [
      h("h3", {}, name),
      h("p", {}, `${often(meeting)}, ${long(meeting)}`),
      h("p", {}, who.length ? who.join(", ") : say("meeting_nobody")),
      h("p", { class: "ks-hint" }, purposes.length ? purposes.join(" · ") : say("meeting_no_purpose")),
      h("div", { class: "ks-toolbar" },
        button(say("meeting_edit"), () => open(at), { "aria-label": say("meeting_edit_of", { name }), "data-edit": at }),
        button(say("meeting_remove"), () => remove(at), { "aria-label": say("meeting_remove_of", { name }) })),
    ];
  }

  function often({ times, per }) {
    return say(times === 1 ? "meeting_once_per" : "meeting_times_per", { n: number(times, 2), per: say(`meeting_${per}`) });
  }

  function long({ hours }) {
    const usual = MEETING_HOURS.indexOf(hours);
    return usual < 0 ? say("meeting_hours_of", { n: number(hours, 2) }) : words("meeting_lengths")[usual];
  }

  function offerBack() {
    const { name } = removed.meeting;
    return [h("p", {}, say("meeting_removed", { name })), button(say("meeting_put_back"), putBack, { "aria-label": say("meeting_put_back_of", { name }), "data-back": true })];
  }

  // What one does with the list

  function write(next) {
    if (next.length) sheet().meetings = next;
    else delete sheet().meetings;
    changed();
  }

  function written() {
    const card = openCard();
    const next = [...meetings()];
    if (card.at === null && !untouched(card)) card.at = next.length;
    if (card.at !== null && untouched(card)) {
      next.splice(card.at, 1);
      card.at = null;
    } else if (card.at !== null) next[card.at] = completedMeeting(card);
    write(next);
  }

  function open(at) {
    if (openCard() && !close(false)) return;
    if (at === null && meetings().length >= MEETING_MOST.meetings) {
      news.textContent = say("meeting_full", { n: MEETING_MOST.meetings });
      return;
    }
    removed = null;
    news.textContent = "";
    cards.set(sheet().id, newCard(at));
    show();
    shown.focus();
  }

  // Close the open card, unless something in it cannot be; after that one goes on to the next, or back to this one.
  function close(leave) {
    const card = openCard();
    if (!untouched(card) && !shown.finish()) return false;
    cards.delete(sheet().id);
    news.textContent = "";
    show();
    if (leave) (card.fresh ? adder : editor(card.at)).focus();
    return true;
  }

  function remove(at) {
    const card = openCard();
    if (card?.at === at) cards.delete(sheet().id);
    else if (at < card?.at) card.at -= 1;
    news.textContent = "";
    removed = at === null ? removed : { at, meeting: meetings()[at] };
    if (at !== null) write(meetings().filter((_, index) => index !== at));
    show();
    (list.querySelector("[data-back]") ?? adder).focus();
  }

  function putBack() {
    const { at, meeting } = removed;
    const card = openCard();
    if (card && card.at !== null && at <= card.at) card.at += 1;
    removed = null;
    write([...meetings().slice(0, at), meeting, ...meetings().slice(at)]);
    show();
    editor(at).focus();
  }

  function editor(at) {
    return list.querySelector(`[data-edit="${at}"]`);
  }

  // An unfinished card outlives a reload. It is kept only when the page goes away: what was wiped before, is not.

  function remember() {
    const { id } = sheet();
    try {
      if (openCard()) window.sessionStorage.setItem(slot, JSON.stringify({ sheet: id, card: openCard() }));
      else window.sessionStorage.removeItem(slot);
    } catch {
      // Without storage the sheet itself, which holds the meeting made complete, does not outlive a reload either.
    }
  }

  function recall() {
    try {
      const kept = JSON.parse(window.sessionStorage.getItem(slot));
      window.sessionStorage.removeItem(slot);
      if (kept) cards.set(kept.sheet, kept.card);
    } catch {
      // No card was kept.
    }
  }

  if (questions.meetings) {
    recall();
    window.addEventListener("pagehide", remember);
    document.addEventListener("visibilitychange", () => document.hidden && remember());
  }
  return build;
}
