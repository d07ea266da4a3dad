// Where answers come in: files, a folder, or the answers that are at hand. Files go to Python one at a time.

function render({ model, el }) {
  const texts = model.get("texts");
  const status = h("p", { class: "ks-status", role: "status" });

  async function send(files) {
    const wanted = files.filter((file) => /\.(json|csv|xlsx)$/i.test(file.name) || files.length === 1);
    const refused = wanted.filter((file) => file.size > model.get("limit"));
    const accepted = wanted.filter((file) => file.size <= model.get("limit"));
    refused.forEach((file) => model.send({ type: "too_large", name: file.name }));
    if (accepted.length) status.textContent = fill(texts.reading, { n: accepted.length });
    for (const [index, file] of accepted.entries()) {
      let contents;
      try {
        contents = await file.arrayBuffer();
      } catch {
        model.send({ type: "unreadable", name: file.name });
        continue;
      }
      const name = (model.get("paths") && file.webkitRelativePath) || file.name;
      model.send({ type: "file", name, last: index === accepted.length - 1 }, undefined, [contents]);
    }
    if (!wanted.length) status.textContent = texts.nothing;
  }

  // Answer sheets that the form keeps in this browser, without what was asked of another role.
  function keptSheets() {
    const { question_set, unasked } = model.get("kept");
    const sheets = openStore(question_set, false).all().filter((sheet) => Object.keys(sheet.answers).length ? sheet.role : sheet.influences?.arrows.length || sheet.meetings?.length);
    for (const sheet of sheets) {
      for (const item of unasked[sheet.role] ?? []) {
        delete sheet.answers[item];
        delete sheet.remarks[item];
      }
    }
    return sheets.map((sheet) => new File([JSON.stringify(sheet)], `${texts.kept_name}.json`));
  }

  function sendKept() {
    const sheets = keptSheets();
    if (sheets.length) send(sheets);
    else status.textContent = texts.none_kept;
  }

  const ask = (type) => () => {
    status.textContent = texts.busy;
    model.send({ type });
  };

  el.classList.add("ks-panel");
  el.append(
    h(
      "div",
      { class: "ks-toolbar" },
      filePicker(texts.files, { multiple: true, accept: ".json,.csv,.xlsx" }, send),
      filePicker(texts.folder, { webkitdirectory: true }, send),
      model.get("own_folder") ? button(fill(texts.own, { folder: model.get("own_folder") }), ask("own")) : null,
      model.get("kept").question_set ? button(texts.kept, sendKept) : null,
      model.get("examples") ? button(texts.examples, ask("examples")) : null,
      button(texts.clear, ask("clear")),
    ),
    status,
  );
  const show = () => (status.textContent = model.get("message"));
  model.on("change:message", show);
  model.on("msg:custom", show);
  show();
  return () => {
    model.off("change:message", show);
    model.off("msg:custom", show);
  };
}

export default { render };
