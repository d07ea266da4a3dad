"""Python in the page starts with the modules that a page needs. The others come when they are first asked for.

Python imports this by itself when it starts. The import waits while the browser fetches: from its own cache when
the page was there before.
"""

import sys

_LATE = "{{ late }}"


class LateImports:
    """Finds modules that are in an archive which is not there yet, and fetches that archive."""

    def __init__(self):
        self._where = {module: archive for archive, modules in _LATE.items() for module in modules}
        self._fetched = set()

    def find_spec(self, name, path=None, target=None):
        """Find a module that no other finder could find."""
        archive = self._where.get(name)
        if archive is None:
            return None
        import sysconfig
        from importlib.machinery import PathFinder

        packages = sysconfig.get_path("purelib")
        if archive not in self._fetched:
            self._fetched.add(archive)
            self._unpack(archive, packages, name)
        folder = "/".join((packages, *name.split(".")[:-1]))
        return PathFinder.find_spec(name, [folder])

    def _unpack(self, archive, packages, name):
        import importlib
        import io
        import zipfile

        import pyodide_js
        from js import XMLHttpRequest

        request = XMLHttpRequest.new()
        # The module's name only tells whoever looks why this is fetched.
        request.open("GET", f"{pyodide_js._api.config.indexURL}{archive}?for={name}", False)
        request.responseType = "arraybuffer"
        request.send()
        if request.status != 200:
            raise ImportError(f"{archive} kan niet worden opgehaald ({request.status})")
        with zipfile.ZipFile(io.BytesIO(request.response.to_bytes())) as files:
            files.extractall(packages)
        importlib.invalidate_caches()


sys.meta_path.append(LateImports())
