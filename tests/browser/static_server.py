"""A web server that only hands out files, as GitHub Pages does: with gzip for text, and as fast as it is told."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_PIECE = 16_384
_TEXT = (".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg")


class StaticServer(ThreadingHTTPServer):
    """Hands out the files of a folder, and counts what goes over the wire.

    Parameters
    ----------
    folder
        The folder.
    rate
        Bytes per second for all that is asked for together; None is as fast as it goes.
    delay
        Seconds before every answer, for the way to the server and back.

    Attributes
    ----------
    requested
        What was asked for, in that order.
    sent
        The bytes of all bodies that were sent.
    instead
        Other contents for an address.
    is_open
        Whether it answers; when not, it hangs up on everybody, as a network that is gone.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, folder: Path, rate: float | None = None, delay: float = 0) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.rate, self.delay = rate, delay
        self.requested: list[str] = []
        self.sent = 0
        self.instead: dict[str, bytes] = {}
        self.is_open = True
        self._turn = threading.Lock()
        self._free_at = 0.0

    @property
    def address(self) -> str:
        """The address of the folder."""
        return f"http://localhost:{self.server_address[1]}/"

    def wait_for_the_wire(self, size: int) -> None:
        """Wait until ``size`` bytes have gone over a wire that all requests share."""
        with self._turn:
            self.sent += size
            if self.rate is None:
                return
            self._free_at = max(self._free_at, time.monotonic()) + size / self.rate
            until = self._free_at
        time.sleep(max(0.0, until - time.monotonic()))


class _Handler(SimpleHTTPRequestHandler):
    server: StaticServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self.server.is_open:
            self.close_connection = True
            return
        self.server.requested.append(self.path)
        time.sleep(self.server.delay)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = self.server.instead.get(self.path.partition("?")[0])
        if body is None and not path.is_file():
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if body is None and path.suffix in _TEXT:
            body = _compressed(path, path.stat().st_mtime_ns)
            self.send_header("Content-Encoding", "gzip")
        body = path.read_bytes() if body is None else body
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for start in range(0, len(body), _PIECE):
            piece = body[start : start + _PIECE]
            self.server.wait_for_the_wire(len(piece))
            try:
                self.wfile.write(piece)
            except OSError:
                return  # a browser that closed the page

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def _compressed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def serve_files(folder: Path, rate: float | None = None, delay: float = 0) -> Iterator[StaticServer]:
    """Serve a folder for as long as it takes."""
    with StaticServer(folder, rate, delay) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
