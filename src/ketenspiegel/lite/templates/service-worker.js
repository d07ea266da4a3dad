// The site's service worker. It fetches the app in few, compressed pieces, whatever the web server can do, and keeps
// it, so that a second visit starts at once and works without a network. It is installed when somebody starts an
// assessment, not when somebody reads. It speaks with no other host, and keeps no answers.

const facts = "{{ facts }}";
const NAME = "ketenspiegel-";
const CACHE = NAME + facts.version;
const TOP = new URL("./", self.location).pathname;
const PAGE = /^$|\.html$|^(_static|_sphinx_design_static)\/|^searchindex\.js$/;
const front = new Set(facts.front);
const pieces = new Map([...facts.start, ...facts.later, ...facts.rest].map((piece) => [piece.path, piece]));
const order = [...pieces.keys()];
const underway = new Map();
const lanes = { free: 2, taken: new Set(), waiting: [] };
let received = 0;

self.addEventListener("install", (event) => event.waitUntil(startIfAlone()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => {
  const { type, ...asked } = event.data;
  const jobs = { prepare, keep, startIfAlone };
  if (type in jobs) event.waitUntil(jobs[type](asked, event.ports[0]));
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const path = url.pathname.slice(TOP.length);
  if (event.request.method !== "GET" || url.origin !== self.location.origin || !url.pathname.startsWith(TOP)) return;
  if (path.startsWith("app/")) event.respondWith(fromApp(path, event.request));
  else if (PAGE.test(path)) event.respondWith(fromPages(event.request));
});

// A new version waits until no page of the old one is open, because the two do not mix.
async function startIfAlone() {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// Fetch what a page needs to start, in the order of need, and say how far it is.
async function prepare({ later }, port) {
  const wanted = [...facts.start, ...(later ? facts.later : [])];
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const piece of wanted) if (!(await cache.match(TOP + piece.path))) missing.push(piece);
  const total = missing.reduce((sum, piece) => sum + piece.bytes, 0);
  const before = received;
  const tell = setInterval(() => port.postMessage({ received: Math.min(received - before, total), total }), 150);
  try {
    await Promise.all(missing.map((piece) => fetched(piece.path).done));
    port.postMessage({ received: total, total });
  } catch (error) {
    port.postMessage({ failed: String(error) });
  } finally {
    clearInterval(tell);
  }
}

// Keep what is not needed now but may be asked for later, without a network perhaps: the rest, and the pages.
async function keep({ pages }) {
  const cache = await caches.open(CACHE);
  for (const page of pages) {
    if (!(await cache.match(page, { ignoreSearch: true }))) await fromPages(new Request(page)).catch(() => {});
  }
  await Promise.all([...facts.later, ...facts.rest].map((piece) => fetched(piece.path).done)).catch(() => {});
}

async function fromApp(path, request) {
  if (path.endsWith("/")) path += "index.html";
  const cache = await caches.open(CACHE);
  const kept = await cache.match(TOP + path);
  if (kept) return kept;
  try {
    const job = fetched(front.has(path) ? facts.pack : path);
    const stream = await job.stream(path);
    if (stream) return answerWith(stream, path);
    await job.done;
    return (await cache.match(TOP + path)) ?? fetch(request);
  } catch {
    return fetch(request);
  }
}

// Pages come from the network, so that they are new; from what was kept when there is no network.
async function fromPages(request) {
  const cache = await caches.open(CACHE);
  const address = request.url.split(/[?#]/)[0];
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(address, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(address);
    if (kept) return kept;
    if (request.mode !== "navigate") throw error;
    const words = "Deze bladzijde is er niet zonder internet. Ga terug, of probeer het later weer.";
    const page = `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Geen internet</title><p>${words}</p>`;
    return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

// One fetch for every file, whoever asks for it and however often.
function fetched(path) {
  if (!underway.has(path)) {
    const job = new Fetch(path);
    underway.set(path, job);
    job.done.catch(() => {}).then(() => underway.delete(path));
  }
  return underway.get(path);
}

// Fetches one file and keeps it. The first who asks for it meanwhile gets it as it comes in, so that the browser
// compiles the first half of Python while the second half is on its way; others wait until it is there.
class Fetch {
  constructor(path) {
    this.path = path;
    this.coming = this.start();
    this.done = this.coming.then(({ keeping }) => keeping).finally(() => this.end());
  }

  async start() {
    const cache = await caches.open(CACHE);
    if (await cache.match(TOP + this.path)) return { keeping: null };
    await lane(this.path);
    const body = await uncompressed(this.path, await respond(this.path));
    if (this.path === facts.pack) {
      await unpack(body, cache);
      return { keeping: cache.put(TOP + this.path, answerWith("", this.path)) };
    }
    const [stream, kept] = body.tee();
    this.offered = stream;
    return { keeping: cache.put(TOP + this.path, answerWith(kept, this.path)) };
  }

  async stream(path) {
    await this.coming;
    const stream = path === this.path ? this.offered : null;
    if (stream) this.offered = null;
    return stream;
  }

  end() {
    this.offered?.cancel();
    this.offered = null;
    leaveLane(this.path);
  }
}

// The pieces come two at a time, so that the wire is never idle, and what is needed first has most of it.
async function lane(path) {
  if (!pieces.has(path)) return;
  if (lanes.free) lanes.free -= 1;
  else await new Promise((go) => lanes.waiting.push({ path, go }));
  lanes.taken.add(path);
}

function leaveLane(path) {
  if (!lanes.taken.delete(path)) return;
  lanes.waiting.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  const next = lanes.waiting.shift();
  if (next) next.go();
  else lanes.free += 1;
}

async function respond(path) {
  if (pieces.get(path)?.compressed) {
    const answer = await fetch(`${TOP}${path}.gz`);
    if (answer.ok) return answer;
  }
  const answer = await fetch(TOP + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

// Some web servers uncompress a file that ends in .gz on the way. So look at what came, not at its name.
async function uncompressed(path, answer) {
  const reader = answer.body.getReader();
  const first = await reader.read();
  const isCompressed = first.value?.[0] === 0x1f && first.value?.[1] === 0x8b;
  const counts = pieces.has(path);
  let ahead = first;
  const stream = new ReadableStream({
    async pull(controller) {
      const { done, value } = ahead ?? (await reader.read());
      ahead = null;
      if (done) return controller.close();
      if (counts) received += value.byteLength;
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return isCompressed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
}

// The pack is a line of JSON, [[path, length], …], and then the files.
async function unpack(body, cache) {
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  const end = bytes.indexOf(10);
  let from = end + 1;
  const puts = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))).map(([path, length]) => {
    const file = bytes.subarray(from, (from += length));
    return cache.put(TOP + path, answerWith(file, path));
  });
  await Promise.all(puts);
}

function answerWith(body, path) {
  const type = facts.types[path.slice(path.lastIndexOf("."))] ?? "application/octet-stream";
  return new Response(body, { headers: { "Content-Type": type } });
}
