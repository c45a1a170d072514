"""What tiers, counts and consequences are called, in three languages. Russian and Tajik wording is a draft."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.tier import Basis, Tier

TIERS: Mapping[Tier, Words] = {
    Tier.ONE: Words("Tier 1", "Уровень 1", "Сатҳи 1"),
    Tier.TWO: Words("Tier 2", "Уровень 2", "Сатҳи 2"),
    Tier.WATCH_LIST: Words("Tier 2 Watch List", "Уровень 2, список наблюдения", "Сатҳи 2, рӯйхати назорат"),
    Tier.THREE: Words("Tier 3", "Уровень 3", "Сатҳи 3"),
    Tier.SPECIAL_CASE: Words("Special case, no tier", "Особый случай, без уровня", "Ҳолати махсус, бе сатҳ"),
    Tier.NOT_IN_REPORT: Words("not in the report", "нет в докладе", "дар гузориш нест"),
}
SHORT: Mapping[Tier, Words] = {
    **TIERS,
    Tier.WATCH_LIST: Words("Watch List", "Список наблюдения", "Рӯйхати назорат"),
}
"""For a drawing, which has little room."""
NOT_SEEN = Words("not seen", "не видели", "дида нашудааст")
NOT_ON_LISTS = Words(
    "not seen; not on the watch list and not Tier 3",
    "не видели; не в списке наблюдения и не Уровень 3",
    "дида нашудааст; на дар рӯйхати назорат ва на Сатҳи 3",
)
CONTESTED = Words(
    "sources do not agree: {tiers}",
    "источники расходятся: {tiers}",
    "сарчашмаҳо мувофиқ нестанд: {tiers}",
)
ACCEPTED = Words(
    "accepted here from a source text",
    "принято здесь из исходного текста",
    "ин ҷо аз матни сарчашма қабул шуд",
)
BASES: Mapping[Basis, Words] = {
    Basis.DATASET: Words("row of a published table", "строка опубликованной таблицы", "сатри ҷадвали нашршуда"),
    Basis.REPORT: Words("read in the report", "прочитано в докладе", "дар гузориш хонда шуд"),
    Basis.LIST: Words("read in a list", "прочитано в списке", "дар рӯйхат хонда шуд"),
    Basis.PRESS: Words("news report", "сообщение прессы", "хабари матбуот"),
    Basis.DERIVED: Words("follows from another text", "следует из другого текста", "аз матни дигар бармеояд"),
}
VERDICTS: Mapping[str, Words] = {
    "violation": Words("violation", "нарушение", "вайронкунӣ"),
    "warning": Words("warning", "предупреждение", "огоҳӣ"),
    "unknown": Words("cannot be told", "сказать нельзя", "гуфтан мумкин нест"),
}

# Moves between two reports
FIRST = Words("first placement", "первое место в докладе", "ҷои аввал дар гузориш")
UP = Words("up", "вверх", "ба боло")
DOWN = Words("down", "вниз", "ба поён")

# The path
COUNTED = Words(
    "Years counted towards the limit of {limit}: {count}.",
    "Лет в счёт предела ({limit}): {count}.",
    "Солҳое, ки ба ҳадди {limit} ҳисоб мешаванд: {count}.",
)
NO_LIMIT = Words(
    "There was no limit then: these years do not count.",
    "Предела тогда не было: эти годы не считаются.",
    "Он вақт ҳад набуд: ин солҳо ҳисоб намешаванд.",
)
WOULD_BE_DUE_UNLESS_WAIVED = Words(
    "Left on the list, Tier 3 would have been due in the report of {report} unless waived.",
    "Останься страна в списке, в докладе {report} года без отсрочки полагался бы Уровень 3.",
    "Агар кишвар дар рӯйхат мемонд, дар гузориши соли {report} бе мӯҳлатдиҳӣ Сатҳи 3 лозим мешуд.",
)
WOULD_BE_DUE = Words(
    "Left on the list, Tier 3 would have been due in the report of {report}, with no waiver left.",
    "Останься страна в списке, в докладе {report} года полагался бы Уровень 3: отсрочек не осталось.",
    "Агар кишвар дар рӯйхат мемонд, дар гузориши соли {report} Сатҳи 3 лозим мешуд: мӯҳлат намонда буд.",
)
WOULD_BE_AGAINST_ONE_YEAR = Words(
    "Left on the list in the report of {report}, it would have stood there against the one-year rule as we read it: "
    "one consecutive year after an automatic downgrade.",
    "Останься страна в списке в докладе {report} года, это было бы против правила одного года, как мы его читаем: "
    "один год подряд после автоматического понижения.",
    "Агар кишвар дар гузориши соли {report} дар рӯйхат мемонд, ин хилофи қоидаи як сол мебуд, чунон ки мо мехонем: "
    "як соли пай дар пай пас аз пастшавии худкор.",
)
WAIVED = Words(
    "Kept on the list by a waiver in {report}.",
    "Оставлена в списке по отсрочке в {report} году.",
    "Дар соли {report} бо мӯҳлатдиҳӣ дар рӯйхат монд.",
)
AFTER_A_RUN = Words(
    "The limit had been reached before it: whether by rule or on the merits is not told by the placements.",
    "До этого предел был достигнут: по правилу или по существу – места в докладе не говорят.",
    "Пеш аз ин ҳад расида буд: аз рӯи қоида ё аз рӯи моҳият – ҷойҳо намегӯянд.",
)

# What the check finds
CHECK_NO_LIST = Words(
    "On the watch list before there was one.",
    "В списке наблюдения до его появления.",
    "Дар рӯйхати назорат пеш аз пайдоиши он.",
)
CHECK_LIMIT = Words(
    "On the watch list after {count} consecutive years; the law allows {limit}, and {waiver} more by waiver.",
    "В списке наблюдения после {count} лет подряд; закон допускает {limit} и ещё {waiver} по отсрочке.",
    "Дар рӯйхати назорат пас аз {count} соли пай дар пай; қонун {limit} ва боз {waiver}-ро бо мӯҳлатдиҳӣ "
    "иҷозат медиҳад.",
)
CHECK_ONE_YEAR = Words(
    "On the watch list for more than one year after an automatic downgrade, as we read the rule.",
    "В списке наблюдения более года после автоматического понижения, как мы читаем правило.",
    "Дар рӯйхати назорат зиёда аз як сол пас аз пастшавии худкор, чунон ки мо қоидаро мехонем.",
)
CHECK_WAIVER = Words(
    "After {count} consecutive years it can stand only by a waiver; none was seen.",
    "После {count} лет подряд возможно только по отсрочке; её не видели.",
    "Пас аз {count} соли пай дар пай танҳо бо мӯҳлатдиҳӣ мумкин аст; он дида нашудааст.",
)
CHECK_WAIVER_ODD = Words(
    "A waiver was seen, but by the count ({count}) none was needed: something in the history is missing or wrong.",
    "Отсрочку видели, но по счёту ({count}) она не нужна: в истории чего-то нет или что-то неверно.",
    "Мӯҳлатдиҳӣ дида шуд, аммо аз рӯи ҳисоб ({count}) он лозим набуд: дар таърих чизе намерасад ё нодуруст аст.",
)
CHECK_CONTESTED = Words(
    "Sources do not agree on the placement: {tiers}. None is chosen; the clock carries what follows from each.",
    "Источники расходятся о месте в докладе: {tiers}. Ни один не выбран; счёт ведётся по каждому.",
    "Сарчашмаҳо дар бораи ҷой мувофиқ нестанд: {tiers}. Ҳеҷ кадом интихоб нашудааст; ҳисоб аз рӯи ҳар яке меравад.",
)
CHECK_NOT_SEEN = Words("The placement was not seen.", "Место в докладе не видели.", "Ҷой дар гузориш дида нашудааст.")
CHECK_NOT_SEEN_DUE = Words(
    "The placement was not seen. After {count} consecutive years only Tier 3, or off the list, keeps to the law.",
    "Место в докладе не видели. После {count} лет подряд закону отвечает только Уровень 3 или выход из списка.",
    "Ҷой дар гузориш дида нашудааст. Пас аз {count} соли пай дар пай ба қонун танҳо Сатҳи 3 ё баромадан "
    "аз рӯйхат мувофиқ аст.",
)
CHECK_SOME = Words(
    "By some readings of what is known: {what}",
    "При некоторых прочтениях известного: {what}",
    "Аз рӯи баъзе хондани он чи маълум аст: {what}",
)
MAY_BE = Words("Cannot be told: {what}", "Сказать нельзя: {what}", "Гуфтан мумкин нест: {what}")

# What a next placement triggers
RUN_ENDS = Words(
    "No consecutive years stand behind it then. Placed on the watch list from {report} on, Tier 3 is due "
    "in {due} at the earliest.",
    "Лет подряд позади тогда нет. При попадании в список наблюдения с {report} года Уровень 3 полагается "
    "не раньше {due} года.",
    "Он гоҳ соли пай дар пай намемонад. Агар аз соли {report} ба рӯйхати назорат дохил шавад, Сатҳи 3 на "
    "пештар аз {due} лозим аст.",
)
LIFTED = Words(
    "Moved up, it stands on the special watch list for the interim assessment, whatever its tier.",
    "При подъёме страна стоит в специальном списке для промежуточной оценки при любом уровне.",
    "Ҳангоми бардошта шудан кишвар новобаста аз сатҳ дар рӯйхати махсус барои баҳодиҳии мобайнӣ меистад.",
)
ASSESSED = Words(
    "The interim assessment covers it, as it covers every country on the special watch list.",
    "Промежуточная оценка охватит её, как и каждую страну специального списка наблюдения.",
    "Баҳодиҳии мобайнӣ онро мисли ҳар кишвари рӯйхати махсуси назорат фаро мегирад.",
)
NTH_YEAR = Words(
    "It would be year number {count} in a row that counts.",
    "Это был бы считаемый год подряд: {count}-й.",
    "Ин соли пай дар пайи ҳисобшавандаи {count}-ум мебуд.",
)
DUE_NEXT = Words(
    "Left on the list, Tier 3 is due in the report of {due} unless waived; the law in force now lets a "
    "waiver reach the report of {last}.",
    "Останься страна в списке, в докладе {due} года без отсрочки полагается Уровень 3; по нынешнему "
    "закону отсрочка возможна до доклада {last} года.",
    "Агар кишвар дар рӯйхат монад, дар гузориши соли {due} бе мӯҳлатдиҳӣ Сатҳи 3 лозим аст; қонуни "
    "имрӯза мӯҳлатро то гузориши соли {last} иҷозат медиҳад.",
)
DUE_FOR_GOOD = Words(
    "Left on the list after that, Tier 3 is due in the report of {due}, with no waiver left.",
    "Останься страна в списке и после этого, в докладе {due} года полагается Уровень 3: отсрочек не останется.",
    "Агар кишвар пас аз ин низ дар рӯйхат монад, дар гузориши соли {due} Сатҳи 3 лозим аст: мӯҳлат намемонад.",
)
IF_BEHIND = Words(
    "If {count} consecutive years are behind it: {what}",
    "Если позади лет подряд {count}: {what}",
    "Агар {count} соли пай дар пай гузашта бошад: {what}",
)
ONLY_BY_WAIVER = Words(
    "Only by a waiver: {count} consecutive years are behind it. The law allows {waiver} waived.",
    "Только по отсрочке: позади {count} лет подряд. Закон допускает лет отсрочки: {waiver}.",
    "Танҳо бо мӯҳлатдиҳӣ: {count} соли пай дар пай гузаштааст. Қонун чунин солҳоро иҷозат медиҳад: {waiver}.",
)
NOT_OPEN = Words(
    "Not open by law: {count} consecutive years are behind it and no waiver is left. Tier 3 is due, or "
    "the country leaves the list.",
    "Закон этого не допускает: позади {count} лет подряд, отсрочек не осталось. Полагается Уровень 3, "
    "или страна выходит из списка.",
    "Қонун иҷозат намедиҳад: {count} соли пай дар пай гузаштааст ва мӯҳлат намондааст. Сатҳи 3 лозим аст "
    "ё кишвар аз рӯйхат мебарояд.",
)
WARN_ONE_YEAR = Words(
    "Warning: after a downgrade that followed the limit, a second consecutive year on the list is "
    "against the rule as we read it.",
    "Предупреждение: после понижения, последовавшего за пределом, второй год подряд в списке "
    "противоречит правилу, как мы его читаем.",
    "Огоҳӣ: пас аз пастшавӣ баъди ҳад соли дуюми пай дар пай дар рӯйхат ба қоида, чунон ки мо мехонем, мухолиф аст.",
)
ONE_YEAR_AHEAD = Words(
    "Afterwards the country may return to the watch list for one consecutive year only, as we read the rule.",
    "Затем страна может вернуться в список наблюдения только на один год подряд, как мы читаем правило.",
    "Баъд кишвар метавонад ба рӯйхати назорат танҳо ба як соли пай дар пай баргардад, чунон ки мо қоидаро мехонем.",
)
CLOCK_OPEN = Words(
    "No tier. Whether the count on the watch list stands still or ends is not settled by any text seen.",
    "Без уровня. Стоит ли счёт списка наблюдения или обрывается, ни один виденный текст не решает.",
    "Бе сатҳ. Оё ҳисоби рӯйхати назорат меистад ё мебурад, ягон матни дидашуда ҳал намекунад.",
)

_BETWEEN = Words("{first} to {last}", "от {first} до {last}", "аз {first} то {last}")
_EITHER = Words("{first} or {last}", "{first} или {last}", "{first} ё {last}")


def tiers(told: Collection[Tier]) -> Words:
    """One beside another, in the order given."""
    names = [SHORT[each] for each in told]
    return Words(*(" / ".join(each.in_language(language) for each in names) for language in ("en", "ru", "tg")))


def contested(told: Collection[Tier]) -> Words:
    return CONTESTED.fill(tiers=tiers(told))


def number(counts: Collection[int]) -> Words:
    """One number where it is certain; otherwise every number it can be, and never the likeliest."""
    first, last = min(counts), max(counts)
    if first == last:
        return Words(str(first))
    return (_EITHER if last - first == 1 else _BETWEEN).fill(first=first, last=last)


# Headings of the explanation, on the terminal and on the page
BEHIND = Words(
    "Consecutive years on the watch list behind it: {count}.",
    "Лет подряд в списке наблюдения позади: {count}.",
    "Солҳои пай дар пай дар рӯйхати назорат: {count}.",
)
NEXT = Words(
    "What each placement in the report of {report} would trigger (due {due})",
    "Что повлекло бы каждое место в докладе {report} года (срок {due})",
    "Ҳар ҷой дар гузориши соли {report} чиро ба бор меорад (муҳлат {due})",
)
NO_FORECAST = Words(
    "What the law attaches to each placement, and never how likely one is. Which one is made is a judgement of people.",
    "Что закон связывает с каждым местом, и никогда – насколько оно вероятно. Место определяют люди.",
    "Қонун ба ҳар ҷой чиро мепайвандад, вале ҳеҷ гоҳ – чӣ қадар эҳтимол дорад. Ҷойро одамон муайян мекунанд.",
)
BY = Words("by {day}", "до {day}", "то {day}")
FROM_TO = Words("{first} to {last}", "с {first} по {last}", "аз {first} то {last}")
NOT_OPEN_MARK = Words("not open by law", "закон не допускает", "қонун иҷозат намедиҳад")
