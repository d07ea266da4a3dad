"""Serve the site and the live assessments on this machine, from one address: ``python -m ketenspiegel.serve``.

The site is plain files. The assessments are notebooks shown by Voila. Nothing else of the folder can be reached,
and only this machine can reach it.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import Any

from tornado.web import HTTPError, StaticFileHandler
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler

from ketenspiegel.apps import SERVED_HERE

PORT = 8866
MAX_MESSAGE = 32_000_000
IDLE_SECONDS = 3600
PING_MILLISECONDS = 30_000

# What Voila offers beyond showing one notebook: lists of files, the files themselves, and its own front page.
_WITHHELD = ("/voila/tree", "/voila/api/contents", "/voila/files")


class ShutDown(VoilaShutdownKernelHandler):
    """Ends the kernel of a page that closes. The page can send no token then, so its origin is checked instead."""

    def check_xsrf_cookie(self) -> None:
        """Refuse what another site sends."""
        if not self.check_origin():
            raise HTTPError(403)


class Server(Voila):
    """Voila with the site beside it, and without its lists of files."""

    site: Path
    folder: str

    def init_handlers(self) -> list[Any]:
        """Give the addresses of the assessments first, and the site for everything else."""
        handlers = [self._narrowed(handler) for handler in super().init_handlers() if self._offered(handler[0])]
        site = (r"/(.*)", StaticFileHandler, {"path": str(self.site), "default_filename": "index.html"})
        return [*handlers, site]

    def _offered(self, address: str) -> bool:
        return address != self.server_url and not address.startswith(_WITHHELD)

    def _narrowed(self, handler: tuple[Any, ...]) -> tuple[Any, ...]:
        if handler[0] == "/voila/render/(.*)":
            return (rf"/voila/render/({self.folder}/[\w-]+\.ipynb)", *handler[1:])
        if handler[1] is VoilaShutdownKernelHandler:
            return (handler[0], ShutDown)
        return handler

    def listen(self) -> None:
        """Say the address when the port is known, and serve until stopped."""
        show = self.log.info
        self.log.info = self._say_address
        try:
            super().listen()
        finally:
            self.log.info = show

    def _say_address(self, message: object, *args: object) -> None:
        if str(message).startswith("Voilà is running"):
            print(f"Ketenspiegel staat klaar op http://localhost:{self.port}/ (stoppen: Ctrl+C)", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Start the server; give 1 when there is nothing to serve."""
    parser = argparse.ArgumentParser(prog="python -m ketenspiegel.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT, help="the port to begin with; taken ones are passed over")
    parser.add_argument("--site", type=Path, default=Path("_build/html"), help="the folder with the built site")
    parser.add_argument("--notebooks", type=Path, default=Path("assessments"), help="the folder with the notebooks")
    chosen = parser.parse_args(arguments)
    if not (chosen.site / "index.html").is_file():
        print(f"De site staat niet in {chosen.site}. Bouw hem eerst met: make book", file=sys.stderr)
        return 1
    notebooks = chosen.notebooks.resolve()
    if not any(notebooks.glob("*.ipynb")):
        print(f"Er staan geen notebooks in {chosen.notebooks}.", file=sys.stderr)
        return 1
    os.environ[SERVED_HERE] = "1"
    os.environ.setdefault("KETENSPIEGEL_FOLDER", str(Path.home() / "Ketenspiegel"))
    server = Server.instance(
        port=chosen.port,
        port_retries=20,
        ip="127.0.0.1",
        open_browser=False,
        root_dir=str(notebooks.parent),
        log_level=logging.ERROR,
        tornado_settings={
            "allow_remote_access": False,
            "websocket_max_message_size": MAX_MESSAGE,
            "ws_ping_timeout": PING_MILLISECONDS,
        },
    )
    server.site, server.folder = chosen.site.resolve(), notebooks.name
    if os.name == "posix":
        # Through a file of this user's own, so that nobody else on the machine can listen in.
        server.config.KernelManager.transport = "ipc"
    server.config.MappingKernelManager.cull_idle_timeout = IDLE_SECONDS
    server.config.MappingKernelManager.cull_interval = 300
    server.initialize([])
    server.start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
