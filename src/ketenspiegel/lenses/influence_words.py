"""The maps of a team in words: loops as sentences, who draws an arrow the other way round, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ketenspiegel.language import Language, translator
from ketenspiegel.lenses.facets import NOTHING
from ketenspiegel.lenses.influence_maps import AT_LEAST, SHARE, Maps
from ketenspiegel.lenses.influence_stories import SHOWN_ARCHETYPES, Stories
from ketenspiegel.lenses.loops import THEN, capital
from ketenspiegel.methods.influence import Arrow

NAMED = 3


class Words:
    """What there is to say about maps.

    Parameters
    ----------
    maps
        The maps.
    labels
        The names of the shown groups, by id.
    language
        The reader's language.
    stories
        Its loops and archetypes in words.
    """

    def __init__(self, maps: Maps, labels: Mapping[str, str], language: Language, stories: Stories) -> None:
        self._maps, self._labels, self._language = maps, labels, language
        self._say, self._stories = translator(language), stories

    # Arrows

    def arrow(self, arrow: Arrow) -> str:
        """Tell an arrow with the sign that most drew; when they are even, both ways."""
        source, target = (self._maps.factors[end] for end in arrow)
        begin = capital(source.going(1, self._language))
        sign = self._maps.agreement[arrow].sign
        if sign:
            return f"{begin}{THEN}{target.going(sign, self._language)}"
        both = self._say("{more} of {less}").format(
            more=target.going(1, self._language), less=target.going(-1, self._language)
        )
        return f"{begin}{THEN}{both}"

    def odds(self, arrow: Arrow) -> str:
        """Name who sees an arrow strengthen and who weaken; a dash when nobody differs."""
        found = self._maps.agreement[arrow]
        if not found.contested:
            return NOTHING
        pairs = self._maps.at_odds(arrow)
        if not pairs:
            return self._say("verdeeld binnen de rollen")
        up = self._names(one for one, _ in pairs)
        down = self._names(other for _, other in pairs)
        return self._say("versterkt: {up}; verzwakt: {down}").format(up=up, down=down)

    def _names(self, groups: Iterable[str]) -> str:
        return ", ".join(self._labels[group].lower() for group in dict.fromkeys(groups))

    # Pictures to step through

    def most_title(self) -> str:
        """Name the picture of the arrows that most people drew."""
        return self._say("Wat de meesten zien")

    def most_words(self, shared: int) -> str:
        """Say what that picture holds, of how many shared arrows."""
        return self._say("De pijlen die de meesten hetzelfde tekenden, met hoe vaak. Gedeeld zijn er {n}.").format(
            n=shared
        )

    def shared_title(self) -> str:
        """Name the picture of all that people share."""
        return self._say("Alle gedeelde pijlen")

    def shared_words(self, shared: int) -> str:
        """Say what that picture holds."""
        return self._say("Alle {n} gedeelde pijlen bij elkaar: zo ingewikkeld is het.").format(n=shared)

    def contested_title(self) -> str:
        """Name the picture of what people differ on."""
        return self._say("Waarover zij verschillen")

    def contested_words(self) -> str:
        """Say what the picture of what people differ on holds."""
        return self._say("Pijlen die de een ‘versterkt’ noemt en de ander ‘verzwakt’: {n}").format(
            n=len(self._maps.contested)
        )

    # Findings

    def summary(self) -> str:
        """Tell the picture in words: its text alternative."""
        say, maps = self._say, self._maps
        if not maps.drawn:
            return say("Er zijn nog geen kaarten.")
        n, arrows = len(maps.drawn), len(maps.agreement)
        text = say("Kaarten: {n}. Samen hebben zij {arrows} verschillende pijlen.").format(n=n, arrows=arrows)
        text += " " + say("Gedeeld zijn er {shared}; over {contested} spreken mensen elkaar tegen.").format(
            shared=len(maps.shared), contested=len(maps.contested)
        )
        if self._stories.loops:
            text += " " + say("De kring die op de meeste kaarten staat: {loop}.").format(
                loop=self._stories.loop(self._stories.loops[0])
            )
        return text

    def findings(self) -> tuple[str, ...]:
        """Say what the maps show together."""
        if not self._maps.drawn:
            return ()
        return (*self._loop_findings(), *self._archetype_findings(), *self._arrow_findings(), *self._standing())

    def _loop_findings(self) -> list[str]:
        found = [
            self._say("{loop}. Deze kring staat heel op zoveel kaarten: {n}.").format(
                loop=self._stories.loop(each), n=each.maps
            )
            for each in self._stories.loops[:NAMED]
        ]
        if not found:
            found = [self._say("In de gedeelde kaart is geen kring: geen pijl komt terug waar hij begon.")]
        return found

    def _archetype_findings(self) -> list[str]:
        found = [
            self._say("Een patroon dat vaker voorkomt, een oplossing die het erger maakt: {words}.").format(
                words=self._stories.fix(each)
            )
            for each in self._stories.fixes[:SHOWN_ARCHETYPES]
        ]
        found += [
            self._say("Een patroon dat vaker voorkomt, een lapmiddel dat de oplossing verdringt: {words}.").format(
                words=self._stories.burden(each)
            )
            for each in self._stories.burdens[:SHOWN_ARCHETYPES]
        ]
        return found

    def _arrow_findings(self) -> list[str]:
        return [
            self._say("{source}, wat geeft dat? {more}: {stronger} kaarten. {less}: {weaker} kaarten. {odds}.").format(
                source=capital(self._maps.factors[arrow[0]].going(1, self._language)),
                more=capital(self._maps.factors[arrow[1]].going(1, self._language)),
                less=capital(self._maps.factors[arrow[1]].going(-1, self._language)),
                stronger=self._maps.agreement[arrow].stronger,
                weaker=self._maps.agreement[arrow].weaker,
                odds=capital(self.odds(arrow)),
            )
            for arrow in self._maps.contested[:NAMED]
        ]

    def _standing(self) -> list[str]:
        say, maps = self._say, self._maps
        kinds = {
            "active": say("Werken vooral op andere factoren (actief): {names}."),
            "reactive": say("Worden vooral door andere bewogen (reactief): {names}."),
            "critical": say("Doen allebei veel, en zijn dus kritisch om aan te raken: {names}."),
        }
        lines = []
        for kind, sentence in kinds.items():
            names = [name for name, each in maps.standings.items() if each.role == kind]
            if names and maps.shared:
                lines.append(
                    sentence.format(names=", ".join(maps.factors[name].label.to(self._language) for name in names))
                )
        return lines

    def notes(self) -> tuple[str, ...]:
        """Say what the picture leaves out."""
        say, maps = self._say, self._maps
        if not maps.drawn:
            return ()
        alone = sum(each.drawn == 1 for each in maps.agreement.values())
        notes = [
            say(
                "Een pijl is gedeeld als minstens {share}% van wie hem kon tekenen hem zo tekende, en minstens {n} "
                "mensen."
            ).format(share=round(100 * SHARE), n=AT_LEAST),
            say("Een kaart laat zien wat mensen denken, niet wat waar is. Hoe lang iets duurt, staat er niet op."),
        ]
        if alone:
            notes.append(
                say("Pijlen die maar op één kaart staan: {n}. Zij staan niet in dit beeld; vraag ernaar.").format(
                    n=alone
                )
            )
        hidden = len(maps.factors) - len(maps.shown)
        if hidden:
            notes.append(
                say("Eigen factoren die minder dan drie mensen hebben, staan er niet bij: {n}.").format(n=hidden)
            )
        for factor, names in maps.renamed.items():
            label = maps.factors[factor].label.to(self._language)
            quoted = ", ".join(f"‘{name}’" for name in names)
            notes.append(
                say("De factor ‘{label}’ heet op sommige kaarten anders: {names}.").format(label=label, names=quoted)
            )
        return tuple(notes)

    # Questions

    def questions(self) -> tuple[str, ...]:
        """Ask what this picture gives a team to talk about."""
        say, maps = self._say, self._maps
        if not maps.drawn:
            return ()
        asked = []
        reinforcing = next((each for each in self._stories.loops if each.loop.reinforcing), None)
        if reinforcing is not None:
            asked.append(
                say(
                    "{loop}. Wie heeft dit zien gebeuren, en waar in de kring zou u als eerste iets anders doen?"
                ).format(loop=self._stories.loop(reinforcing))
            )
        for arrow in maps.contested[:2]:
            source = maps.factors[arrow[0]].going(1, self._language)
            target = maps.factors[arrow[1]].label.to(self._language)
            asked.append(
                say(
                    "{source}: de een ziet daar iets anders van komen dan de ander, voor ‘{target}’. Wat zag u, en "
                    "wanneer?"
                ).format(source=capital(source), target=target)
            )
        for fix in self._stories.fixes[:1]:
            asked.append(say("{words}. Wat zou u doen als dit middel niet mocht?").format(words=self._stories.fix(fix)))
        unseen = [name for name in maps.shown if not any(name in arrow for arrow in maps.shared)]
        if unseen:
            names = ", ".join(f"‘{maps.factors[name].label.to(self._language)}’" for name in unseen[:NAMED])
            asked.append(
                say("Bijna niemand tekende een pijl bij {names}. Speelt dat hier niet, of ziet niemand het?").format(
                    names=names
                )
            )
        asked.append(say("Welke pijl staat op geen enkele kaart, en is er toch?"))
        return tuple(asked)
