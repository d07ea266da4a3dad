// The page on which a team writes down its meetings: a list of cards, of which one is open at a time.
//
// What is typed goes into the answer sheet at once, made complete: where something is missing or cannot be, what stood
// there when the card was opened counts. The words as they were typed stay in the open card, also after a reload.

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
  const meetingsBut = (at) => meetings().filter((_, index) => index !== at);
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
    const time = new Date().toLocaleTimeString(language(), { timeStyle: "short" });
    const usual = { participants: [], times: 1, per: "month", hours: 1, purposes: [] };
    const before = meetings()[at] ?? { ...usual, name: say("meeting_unnamed", { time }) };
    const draft = draftOfMeeting(at === null ? { ...before, name: "" } : before, knownParticipants(meetingsBut(at), language()), language());
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
      others: meetingsBut(card.at),
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
    const who = meeting.participants.map((one) => (one.people > 1 ? `${one.people} × ` : "") + participantLabel(one));
    const purposes = questions.meetings.purposes.filter(({ id }) => meeting.purposes.includes(id)).map(({ label }) => text(label));
    return [
      h("h3", {}, name),
      h("p", {}, `${frequency(meeting)}, ${duration(meeting)}`),
      h("p", {}, who.length ? who.join(", ") : say("meeting_nobody")),
      h("p", { class: "ks-hint" }, purposes.length ? purposes.join(" · ") : say("meeting_no_purpose")),
      h("div", { class: "ks-toolbar" },
        button(say("meeting_edit"), () => open(at), { "aria-label": say("meeting_edit_of", { name }), "data-edit": at }),
        button(say("meeting_remove"), () => remove(at), { "aria-label": say("meeting_remove_of", { name }) })),
    ];
  }

  function frequency({ times, per }) {
    return say(times === 1 ? "meeting_once_per" : "meeting_times_per", { n: number(times, 2), per: say(`meeting_${per}`) });
  }

  function duration({ hours }) {
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

  // A new card in which nothing is changed (any more) makes no meeting.
  function written() {
    const card = openCard();
    const next = [...meetings()];
    const at = card.at ?? next.length;
    card.at = untouched(card) ? null : at;
    next.splice(at, 1, ...(card.at === null ? [] : [completedMeeting(card)]));
    write(next);
  }

  function open(at) {
    if (openCard() && !close(false)) return;
    if (at === null && meetings().length >= MEETING_LIMITS.meetings) {
      news.textContent = say("meeting_full", { n: MEETING_LIMITS.meetings });
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
    if (at !== null) {
      removed = { at, meeting: meetings()[at] };
      write(meetingsBut(at));
    }
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
