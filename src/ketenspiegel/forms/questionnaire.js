// The form of one answer sheet. This front end holds the answers; Python gets a copy when one pauses.

const SYNC_AFTER = 300;

function render({ model, el }) {
  const questions = model.get("questions");
  const borrowed = ["binder", "server"].includes(model.get("place"));
  const store = openStore(questions.id, borrowed);
  const allItems = questions.themes.flatMap((theme) => theme.items);
  const lastStep = questions.themes.length + 1;
  const uid = newId().slice(0, 8);

  let language = model.get("language");
  let sheet = store.all().find((kept) => kept.id === store.current.id) ?? blankSheet();
  let step = sheet.id === store.current.id ? store.current.step ?? 0 : 0;
  let downloaded = true;
  let waiting = null;
  let syncing = null;

  const say = (key, values = {}) => fill(model.get("texts")[language][key], values);
  const text = (words) => words[language];

  const progress = h("progress", { max: 1, value: 0, id: `${uid}-progress` });
  const progressLabel = h("label", { for: `${uid}-progress`, "aria-live": "polite" });
  const status = h("p", { class: "ks-status", role: "status" });
  const toolbar = h("div", { class: "ks-toolbar" });
  const page = h("div", { class: "ks-page" });
  el.classList.add("ks-form");
  el.append(h("div", { class: "ks-top" }, h("div", { class: "ks-progress" }, progressLabel, progress), toolbar), status, page);

  function blankSheet() {
    const now = new Date();
    return {
      format: model.get("format"),
      format_version: model.get("format_version"),
      id: newId(),
      question_set: questions.id,
      question_set_version: questions.version,
      municipality: { name: "", code: null },
      chain: "",
      round: `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`,
      role: "",
      answers: {},
      remarks: {},
      saved: now.toISOString(),
    };
  }

  const asked = (item) => !item.roles || !sheet.role || item.roles.includes(sheet.role);
  const askedItems = () => allItems.filter(asked);
  const answered = (items) => items.filter((item) => item.id in sheet.answers).length;
  const remarked = () => Object.values(sheet.remarks).some((words) => words.trim());

  // What goes out: only what this role was asked, so that an answer given in another role does not count.
  function outgoing() {
    const keep = (values) =>
      Object.fromEntries(allItems.filter((item) => asked(item) && item.id in values).map((item) => [item.id, values[item.id]]));
    return { ...sheet, question_set_version: questions.version, answers: keep(sheet.answers), remarks: keep(sheet.remarks) };
  }

  function changed() {
    sheet.saved = new Date().toISOString();
    downloaded = false;
    const kept = store.keep(sheet);
    store.current = { id: sheet.id, step };
    clearTimeout(syncing);
    syncing = setTimeout(sync, SYNC_AFTER);
    tell(kept && store.lasting ? say("kept", { time: new Date().toLocaleTimeString(language, { timeStyle: "short" }) }) : say("not_kept"));
    showProgress();
  }

  function stopWaitingToSync() {
    clearTimeout(syncing);
    syncing = null;
  }

  function sync() {
    stopWaitingToSync();
    model.set("sheet", outgoing());
    try {
      model.save_changes();
    } catch {
      // The kernel is gone; the answers are still here and in the browser's storage.
    }
  }

  function tell(message, alarm = false) {
    status.textContent = message;
    status.classList.toggle("ks-alarm", alarm);
  }

  function showProgress() {
    const items = askedItems();
    progress.max = items.length;
    progress.value = answered(items);
    progressLabel.textContent = say("progress", { n: answered(items), total: items.length });
    page.querySelectorAll("[data-theme-count]").forEach((span) => {
      const items = questions.themes[span.dataset.themeCount].items.filter(asked);
      span.textContent = say("progress_short", { n: answered(items), total: items.length });
    });
  }

  function go(to) {
    if (to > 0 && !sheet.role) {
      show(0);
      page.querySelector(".ks-missing").textContent = say("role_missing");
      page.querySelector("input[type=radio]").focus();
      return;
    }
    show(to);
    page.querySelector("h2").focus();
    el.scrollIntoView({ block: "start" });
  }

  function show(to) {
    step = Math.min(Math.max(to, 0), lastStep);
    store.current = { id: sheet.id, step };
    el.lang = language;
    const content = step === 0 ? firstPage() : step === lastStep ? lastPage() : themePage(questions.themes[step - 1]);
    page.replaceChildren(...content.filter(Boolean));
    toolbar.replaceChildren(...tools());
    showProgress();
  }

  function heading(words) {
    return h("h2", { tabindex: "-1" }, words);
  }

  function tools() {
    const keepButton = button(say("save"), save, { class: "ks-button ks-primary" });
    const wipeAll = store.lasting ? wipeButton(say("wipe_all"), () => [sheet, ...store.all().filter(({ id }) => id !== sheet.id)]) : null;
    if (step > 0) return [keepButton, wipeAll].filter(Boolean);
    const other = language === "nl" ? "en" : "nl";
    return [
      keepButton,
      filePicker(say("open"), { accept: ".json,application/json" }, ([file]) => file && open(file)),
      button(model.get("texts")[other].language_name, () => ((language = other), show(step)), { lang: other }),
      wipeAll,
    ].filter(Boolean);
  }

  // Pages

  function firstPage() {
    return [
      heading(text(questions.title)),
      h("p", {}, text(questions.introduction)),
      h("p", { class: "ks-note" }, say(`place_${model.get("place")}`, { folder: model.get("folder") })),
      keptSheets(),
      municipalityField(),
      chainField(),
      roundField(),
      roleField(),
      h("p", { class: "ks-missing", role: "alert", id: `${uid}-missing` }),
      h("div", { class: "ks-steps" }, button(say("start"), () => go(1), { class: "ks-button ks-primary" })),
    ];
  }

  function themePage(theme) {
    const number = questions.themes.indexOf(theme) + 1;
    const before = questions.themes.slice(0, number - 1).flatMap((t) => t.items.filter(asked)).length;
    return [
      heading(say("theme_of", { n: number, total: questions.themes.length, title: text(theme.title) })),
      h("p", {}, text(theme.explanation)),
      contents(),
      ...theme.items.filter(asked).map((item, index) => itemField(item, before + index + 1)),
      h("div", { class: "ks-steps" }, button(say("previous"), () => go(step - 1)), button(say("next"), () => go(step + 1), { class: "ks-button ks-primary" })),
    ];
  }

  function lastPage() {
    const items = askedItems();
    const skipped = questions.themes.filter((theme) => answered(theme.items.filter(asked)) < theme.items.filter(asked).length);
    const next = model.get("next_notebook");
    return [
      heading(say("done")),
      h("p", {}, say("done_count", { n: answered(items), total: items.length })),
      skipped.length ? h("p", {}, say("skipped")) : null,
      skipped.length
        ? h("ul", {}, skipped.map((theme) => h("li", {}, button(text(theme.title), () => go(questions.themes.indexOf(theme) + 1), { class: "ks-link" }))))
        : null,
      h("p", {}, say("done_save")),
      h("div", { class: "ks-steps" }, button(say("save"), save, { class: "ks-button ks-primary" }), button(say("previous"), () => go(step - 1))),
      h("h3", {}, say("then")),
      h("p", {}, say("then_text")),
      next && nextAddress(next) ? h("p", {}, h("a", { href: nextAddress(next) }, say("then_link"))) : null,
      h("h3", {}, say("next_person")),
      h("div", { class: "ks-steps" }, button(say("new_sheet"), startNew), wipeButton(say("wipe"), () => [sheet])),
    ];
  }

  // Where another notebook is shown: beside this one in Voila, by its name in the page of the site.
  function nextAddress(notebook) {
    if (location.pathname.includes("/voila/render/")) return notebook;
    return location.pathname.includes("/specta/") ? `?path=${notebook}` : null;
  }

  // Parts of pages

  function contents() {
    return h(
      "details",
      { class: "ks-contents" },
      h("summary", {}, say("contents")),
      h("ol", {}, questions.themes.map((theme, index) =>
        h("li", {}, button(text(theme.title), () => go(index + 1), { class: "ks-link", "aria-current": index + 1 === step ? "step" : null }), " ", h("span", { "data-theme-count": index })),
      )),
    );
  }

  function keptSheets() {
    const kept = store.all().filter((other) => other.id !== sheet.id && Object.keys(other.answers).length);
    if (!kept.length) return null;
    return h(
      "section",
      { class: "ks-kept" },
      h("h3", {}, say("kept_sheets")),
      h("ul", {}, kept.map((other) => {
        const role = questions.roles.find((r) => r.id === other.role);
        const label = say("kept_sheet", { role: role ? text(role.label) : say("no_role"), n: Object.keys(other.answers).length, when: new Date(other.saved).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" }) });
        return h("li", {}, button(label, () => { sheet = other; go(other.role ? 1 : 0); changed(); }, { class: "ks-link" }), " ", wipeButton(say("wipe"), () => [other]));
      })),
    );
  }

  function wipeButton(label, targets) {
    const ask = button(label, () => {
      const yes = button(say("wipe_yes"), () => targets().forEach(wipe), { class: "ks-button ks-danger" });
      holder.replaceChildren(h("span", {}, say("wipe_sure"), " "), yes, button(say("wipe_no"), () => (holder.replaceChildren(ask), ask.focus())));
      yes.focus();
    });
    const holder = h("span", { class: "ks-wipe" }, ask);
    return holder;
  }

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
      sheet.municipality = { name: known ? known[1] : name, code: known ? known[0] : null };
      changed();
    } });
    input.value = sheet.municipality.name;
    return h("div", {}, labelled("municipality", input, say("municipality_hint")), list);
  }

  function chainField() {
    const list = h("datalist", { id: `${uid}-chains` }, model.get("texts")[language].chains.map((name) => h("option", { value: name })));
    const input = h("input", { type: "text", list: list.id, maxlength: model.get("limits").name, autocomplete: "off", oninput: () => ((sheet.chain = input.value.trim()), changed()) });
    input.value = sheet.chain;
    return h("div", {}, labelled("chain", input, say("chain_hint")), list);
  }

  function roundField() {
    const [year, month] = (sheet.round || blankSheet().round).split("-");
    const years = Array.from({ length: 12 }, (_, i) => String(new Date().getFullYear() + 1 - i));
    if (!years.includes(year)) years.push(year);
    const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
    const monthName = (m) => new Date(2000, m - 1).toLocaleString(language, { month: "long" });
    const pick = (values, chosen, name) => h("select", { onchange: update }, values.map((value) => h("option", { value, selected: value === chosen }, name(value))));
    const monthSelect = pick(months, month, monthName);
    const yearSelect = pick(years, year, (y) => y);
    function update() {
      sheet.round = `${yearSelect.value}-${monthSelect.value}`;
      changed();
    }
    return h("div", { class: "ks-pair" }, labelled("month", monthSelect), labelled("year", yearSelect));
  }

  function roleField() {
    const options = questions.roles.map((role) => option(`${uid}-role`, role.id, sheet.role, text(role.label), () => {
      sheet.role = role.id;
      page.querySelector(".ks-missing").textContent = "";
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
    const given = sheet.answers[item.id];
    const clear = button(say("clear_answer"), () => {
      delete sheet.answers[item.id];
      field.querySelectorAll("input[type=radio]").forEach((input) => (input.checked = false));
      clear.hidden = true;
      field.querySelector("input[type=radio]").focus();
      changed();
    }, { class: "ks-link ks-clear", hidden: given === undefined, "aria-label": say("clear_answer_of", { n: number }) });
    const choose = (value) => () => {
      sheet.answers[item.id] = value;
      clear.hidden = false;
      changed();
    };
    const points = questions.points.map((label, index) => option(name, index + 1, given, text(label), choose(index + 1)));
    const unknown = option(name, "unknown", given, text(questions.unknown), choose("unknown"));
    unknown.classList.add("ks-unknown");
    const remark = h("textarea", { rows: 3, maxlength: model.get("limits").remark, oninput: () => {
      if (remark.value) sheet.remarks[item.id] = remark.value;
      else delete sheet.remarks[item.id];
      changed();
    } });
    remark.value = sheet.remarks[item.id] ?? "";
    const field = h(
      "fieldset",
      { class: "ks-item" },
      h("legend", {}, `${number}. ${text(item.text)}`),
      h("div", { class: "ks-scale", style: `--ks-points: ${points.length}` }, points, unknown),
      clear,
      h("details", { class: "ks-remark", open: Boolean(remark.value) }, h("summary", {}, say("remark")), h("label", {}, say("remark_hint"), remark)),
    );
    return field;
  }

  // Keeping, opening, wiping

  function fileName() {
    const words = [questions.id, sheet.municipality.name, sheet.role, sheet.round, sheet.id.slice(0, 6)];
    const plain = words.filter(Boolean).join("-").toLowerCase().normalize("NFD").replace(/[^a-z0-9-]+/g, "");
    return `ketenspiegel-${plain}.json`;
  }

  function save() {
    offerDownload(fileName(), JSON.stringify(outgoing(), null, 2) + "\n", "application/json");
    downloaded = true;
    tell(say("saved", { name: fileName() }));
  }

  async function open(file) {
    if (file.size > model.get("limits").bytes) return tell(say("too_large", { limit: model.get("limits").bytes / 1e6 }), true);
    tell(say("opening", { name: file.name }));
    let contents;
    try {
      contents = await file.text();
    } catch {
      return tell(say("unreadable", { name: file.name }), true);
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(say("no_answer"), true), 20000);
    model.send({ type: "open", text: contents, language });
  }

  function receive(message) {
    clearTimeout(waiting);
    if (message.type === "refused") return tell(message.reason, true);
    if (message.type === "not_written") return tell(say("not_written", { reason: message.reason }), true);
    if (message.type !== "opened") return undefined;
    const mine = store.all().find((kept) => kept.id === message.sheet.id) ?? sheet;
    if (mine.id === message.sheet.id && Date.parse(mine.saved) > Date.parse(message.sheet.saved)) return askOlder(message.sheet);
    return use(message.sheet);
  }

  function askOlder(older) {
    tell("");
    status.append(say("older"), " ", button(say("older_yes"), () => use(older)), button(say("older_no"), () => tell("")));
    status.querySelector("button").focus();
  }

  function use(opened) {
    sheet = opened;
    show(sheet.role ? 1 : 0);
    changed();
    downloaded = true;
    tell(say("opened", { n: Object.keys(sheet.answers).length }));
  }

  function startNew() {
    sheet = blankSheet();
    go(0);
    tell(say("new_started"));
  }

  function wipe(target) {
    stopWaitingToSync();
    store.wipe(target.id);
    model.send({ type: "wipe", id: target.id });
    if (target.id === sheet.id) sheet = blankSheet();
    downloaded = true;
    go(0);
    tell(say("wiped"));
  }

  function syncWhatWaits() {
    if (syncing !== null) sync();
  }

  function warnBeforeLeaving(event) {
    if (!store.lasting && !downloaded && (answered(askedItems()) || remarked())) event.preventDefault();
  }

  model.on("msg:custom", receive);
  window.addEventListener("beforeunload", warnBeforeLeaving);
  window.addEventListener("pagehide", syncWhatWaits);
  show(step);
  if (Object.keys(sheet.answers).length) tell(say("resumed"));
  return () => {
    model.off("msg:custom", receive);
    window.removeEventListener("beforeunload", warnBeforeLeaving);
    window.removeEventListener("pagehide", syncWhatWaits);
  };
}

export default { render };
