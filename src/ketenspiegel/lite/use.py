"""What a page does with Python: start the kernel, run the notebook in ``cells``, and then what people do on it.

Runs in Pyodide (``trace.mjs``) and prints as JSON the modules that were loaded and the data files that were read,
when the kernel stood (``kernel``), when the page was open (``opening``) and when it had been used (``using``), and
whether the page is a form (``is_form``).
"""

import json
import sys

PACKAGES = "/packages/"

opened, asked_for = set(), set()


class Asked:
    """Sees every module that is asked for, also those that then fail to load; finds none."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        asked_for.add(name)


sys.addaudithook(lambda event, values: opened.add(str(values[0])) if event == "open" else None)
sys.meta_path.insert(0, Asked)
sys.path.insert(0, PACKAGES.rstrip("/"))


def used():
    return sorted({*sys.modules, *asked_for, *(name.removeprefix(PACKAGES) for name in opened)})


import piplite.piplite  # noqa: E402, F401
import pyodide_kernel  # noqa: E402

kernel = pyodide_kernel.kernel_instance
kernel.interpreter.send_comm = lambda *_: None
after_the_kernel = used()


async def run(code):
    done = await kernel.run(code)
    if done["status"] != "ok":
        raise RuntimeError("\n".join(done["traceback"]))


def is_form(page):
    return hasattr(page, "answer_sheet")


def use(page):
    """Open files, good and bad; put answers together and look at them."""
    if is_form(page):
        for contents in ("{", '{"format": "ketenspiegel-antwoordblad"}'):
            page._receive(page, {"type": "open", "text": contents, "language": "nl"}, [])
    if hasattr(page, "_request"):
        page._add_files([("a.csv", b"Rol,regie-koers\nInwoner,4"), ("b.json", b"{"), ("c.xlsx", b"PK")], [])
        page._request("clear")
        page._request("examples")
        if not page.brought_in:
            raise RuntimeError("the example answers are not in the package")


for code in cells:  # noqa: F821
    await run(code)  # noqa: F704
opening = used()
page = kernel.interpreter.user_ns["_"]
use(page)
told = {"kernel": after_the_kernel, "opening": opening, "using": used(), "is_form": is_form(page)}
sys.__stdout__.write(json.dumps(told) + "\n")
