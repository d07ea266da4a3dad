// The open card. `written` is called after every change; `finish` says whether the card can be closed.
function makeMeetingCard({ card, others, heading, questions, uid, say, text, words, longest, language, tell, written, done, remove }) {
  const { draft } = card;
  const { adding } = draft;
  const checks = {};
  const inputs = {};

  const problems = {
    name: () => (cleanWords(draft.name) ? "" : say("meeting_name_missing")),
    times: () => (typedNumber(draft.times, MEETING_LIMITS.times) ? "" : say("meeting_times_wrong", { most: MEETING_LIMITS.times })),
    hours: () =>
      draft.length !== OTHER_LENGTH || typedNumber(draft.hours, MEETING_LIMITS.hours) ? "" : say("meeting_hours_wrong", { most: MEETING_LIMITS.hours }),
    function: () => (cleanWords(adding.function) || !cleanWords(adding.organisation) ? "" : say("meeting_function_missing")),
  };

  const rows = h("div", { class: "ks-who" });
  const functions = h("datalist", { id: `${uid}-meeting-functions` });
  const organisations = h("datalist", { id: `${uid}-meeting-organisations` });
  const duplicate = h("p", { class: "ks-hint", role: "status" });
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
      if (key === "name") showDuplicate();
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

  function showDuplicate() {
    duplicate.textContent = cleanWords(draft.name) && others.some((other) => sameWords(other.name, draft.name)) ? say("meeting_double") : "";
  }

  function frequencyField() {
    const per = choice(`${uid}-meeting-per`, Object.keys(MEETINGS_A_MONTH).map((each) => [each, say(`meeting_${each}`)]), draft.per, (value) => (draft.per = value));
    const beside = [h("label", { for: per.id }, say("meeting_per")), per];
    return group(say("meeting_often"), null, typedField("times", say("meeting_times"), { hint: say("meeting_often_hint"), inputmode: "decimal", maxlength: 6, beside }));
  }

  function durationField() {
    const lengths = MEETING_HOURS.map((hours, index) => [String(hours), words("meeting_lengths")[index]]);
    const select = choice(`${uid}-meeting-length`, [...lengths, [OTHER_LENGTH, say("meeting_length_other")]], draft.length, (value) => {
      draft.length = value;
      otherLength.hidden = value !== OTHER_LENGTH;
    });
    otherLength.hidden = draft.length !== OTHER_LENGTH;
    return h("div", {}, h("div", { class: "ks-field" }, h("label", { for: select.id }, say("meeting_long")), select), otherLength);
  }

  function purposesField() {
    const { purposes } = questions.meetings;
    return group(say("meeting_what_for"), null, h("div", { class: "ks-purposes" }, purposes.map(({ id, label }) => {
      const box = h("input", { type: "checkbox", checked: draft.purposes.includes(id), onchange: () => {
        const chosen = (each) => (each === id ? box.checked : draft.purposes.includes(each));
        draft.purposes = purposes.map((purpose) => purpose.id).filter(chosen);
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
    return { type: "number", min: 1, max: MEETING_LIMITS.people, step: 1, inputmode: "numeric" };
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
    const reached = draft.rows.filter((row) => row.present).length >= MEETING_LIMITS.participants;
    if (reached) tell(say("meeting_participants_full", { n: MEETING_LIMITS.participants }));
    return reached;
  }

  function add() {
    const one = typedParticipant(adding);
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
    duplicate,
    frequencyField(),
    durationField(),
    purposesField(),
    participantsField(),
    h("div", { class: "ks-steps" }, button(say("meeting_done"), done, { class: "ks-button ks-primary" }), button(say("meeting_remove"), remove)));
  showDuplicate();
  return { element, finish, focus: () => inputs.name.focus() };
}
