"""A map holds arrows between factors that its respondent had, in words that mean a range of numbers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ketenspiegel.influence_map import Arrow, InfluenceMap, all_factors, drawn, renamed
from ketenspiegel.questions import load_question_set


@pytest.fixture(scope="module")
def asked(data):
    return load_question_set(data / "klein-kaart.yaml").influences


def arrow(source: str, target: str, strength: int) -> Arrow:
    return Arrow(source=source, target=target, strength=strength)


@pytest.mark.parametrize(
    "arrows",
    [
        [arrow("praten", "praten", 1)],
        [arrow("praten", "hulp", 0)],
        [arrow("praten", "hulp", 1), arrow("praten", "hulp", -2)],
    ],
)
def test_an_arrow_joins_two_factors_once_and_does_something(arrows):
    with pytest.raises(ValidationError):
        InfluenceMap(arrows=arrows)


def test_words_mean_ranges_and_weakening_is_below_zero(asked):
    found = InfluenceMap(arrows=[arrow("praten", "hulp", 1), arrow("drukte", "hulp", -2)])
    assert found.ranges(asked) == {("praten", "hulp"): (0.2, 0.4), ("drukte", "hulp"): (-1.0, -0.6)}
    assert found.weights(asked) == {("praten", "hulp"): 0.3, ("drukte", "hulp"): -0.8}


def test_factors_are_dropped_added_and_renamed(asked):
    one = InfluenceMap(names={"own-verloop": "Verloop", "praten": "Overleggen"}, dropped=["drukte"])
    two = InfluenceMap(names={"own-verloop": "verloop", "own-geld": "Geld"})
    assert one.factors(asked) == ("praten", "afstemming", "hulp", "own-verloop")
    assert list(all_factors([one, two], asked)) == [*asked.by_id, "own-geld", "own-verloop"]
    assert all_factors([two], asked)["own-geld"].going(-1, "en") == "less ‘Geld’"
    assert all_factors([one, two], asked) == all_factors([two, one], asked)
    assert renamed([one, two]) == {"praten": ["Overleggen"]}
    assert drawn(one, "vak", asked).factors == {"praten", "afstemming", "hulp", "own-verloop"}
