// A button that prints the page, or keeps it as PDF by the browser's own print window.

function render({ model, el }) {
  el.classList.add("ks-panel");
  el.append(h("div", { class: "ks-toolbar" }, button(model.get("text"), () => window.print())));
}

export default { render };
