"""Where a version of the procedure protects less, or asks what no page can do yet. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

BROKEN = Words("A promise is broken: {promise}", "Нарушено обещание: {promise}", "Ваъда вайрон шудааст: {promise}")
THE_STATE = Words(
    "The state “{name}” is gone or means something else.",
    "Состояние «{name}» исчезло или значит другое.",
    "Ҳолати «{name}» нест шудааст ё маънои дигар дорад.",
)
HELP_NOT_EVERYWHERE = Words(
    "{name} cannot be asked for everywhere any more.",
    "«{name}»: теперь можно попросить не везде.",
    "«{name}»: акнун на ҳама ҷо пурсидан мумкин аст.",
)
HELP_DEPENDS = Words(
    "{name} depends on more than before.",
    "«{name}»: зависит от большего, чем раньше.",
    "«{name}»: аз чизҳои бештар вобаста аст.",
)
THE_STEP = Words("The step “{name}” {said}.", "Шаг «{name}» {said}.", "Қадами «{name}» {said}.")
STEP_GONE = Words("is gone", "исчез", "нест шудааст")
STEP_NEW_AGAINST = Words(
    "is a new way to an end against the person",
    "– новый путь к исходу против человека",
    "роҳи нави анҷоми бар зидди шахс аст",
)
STEP_LEADS_ELSEWHERE = Words("leads elsewhere", "ведёт в другое место", "ба ҷои дигар мебарад")
STEP_NEEDS_MORE = Words("needs more than before", "требует больше, чем раньше", "назар ба пештара бештар талаб мекунад")
STEP_NEEDS_LESS = Words("needs less than before", "требует меньше, чем раньше", "назар ба пештара камтар талаб мекунад")
STEP_SIGNED_OTHERWISE = Words("is signed otherwise", "подписывается иначе", "ба тарзи дигар имзо мешавад")
STEP_ASKS_OTHERWISE = Words(
    "asks for another consent, or treats children otherwise",
    "требует другого согласия или иначе относится к детям",
    "розигии дигар мепурсад ё бо кӯдакон дигар хел муносибат мекунад",
)
STEP_ASKED_BY_FEWER = Words(
    "can be asked for by fewer", "могут попросить меньше людей", "аз ҷониби шахсони камтар пурсида мешавад"
)
STEP_FEWER_SAFEGUARDS = Words("has fewer safeguards", "имеет меньше гарантий", "кафолатҳои камтар дорад")
STEP_OTHER_KIND = Words("is another kind of step", "стал шагом другого рода", "қадами навъи дигар шудааст")
THE_CLOCK = Words("The clock “{name}” {said}.", "Срок «{name}» {said}.", "Муҳлати «{name}» {said}.")
CLOCK_GONE = Words("is gone", "исчез", "нест шудааст")
CLOCK_LENGTHENED_LESS = Words(
    "can be lengthened by less", "можно продлить на меньшее", "ба муддати камтар дароз карда мешавад"
)
CLOCK_PUT_OFF_FURTHER = Words("can be put off further", "можно отложить дальше", "дуртар мавқуф гузошта мешавад")
CLOCK_COUNTED_OTHERWISE = Words("is counted in another way", "считается иначе", "ба тарзи дигар ҳисоб мешавад")
CLOCK_SHORTER = Words("guarantees a shorter time", "гарантирует меньшее время", "вақти камтарро кафолат медиҳад")
CLOCK_LATER = Words("is due later", "наступает позже", "дертар фаро мерасад")
CLOCK_FOR_FEWER = Words("runs for fewer people", "идёт для меньшего числа людей", "барои одамони камтар амал мекунад")
CLOCK_OTHER_WHEN_MISSED = Words(
    "does something else when missed", "при пропуске делает другое", "ҳангоми гузаштан кори дигар мекунад"
)
CLOCK_RUNS_LESS = Words(
    "starts later, stops sooner or stands still more often",
    "начинается позже, кончается раньше или чаще стоит",
    "дертар оғоз меёбад, пештар қатъ мешавад ё бештар меистад",
)
PANEL_LESS = Words(
    "The panel needs less than before to decide against a person.",
    "Коллегии нужно меньше, чем раньше, чтобы решить против человека.",
    "Ба ҳайат барои қарор бар зидди шахс назар ба пештара камтар лозим аст.",
)

# What the pages of this system cannot do yet.
PART: dict[str, Words] = {
    "role": Words("The role", "Роль", "Нақши"),
    "state": Words("The state", "Состояние", "Ҳолати"),
    "step": Words("The step", "Шаг", "Қадами"),
    "clock": Words("The clock", "Срок", "Муҳлати"),
    "help": Words("The help", "Помощь", "Кӯмаки"),
}
PART_GONE = Words(
    "{part} “{name}” is gone, and pages work with it.",
    "{part} «{name}»: удалено, а страницы с этим работают.",
    "{part} «{name}» нест шудааст, вале саҳифаҳо бо он кор мекунанд.",
)
WAITS_FOR_UNKNOWN = Words(
    "waits for something no page records yet ({what})",
    "ждёт того, что ни одна страница ещё не записывает ({what})",
    "мунтазири чизест, ки ҳанӯз ягон саҳифа сабт намекунад ({what})",
)
ASKS_UNKNOWN_CONSENT = Words(
    "asks for a consent its page does not ask for ({what})",
    "требует согласия, о котором его страница не спрашивает ({what})",
    "розигиеро талаб мекунад, ки саҳифааш намепурсад ({what})",
)
NOT_WHERE_ITS_PAGE_LEADS = Words(
    "no longer leads where its page leads",
    "больше не ведёт туда, куда ведёт его страница",
    "дигар ба ҷое намебарад, ки саҳифааш мебарад",
)
NO_SECOND_SIGNATURE_THERE = Words(
    "needs a second signature, and its page has none",
    "требует второй подписи, а на его странице её нет",
    "имзои дуюм талаб мекунад, вале дар саҳифааш он нест",
)
CLOCK_DEAF = Words(
    "no longer listens to what pages tell it",
    "больше не слышит того, что сообщают страницы",
    "дигар он чиро, ки саҳифаҳо мегӯянд, намешунавад",
)
