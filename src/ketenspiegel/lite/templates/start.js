// Start the notebook, and tell the page around it how far it is, how high it is, and when it goes wrong.

const around = window.parent === window ? null : window.parent;
const page = document.documentElement;
const starting = document.getElementById("ks-starting");
const tell = (message) => around?.postMessage({ ketenspiegel: message }, location.origin);
let isReady = false;

function paint() {
  const chosen = around?.document.documentElement.dataset.theme;
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  page.classList.toggle("ks-dark", dark);
}

function measure() {
  const { bottom } = document.querySelector(".specta-output-host").getBoundingClientRect();
  tell({ height: Math.ceil(bottom + window.scrollY) });
}

function ready() {
  isReady = true;
  starting.remove();
  page.classList.add("ks-ready");
  // JupyterLab gives its panel the focus at every click, and then the page around it jumps.
  document.querySelector(".jp-specta-notebook-panel").focus = () => {};
  tell({ ready: true });
  new ResizeObserver(measure).observe(document.querySelector(".specta-output-host"));
}

function failed(why) {
  if (isReady) return;
  starting.textContent = "Het starten lukt niet. Laad de bladzijde opnieuw. Lukt het dan nog niet, meld het bij de makers.";
  tell({ failed: String(why) });
}

new MutationObserver((_, observer) => {
  const wrong = document.querySelector(".jp-OutputArea-output [data-mime-type*='error'], .jp-RenderedText[data-mime-type$='stderr']");
  if (document.querySelector(".ks-form, .ks-panel")) ready();
  else if (wrong) failed(wrong.textContent);
  else return;
  observer.disconnect();
}).observe(document.body, { childList: true, subtree: true });

window.addEventListener("unhandledrejection", (event) => failed(event.reason));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
if (around) new MutationObserver(paint).observe(around.document.documentElement, { attributeFilter: ["data-theme"] });
page.classList.toggle("ks-inside", Boolean(around));
paint();
import("../config-utils.js").catch(failed);
