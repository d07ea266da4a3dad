"""The words with which meetings are written down."""

from __future__ import annotations

from ketenspiegel.language import Language, translator


def meeting_texts(language: Language) -> dict[str, str | list[str]]:
    """Give the texts of the page with meetings in one language; values in braces are filled in by the front end.

    Examples
    --------
    >>> meeting_texts("nl")["meeting_add"]
    'Overleg toevoegen'
    """
    say = translator(language)
    return {
        "meetings_title": say("Uw overleggen"),
        "meetings_hint": say(
            "Schrijf op welke overleggen er zijn, elk overleg één keer. Noem functies en organisaties, geen namen van "
            "mensen. Staat uw lijst al in een tabel (CSV)? Open die dan op de pagina waar de antwoorden samenkomen."
        ),
        "meeting_total_none": say("Er staat nog geen overleg op uw lijst."),
        "meeting_total_one": say("1 overleg. Het kost de deelnemers samen {hours} uur per maand."),
        "meeting_total": say("{n} overleggen. Samen kosten ze de deelnemers {hours} uur per maand."),
        "meeting_add": say("Overleg toevoegen"),
        "meeting_full": say("Op deze lijst passen hoogstens {n} overleggen."),
        "meeting_edit": say("Wijzig"),
        "meeting_edit_of": say("Wijzig {name}"),
        "meeting_remove": say("Verwijder"),
        "meeting_remove_of": say("Verwijder {name}"),
        "meeting_removed": say("{name} is verwijderd."),
        "meeting_put_back": say("Zet terug"),
        "meeting_put_back_of": say("Zet terug: {name}"),
        "meeting_done": say("Klaar met dit overleg"),
        "meeting_new": say("Nieuw overleg"),
        "meeting_unnamed": say("Overleg zonder naam ({time})"),
        "meeting_name": say("Hoe heet het overleg?"),
        "meeting_name_hint": say("Bijvoorbeeld: casusoverleg jeugd."),
        "meeting_name_missing": say("Geef het overleg een naam."),
        "meeting_double": say(
            "Zo heet er al een. Is dit een ander overleg, geef het dan een andere naam: wat hetzelfde heet, telt later "
            "als één overleg."
        ),
        "meeting_often": say("Hoe vaak is het overleg?"),
        "meeting_times": say("Aantal keer"),
        "meeting_per": say("per"),
        "meeting_often_hint": say("Om de week is 26 keer per jaar, eens in de zes weken is 9 keer per jaar."),
        "meeting_times_wrong": say("Vul een getal in van meer dan 0 en hoogstens {most}."),
        "meeting_week": say("week"),
        "meeting_month": say("maand"),
        "meeting_quarter": say("kwartaal"),
        "meeting_year": say("jaar"),
        "meeting_once_per": say("Eén keer per {per}"),
        "meeting_times_per": say("{n} keer per {per}"),
        "meeting_long": say("Hoe lang duurt het?"),
        "meeting_lengths": [
            say("een half uur"),
            say("45 minuten"),
            say("1 uur"),
            say("anderhalf uur"),
            say("2 uur"),
            say("3 uur"),
            say("een dagdeel (4 uur)"),
            say("een dag (8 uur)"),
        ],
        "meeting_length_other": say("anders"),
        "meeting_hours": say("Aantal uren"),
        "meeting_hours_of": say("{n} uur"),
        "meeting_hours_wrong": say("Vul het aantal uren in: meer dan 0 en hoogstens {most}."),
        "meeting_what_for": say("Waar is het voor?"),
        "meeting_who": say("Wie zitten er?"),
        "meeting_who_hint": say("Noem functies, geen namen van mensen. Wie u eerder noemde, kunt u aanvinken."),
        "meeting_who_first_hint": say("Noem functies, geen namen van mensen. Bij het volgende overleg staan ze klaar."),
        "meeting_people": say("aantal"),
        "meeting_people_of": say("aantal mensen: {label}"),
        "meeting_another": say("Voeg een deelnemer toe"),
        "meeting_function": say("Functie"),
        "meeting_function_hint": say("Bijvoorbeeld: jeugdarts."),
        "meeting_function_missing": say("Vul een functie in."),
        "meeting_organisation": say("Organisatie"),
        "meeting_organisation_hint": say("Bijvoorbeeld: GGD. Dit mag leeg blijven."),
        "meeting_number": say("Aantal mensen"),
        "meeting_add_participant": say("Voeg toe"),
        "meeting_participant_added": say("{label} staat in de lijst."),
        "meeting_participants_full": say("In één overleg passen hoogstens {n} deelnemers."),
        "meeting_nobody": say("Nog geen deelnemers."),
        "meeting_no_purpose": say("Nog geen doel."),
    }
