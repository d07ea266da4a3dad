// Draws one Vega-Lite chart. vegaEmbed is put in scope when the offline bundle is made (build_hook.py).

const dutchNumbers = { decimal: ",", thousands: ".", grouping: [3], currency: ["€ ", ""] };

async function render({ model, el }) {
  let shown;

  async function draw() {
    shown?.finalize();
    shown = await vegaEmbed(el, structuredClone(model.get("spec")), {
      renderer: "svg",
      actions: false,
      formatLocale: model.get("language") === "nl" ? dutchNumbers : undefined,
    });
  }

  model.on("change:spec", draw);
  await draw();
  return () => shown?.finalize();
}

export default { render };
