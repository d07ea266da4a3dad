// How a comparison of municipalities is set up; kept in this browser, or on a borrowed computer in this tab.

const WAIT = 250;
const KEY = "ketenspiegel-vergelijking";
const MEASURE_PARTS = ["out", "crossover", "full"];

function render({ model, el }) {
  const texts = model.get("texts");
  const blank = JSON.parse(model.get("blank"));
  const uid = newId(); // Two of these forms on one page must not share their radio buttons.
  const storage = openStorage();
  const status = h("p", { class: "ks-status", role: "status" });
  let offered = JSON.parse(model.get("offered"));
  let choice = JSON.parse(model.get("choice"));
  let waiting = null;

  function openStorage() {
    try {
      return model.get("borrowed") ? window.sessionStorage : window.localStorage;
    } catch {
      return null; // Without storage the choice lasts as long as the page.
    }
  }

  function kept() {
    try {
      const found = JSON.parse(storage.getItem(KEY));
      return found?.format === blank.format && found.format_version === blank.format_version ? found : null;
    } catch {
      return null;
    }
  }

  function send() {
    waiting = null;
    keep();
    model.set("choice", JSON.stringify(choice));
    model.save_changes();
  }

  function keep() {
    try {
      storage.setItem(KEY, JSON.stringify(choice));
    } catch {
      // See above.
    }
  }

  function changed(update) {
    Object.assign(choice, update);
    status.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(send, WAIT);
  }

  const measure = (id) => offered.measures.find((each) => each.id === id);
  const chosen = () => [...choice.conditions, choice.outcome].filter((id) => id && measure(id));

  function select(label, value, onchange) {
    const field = h("select", { onchange: () => onchange(field.value) });
    const box = h("label", {}, label, field);
    return { box, field, value };
  }

  // Options by the assessment that they come from.
  function fillMeasures(field, value, none, without = []) {
    const sources = [...new Set(offered.measures.map((each) => each.source))];
    field.replaceChildren(
      h("option", { value: "" }, none),
      ...sources.map((source) =>
        h(
          "optgroup",
          { label: source },
          offered.measures
            .filter((each) => each.source === source && (each.id === value || !without.includes(each.id)))
            .map((each) => h("option", { value: each.id }, each.label)),
        ),
      ),
    );
    field.value = measure(value) ? value : "";
  }

  const outcome = select(texts.outcome, "", (value) => {
    changed({ outcome: value, conditions: choice.conditions.filter((id) => id !== value) });
    show();
  });
  const direction = h("fieldset", { class: "ks-item ks-choices" });
  const conditions = h("fieldset", { class: "ks-item ks-choices" });
  const own = select(texts.own, "", (value) => changed({ own: value }));
  const fine = h("div", {});
  const strictness = h("output", {});
  const strict = h("input", {
    type: "range",
    min: model.get("lowest"),
    max: 1,
    step: 0.01,
    oninput: () => {
      strictness.textContent = number(Number(strict.value), 2);
      changed({ cut_off: Number(strict.value) });
    },
  });
  const kinds = h("fieldset", { class: "ks-item ks-choices" });

  function number(value, digits) {
    return value.toFixed(digits).replace(".", texts.decimal);
  }

  function radio(name, value, label, checked, onchange) {
    return h("label", { class: "ks-option" }, h("input", { type: "radio", name: `${uid}-${name}`, value, checked, onchange }), label);
  }

  function showDirection() {
    const found = measure(choice.outcome);
    direction.hidden = !found;
    if (!found) return;
    direction.replaceChildren(
      h("legend", {}, texts.direction),
      radio("direction", "high", found.high, !choice.absent, () => changed({ absent: false })),
      radio("direction", "low", found.low, choice.absent, () => changed({ absent: true })),
    );
  }

  function showConditions() {
    // A measure that went with its file keeps no place; it comes back with the file, until somebody changes a place.
    const known = choice.conditions.filter(measure);
    const places = Math.max(offered.most, known.length);
    const fields = Array.from({ length: places }, (_, at) => {
      const each = select(fill(texts.condition, { n: at + 1 }), "", (value) => {
        const now = [...known];
        if (value) now[at] = value;
        else now.splice(at, 1);
        const left = now.filter(Boolean);
        changed({ conditions: left });
        show(`condition-${value ? left.indexOf(value) : at}`);
      });
      each.field.dataset.name = `condition-${at}`;
      fillMeasures(each.field, known[at] ?? "", texts.none, [choice.outcome, ...known]);
      return h("div", { class: "ks-field" }, each.box);
    });
    conditions.replaceChildren(h("legend", {}, texts.conditions), h("p", { class: "ks-hint" }, texts.few_conditions), ...fields);
  }

  function showOwn() {
    own.field.replaceChildren(
      h("option", { value: "" }, texts.every),
      ...offered.cases.map((name) => h("option", { value: name }, name)),
    );
    own.field.value = offered.cases.includes(choice.own) ? choice.own : "";
  }

  function showKinds() {
    kinds.replaceChildren(
      h("legend", {}, texts.kind),
      ...["conservative", "intermediate", "parsimonious"].map((kind) =>
        radio("kind", kind, texts[kind], choice.kind === kind, () => {
          changed({ kind });
          showFine();
        }),
      ),
    );
  }

  function showFine() {
    const expected = choice.kind === "intermediate" ? choice.conditions.filter(measure).map(expectation) : [];
    fine.replaceChildren(...expected, ...chosen().filter((id) => !measure(id).crisp).map(anchors));
  }

  function expectation(id) {
    const { label, high, low } = measure(id);
    const each = select(fill(texts.expectation, { label }), "", (value) => {
      const expectations = { ...choice.expectations };
      if (value) expectations[id] = value === "high";
      else delete expectations[id];
      changed({ expectations });
    });
    const options = [["", texts.no_idea], ["high", high], ["low", low]];
    each.field.append(...options.map(([value, words]) => h("option", { value }, words)));
    each.field.value = id in choice.expectations ? (choice.expectations[id] ? "high" : "low") : "";
    return h("div", { class: "ks-field" }, each.box);
  }

  // Three numbers that say what is little and what is much; where nobody chose any, those that are suggested.
  function anchors(id) {
    const { label, digits } = measure(id);
    const given = choice.anchors[id];
    const suggested = offered.anchors[id];
    const wrong = h("p", { class: "ks-missing", role: "alert" });
    const fields = MEASURE_PARTS.map((part) => {
      const value = given?.[part] ?? suggested?.[part];
      const input = h("input", { type: "number", step: "any", value: value == null ? null : Number(value.toFixed(digits + 2)), oninput: read });
      return { part, input, box: h("label", {}, texts[part], input) };
    });
    const back = button(texts.suggest, () => {
      const { [id]: _, ...others } = choice.anchors;
      changed({ anchors: others });
      showFine();
      [...fine.children].find((each) => each.dataset.measure === id)?.querySelector("button").focus();
    });

    function read() {
      const [out, crossover, full] = fields.map(({ input }) => (input.value === "" ? NaN : Number(input.value)));
      const ordered = out < crossover && crossover < full;
      wrong.textContent = ordered ? "" : texts.unordered;
      fields.forEach(({ input }) => input.setAttribute("aria-invalid", String(!ordered)));
      if (ordered) changed({ anchors: { ...choice.anchors, [id]: { out, crossover, full } } });
    }

    return h(
      "fieldset",
      { class: "ks-item ks-anchors", "data-measure": id },
      h("legend", {}, fill(texts.anchors, { label })),
      h("div", { class: "ks-three" }, fields.map(({ box }) => box)),
      wrong,
      back,
    );
  }

  function show(focused = "") {
    fillMeasures(outcome.field, choice.outcome, texts.choose);
    showDirection();
    showConditions();
    showOwn();
    showKinds();
    strict.value = choice.cut_off;
    strictness.textContent = number(Number(choice.cut_off), 2);
    showFine();
    el.hidden = !offered.measures.length;
    if (focused) el.querySelector(`[data-name="${focused}"]`)?.focus();
  }

  function save() {
    offerDownload(texts.file, JSON.stringify(choice, null, 2) + "\n", "application/json");
    status.textContent = texts.saved;
  }

  function again() {
    choice = JSON.parse(JSON.stringify(blank));
    show();
    send();
    status.textContent = texts.cleared;
  }

  function takeOver() {
    choice = JSON.parse(model.get("choice"));
    show();
  }

  // What Python offers follows from what was chosen, so fields in which somebody is busy stay as they are.
  function offer() {
    const before = offered;
    offered = JSON.parse(model.get("offered"));
    const same = (name) => JSON.stringify(before[name]) === JSON.stringify(offered[name]);
    if (!["measures", "cases", "most"].every(same)) show(document.activeElement?.dataset?.name);
    else if (!same("anchors") && !fine.contains(document.activeElement)) showFine();
  }

  function received() {
    if (model.get("choice") === JSON.stringify(choice)) return;
    takeOver();
    keep();
  }

  el.classList.add("ks-form");
  el.append(
    h("h3", {}, texts.title),
    h("div", { class: "ks-field" }, outcome.box),
    direction,
    conditions,
    h("div", { class: "ks-field" }, own.box),
    h(
      "details",
      { class: "ks-fine" },
      h("summary", {}, texts.fine),
      h("div", { class: "ks-field" }, h("label", {}, texts.strict, strict), strictness, h("p", { class: "ks-hint" }, texts.strict_hint)),
      kinds,
      fine,
    ),
    h("div", { class: "ks-toolbar" }, button(texts.save, save), button(texts.again, again)),
    status,
  );
  model.on("change:offered", offer);
  model.on("change:choice", received);
  const before = kept();
  if (before && model.get("choice") === model.get("blank")) {
    choice = { ...blank, ...before };
    send();
  }
  show();
  return () => {
    model.off("change:offered", offer);
    model.off("change:choice", received);
  };
}

export default { render };
