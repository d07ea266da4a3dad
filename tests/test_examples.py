"""The example answers are what their recipes give, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from ketenspiegel.answers import write_answer_sheet

FOLDER = Path(__file__).parents[1] / "assessments" / "voorbeelden"
RECIPES = sorted(path.stem for path in (FOLDER / "recepten").glob("*.yaml"))


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def draw(monkeypatch):
    """Draw the answers of a recipe into a folder."""
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    from make_examples import Municipalities, Recipe

    def drawn(recipe, folder, **changes):
        path = FOLDER / "recepten" / f"{recipe}.yaml"
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8")) | changes
        if "municipalities" in data:
            Municipalities(data).write(folder)
        else:
            for sheet in Recipe(path).sheets():
                write_answer_sheet(sheet, folder)
        return files(folder)

    return drawn


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_recipe_gives_the_answers_again(recipe, draw, tmp_path):
    assert draw(recipe, tmp_path) == files(FOLDER / recipe)


def test_another_seed_gives_other_answers(draw, tmp_path):
    drawn, kept = draw("gemeenten", tmp_path, seed=1), files(FOLDER / "gemeenten")
    assert len(drawn) == len(kept)
    same = {name for name in drawn if drawn[name] == kept.get(name)}
    assert same == {"gemeenten.csv", "keuze.json"}
