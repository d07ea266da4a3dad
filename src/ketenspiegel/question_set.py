"""What a question set is made of: themes with items, scales, roles, a map to draw or meetings to write down."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from ketenspiegel.language import Language
from ketenspiegel.question_map import InfluenceQuestions
from ketenspiegel.question_meetings import MeetingQuestions
from ketenspiegel.question_parts import Identifier, Part, Reflex, Text, Words


class Role(Part):
    """From which place in the chain somebody answers."""

    id: Identifier = Field(description="Korte naam in kleine letters, bijvoorbeeld: bestuurder")
    label: Text = Field(description="Hoe de rol op het scherm heet")
    description: Text = Field(description="Wie deze rol kiest, in één zin")


class Scale(Part):
    """The answers one can choose from, lowest first; every point has a label."""

    points: tuple[Text, ...] = Field(min_length=3, max_length=11, description="De antwoorden, laagste eerst")
    unknown: Text = Field(description="De tekst voor: weet ik niet of niet van toepassing")

    @property
    def values(self) -> range:
        """The values that answers can have: 1 up to and including the number of points."""
        return range(1, len(self.points) + 1)


AGREE = Scale(
    points=(
        Text(nl="Helemaal oneens", en="Strongly disagree"),
        Text(nl="Oneens", en="Disagree"),
        Text(nl="Niet eens en niet oneens", en="Neither agree nor disagree"),
        Text(nl="Eens", en="Agree"),
        Text(nl="Helemaal eens", en="Strongly agree"),
    ),
    unknown=Text(nl="Weet ik niet of niet van toepassing", en="Don't know or not applicable"),
)


class Link(Part):
    """That one theme works on another, as an item asks it; themes by id."""

    source: Identifier = Field(description="Het thema waar het begint")
    target: Identifier = Field(description="Het thema waar het op doorwerkt")


class Item(Part):
    """One statement. ``reversed`` means that agreeing with it is the unfavourable answer."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    text: Text = Field(description="De stelling")
    reversed: bool = Field(default=False, description="true als eens zijn betekent dat het slechter gaat")
    roles: tuple[Identifier, ...] | None = Field(
        default=None, min_length=1, description="Alleen deze rollen krijgen de stelling; leeg is alle rollen"
    )
    neutral: bool = Field(default=False, description="true als een hoog antwoord niet beter of slechter is")
    scale: Identifier | None = Field(default=None, description="De naam van een schaal bij scales; leeg is scale")
    part: Identifier | None = Field(default=None, description="Naar welk deel van het thema dit vraagt; zie parts")
    level: Identifier | None = Field(default=None, description="Op welk niveau dit speelt; zie levels")
    link: Link | None = Field(default=None, description="Vraagt dit of het ene thema doorwerkt op het andere?")


class Theme(Part):
    """Statements that belong together, with the usual standard advice for a low score."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    title: Text = Field(description="De naam van het thema")
    explanation: Text = Field(description="Wat het woord hier betekent, in één of twee zinnen")
    advice: Text = Field(description="Het gebruikelijke standaardadvies bij een lage score")
    reflexes: tuple[Reflex, ...] = Field(default=(), description="Op welke reflexen dat standaardadvies neerkomt")
    also: tuple[Words, ...] = Field(default=(), description="Hoe het thema in rapporten ook heet")
    items: tuple[Item, ...] = Field(min_length=1, description="De stellingen")

    def measured(self, part: str | None = None) -> tuple[Item, ...]:
        """Give the items that measure the theme, or one part of it; not those that ask about other themes."""
        return tuple(item for item in self.items if item.link is None and part in (None, item.part))


class Prediction(Part):
    """That respondents also say what other roles would answer; ``{role}`` in a text becomes the name of the role."""

    choice: Text = Field(description="De vraag welke andere rollen iemand kent")
    title: Text = Field(description="De kop boven de vragen over één andere rol")
    explanation: Text = Field(description="Wat er gevraagd wordt, in één of twee zinnen")


class Beyond(Part):
    """Something about the chain that the instrument does not ask, with a question that does."""

    id: Identifier = Field(description="Korte naam in kleine letters, uniek in de vragenlijst")
    title: Text = Field(description="Waar het over gaat")
    question: Text = Field(description="De gespreksvraag die het instrument niet stelt")


class QuestionSet(Part):
    """A questionnaire, and the roles that can answer.

    It asks one of three things: statements (``themes``), a map of influences (``influences``) or meetings
    (``meetings``).

    Examples
    --------
    >>> from ketenspiegel.questions import load_question_set
    >>> questions = load_question_set("ketensamenwerking")
    >>> len(questions.themes), list(questions.scale.values)
    (6, [1, 2, 3, 4, 5])
    """

    id: Identifier = Field(description="Korte naam; gelijk aan de bestandsnaam zonder .yaml")
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")] = Field(
        description="Versie als 1.0; het eerste getal gaat omhoog als oude antwoorden niet meer passen"
    )
    title: Text = Field(description="De naam van de vragenlijst")
    introduction: Text = Field(description="Wat iemand leest voordat hij begint")
    roles: tuple[Role, ...] = Field(default=(), description="De rollen waaruit iemand kiest")
    scale: Scale = Field(default=AGREE, description="De antwoorden bij elke stelling; leeg is oneens tot eens")
    scales: dict[Identifier, Scale] = Field(default={}, description="Andere schalen, met een naam")
    parts: dict[Identifier, Text] = Field(default={}, description="De delen waarnaar stellingen in een thema vragen")
    levels: dict[Identifier, Text] = Field(default={}, description="De niveaus waarop stellingen spelen")
    simple: Identifier = Field(default="average", description="De lens van het gewone beeld")
    complex: tuple[Identifier, ...] = Field(
        default=("perspectives",), min_length=1, description="De lenzen die laten zien wat het gewone beeld weglaat"
    )
    themes: tuple[Theme, ...] = Field(default=(), description="De thema's met hun stellingen")
    influences: InfluenceQuestions | None = Field(
        default=None, description="De factoren waarvan iemand tekent wat wat beïnvloedt; leeg is geen kaart"
    )
    meetings: MeetingQuestions | None = Field(
        default=None, description="Wat er over de overleggen van een team gevraagd wordt; leeg is niets"
    )
    prediction: Prediction | None = Field(
        default=None, description="Vraag ook wat andere rollen zouden antwoorden; leeg is niet"
    )
    beyond: tuple[Beyond, ...] = Field(default=(), description="Wat het instrument niet vraagt")

    @cached_property
    def predictions(self) -> tuple[Theme, ...]:
        """For every role what the others expect it to answer; empty when `prediction` does not ask it."""
        if self.prediction is None:
            return ()
        return tuple(self._about(role, self.prediction) for role in self.roles)

    @cached_property
    def fields(self) -> tuple[Theme, ...]:
        """The themes that are measured: all but those that ask how themes work on each other."""
        return tuple(theme for theme in self.themes if theme.measured())

    @property
    def subjects(self) -> dict[str, Text]:
        """What one can look at apart, by id: the measured themes, or the interventions of a map."""
        if self.influences is not None:
            return {each.id: each.title for each in self.influences.interventions}
        return {theme.id: theme.title for theme in self.fields}

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by id, in the order of the form."""
        return {item.id: item for theme in (*self.themes, *self.predictions) for item in theme.items}

    def scale_of(self, item: Item) -> Scale:
        """Give the answers one can choose from at an item."""
        return self.scale if item.scale is None else self.scales[item.scale]

    def _about(self, role: Role, prediction: Prediction) -> Theme:
        others = tuple(other.id for other in self.roles if other.id != role.id)
        return Theme(
            id=f"over-{role.id}",
            title=_named(prediction.title, role),
            explanation=_named(prediction.explanation, role),
            advice=self.themes[0].advice,
            items=tuple(
                item.model_copy(
                    update={
                        "id": predicted(item.id, role.id),
                        "text": Text(nl=f"{role.label.nl}: {item.text.nl}", en=f"{role.label.en}: {item.text.en}"),
                        "roles": others,
                    }
                )
                for theme in self.themes
                for item in theme.items
            ),
        )

    @cached_property
    def role_labels(self) -> dict[str, Text]:
        """The label of every role by id, in the order of the question set."""
        return {role.id: role.label for role in self.roles}

    def role_names(self, language: Language) -> dict[str, str]:
        """Name every role by id, in one language."""
        return {role: label.to(language) for role, label in self.role_labels.items()}

    def items_for(self, role: str) -> tuple[Item, ...]:
        """Give the items that one role answers."""
        return tuple(item for item in self.items.values() if item.roles is None or role in item.roles)


def predicted(item: str, role: str) -> str:
    """Name the item that asks what ``role`` would answer on ``item``.

    Examples
    --------
    >>> predicted("budget", "wijkteam")
    'budget--wijkteam'
    """
    return f"{item}--{role}"


def _named(text: Text, role: Role) -> Text:
    return Text(nl=text.nl.replace("{role}", role.label.nl), en=text.en.replace("{role}", role.label.en))
