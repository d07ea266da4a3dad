"""``python -m ketenspiegel.lite SITE``: build the part of the site that runs in the reader's own browser."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ketenspiegel.lite.build import build
from ketenspiegel.lite.parts import PartError


def main(arguments: list[str] | None = None) -> int:
    """Build; give 1 when a part is missing."""
    parser = argparse.ArgumentParser(prog="python -m ketenspiegel.lite", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder to make")
    parser.add_argument("--project", type=Path, default=Path(), help="the top of the project")
    parser.add_argument("--cache", type=Path, default=Path(".cache/lite"), help="keeps what was fetched and compiled")
    chosen = parser.parse_args(arguments)
    try:
        build(chosen.project.resolve(), chosen.site.resolve(), chosen.cache.resolve())
    except PartError as error:
        print(f"Het deel voor de browser kan niet worden gebouwd: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
