// Small helpers to build pages from data. Text is always set as text, never as HTML.

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function button(text, onclick, attributes = {}) {
  return h("button", { type: "button", class: "ks-button", onclick, ...attributes }, text);
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

// A file input that looks like our buttons and stays reachable by keyboard and screen reader.
function filePicker(text, attributes, onfiles) {
  const input = h("input", {
    type: "file",
    class: "ks-file",
    onchange: () => {
      onfiles([...input.files]);
      input.value = "";
    },
    ...attributes,
  });
  return h("label", { class: "ks-button" }, text, input);
}

function offerDownload(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
