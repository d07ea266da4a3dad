"""What the wheel holds but the package folder does not: compiled translations, the Vega bundle, example answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = Path(__file__).parent
VEGA_LITE = "6.4"


class CustomBuildHook(BuildHookInterface[Any]):
    """Make the generated files in place before hatchling collects the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues()
        bundle_vega()
        build_data["force_include"].update(examples(Path(self.root)))


def examples(project: Path) -> dict[str, str]:
    """Give every folder with example answers, and its place in the wheel."""
    files = (project / "assessments" / "voorbeelden").glob("*/*")
    folders = {path.parent for path in files if path.suffix in (".json", ".csv")}
    return {str(folder): f"ketenspiegel/voorbeelden/{folder.name}" for folder in sorted(folders)}


def compile_catalogues() -> None:
    """Compile every gettext catalogue (``.po``) to the ``.mo`` that Python reads."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in PACKAGE.glob("locale/*/LC_MESSAGES/*.po"):
        with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, read_po(po))


def bundle_vega() -> None:
    """Put Vega and our figure widget in one file, so that a chart asks no other host for anything."""
    import vl_convert

    source = (PACKAGE / "forms" / "figure.js").read_text(encoding="utf-8")
    bundle = vl_convert.javascript_bundle(source, vl_version=VEGA_LITE)
    (PACKAGE / "forms" / "figure.bundle.js").write_text(bundle, encoding="utf-8")
