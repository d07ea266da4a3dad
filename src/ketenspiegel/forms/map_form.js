// The page on which somebody draws a map: the picture, the form for one arrow, all arrows, and the factors.

const MOST_UNDO = 50;

function makeDrawing({ questions, uid, say, text, changed, sheet }) {
  const asked = questions.influences;
  if (!asked) return null;
  const undone = [];
  let picked = { source: "", target: "" };
  let last = { sign: 1, strength: Math.ceil(asked.strengths.length / 2) };
  let page, canvas, editor, list, factorList, said, undoButton;

  // The map and its factors

  const map = () => ({ arrows: [], names: {}, dropped: [], ...sheet().influences });
  const isOwn = (id) => id.startsWith(asked.own);
  const nameOf = (factor) => map().names[factor.id] ?? text(factor.label);
  function factors() {
    const { names, dropped } = map();
    const own = Object.keys(names).filter(isOwn).map((id) => ({ id }));
    return [...asked.factors.filter((factor) => !dropped.includes(factor.id)), ...own].map((factor) => ({ ...factor, name: names[factor.id] ?? text(factor.label) }));
  }
  const factor = (id) => factors().find((each) => each.id === id);
  function going(each, sign) {
    const known = each.more && !map().names[each.id];
    return known ? text(sign > 0 ? each.more : each.less) : say(sign > 0 ? "map_more" : "map_less", { name: each.name });
  }
  const findArrow = ({ source, target }) => map().arrows.find((arrow) => arrow.source === source && arrow.target === target);
  const sentence = (arrow) => `${capital(going(factor(arrow.source), 1))} → ${going(factor(arrow.target), Math.sign(arrow.strength))}`;
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const strengthName = (arrow) => text(asked.strengths[Math.min(Math.abs(arrow.strength), asked.strengths.length) - 1]);

  function change(changes, words = "") {
    undone.push(JSON.stringify(map()));
    if (undone.length > MOST_UNDO) undone.shift();
    sheet().influences = { ...map(), ...changes };
    changed();
    refresh(words);
  }

  function undo() {
    sheet().influences = JSON.parse(undone.pop());
    changed();
    refresh(say("map_undone"));
  }

  function putArrow(source, target, strength) {
    const rest = map().arrows.filter((arrow) => arrow.source !== source || arrow.target !== target);
    const arrow = { source, target, strength };
    const fresh = rest.length === map().arrows.length;
    picked = { source, target };
    last = { sign: Math.sign(strength), strength: Math.abs(strength) };
    change({ arrows: fresh ? [...rest, arrow] : map().arrows.map((each) => (rest.includes(each) ? each : arrow)) }, say(fresh ? "map_added" : "map_changed", { sentence: sentence(arrow), strength: strengthName(arrow) }));
  }

  function removeArrow(arrow) {
    change({ arrows: map().arrows.filter((each) => each.source !== arrow.source || each.target !== arrow.target) }, say("map_removed", { sentence: sentence(arrow) }));
  }

  function pick(choice) {
    picked = choice;
    refresh();
  }

  // The form for one arrow

  function chooser(label, chosen, others, onchoose) {
    const id = `${uid}-map-${label}`;
    const options = [h("option", { value: "" }, say("map_choose")), ...others.map((each) => h("option", { value: each.id, selected: each.id === chosen }, each.name))];
    return h("div", { class: "ks-field" }, h("label", { for: id }, say(label)), h("select", { id, onchange: (event) => onchoose(event.target.value) }, options));
  }

  function choices(legend, name, options, chosen, onchoose) {
    const labels = options.map(([value, words]) =>
      h("label", { class: "ks-option" }, h("input", { type: "radio", name: `${uid}-${name}`, value, checked: value === chosen, onchange: () => onchoose(value) }), h("span", {}, words)));
    return h("fieldset", { class: "ks-choices" }, h("legend", {}, legend), h("div", { class: "ks-scale", style: `--ks-points: ${options.length}` }, labels));
  }

  function arrowForm() {
    const { source, target } = picked;
    const there = findArrow(picked);
    const { sign, strength } = there ? { sign: Math.sign(there.strength), strength: Math.abs(there.strength) } : last;
    const set = (changes) => {
      last = { sign, strength, ...changes };
      if (there) putArrow(source, target, last.sign * last.strength);
      else refresh();
    };
    const whole = source && target && source !== target;
    return [
      h("h3", {}, there ? say("map_arrow_is") : say("map_arrow_new")),
      h("div", { class: "ks-pair" },
        chooser("map_source", source, factors(), (id) => pick({ source: id, target: id === target ? "" : target })),
        chooser("map_target", target, factors().filter((each) => each.id !== source), (id) => pick({ source, target: id }))),
      whole ? choices(say("map_then", { more: capital(going(factor(source), 1)) }), "direction", [[1, going(factor(target), 1)], [-1, going(factor(target), -1)]], sign, (value) => set({ sign: value })) : null,
      whole ? choices(say("map_strength"), "strength", asked.strengths.map((words, i) => [i + 1, text(words)]), strength, (value) => set({ strength: value })) : null,
      whole && !there ? button(say("map_add"), () => putArrow(source, target, last.sign * last.strength), { class: "ks-button ks-primary" }) : null,
      there ? button(say("map_remove"), () => removeArrow(there)) : null,
      there ? button(say("map_next"), () => pick({ source, target: "" })) : null,
    ];
  }

  function arrowList() {
    const { arrows } = map();
    if (!arrows.length) return [h("p", {}, say("map_empty"))];
    const order = factors().map((each) => each.id);
    const sorted = [...arrows].sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source) || order.indexOf(a.target) - order.indexOf(b.target));
    return [h("ul", { class: "ks-arrows" }, sorted.map((arrow) => h("li", {}, button(`${sentence(arrow)} (${strengthName(arrow)})`, () => {
      pick({ source: arrow.source, target: arrow.target });
      editor.querySelector("input:checked")?.focus();
    }, { class: "ks-link" }))))];
  }

  // The factors

  function renameField(each) {
    const id = `${uid}-name-${each.id}`;
    const drop = button(say("map_drop"), () => dropFactor(each), { "aria-label": say("map_drop_of", { name: each.name }) });
    const input = h("input", { id, type: "text", maxlength: asked.longest_name, value: each.name, onchange: () => rename(each, input.value.trim()) });
    return h("li", { class: "ks-factor" }, h("label", { for: id }, say("map_name_of", { name: isOwn(each.id) ? each.name : text(asked.factors.find((f) => f.id === each.id).label) })), h("div", {}, input, drop));
  }

  // A factor of one's own goes by its name, so that others who add the same one mean the same one.
  function idFor(name) {
    const plain = name.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return asked.own + (plain || newId().slice(0, 8));
  }

  function rename(each, name) {
    const { names, arrows } = map();
    if (!name || name === each.name) return refresh();
    if (factors().some((other) => other.id !== each.id && other.name.toLowerCase() === name.toLowerCase())) return refresh(say("map_name_taken", { name }));
    if (!isOwn(each.id)) {
      const original = text(asked.factors.find((f) => f.id === each.id).label);
      const { [each.id]: _, ...others } = names;
      return change({ names: name === original ? others : { ...others, [each.id]: name } }, say("map_renamed", { name }));
    }
    const id = idFor(name);
    const moved = (end) => (end === each.id ? id : end);
    return change({
      names: Object.fromEntries(Object.entries(names).map(([key, value]) => (key === each.id ? [id, name] : [key, value]))),
      arrows: arrows.map((arrow) => ({ ...arrow, source: moved(arrow.source), target: moved(arrow.target) })),
    }, say("map_renamed", { name }));
  }

  function dropFactor(each) {
    const { names, dropped, arrows } = map();
    const { [each.id]: _, ...others } = names;
    picked = { source: "", target: "" };
    change({
      names: others,
      dropped: isOwn(each.id) ? dropped : [...dropped, each.id],
      arrows: arrows.filter((arrow) => arrow.source !== each.id && arrow.target !== each.id),
    }, say("map_dropped", { name: each.name }));
    factorList.querySelector("input, button")?.focus();
  }

  function addField() {
    const id = `${uid}-own`;
    const input = h("input", { id, type: "text", maxlength: asked.longest_name, onkeydown: (event) => event.key === "Enter" && (event.preventDefault(), add()) });
    function add() {
      const name = input.value.trim();
      if (!name) return input.focus();
      const same = factors().find((each) => each.name.toLowerCase() === name.toLowerCase() || each.id === idFor(name));
      if (same) return refresh(say("map_name_taken", { name: same.name }));
      if (factors().length >= asked.most_factors) return refresh(say("map_full", { n: asked.most_factors }));
      change({ names: { ...map().names, [idFor(name)]: name } }, say("map_factor_added", { name }));
      return factorList.querySelector(`[id="${id}"]`).focus();
    }
    return h("div", { class: "ks-field" }, h("label", { for: id }, say("map_own")), h("div", { class: "ks-factor" }, h("div", {}, input, button(say("map_own_add"), add))));
  }

  function droppedFactors() {
    const gone = asked.factors.filter((each) => map().dropped.includes(each.id));
    if (!gone.length) return null;
    return h("ul", { class: "ks-arrows" }, gone.map((each) => h("li", {}, button(say("map_restore", { name: nameOf(each) }), () => change({ dropped: map().dropped.filter((id) => id !== each.id) }, say("map_restored", { name: nameOf(each) })), { class: "ks-link" }))));
  }

  // Only the factors of another map, so that a team that agreed on its factors need not type them again.
  async function takeFactors([file]) {
    if (!file) return;
    let found;
    try {
      const other = JSON.parse(await file.text());
      if (other.question_set !== questions.id) throw new Error("another question set");
      found = { arrows: [], names: {}, dropped: [], ...other.influences };
    } catch {
      return refresh(say("map_take_wrong", { name: file.name }));
    }
    const known = Object.entries(found.names).filter(([id]) => isOwn(id) || asked.factors.some((each) => each.id === id));
    const names = Object.fromEntries(known.map(([id, name]) => [id, String(name).slice(0, asked.longest_name)]));
    const used = new Set(map().arrows.flatMap((arrow) => [arrow.source, arrow.target]));
    const keptOwn = Object.fromEntries(Object.entries(map().names).filter(([id]) => isOwn(id) && used.has(id)));
    change({ names: { ...names, ...keptOwn }, dropped: found.dropped.filter((id) => asked.factors.some((each) => each.id === id) && !used.has(id)) }, say("map_taken", { name: file.name }));
  }

  function factorPart() {
    return [
      h("p", { class: "ks-hint" }, say("map_factors_hint")),
      filePicker(say("map_take"), { accept: ".json,application/json" }, takeFactors),
      addField(),
      h("ul", { class: "ks-arrows" }, factors().map(renameField)),
      droppedFactors(),
    ];
  }

  // The whole page. What has the focus keeps it when the page is drawn again.

  function refill(holder, children) {
    const focus = holder.contains(holder.getRootNode().activeElement) ? holder.getRootNode().activeElement : null;
    const [id, name, value, words] = focus ? [focus.id, focus.name, focus.value, focus.textContent] : [];
    holder.replaceChildren(...children.filter(Boolean));
    if (!focus) return;
    const same = [...holder.querySelectorAll("button, input, select")].find((each) => (id ? each.id === id : name ? each.name === name && each.value === value : each.textContent === words));
    (same ?? holder.querySelector("select, input, button"))?.focus();
  }

  function refresh(words = "") {
    refill(editor, arrowForm());
    refill(list, arrowList());
    refill(factorList, factorPart());
    canvas.draw(factors(), map().arrows, picked);
    said.textContent = words;
    undoButton.hidden = !undone.length;
  }

  return () => {
    undone.length = 0;
    picked = { source: "", target: "" };
    canvas = makeCanvas({
      label: (n) => say("map_label", { n }),
      ondrawn: (source, target) => (findArrow({ source, target }) ? pick({ source, target }) : putArrow(source, target, last.sign * last.strength)),
      onpick: pick,
    });
    editor = h("div", { class: "ks-arrow-form" });
    list = h("div", {});
    factorList = h("div", {});
    said = h("p", { class: "ks-status", role: "status" });
    undoButton = button(say("map_undo"), undo, { hidden: true });
    page = h(
      "div",
      { class: "ks-drawing" },
      h("div", { class: "ks-map-holder" }, canvas.svg, h("p", { class: "ks-hint" }, h("span", { class: "ks-key ks-key-more" }, say("map_key_more")), " ", h("span", { class: "ks-key ks-key-less" }, say("map_key_less")))),
      said,
      undoButton,
      editor,
      h("h3", {}, say("map_arrows")),
      list,
      h("details", { class: "ks-contents" }, h("summary", {}, say("map_factors")), factorList),
    );
    refresh();
    return page;
  };
}
