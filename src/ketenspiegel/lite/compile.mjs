// Compile Python to the bytecode of the very Python that will run it: Pyodide itself, here in Node.
// Usage: node compile.mjs <pyodide folder> <folder to compile> <what keeps its docstrings>…
// Every .py becomes a .pyc where it stood. A folder whose name begins with one of the last words keeps its docstrings.

import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [pyodideFolder, target, ...documented] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: join(pyodideFolder, "/") });
python.FS.mkdirTree("/target");
python.FS.mount(python.FS.filesystems.NODEFS, { root: target }, "/target");
python.globals.set("documented", documented.join(" "));
const failed = python.runPython(`
import warnings
from pathlib import Path
from py_compile import PyCompileError, PycInvalidationMode, compile

warnings.simplefilter("ignore")
failed = []
documented = tuple(documented.split())
for source in Path("/target").rglob("*.py"):
    shown = source.relative_to("/target")
    try:
        compile(str(source), str(source) + "c", str(shown), doraise=True,
                optimize=0 if shown.parts[0].startswith(documented) else 2,
                invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
        source.unlink()
    except PyCompileError as error:
        failed.append(str(error))
"\\n".join(failed)
`);
if (failed) {
  console.error(failed);
  process.exit(1);
}
