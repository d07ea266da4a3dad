"""Interventions on maps in words: what holds, what is contested, what comes back, and what shows later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.influence_maps import Maps
from ketenspiegel.lenses.interventions_runs import DRAWS, Tried, Votes
from ketenspiegel.lenses.loops import told
from ketenspiegel.questions import sign_of

# A factor goes robustly one way when so many of the maps in which it can move agree, and at least three of them.
ROBUST, FEWEST = 0.8, 3
CONTESTED = 2
NAMED = 3


class Words:
    """What there is to say about interventions on these maps.

    Parameters
    ----------
    maps
        The maps.
    labels
        The names of the shown groups, by id.
    language
        The reader's language.
    """

    def __init__(self, maps: Maps, labels: Mapping[str, str], language: Language) -> None:
        self._maps, self._labels, self._language = maps, labels, language
        self._say = translator(language)

    def summary(self, shown: Sequence[Tried]) -> str:
        """Tell the picture in words: its text alternative."""
        if not self._maps.drawn:
            return self._say("Er zijn nog geen kaarten.")
        return " ".join(self._aim(each) for each in shown)

    def findings(self, shown: Sequence[Tried]) -> tuple[str, ...]:
        """Say what the maps show: in short for all interventions, at length for one."""
        if not (self._maps.drawn and shown):
            return ()
        if len(shown) > 1:
            return tuple(f"{self._aim(each)} {self._push(each)}".strip() for each in shown)
        one = shown[0]
        lines = [self._aim(one), self._push(one), *self._robust(one), *self._contested(one), *self._later(one)]
        return tuple(line for line in lines if line)

    def _aim(self, tried: Tried) -> str:
        """Say in how many maps the aim of an intervention gets better."""
        say, factor = self._say, self._maps.factors[tried.intervention.aim]
        title, votes = tried.intervention.title.to(self._language), tried.votes.get(factor.id)
        if votes is None:
            return say("{title}: het doel staat niet apart in dit beeld.").format(title=title)
        if not votes.total:
            return say("{title}: op geen enkele kaart staat wat deze ingreep verandert.").format(title=title)
        good = factor.wanted or 1
        better, worse = (votes.rises, votes.falls) if good > 0 else (votes.falls, votes.rises)
        return say(
            "{title}: {aim} op {better} van de {n} kaarten, {other} op {worse}; op {stays} verandert het niet en op "
            "{undecided} is het onbeslist."
        ).format(
            title=title,
            aim=factor.going(good, self._language),
            other=factor.going(-good, self._language),
            better=better,
            worse=worse,
            stays=votes.stays,
            undecided=votes.undecided,
            n=votes.total,
        )

    def _push(self, tried: Tried) -> str:
        """Say in how many maps the rest pushes back, or drives the intervention further, and by which loop."""
        say, lines = self._say, []
        for way, plain, looped in (
            (
                -1,
                say("Kaarten waarop de keten terugduwt: {n}."),
                say("Kaarten waarop de keten terugduwt: {n}, het vaakst zo: {loop}."),
            ),
            (
                1,
                say("Kaarten waarop de ingreep meer van hetzelfde oproept: {n}."),
                say("Kaarten waarop de ingreep meer van hetzelfde oproept: {n}, het vaakst zo: {loop}."),
            ),
        ):
            n, found = tried.pushed(way), tried.through(way)
            if n and found is not None:
                loop, signs = found
                start = sign_of(tried.intervention.does[loop.factors[0]])
                text = told(loop, signs, self._maps.factors, self._language, start)
                lines.append(looped.format(n=n, loop=text))
            elif n:
                lines.append(plain.format(n=n))
        return " ".join(lines)

    def _robust(self, tried: Tried) -> list[str]:
        """Name what goes one way in nearly all maps in which it can move."""
        found = [
            self._say("{change} (op {n} van de {total} kaarten)").format(
                change=self._maps.factors[factor].going(1 if votes.rises > votes.falls else -1, self._language),
                n=max(votes.rises, votes.falls),
                total=votes.total,
            )
            for factor, votes in tried.votes.items()
            if is_robust(votes) and not is_contested(votes)
        ]
        if not found:
            return [self._say("Niets gaat op bijna alle kaarten dezelfde kant op.")]
        return [self._say("Robuust, hoe u ook rekent: {names}.").format(names=", ".join(found))]

    def _contested(self, tried: Tried) -> list[str]:
        say = self._say
        return [
            say("Omstreden: {factor}. Op {rises} kaarten stijgt het, op {falls} daalt het. {who}")
            .format(
                factor=self._maps.factors[factor].label.to(self._language),
                rises=votes.rises,
                falls=votes.falls,
                who=self._who(votes),
            )
            .strip()
            for factor, votes in tried.votes.items()
            if is_contested(votes)
        ][:NAMED]

    def _who(self, votes: Votes) -> str:
        """Name the groups in which more maps rise than fall, and the other way round; nothing when no two differ."""
        more = {group: votes.by_group.get(group, (0, 0)) for group in self._labels}
        up = ", ".join(self._labels[group].lower() for group, (rise, fall) in more.items() if rise > fall)
        down = ", ".join(self._labels[group].lower() for group, (rise, fall) in more.items() if fall > rise)
        if not (up and down):
            return ""
        return self._say("Stijgen zien vooral: {up}. Dalen zien vooral: {down}.").format(up=up, down=down)

    def _later(self, tried: Tried) -> list[str]:
        """Name what turns on the way, and what only moves after the aim does."""
        say, lines = self._say, []
        turned = [factor for factor in tried.votes if tried.turned(factor) >= CONTESTED]
        if turned:
            lines.append(
                say("Gaat op minstens {n} kaarten eerst de ene kant op en daarna de andere: {names}.").format(
                    n=CONTESTED, names=self._names(turned)
                )
            )
        aim = tried.first(tried.intervention.aim)
        late = [
            factor
            for factor, votes in tried.votes.items()
            if aim is not None and (tried.first(factor) or 0) > aim and votes.rises + votes.falls >= FEWEST
        ]
        if late:
            lines.append(
                say("Pas na het doel, in latere stappen, beweegt: {names}. Een stap is geen maand.").format(
                    names=self._names(late)
                )
            )
        return lines

    def _names(self, factors: Sequence[str]) -> str:
        return ", ".join(self._maps.factors[factor].label.to(self._language) for factor in factors)

    def notes(self, shown: Sequence[Tried]) -> tuple[str, ...]:
        """Say how this was calculated, and what it leaves out."""
        if not self._maps.drawn:
            return ()
        say = self._say
        notes = [
            say(
                "Dit is geen voorspelling. Elke kaart is {n} keer doorgerekend, met drie rekenregels en met sterktes "
                "die schuiven binnen wat een woord kan betekenen. Drie regels geven drie eindstanden; alleen de "
                "richting telt."
            ).format(n=DRAWS)
        ]
        counted = (
            (
                say("Kaarten zonder een pijl vanaf wat er verandert; ‘gelijk’ is daar ‘niet getekend’: {counts}."),
                "without_arrow",
            ),
            (say("Kaarten die niet meedoen, omdat zij de factor niet hebben: {counts}."), "left_out"),
            (
                say("Kaarten waarop de berekening soms niet tot rust kwam; dat telt als onbeslist: {counts}."),
                "unsettled",
            ),
        )
        for line, what in counted:
            found = [(each.intervention.title.to(self._language), getattr(each, what)) for each in shown]
            counts = ", ".join(f"{title} {n}" for title, n in found if n)
            if counts:
                notes.append(line.format(counts=counts))
        return tuple(notes)

    def questions(self, shown: Sequence[Tried]) -> tuple[str, ...]:
        """Ask what this picture gives a team to talk about."""
        if not (self._maps.drawn and shown):
            return ()
        say, asked = self._say, []
        doubted = next((each for each in shown if self._is_doubted(each)), None)
        if doubted is not None:
            asked.append(
                say(
                    "‘{title}’ helpt niet op elke kaart. Wat zien mensen bij wie het tegenvalt, dat de anderen niet "
                    "zien?"
                ).format(title=doubted.intervention.title.to(self._language))
            )
        back = max(shown, key=lambda each: each.pushed(-1))
        if back.pushed(-1):
            asked.append(
                say("Wat doet de keten terug als u begint met ‘{title}’, en wie merkt dat het eerst?").format(
                    title=back.intervention.title.to(self._language)
                )
            )
        more = max(shown, key=lambda each: each.pushed(1))
        if more.pushed(1):
            asked.append(
                say(
                    "‘{title}’ roept op sommige kaarten meer van zichzelf op. Hoe weet u wanneer het genoeg is?"
                ).format(title=more.intervention.title.to(self._language))
            )
        disputed = next((factor for each in shown for factor, votes in each.votes.items() if is_contested(votes)), None)
        if disputed is not None:
            line = say("Over ‘{factor}’ spreken de kaarten elkaar tegen. Wie zag wat gebeuren?")
            asked.append(line.format(factor=self._maps.factors[disputed].label.to(self._language)))
        asked.append(
            say("Welke van deze ingrepen zou u ook andersom durven: minder in plaats van meer?")
            if len(shown) > 1
            else say("Zou u deze ingreep ook andersom durven: minder in plaats van meer?")
        )
        asked.append(say("Waaraan zou u binnen een maand zien dat u moet bijsturen?"))
        return tuple(asked)

    def _is_doubted(self, tried: Tried) -> bool:
        votes = tried.votes.get(tried.intervention.aim)
        if votes is None:
            return False
        good = self._maps.factors[tried.intervention.aim].wanted or 1
        return bool(votes.undecided or (votes.falls if good > 0 else votes.rises))


def is_robust(votes: Votes) -> bool:
    """Tell whether nearly all maps in which a factor can move agree on its direction."""
    most = max(votes.rises, votes.falls)
    return most >= FEWEST and most >= ROBUST * votes.moves


def is_contested(votes: Votes) -> bool:
    """Tell whether at least two maps go up and at least two go down."""
    return min(votes.rises, votes.falls) >= CONTESTED
