"""The words of the questionnaire form, apart from the questions themselves."""

from __future__ import annotations

from ketenspiegel.forms.map_texts import map_texts
from ketenspiegel.forms.meeting_texts import meeting_texts
from ketenspiegel.language import Language, translator


def texts(language: Language) -> dict[str, str | list[str]]:
    """Give the texts of the form in one language; values in braces are filled in by the front end.

    Examples
    --------
    >>> texts("nl")["next"], texts("en")["next"]
    ('Volgende', 'Next')
    """
    say = translator(language)
    return {
        "language_name": say("Nederlands"),
        "progress": say("{n} van {total} beantwoord"),
        "progress_short": say("({n} van {total})"),
        "save": say("Bewaar mijn antwoorden"),
        "open": say("Open een bestand"),
        "start": say("Begin"),
        "previous": say("Vorige"),
        "next": say("Volgende"),
        "contents": say("Alle thema's"),
        "theme_of": say("Thema {n} van {total}: {title}"),
        "place_own": say(
            "Uw antwoorden blijven op deze computer: in deze browser en in de map {folder}. Niemand anders krijgt ze, "
            "tenzij u een bestand doorgeeft."
        ),
        "place_browser": say(
            "Uw antwoorden blijven in deze browser. Niemand anders krijgt ze, tenzij u een bestand doorgeeft."
        ),
        "place_binder": say(
            "Let op: dit draait tijdelijk op een computer van Binder. Deze sessie verdwijnt als u stopt of even niets "
            "doet. Uw antwoorden staan daarna alleen in het bestand dat u zelf bewaart. Klik dus op ‘Bewaar mijn "
            "antwoorden’ voordat u weggaat. Met dat bestand kunt u later verder."
        ),
        "place_server": say(
            "Let op: dit draait op een computer van iemand anders. Daar blijft niets bewaard. Uw antwoorden staan "
            "alleen in het bestand dat u zelf bewaart. Klik dus op ‘Bewaar mijn antwoorden’ voordat u weggaat. Met dat "
            "bestand kunt u later verder."
        ),
        "municipality": say("Gemeente"),
        "municipality_hint": say("Kies uit de lijst of typ zelf een naam."),
        "chain": say("Keten"),
        "chain_hint": say("Over welke samenwerking gaat het? Bijvoorbeeld: jeugd, schulden of veiligheid."),
        "chains": [
            say("jeugd"),
            say("schulden"),
            say("veiligheid"),
            say("werk en inkomen"),
            say("zorg en ondersteuning"),
        ],
        "month": say("Maand"),
        "year": say("Jaar"),
        "role": say("Vanuit welke rol antwoordt u?"),
        "role_missing": say("Kies eerst een rol. De andere vakken mag u leeg laten."),
        "others": say("Over wie kunt u iets zeggen?"),
        "others_hint": say(
            "Kies alleen de groepen die u van dichtbij kent. Per groep krijgt u daarna dezelfde vragen, nu over hen."
        ),
        "no_role": say("nog geen rol"),
        "remark": say("Opmerking"),
        "remark_hint": say("Wilt u iets toelichten? Schrijf geen namen op en niets waaraan een gezin te herkennen is."),
        "clear_answer": say("Wis dit antwoord"),
        "clear_answer_of": say("Wis het antwoord op stelling {n}"),
        "kept": say("Bewaard in deze browser om {time}."),
        "not_kept": say("Nog niet bewaard in een bestand."),
        "resumed": say("Uw eerdere antwoorden staan er nog."),
        "saved": say("Het bestand {name} staat bij uw downloads."),
        "opening": say("Ik open {name}…"),
        "opened": say("Het bestand is geopend ({what})."),
        "too_large": say("Dit bestand is te groot: een antwoordblad is hoogstens {limit} MB. Er is niets veranderd."),
        "unreadable": say("Ik kan {name} niet lezen. Er is niets veranderd."),
        "no_answer": say(
            "Het openen lukt nu niet: het rekendeel van deze pagina antwoordt niet. Bewaar uw antwoorden en laad de "
            "pagina opnieuw."
        ),
        "not_written": say(
            "Bewaren op de schijf lukt niet ({reason}). Uw antwoorden staan nog in deze browser. Bewaar ze ook zelf."
        ),
        "older": say("Dit bestand is ouder dan de antwoorden die u hier al hebt. Wilt u het toch openen?"),
        "older_yes": say("Ja, open het oudere bestand"),
        "older_no": say("Nee, blijf bij deze antwoorden"),
        "kept_sheets": say("Eerder ingevuld op dit apparaat"),
        "kept_sheet": say("{role}, {what}, {when}"),
        "no_name": say("zonder naam"),
        "answers": say("antwoorden: {n}"),
        "arrows": say("pijlen: {n}"),
        "meetings": say("overleggen: {n}"),
        "wipe": say("Wis deze antwoorden"),
        "wipe_all": say("Wis mijn antwoorden"),
        "wipe_sure": say("Weet u het zeker?"),
        "wipe_yes": say("Ja, wis ze"),
        "wipe_no": say("Nee"),
        "wiped": say("De antwoorden zijn van dit apparaat gewist."),
        "done": say("Klaar"),
        "done_count": say("U hebt {n} van de {total} stellingen beantwoord."),
        "skipped": say("In deze thema's hebt u stellingen overgeslagen. Dat mag."),
        "done_save": say("Bewaar nu uw antwoorden. U krijgt een bestand dat u later weer kunt openen."),
        "then": say("En dan?"),
        "then_text": say(
            "Geef het bestand aan degene die de antwoorden van uw team bij elkaar brengt. Samen kijkt u naar de twee "
            "beelden."
        ),
        "then_link": say("Ga naar antwoorden samenbrengen en bekijken"),
        "next_person": say("Vult iemand anders op dit apparaat ook in?"),
        "new_sheet": say("Begin een nieuw antwoordblad"),
        "new_started": say("Dit is een nieuw, leeg antwoordblad."),
        **map_texts(language),
        **meeting_texts(language),
    }
