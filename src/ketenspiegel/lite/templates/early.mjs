// The kernel asks this module for Pyodide. Python has begun to start by then: when the worker began, while the page
// around it was still being made (confine.js).

import { loadPyodide as load } from "./pyodide.mjs";

const listeners = { stdout: console.log, stderr: console.error };

const starting = load({
  indexURL: new URL("./", import.meta.url).href,
  packages: ["kernel"],
  stdout: (line) => listeners.stdout(line),
  stderr: (line) => listeners.stderr(line),
}).then(async (python) => {
  await python.runPythonAsync("import piplite.piplite, pyodide_kernel");
  await python.loadPackage("start", { messageCallback() {} });
  await python.runPythonAsync("import ketenspiegel.apps");
  return python;
});
starting.catch(() => {}); // whoever asks for it is told

export async function loadPyodide({ stdout, stderr }) {
  Object.assign(listeners, { stdout, stderr });
  return starting;
}
