"""The words with which somebody draws a map of influences."""

from __future__ import annotations

from ketenspiegel.language import Language, translator


def map_texts(language: Language) -> dict[str, str | list[str]]:
    """Give the texts of the page with the map; values in braces are filled in by the front end.

    Examples
    --------
    >>> map_texts("nl")["map"], map_texts("en")["map"]
    ('Uw kaart', 'Your map')
    """
    say = translator(language)
    return {
        "map": say("Uw kaart"),
        "map_hint": say(
            "Sleep van de ene factor naar de andere om een pijl te trekken. Zonder muis of vinger kiest u ze hieronder "
            "uit twee lijsten. Teken alleen wat u zelf hebt gezien of gemerkt."
        ),
        "map_label": say("Kaart van factoren met {n} pijlen. Alle pijlen staan hieronder als zin."),
        "map_key_more": say("+ hoe meer het een, hoe meer het ander"),
        "map_key_less": say("− hoe meer het een, hoe minder het ander"),
        "map_more": say("meer ‘{name}’"),
        "map_less": say("minder ‘{name}’"),
        "map_choose": say("Kies een factor"),
        "map_source": say("Wat werkt er?"),
        "map_target": say("Waarop werkt het?"),
        "map_then": say("{more} geeft"),
        "map_strength": say("Hoe sterk?"),
        "map_arrow_new": say("Een pijl erbij"),
        "map_arrow_is": say("Deze pijl staat op de kaart"),
        "map_add": say("Zet op de kaart"),
        "map_remove": say("Haal van de kaart"),
        "map_next": say("Nog een pijl vanaf dezelfde factor"),
        "map_added": say("Op de kaart gezet: {sentence} ({strength})."),
        "map_changed": say("Veranderd: {sentence} ({strength})."),
        "map_removed": say("Van de kaart gehaald: {sentence}."),
        "map_undo": say("Maak de laatste stap ongedaan"),
        "map_undone": say("De laatste stap is ongedaan gemaakt."),
        "map_arrows": say("Alle pijlen"),
        "map_empty": say("Er staat nog geen pijl op de kaart."),
        "map_factors": say("Factoren weglaten, toevoegen of anders noemen"),
        "map_factors_hint": say(
            "Ontbreekt er iets, of klopt een woord niet? Verander het hier. Spreek eigen factoren vooraf af met uw "
            "team: wie dezelfde naam gebruikt, bedoelt hetzelfde. Een ander kan de factoren overnemen uit uw bestand."
        ),
        "map_take": say("Neem de factoren over uit een bestand"),
        "map_taken": say("De factoren uit {name} staan op de kaart. Uw pijlen zijn gebleven."),
        "map_take_wrong": say("In {name} staan geen factoren voor deze kaart. Er is niets veranderd."),
        "map_own": say("Een factor erbij"),
        "map_own_add": say("Voeg toe"),
        "map_factor_added": say("Toegevoegd: {name}."),
        "map_name_of": say("Naam van de factor ‘{name}’"),
        "map_name_taken": say("De factor ‘{name}’ staat er al."),
        "map_renamed": say("De factor heet nu {name}."),
        "map_drop": say("Laat weg"),
        "map_drop_of": say("Laat ‘{name}’ weg, met de pijlen eraan"),
        "map_dropped": say("Weggelaten: {name}, met de pijlen eraan."),
        "map_restore": say("Zet ‘{name}’ terug"),
        "map_restored": say("Teruggezet: {name}."),
        "map_full": say("Er passen hoogstens {n} factoren op de kaart."),
    }
