"""Parts come as they were pinned, or not at all."""

from __future__ import annotations

import http.server
import io
import re
import tarfile
import threading
from pathlib import Path

import pytest

from ketenspiegel.lite import parts
from ketenspiegel.lite.__main__ import main


@pytest.fixture
def registry(tmp_path, monkeypatch):
    """A registry that gives another file than the one that was pinned."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as files:
        files.addfile(tarfile.TarInfo("package/pyodide.mjs"))

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(archive.getvalue())

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("NPM_CONFIG_REGISTRY", f"http://127.0.0.1:{server.server_address[1]}/")
        yield
        server.shutdown()


def test_another_pyodide_than_the_pinned_one_is_refused_and_not_kept(registry, tmp_path):
    with pytest.raises(parts.PartError, match="not the file that was pinned"):
        parts.fetch_pyodide(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_build_without_network_says_what_is_missing(tmp_path, monkeypatch, capsys, root):
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", "http://127.0.0.1:9/")
    code = main([str(tmp_path / "site"), "--project", str(root), "--cache", str(tmp_path / "cache")])
    assert code == 1
    assert "Het deel voor de browser kan niet worden gebouwd" in capsys.readouterr().err


def pinned(file: Path) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", file.read_text(encoding="utf-8"), re.M))


def test_the_browser_computes_with_the_versions_that_voila_computes_with(root):
    everywhere = pinned(root / "requirements.txt")
    for name in ("tools.txt", "wheels.txt"):
        for package, version in pinned(Path(parts.__file__).with_name(name)).items():
            # Two stand back, because what they need later has no file for WebAssembly; see wheels.in.
            if package not in ("jsonschema", "pyrsistent", "micropip"):
                assert everywhere[package] == version, package


def test_every_pin_has_a_hash():
    for name in ("tools.txt", "wheels.txt"):
        text = Path(parts.__file__).with_name(name).read_text(encoding="utf-8")
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[\w.-]+==)", text)[1:]), name
