// Where factors stand on a map: around it, always in the same order and at the same distance, so that nothing jumps.

const NODE = { width: 108, height: 42, letters: 14 };

function mapSize(n, room) {
  const wide = room >= 600;
  return { width: wide ? 640 : 350, height: Math.max(wide ? 430 : 480, n * (wide ? 32 : 47)) };
}

// Points at equal distance along a rounded rectangle (a superellipse), from the middle on top.
function placesAround(n, { width, height }) {
  const [rx, ry] = [(width - NODE.width) / 2 - 2, (height - NODE.height) / 2 - 2];
  const round = (value) => Math.sign(value) * Math.abs(value) ** 0.36;
  const outline = Array.from({ length: 721 }, (_, i) => {
    const angle = (i / 720) * 2 * Math.PI - Math.PI / 2;
    return [width / 2 + rx * round(Math.cos(angle)), height / 2 + ry * round(Math.sin(angle))];
  });
  const passed = [0];
  for (let i = 1; i < outline.length; i++) passed.push(passed[i - 1] + Math.hypot(outline[i][0] - outline[i - 1][0], outline[i][1] - outline[i - 1][1]));
  return Array.from({ length: n }, (_, k) => {
    const length = ((k + 0.5) / n) * passed[720];
    const i = passed.findIndex((each) => each >= length);
    const part = (length - passed[i - 1]) / (passed[i] - passed[i - 1]);
    return [0, 1].map((axis) => outline[i - 1][axis] + part * (outline[i][axis] - outline[i - 1][axis]));
  });
}

// A name in at most two lines; what has no room is cut off with a mark.
function nameLines(name) {
  const lines = [""];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= NODE.letters || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length > 2) lines.splice(1, lines.length, `${lines[1]} …`);
  return lines.map((line) => (line.length > NODE.letters + 1 ? `${line.slice(0, NODE.letters)}…` : line));
}

// A line from one factor to another, bent to the middle of the map, where there is room. An arrow and the arrow back
// bend a little apart, so that both can be seen.
function arrowPath([x1, y1], [x2, y2], { width, height }) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const [inX, inY] = [width / 2 - (x1 + x2) / 2, height / 2 - (y1 + y2) / 2];
  const pull = Math.min(1.3, (0.85 * Math.hypot(dx, dy)) / (Math.hypot(inX, inY) || 1));
  const middle = [(x1 + x2) / 2 + inX * pull - dy * 0.1, (y1 + y2) / 2 + inY * pull + dx * 0.1];
  const at = (t) => [0, 1].map((i) => (1 - t) ** 2 * [x1, y1][i] + 2 * t * (1 - t) * middle[i] + t ** 2 * [x2, y2][i]);
  const inside = ([x, y], [cx, cy], margin) => Math.abs(x - cx) < NODE.width / 2 + margin && Math.abs(y - cy) < NODE.height / 2 + margin;
  const steps = Array.from({ length: 81 }, (_, i) => i / 80);
  const start = steps.find((t) => !inside(at(t), [x1, y1], 1)) ?? 0;
  const end = steps.findLast((t) => !inside(at(t), [x2, y2], 9)) ?? 1;
  const drawn = steps.filter((t) => t >= start && t <= end).map(at);
  if (drawn.length < 2) return null;
  const [tip, tail] = [drawn.at(-1), drawn.at(-2)];
  const angle = (Math.atan2(tip[1] - tail[1], tip[0] - tail[0]) * 180) / Math.PI;
  return { line: `M${drawn.map((point) => point.map((value) => value.toFixed(1)).join(" ")).join("L")}`, tip, angle, middle: at((start + end) / 2) };
}
