"""The project as one file to download, of the very version that the site shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

NAME = "ketenspiegel.zip"


def pack(app: Sphinx) -> None:
    """Put the last commit as a zip file among the site's files; without git there is no file and no link."""
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / NAME
    target.unlink(missing_ok=True)
    command = ["git", "-C", str(Path(app.srcdir).parent), "archive", "--format=zip", "--prefix=ketenspiegel/"]
    try:
        subprocess.run([*command, f"--output={target}", "HEAD"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        target.unlink(missing_ok=True)


class DownloadLink(SphinxDirective):
    """``{download-zip}``: a link to the zip file with its size, or nothing when there is none."""

    def run(self) -> list[nodes.Node]:
        """Write the link."""
        file = Path(self.env.app.outdir) / "_static" / NAME
        if not file.is_file():
            return []
        top = "../" * self.env.docname.count("/")
        size = f"{file.stat().st_size / 1e6:.1f}".replace(".", ",")
        html = (
            f'<p class="ks-start"><a class="ks-go ks-go-main" href="{top}_static/{NAME}" download>'
            f"Download Ketenspiegel ({size} MB)</a></p>"
        )
        return [nodes.raw("", html, format="html")]
