// Shows a page as slides, one for its beginning and one for each section, and prints worksheets. Nothing is kept.

const words = {
  previous: "Vorige",
  next: "Volgende",
  close: "Sluit",
  name: (title) => `Dia's: ${title}`,
  slide: "Dia",
  place: (number, all) => `${number} van ${all}`,
};
const LEFT_OUT = "script, noscript, form, iframe, button, .headerlink, .ks-show, .ks-print, .ks-app, .ks-play-controls";
const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
const STEPS_WITHOUT_SCROLLING = { ArrowDown: 1, ArrowUp: -1 };

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function slidesOf(article) {
  const page = article.querySelector("section");
  const sections = [...page.children].filter((child) => child.matches("section"));
  const beginning = [...page.children].filter((child) => !child.matches("section"));
  return [beginning, ...sections.map((section) => [...section.children])].map(slide);
}

// A copy, without what works only once in a page: names, forms and scripts.
function slide(parts) {
  const made = element("div", { className: "ks-slide" }, ...parts.map((part) => part.cloneNode(true)));
  for (const part of made.querySelectorAll(LEFT_OUT)) part.remove();
  for (const part of made.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const folded of made.querySelectorAll("details")) folded.open = false;
  made.querySelector("h1, h2").tabIndex = -1;
  return made;
}

function show(opener) {
  const article = opener.closest("article");
  const slides = slidesOf(article);
  let at = 0;

  const button = (text, onclick) => element("button", { type: "button", className: "ks-small", onclick }, text);
  const previous = button(words.previous, () => go(at - 1));
  const next = button(words.next, () => go(at + 1));
  const place = element("p", { className: "ks-place" });
  place.setAttribute("role", "status");
  const stage = element("div", { className: "ks-stage", tabIndex: 0 });
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", words.slide);
  const close = button(words.close, () => dialog.close());
  const bar = element("div", { className: "ks-slide-bar" }, previous, next, place, close);
  // A dialog may not fill the screen itself; what is in it may.
  const deck = element("div", { className: "ks-deck" }, stage, bar);
  const dialog = element("dialog", { className: "ks-slides" }, deck);
  dialog.setAttribute("aria-label", words.name(slides[0].querySelector("h1").textContent));

  function go(wanted) {
    at = Math.min(Math.max(wanted, 0), slides.length - 1);
    stage.replaceChildren(slides[at]);
    stage.scrollTop = 0;
    previous.disabled = at === 0;
    next.disabled = at === slides.length - 1;
    place.textContent = words.place(at + 1, slides.length);
    slides[at].querySelector("h1, h2").focus({ preventScroll: true });
  }

  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape") dialog.close(); // in full screen a dialog does not hear it by itself
    const scrolls = stage.scrollHeight > stage.clientHeight;
    const step = STEPS[event.key] ?? (scrolls ? undefined : STEPS_WITHOUT_SCROLLING[event.key]);
    if (step === undefined) return;
    event.preventDefault();
    go(at + step);
  });
  // Escape ends the full screen first, and then there is no use for the slides either.
  deck.addEventListener("fullscreenchange", () => document.fullscreenElement || dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    opener.focus();
  });

  article.append(dialog);
  dialog.showModal();
  deck.requestFullscreen?.().catch(() => {});
  go(0);
}

const starts = { "ks-show": show, "ks-print": () => window.print() };

for (const [kind, start] of Object.entries(starts)) {
  for (const line of document.querySelectorAll(`.${kind}`)) {
    const button = line.querySelector("button");
    button.onclick = () => start(button);
    line.hidden = false;
  }
}
