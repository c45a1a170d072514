"""Which column of a list of penalties means what, besides those that say who somebody is; and its words for kinds and
authorities, in English, Russian and Tajik."""

from __future__ import annotations

HEADINGS: dict[str, tuple[str, ...]] = {
    "penalty": ("penalty", "measure", "kind_of_penalty", "наказание", "мера", "вид_наказания", "мера_наказания", "ҷазо",
                "намуди_ҷазо"),
    "imposed_on": ("imposed_on", "date", "day", "penalty_date", "date_of_detention", "removal_date", "дата",
                   "дата_наказания", "дата_задержания", "дата_выдворения", "сана", "санаи_ҷазо", "санаи_боздошт"),
    "held_until": ("until", "held_until", "release_date", "до", "по", "срок_до", "дата_освобождения", "то", "то_санаи"),
    "article": ("article", "offence", "статья", "статья_коап", "правонарушение", "модда"),
    "authority": ("authority", "imposed_by", "орган", "кем_наложено", "мақомот", "аз_ҷониби"),
    "amount": ("amount", "fine_amount", "сумма", "сумма_штрафа", "размер_штрафа", "маблағ", "маблағи_ҷарима"),
    "currency": ("currency", "валюта", "асъор"),
    "held_at": ("held_at", "place_of_detention", "место_содержания", "где_содержится", "ҷои_нигоҳдорӣ"),
}  # fmt: skip
BY_HEADING = {heading: field for field, headings in HEADINGS.items() for heading in headings}

KINDS: dict[str, str] = {
    written: kind
    for kind, spellings in {
        "fine": ("fine", "fined", "штраф", "административный штраф", "ҷарима"),
        "detention": ("detention", "arrest", "detained", "арест", "административный арест", "задержание", "ҳабс",
                      "боздошт", "ҳабси маъмурӣ"),
        "charge": ("charge", "charged", "обвинение", "айбдоркунӣ"),
        "conviction": ("conviction", "convicted", "sentence", "осуждение", "приговор", "маҳкумият", "ҳукм"),
        "removal": ("removal", "deportation", "expulsion", "выдворение", "депортация", "ихроҷ", "депортатсия"),
    }.items()
    for written in spellings
}  # fmt: skip
AUTHORITIES: dict[str, str] = {
    written: authority
    for authority, spellings in {
        "police": ("police", "милиция", "полиция", "мвд", "овд", "милитсия", "вкд"),
        "prosecution": ("prosecution", "prosecutor", "прокуратура"),
        "court": ("court", "суд"),
        "migration": ("migration", "migration service", "миграционная служба", "хадамоти муҳоҷират"),
        "border": ("border", "border guard", "пограничная служба", "хадамоти сарҳадӣ"),
        "abroad": ("abroad", "за рубежом", "хориҷа"),
        "other": ("other", "иной", "другой", "дигар"),
    }.items()
    for written in spellings
}
