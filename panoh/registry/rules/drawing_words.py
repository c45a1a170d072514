"""What stands beside the names in the drawing and in the table of a procedure. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

EDITION = Words("{id} {version}, {adoption}", "{id} {version}, {adoption}", "{id} {version}, {adoption}")
ADOPTED_ON = Words("adopted on {on} by {by}", "принято {on}: {by}", "қабул шуд {on}: {by}")
LEADS = Words(
    "{step}: from {here} leads to {there}.",
    "{step}: из {here} ведёт в {there}.",
    "{step}: аз {here} ба {there} мебарад.",
)
STAYS = Words(
    "{step}: from {here} stays where it is.",
    "{step}: из {here}, состояние не меняется.",
    "{step}: аз {here}, ҳолат тағйир намеёбад.",
)
HEAD = (
    Words("step", "шаг", "қадам"),
    Words("name", "название", "ном"),
    Words("from", "из", "аз"),
    Words("to", "в", "ба"),
    Words("owner", "владелец", "соҳиб"),
    Words("signatures", "подписи", "имзоҳо"),
    Words("for", "для кого", "барои кӣ"),
    Words("clock", "срок", "муҳлат"),
)
IN_PLACE = Words("stays", "на месте", "дар ҷояш")
ONE, TWO = Words("one", "одна", "як"), Words("two", "две", "ду")
CLOCK = Words("{kind}, {period}", "{kind}, {period}", "{kind}, {period}")
