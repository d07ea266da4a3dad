// See what a notebook of ours uses: run it in Pyodide, here in Node, and print what that took.
// Usage: node trace.mjs <pyodide folder> <folder with packages> <any wheel> <what a page does: a Python file> <notebook>

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder, packages, wheel, script, notebook] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const printed = [];
const python = await loadPyodide({ indexURL: join(pyodideFolder, "/"), stdout: (line) => printed.push(line) });
python.FS.mkdirTree("/packages");
python.FS.mount(python.FS.filesystems.NODEFS, { root: packages }, "/packages");
// A page loads its packages from a wheel; what Python imports for that is needed at the start.
await python.loadPackage(wheel);
const { cells } = JSON.parse(readFileSync(notebook, "utf-8"));
const code = cells.filter((cell) => cell.cell_type === "code").map((cell) => [cell.source].flat().join(""));
python.globals.set("cells", python.toPy(code));
await python.runPythonAsync(readFileSync(script, "utf-8"), { filename: script });
console.log(printed.at(-1));
