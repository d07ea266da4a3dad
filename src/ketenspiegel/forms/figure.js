// Draws one Vega-Lite chart. vegaEmbed is put in scope when the offline bundle is made (build_hook.py).

const dutchNumbers = { decimal: ",", thousands: ".", grouping: [3], currency: ["€ ", ""] };

// Also for pages of the site, which have no widgets (book/_static/play.js).
export const embed = (el, spec, language, options) =>
  vegaEmbed(el, spec, {
    renderer: "svg",
    actions: false,
    formatLocale: language === "nl" ? dutchNumbers : undefined,
    ...options,
  });

function render({ model, el }) {
  let shown;
  let drawing = Promise.resolve();

  // One after the other, so that the chart that was asked for last is the one that stands there.
  const draw = () => (drawing = drawing.then(drawNow, drawNow));

  async function drawNow() {
    const spec = model.get("spec");
    if (!spec) return;
    shown?.finalize();
    shown = await embed(el, JSON.parse(spec), model.get("language"));
  }

  model.on("change:spec", draw);
  draw();
  return () => {
    model.off("change:spec", draw);
    shown?.finalize();
  };
}

export default { render };
