// The picture of a map. A pointer draws an arrow from one factor to another; the form beside it does the same by keyboard.

function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

// `ondrawn(source, target)` is called for a new arrow, `onpick({source, target})` when a factor or an arrow is touched.
function makeCanvas({ label, ondrawn, onpick }) {
  const svg = s("svg", { class: "ks-map", role: "img" });
  const title = s("title");
  let places = new Map();
  let size = null;
  let dragging = null;
  let shown = null;

  function draw(factors, arrows, picked) {
    shown = { factors, arrows, picked };
    size = mapSize(factors.length, svg.parentElement?.clientWidth ?? 0);
    svg.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    svg.style.maxWidth = `${size.width * 1.15}px`;
    title.textContent = label(arrows.length);
    places = new Map(placesAround(factors.length, size).map((place, i) => [factors[i].id, place]));
    svg.replaceChildren(title, ...arrows.map((arrow) => arrowShape(arrow, picked)), ...factors.map((factor) => node(factor, picked)));
  }

  function node(factor, picked) {
    const [x, y] = places.get(factor.id);
    const lines = nameLines(factor.name);
    const chosen = [picked?.source, picked?.target].includes(factor.id);
    return s(
      "g",
      { class: `ks-node${chosen ? " ks-picked" : ""}`, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, "data-factor": factor.id, onpointerdown: (event) => start(event, factor.id) },
      s("rect", { x: -NODE.width / 2, y: -NODE.height / 2, width: NODE.width, height: NODE.height, rx: 9 }),
      lines.map((line, i) => s("text", { y: (i - (lines.length - 1) / 2) * 15 + 4.5 }, line)),
    );
  }

  function arrowShape(arrow, picked) {
    const path = arrowPath(places.get(arrow.source), places.get(arrow.target), size);
    if (!path) return null;
    const chosen = picked?.source === arrow.source && picked?.target === arrow.target;
    const kind = `${arrow.strength > 0 ? "ks-more" : "ks-less"}${chosen ? " ks-picked" : ""}`;
    const [x, y] = path.middle;
    return s(
      "g",
      { class: `ks-arrow ${kind}`, "data-arrow": `${arrow.source} ${arrow.target}`, onpointerdown: () => onpick({ source: arrow.source, target: arrow.target }) },
      s("path", { class: "ks-grip", d: path.line }),
      s("path", { class: "ks-line", d: path.line, "stroke-width": 0.8 + 1.1 * Math.abs(arrow.strength) }),
      s("path", { class: "ks-tip", d: "M8 0L-4 6L-4 -6Z", transform: `translate(${path.tip}) rotate(${path.angle.toFixed(1)})` }),
      s("circle", { cx: x, cy: y, r: 7.5 }),
      s("text", { x, y: y + 4.5 }, arrow.strength > 0 ? "+" : "−"),
    );
  }

  // Drawing with a mouse, pen or finger

  function start(event, source) {
    if (event.button) return;
    event.preventDefault();
    dragging = { source, line: s("path", { class: "ks-line ks-new", "stroke-width": 3 }), moved: false };
    svg.append(dragging.line);
    // Not captured by the factor: the page then tells over which factor the pointer is let go.
    event.target.releasePointerCapture?.(event.pointerId);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", stop);
  }

  function move(event) {
    const matrix = svg.getScreenCTM().inverse();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const [x1, y1] = places.get(dragging.source);
    dragging.moved ||= Math.hypot(x - x1, y - y1) > NODE.height;
    dragging.line.setAttribute("d", `M${x1} ${y1}L${x} ${y}`);
    const over = factorAt(event);
    svg.querySelectorAll(".ks-node").forEach((each) => each.classList.toggle("ks-over", each.dataset.factor === over && over !== dragging.source));
  }

  function end(event) {
    const { source, moved } = dragging;
    stop();
    const target = factorAt(event);
    if (target && target !== source) ondrawn(source, target);
    else if (!moved) onpick({ source, target: "" });
    else draw(shown.factors, shown.arrows, shown.picked);
  }

  function stop() {
    dragging?.line.remove();
    dragging = null;
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", stop);
  }

  const factorAt = (event) => svg.getRootNode().elementFromPoint(event.clientX, event.clientY)?.closest?.("[data-factor]")?.dataset.factor;

  // A page that becomes narrower gets a higher map.
  const watch = new ResizeObserver(() => shown && !dragging && draw(shown.factors, shown.arrows, shown.picked));
  watch.observe(svg);
  return { svg, draw };
}
