// Makes the figures of a page move. Each stands there as a still picture; when one comes near, Vega is fetched, once,
// and the same picture gets controls. Where that does not work the still picture stays.

const NEAR = "400px";

async function bringToLife(figure) {
  const { spec, shown, words } = JSON.parse(figure.querySelector("script").textContent);
  const still = figure.querySelector("svg");
  const controls = figure.querySelector(".ks-play-controls");
  const live = document.createElement("div");
  try {
    const { embed } = await import("./figure.bundle.js");
    await embed(live, spec, "nl", { bind: controls, config: { aria: false }, defaultStyle: false, tooltip: false });
  } catch (error) {
    controls.remove();
    console.error(error);
    return;
  }
  asOnePicture(live, still.getAttribute("aria-label"));
  still.replaceWith(live);
  const tell = teller(controls, shown, (setting) => (figure.querySelector("[role=status]").textContent = words[setting]));
  controls.addEventListener("input", tell);
}

// Vega calls its parts by names in English.
function asOnePicture(live, name) {
  live.querySelector("svg").setAttribute("aria-hidden", "true");
  live.removeAttribute("aria-roledescription");
  live.className = "ks-play-live";
  live.setAttribute("role", "img");
  live.setAttribute("aria-label", name);
}

// Vega writes the bare value of a slider in its label. Readers get it in Dutch beside the label, and it is also spoken.
function teller(controls, shown, say) {
  const sliders = [...controls.querySelectorAll("input[type=range]")].map((input) => {
    const value = document.createElement("span");
    value.className = "ks-play-value";
    value.setAttribute("aria-hidden", "true");
    input.nextElementSibling.remove();
    input.previousElementSibling.after(value);
    return { input, value };
  });
  const tellValues = () => {
    for (const { input, value } of sliders) {
      value.textContent = shown[input.name][input.value];
      input.setAttribute("aria-valuetext", value.textContent);
    }
  };
  tellValues();
  return () => {
    tellValues();
    say([...controls.querySelectorAll("input, select")].map((input) => input.value).join(" "));
  };
}

const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      bringToLife(target);
    }
  },
  { rootMargin: NEAR },
);
for (const figure of document.querySelectorAll(".ks-play")) watcher.observe(figure);
