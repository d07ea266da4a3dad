// The fields of the questionnaire. Each writes what is given into the sheet and says that it changed.

function thisMonth() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
}

function makeFields({ model, questions, uid, say, text, language, sheet, known, changed, roleChosen, knownChanged }) {
  function labelled(label, control, hint) {
    control.id = `${uid}-${label}`;
    const hintId = hint ? `${control.id}-hint` : null;
    if (hintId) control.setAttribute("aria-describedby", hintId);
    return h("div", { class: "ks-field" }, h("label", { for: control.id }, say(label)), hint ? h("p", { id: hintId, class: "ks-hint" }, hint) : null, control);
  }

  function municipalityField() {
    const list = h("datalist", { id: `${uid}-municipalities` }, model.get("municipalities").map(([, name]) => h("option", { value: name })));
    const input = h("input", { type: "text", list: list.id, maxlength: model.get("limits").name, autocomplete: "off", oninput: () => {
      const name = input.value.trim();
      const known = model.get("municipalities").find(([, other]) => other.toLowerCase() === name.toLowerCase());
      sheet().municipality = { name: known ? known[1] : name, code: known ? known[0] : null };
      changed();
    } });
    input.value = sheet().municipality.name;
    return h("div", {}, labelled("municipality", input, say("municipality_hint")), list);
  }

  function chainField() {
    const list = h("datalist", { id: `${uid}-chains` }, model.get("texts")[language()].chains.map((name) => h("option", { value: name })));
    const input = h("input", { type: "text", list: list.id, maxlength: model.get("limits").name, autocomplete: "off", oninput: () => ((sheet().chain = input.value.trim()), changed()) });
    input.value = sheet().chain;
    return h("div", {}, labelled("chain", input, say("chain_hint")), list);
  }

  function roundField() {
    const [year, month] = (sheet().round || thisMonth()).split("-");
    const years = Array.from({ length: 12 }, (_, i) => String(new Date().getFullYear() + 1 - i));
    if (!years.includes(year)) years.push(year);
    const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
    const monthName = (m) => new Date(2000, m - 1).toLocaleString(language(), { month: "long" });
    const pick = (values, chosen, name) => h("select", { onchange: update }, values.map((value) => h("option", { value, selected: value === chosen }, name(value))));
    const monthSelect = pick(months, month, monthName);
    const yearSelect = pick(years, year, (y) => y);
    function update() {
      sheet().round = `${yearSelect.value}-${monthSelect.value}`;
      changed();
    }
    return h("div", { class: "ks-pair" }, labelled("month", monthSelect), labelled("year", yearSelect));
  }

  function roleField() {
    const options = questions.roles.map((role) => option(`${uid}-role`, role.id, sheet().role, text(role.label), () => {
      sheet().role = role.id;
      roleChosen();
      changed();
    }, text(role.description)));
    return h("fieldset", { class: "ks-item", "aria-describedby": `${uid}-missing` }, h("legend", {}, say("role")), h("div", { class: "ks-roles" }, options));
  }

  function option(name, value, chosen, label, onchange, hint) {
    const input = h("input", { type: "radio", name, value, onchange, checked: String(chosen) === String(value) });
    return h("label", { class: "ks-option" }, input, h("span", {}, label, hint ? h("small", {}, hint) : null));
  }

  function itemField(item, number) {
    const name = `${uid}-${item.id}`;
    const given = sheet().answers[item.id];
    const clear = button(say("clear_answer"), () => {
      delete sheet().answers[item.id];
      field.querySelectorAll("input[type=radio]").forEach((input) => (input.checked = false));
      clear.hidden = true;
      field.querySelector("input[type=radio]").focus();
      changed();
    }, { class: "ks-link ks-clear", hidden: given === undefined, "aria-label": say("clear_answer_of", { n: number }) });
    const choose = (value) => () => {
      sheet().answers[item.id] = value;
      clear.hidden = false;
      changed();
    };
    const scale = questions.scales[item.scale];
    const points = scale.points.map((label, index) => option(name, index + 1, given, text(label), choose(index + 1)));
    const unknown = option(name, "unknown", given, text(scale.unknown), choose("unknown"));
    unknown.classList.add("ks-unknown");
    const remark = h("textarea", { rows: 3, maxlength: model.get("limits").remark, oninput: () => {
      if (remark.value) sheet().remarks[item.id] = remark.value;
      else delete sheet().remarks[item.id];
      changed();
    } });
    remark.value = sheet().remarks[item.id] ?? "";
    const field = h(
      "fieldset",
      { class: "ks-item" },
      h("legend", {}, `${number}. ${text(item.text)}`),
      h("div", { class: points.length > 7 ? "ks-scale ks-many" : "ks-scale", style: `--ks-points: ${points.length}` }, points, unknown),
      clear,
      h("details", { class: "ks-remark", open: Boolean(remark.value) }, h("summary", {}, say("remark")), h("label", {}, say("remark_hint"), remark)),
    );
    return field;
  }

  function partnersField() {
    const others = questions.roles.filter((role) => role.id !== sheet().role);
    const boxes = others.map((role) => {
      const input = h("input", { type: "checkbox", checked: known.has(role.id), onchange: () => {
        if (input.checked) known.add(role.id);
        else known.delete(role.id);
        knownChanged();
      } });
      return h("label", { class: "ks-option" }, input, h("span", {}, text(role.label), h("small", {}, text(role.description))));
    });
    return h("fieldset", { class: "ks-item" }, h("legend", {}, text(questions.choice)), h("div", { class: "ks-roles" }, boxes));
  }

  return { municipalityField, chainField, roundField, roleField, partnersField, itemField };
}
