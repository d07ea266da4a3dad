"""The project as one file to download, of the very version that the site shows."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ketenspiegel.site.checkout import git

NAME = "ketenspiegel.zip"


def pack(app: Sphinx) -> None:
    """Put the last commit as a zip file among the site's files; without git there is no file and no link."""
    target = Path(app.outdir) / "_static" / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    command = ("archive", "--format=zip", "--prefix=ketenspiegel/", f"--output={target}", "HEAD")
    if git(Path(app.srcdir).parent, *command) is None:
        target.unlink(missing_ok=True)


class DownloadLink(SphinxDirective):
    """``{download-zip}``: a link to the zip file with its size, or nothing when there is none."""

    def run(self) -> list[nodes.Node]:
        """Write the link."""
        file = Path(self.env.app.outdir) / "_static" / NAME
        if not file.is_file():
            return []
        top = "../" * self.env.docname.count("/")
        html = (
            f'<p class="ks-start"><a class="ks-go ks-go-main" href="{top}_static/{NAME}" download>'
            f"Download Ketenspiegel (zip, {megabytes(file.stat().st_size)})</a></p>"
        )
        return [nodes.raw("", html, format="html")]


def megabytes(size: int) -> str:
    """Write a number of bytes as people read it, never as nothing.

    Examples
    --------
    >>> megabytes(1_240_000), megabytes(3_000)
    ('1,2 MB', '0,1 MB')
    """
    return f"{max(size / 1e6, 0.1):.1f} MB".replace(".", ",")
