// A worker that comes from an address makes its own rules; one that comes from a blob keeps those of this page. So that
// Python, which runs in a worker, can reach no other host either, the page's policy allows workers from blobs only,
// and every worker is started from one. What is sent to it before its script is there is kept for it.
//
// The worker of the kernel is started at once, before the page knows that it wants one.

{
  const PlainWorker = window.Worker;
  const absolute = (address) => new URL(address, document.baseURI).href;
  const kernel = absolute("{{ kernel }}");
  const python = absolute("../pyodide/early.mjs");

  const script = (address) => `
    const early = [];
    const hold = (event) => early.push(event);
    self.addEventListener("message", hold);
    ${address === kernel ? `import(${JSON.stringify(python)});` : ""}
    await import(${JSON.stringify(address)});
    self.removeEventListener("message", hold);
    for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports }));
  `;

  function start(address) {
    if (!address.startsWith(`${location.origin}/`)) throw new Error(`no worker from ${address}`);
    const blob = new Blob([script(address)], { type: "text/javascript" });
    return new PlainWorker(URL.createObjectURL(blob), { type: "module" });
  }

  let waiting = start(kernel);

  window.Worker = function Worker(address) {
    const asked = absolute(address);
    const worker = asked === kernel && waiting ? waiting : start(asked);
    if (worker === waiting) waiting = null;
    return worker;
  };
  window.Worker.prototype = PlainWorker.prototype;
}
