// What else changed before a round, in the team's own words; kept in this browser, or on a borrowed computer in this tab.

const WAIT = 400;

function render({ model, el }) {
  const key = `ketenspiegel-rondes:${model.get("question_set")}`;
  let storage = null;
  try {
    storage = model.get("borrowed") ? window.sessionStorage : window.localStorage;
  } catch {
    // Without storage the remarks last as long as the page.
  }
  let waiting = null;
  let remarks = read();

  function read() {
    try {
      return JSON.parse(storage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  }

  function keep() {
    remarks = Object.fromEntries(Object.entries(remarks).filter(([, words]) => words.trim()));
    try {
      if (Object.keys(remarks).length) storage.setItem(key, JSON.stringify(remarks));
      else storage.removeItem(key);
    } catch {
      // See above.
    }
    model.set("remarks", remarks);
    model.save_changes();
  }

  function changed(round, words) {
    remarks[round] = words;
    clearTimeout(waiting);
    waiting = setTimeout(keep, WAIT);
  }

  function show() {
    const texts = model.get("texts");
    const fields = model.get("rounds").map((round) => {
      const area = h("textarea", { rows: 3, maxlength: model.get("limit"), oninput: () => changed(round, area.value) });
      area.value = remarks[round] ?? "";
      return h("div", { class: "ks-field" }, h("label", {}, fill(texts.before, { round }), area));
    });
    el.replaceChildren(h("p", {}, texts.why), ...fields);
  }

  el.classList.add("ks-form", "ks-rounds");
  model.on("change:rounds", show);
  show();
  if (Object.keys(remarks).length) keep();
  return () => model.off("change:rounds", show);
}

export default { render };
