// The form of one answer sheet. This front end holds the answers; Python gets a copy when one pauses.

const SYNC_AFTER = 300;

function render({ model, el }) {
  const questions = model.get("questions");
  const borrowed = ["binder", "server"].includes(model.get("place"));
  const store = openStore(questions.id, borrowed);
  const allItems = questions.themes.flatMap((theme) => theme.items);
  const uid = newId().slice(0, 8);

  let language = model.get("language");
  let sheet = store.all().find((kept) => kept.id === store.current.id) ?? blankSheet();
  let step = sheet.id === store.current.id ? store.current.step ?? 0 : 0;
  // Which other groups this respondent says to know; only about those is something asked.
  const known = new Set(sheet.id === store.current.id ? store.current.known ?? [] : []);
  let downloaded = true;
  let waiting = null;
  let syncing = null;

  const say = (key, values = {}) => fill(model.get("texts")[language][key], values);
  const text = (words) => words[language];
  const drawing = makeDrawing({ questions, uid, say, text, changed, sheet: () => sheet });
  const meetingList = makeMeetingList({ questions, model, uid, say, text, changed, sheet: () => sheet, language: () => language });
  const { municipalityField, chainField, roundField, roleField, partnersField, itemField } = makeFields({
    model, questions, uid, say, text, known, changed,
    language: () => language,
    sheet: () => sheet,
    knownChanged,
    roleChosen: () => (page.querySelector(".ks-missing").textContent = ""),
  });

  const progress = h("progress", { max: 1, value: 0, id: `${uid}-progress` });
  const progressLabel = h("label", { for: `${uid}-progress`, "aria-live": "polite" });
  const status = h("p", { class: "ks-status", role: "status" });
  const toolbar = h("div", { class: "ks-toolbar" });
  const page = h("div", { class: "ks-page" });
  el.classList.add("ks-form");
  el.append(h("div", { class: "ks-top" }, h("div", { class: "ks-progress" }, progressLabel, progress), toolbar), status, page);

  function blankSheet() {
    return {
      format: model.get("format"),
      format_version: model.get("format_version"),
      id: newId(),
      question_set: questions.id,
      question_set_version: questions.version,
      municipality: { name: "", code: null },
      chain: "",
      round: thisMonth(),
      role: "",
      answers: {},
      remarks: {},
      saved: new Date().toISOString(),
    };
  }

  const asked = (item) => (!item.roles || !sheet.role || item.roles.includes(sheet.role)) && (!item.about || known.has(item.about));
  // What there is to go through after the first page: themes, and before those about others the choice of others.
  function parts() {
    if (questions.influences) return ["map"];
    if (questions.meetings) return ["meetings"];
    const themes = questions.themes.filter((theme) => theme.items.some(asked));
    if (!questions.choice) return themes;
    return [...themes.filter((theme) => !theme.about), "others", ...themes.filter((theme) => theme.about)];
  }
  const themeParts = () => parts().filter((part) => part.items);
  const lastStep = () => parts().length + 1;
  const askedItems = () => allItems.filter(asked);
  const answered = (items) => items.filter((item) => item.id in sheet.answers).length;
  const drawn = (other) => other.influences?.arrows.length ?? 0;
  const written = (other) => other.meetings?.length ?? 0;
  const filled = (other) => Object.keys(other.answers).length + drawn(other) + written(other);
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
    remember();
    clearTimeout(syncing);
    syncing = setTimeout(sync, SYNC_AFTER);
    tell(kept && store.lasting ? say("kept", { time: new Date().toLocaleTimeString(language, { timeStyle: "short" }) }) : say("not_kept"));
    showProgress();
  }

  function remember() {
    store.current = { id: sheet.id, step, known: [...known] };
  }

  // A sheet that is taken up again tells by its answers which others the respondent knows.
  function takeUp(other) {
    sheet = other;
    known.clear();
    allItems.filter((item) => item.about && item.id in sheet.answers).forEach((item) => known.add(item.about));
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
    progress.hidden = !items.length;
    if (!items.length) progressLabel.textContent = counted(sheet);
    if (!items.length) return;
    progress.max = items.length;
    progress.value = answered(items);
    progressLabel.textContent = say("progress", { n: answered(items), total: items.length });
    page.querySelectorAll("[data-theme-count]").forEach((span) => {
      const items = parts()[span.dataset.themeCount].items.filter(asked);
      span.textContent = say("progress_short", { n: answered(items), total: items.length });
    });
  }

  // What there is besides answers to statements, in words.
  function counted(other) {
    if (questions.influences) return say("arrows", { n: drawn(other) });
    return questions.meetings ? say("meetings", { n: written(other) }) : say("answers", { n: Object.keys(other.answers).length });
  }

  function go(to) {
    if (to > 0 && !sheet.role && questions.roles.length) {
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
    step = Math.min(Math.max(to, 0), lastStep());
    remember();
    el.lang = language;
    const part = parts()[step - 1];
    const pages = { map: mapPage, meetings: meetingsPage, others: othersPage };
    const content = step === 0 ? firstPage() : !part ? lastPage() : (pages[part] ?? themePage)(part);
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
      questions.roles.length ? roleField() : null,
      h("p", { class: "ks-missing", role: "alert", id: `${uid}-missing` }),
      h("div", { class: "ks-steps" }, button(say("start"), () => go(1), { class: "ks-button ks-primary" })),
    ];
  }

  function themePage(theme) {
    const themes = themeParts();
    const number = themes.indexOf(theme) + 1;
    const before = themes.slice(0, number - 1).flatMap((t) => t.items.filter(asked)).length;
    const title = text(theme.title);
    return [
      heading(questions.choice ? title : say("theme_of", { n: number, total: themes.length, title })),
      h("p", {}, text(theme.explanation)),
      contents(),
      ...theme.items.filter(asked).map((item, index) => itemField(item, before + index + 1)),
      backAndOn(),
    ];
  }

  function othersPage() {
    return [heading(say("others")), h("p", {}, say("others_hint")), contents(), partnersField(), backAndOn()];
  }

  function mapPage() {
    return [heading(say("map")), h("p", {}, say("map_hint")), drawing(), backAndOn()];
  }

  function meetingsPage() {
    return [heading(say("meetings_title")), h("p", {}, say("meetings_hint")), meetingList(), backAndOn()];
  }

  function backAndOn() {
    return h("div", { class: "ks-steps" }, button(say("previous"), () => go(step - 1)), button(say("next"), () => go(step + 1), { class: "ks-button ks-primary" }));
  }

  function lastPage() {
    const items = askedItems();
    const skipped = themeParts().filter((theme) => answered(theme.items.filter(asked)) < theme.items.filter(asked).length);
    const next = model.get("next_notebook");
    return [
      heading(say("done")),
      h("p", {}, items.length ? say("done_count", { n: answered(items), total: items.length }) : `${counted(sheet)}.`),
      skipped.length ? h("p", {}, say("skipped")) : null,
      skipped.length
        ? h("ul", {}, skipped.map((theme) => h("li", {}, button(text(theme.title), () => go(parts().indexOf(theme) + 1), { class: "ks-link" }))))
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

  // Who knows more or fewer others has more or fewer pages to go through.
  function knownChanged() {
    const old = page.querySelector(".ks-contents");
    const fresh = contents();
    fresh.open = old.open;
    old.replaceWith(fresh);
    changed();
  }

  function contents() {
    return h(
      "details",
      { class: "ks-contents" },
      h("summary", {}, say("contents")),
      h("ol", {}, parts().map((part, index) =>
        h(
          "li",
          {},
          button(part === "others" ? say("others") : text(part.title), () => go(index + 1), { class: "ks-link", "aria-current": index + 1 === step ? "step" : null }),
          " ",
          part === "others" ? null : h("span", { "data-theme-count": index }),
        ),
      )),
    );
  }

  function keptSheets() {
    const kept = store.all().filter((other) => other.id !== sheet.id && filled(other));
    if (!kept.length) return null;
    return h(
      "section",
      { class: "ks-kept" },
      h("h3", {}, say("kept_sheets")),
      h("ul", {}, kept.map((other) => {
        const role = questions.roles.find((r) => r.id === other.role);
        const label = say("kept_sheet", { role: role ? text(role.label) : questions.roles.length ? say("no_role") : other.municipality.name || say("no_name"), what: counted(other), when: new Date(other.saved).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" }) });
        return h("li", {}, button(label, () => { takeUp(other); go(other.role || !questions.roles.length ? 1 : 0); changed(); }, { class: "ks-link" }), " ", wipeButton(say("wipe"), () => [other]));
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
    takeUp(opened);
    show(sheet.role || !questions.roles.length ? 1 : 0);
    changed();
    downloaded = true;
    tell(say("opened", { what: counted(sheet) }));
  }

  function startNew() {
    takeUp(blankSheet());
    go(0);
    tell(say("new_started"));
  }

  function wipe(target) {
    stopWaitingToSync();
    store.wipe(target.id);
    model.send({ type: "wipe", id: target.id });
    if (target.id === sheet.id) takeUp(blankSheet());
    downloaded = true;
    go(0);
    tell(say("wiped"));
  }

  function syncWhatWaits() {
    if (syncing !== null) sync();
  }

  function warnBeforeLeaving(event) {
    if (!store.lasting && !downloaded && (answered(askedItems()) || drawn(sheet) || written(sheet) || remarked())) event.preventDefault();
  }

  model.on("msg:custom", receive);
  window.addEventListener("beforeunload", warnBeforeLeaving);
  window.addEventListener("pagehide", syncWhatWaits);
  show(step);
  if (filled(sheet)) tell(say("resumed"));
  return () => {
    model.off("msg:custom", receive);
    window.removeEventListener("beforeunload", warnBeforeLeaving);
    window.removeEventListener("pagehide", syncWhatWaits);
  };
}

export default { render };
