// Starts an assessment in the page itself, when somebody asks for it. Until then nothing is fetched or kept.
// It runs in a frame, with Python in the browser; a service worker fetches and keeps what that takes.

const words = {
  start: "Vul hier in",
  open: "Open hier",
  goOn: "Ga verder met invullen",
  fetching: "Onderdelen ophalen…",
  left: (seconds) => (seconds > 1 ? `nog ongeveer ${seconds} tellen` : "bijna klaar"),
  amount: (received, total) => `${megabytes(received)} van ${megabytes(total)} MB`,
  starting: "De zelftest wordt klaargezet. Dat duurt een paar tellen.",
  slow: "Het duurt langer dan gewoonlijk. U kunt gewoon wachten.",
  ready: "De zelftest staat klaar.",
  failed: "Het starten lukt niet. Laad de bladzijde opnieuw. Lukt het dan nog niet, kies dan hieronder een andere manier.",
  unsupported:
    "Uw browser kan dit niet: hij is te oud, of iets wat nodig is (WebAssembly) staat uit. Gebruik een recente versie van " +
    "Firefox, Chrome, Edge of Safari, of kies hieronder een andere manier.",
  kept: (n) => (n === 1 ? "In deze browser staat één antwoordblad van u." : `In deze browser staan ${n} antwoordbladen.`),
  wipe: "Wis mijn antwoorden",
  sure: "Weet u het zeker?",
  yes: "Ja, wis ze",
  no: "Nee",
  wiped: "Uw antwoorden zijn uit deze browser gewist.",
};
const SLOW = 20_000;
const QUIET = 2000;
const PATIENCE = 1500;
const LONGEST = 5000;
// The smallest program that needs what Pyodide needs: a module that throws.
const THROWS = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];

const megabytes = (bytes) => (bytes / 1e6).toLocaleString("nl", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function supported() {
  try {
    return WebAssembly.validate(new Uint8Array(THROWS));
  } catch {
    return false;
  }
}

// Answers that were kept here before

function keptSheets(questionSet) {
  const prefix = `ketenspiegel:${questionSet}:`;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function offerToWipe(app) {
  const kept = keptSheets(app.dataset.keeps);
  if (!kept.length) return;
  const line = element("p", { className: "ks-kept" });
  const ask = (...parts) => line.replaceChildren(...parts.flatMap((part) => [part, " "]));
  const button = (text, onclick) => element("button", { type: "button", className: "ks-small", onclick }, text);
  const offer = () => ask(words.kept(kept.length), button(words.wipe, confirm));
  const confirm = () => {
    ask(words.sure, button(words.yes, wipe), button(words.no, () => (offer(), line.querySelector("button").focus())));
    line.querySelector("button").focus();
  };
  const wipe = () => {
    for (const key of keptSheets(app.dataset.keeps)) localStorage.removeItem(key);
    app.querySelector(".ks-go").textContent = words[app.dataset.verb];
    line.tabIndex = -1;
    ask(words.wiped);
    line.focus();
  };
  line.setAttribute("role", "status");
  offer();
  app.querySelector(".ks-start").after(line);
  if (app.dataset.verb === "start") app.querySelector(".ks-go").textContent = words.goOn;
}

// Fetching

async function serviceWorker(app) {
  const workers = navigator.serviceWorker;
  const isFirst = !workers.controller;
  const registration = await workers.register(app.dataset.worker);
  if (!isFirst) await newest(registration);
  await inTime(workers.ready);
  if (!workers.controller) {
    await inTime(new Promise((resolve) => workers.addEventListener("controllerchange", resolve, { once: true })));
  }
  return workers.controller;
}

async function inTime(promise) {
  const tooLate = pause(LONGEST).then(() => Promise.reject(new Error("no service worker")));
  return Promise.race([promise, tooLate]);
}

// A newer version of the site takes over now, before anything runs, or waits until no other page of the site is open.
async function newest(registration) {
  await Promise.race([registration.update().catch(() => {}), pause(PATIENCE)]);
  registration.waiting?.postMessage({ type: "startIfAlone" });
  const coming = registration.installing ?? registration.waiting;
  if (!coming) return;
  const started = new Promise((resolve) => {
    coming.addEventListener("statechange", () => coming.state === "activated" && resolve());
  });
  await Promise.race([started, pause(PATIENCE)]);
}

function prepare(worker, app, progress) {
  const { port1, port2 } = new MessageChannel();
  const began = performance.now();
  port1.onmessage = ({ data }) => {
    if (data.failed) return;
    if (data.received >= data.total) return progress.done();
    const rate = data.received / (performance.now() - began);
    progress.show(data.received, data.total, Math.ceil((data.total - data.received) / rate / 1000));
  };
  worker.postMessage({ type: "prepare", later: "later" in app.dataset }, [port2]);
}

// What stands on this page, for when there is no network next time.
function keepForOffline(worker) {
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  const here = loaded.filter((name) => name.startsWith(location.origin) && !name.includes("/app/"));
  worker.postMessage({ type: "keep", pages: [location.href.split(/[?#]/)[0], ...here] });
}

// On screen

function progressBar(app) {
  const status = element("p", { className: "ks-progress-text", tabIndex: -1 }, words.fetching);
  const bar = element("progress", { max: 1 });
  const amount = element("span", { className: "ks-progress-amount" });
  const box = element("div", { className: "ks-progress-box" }, status, bar, amount);
  status.setAttribute("role", "status");
  bar.setAttribute("aria-label", words.fetching);
  app.querySelector(".ks-start").replaceWith(box);
  status.focus();
  const slow = setTimeout(() => (status.textContent = words.slow), SLOW);
  return {
    show(received, total, seconds) {
      bar.value = received / total;
      const left = Number.isFinite(seconds) ? `, ${words.left(seconds)}` : "";
      amount.textContent = words.amount(received, total) + left;
    },
    done() {
      if (status.textContent !== words.fetching) return;
      bar.removeAttribute("value");
      amount.textContent = "";
      status.textContent = words.starting;
    },
    again() {
      box.replaceChildren(status, bar, amount);
      status.className = "ks-progress-text";
      status.textContent = words.fetching;
    },
    ready() {
      clearTimeout(slow);
      box.classList.add("visually-hidden");
      bar.remove();
      amount.remove();
      status.textContent = words.ready;
    },
    failed(message) {
      clearTimeout(slow);
      box.replaceChildren(status);
      status.textContent = message;
      status.className = "ks-alarm";
    },
  };
}

function openFrame(app, progress, onReady) {
  const frame = element("iframe", { title: app.dataset.title, className: "ks-frame ks-frame-starting" });
  // It may do all that a form needs, and not open windows or take this page elsewhere.
  frame.sandbox = "allow-scripts allow-same-origin allow-downloads allow-modals";
  frame.src = app.dataset.page;
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    const { ready, height, failed } = data.ketenspiegel ?? {};
    if (height) frame.style.height = `${height}px`;
    if (failed) {
      console.error(failed);
      progress.failed(words.failed);
      frame.remove();
    }
    if (ready) {
      frame.classList.remove("ks-frame-starting");
      progress.ready();
      frame.focus();
      onReady();
    }
  });
  app.append(frame);
  return frame;
}

async function start(app) {
  const progress = progressBar(app);
  app.querySelector(".ks-kept")?.remove();
  if (!supported()) return progress.failed(words.unsupported);
  const worker = await serviceWorker(app).catch(() => null);
  if (worker) return startWith(worker, app, progress);
  // Where nothing may be kept (a private window), everything is fetched in the plain way, without counting.
  progress.done();
  openFrame(app, progress, () => {});
}

function startWith(worker, app, progress) {
  const workers = navigator.serviceWorker;
  let isReady = false;
  prepare(worker, app, progress);
  const frame = openFrame(app, progress, () => {
    isReady = true;
    setTimeout(() => keepForOffline(worker), QUIET);
  });
  // A newer version that was waited for in vain may still take over halfway. The two do not mix, so begin again.
  const takeOver = () => {
    if (isReady) return;
    frame.remove();
    progress.again();
    startWith(workers.controller, app, progress);
  };
  workers.addEventListener("controllerchange", takeOver, { once: true });
}

for (const app of document.querySelectorAll(".ks-app")) {
  const button = element("button", { type: "button", className: "ks-go ks-go-main" }, words[app.dataset.verb]);
  button.addEventListener("click", () => start(app));
  app.querySelector(".ks-start").replaceChildren(button);
  offerToWipe(app);
}

// On paper nothing stays folded. Browsers that know ::details-content need no script for it.

const unfolded = new Set();

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details.sd-dropdown:not([open])")) {
    unfolded.add(folded);
    folded.open = true;
  }
});

addEventListener("afterprint", () => {
  for (const folded of unfolded) folded.open = false;
  unfolded.clear();
});
