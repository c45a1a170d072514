"""What figures are called and why one is missing, in three languages. Russian and Tajik wording is a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from panoh.instruments.kinds.figure import FigureValue, Missing, Precision, ValueKind
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.periods import Caveat, PeriodKind
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason, Value

NONE = Words("none", "ни одного", "ҳеҷ кас")
NOT_KNOWN = Words("not known", "неизвестно", "номаълум")
NOT_AVAILABLE = Words("not available", "нет данных", "маълумот нест")
UNITS: Mapping[str, Words] = {
    "person": Words(
        "persons, each once in the period", "лица, каждое один раз за период", "шахсон, ҳар яке дар давра як бор"
    ),
    "criminal_case": Words("criminal cases", "уголовные дела", "парвандаҳои ҷиноятӣ"),
    "crime": Words("crimes: articles in a case", "преступления: статьи в деле", "ҷиноятҳо: моддаҳо дар парванда"),
    "suspect": Words("suspects in a case", "обвиняемые в деле", "гумонбаршудагон дар парванда"),
    "permit_request": Words(
        "requests for a residence permit", "запросы вида на жительство", "дархостҳои иҷозатномаи истиқомат"
    ),
    "site": Words(
        "sites, each once in the period", "места, каждое один раз за период", "ҷойҳо, ҳар яке дар давра як бор"
    ),
    "visit": Words("visits", "посещения", "боздидҳо"),
    "interview": Words("people asked in confidence", "опрошенные конфиденциально", "ба таври махфӣ пурсидашудагон"),
    "remedy": Words("remedies asked for", "запрошенные меры", "чораҳои дархостшуда"),
    "order": Words(
        "orders by which people were called up", "приказы о мобилизации на работы", "фармонҳо оид ба сафарбар кардан"
    ),
    "victim": Words("victims of a case", "потерпевшие в деле", "ҷабрдидагон дар парванда"),
    "officer": Words(
        "officers, each once in the period",
        "сотрудники, каждый один раз за период",
        "кормандон, ҳар яке дар давра як бор",
    ),
    "contact": Words("calls and messages", "звонки и сообщения", "зангҳо ва паёмҳо"),
    "campaign": Words("campaigns", "кампании", "маъракаҳо"),
    "transfer": Words("transfers to a body abroad", "передачи органу за рубежом", "интиқолҳо ба мақоми хориҷӣ"),
}

DIMENSIONS: Mapping[str, Words] = {
    "form": Words("Form of exploitation", "Форма эксплуатации", "Шакли истисмор"),
    "sex": Words("Sex", "Пол", "Ҷинс"),
    "age_group": Words("Age", "Возраст", "Синну сол"),
    "nationality_group": Words("Nationality", "Гражданство", "Шаҳрвандӣ"),
    "region": Words("Region", "Регион", "Минтақа"),
    "migration": Words("With and without migration", "С миграцией и без неё", "Бо муҳоҷират ва бе он"),
    "ground": Words("Ground", "Основание", "Асос"),
    "signs": Words("Signs of forced labour", "Признаки принудительного труда", "Нишонаҳои меҳнати маҷбурӣ"),
    "became": Words("What became of it", "Что вышло", "Чӣ шуд"),
    "freely": Words("Freely", "Добровольно", "Ихтиёрӣ"),
    "receiver": Words("Which body", "Какой орган", "Кадом мақом"),
    "stage": Words("How far they came", "До какой стадии дошли", "То кадом марҳила расиданд"),
    "official": Words("Officials", "Должностные лица", "Шахсони мансабдор"),
}
CATEGORIES: Mapping[tuple[str, str], Words] = {
    ("form", "labour"): Words("forced labour", "принудительный труд", "меҳнати маҷбурӣ"),
    ("form", "sexual"): Words("sexual exploitation", "сексуальная эксплуатация", "истисмори ҷинсӣ"),
    ("form", "other"): Words("other exploitation", "иная эксплуатация", "истисмори дигар"),
    ("sex", "female"): Words("female", "женский", "зан"),
    ("sex", "male"): Words("male", "мужской", "мард"),
    ("sex", "other"): Words("other", "иной", "дигар"),
    ("migration", "without"): Words("not about migration only", "не только о миграции", "на танҳо дар бораи муҳоҷират"),
    ("migration", "only"): Words("about migration only", "только о миграции", "танҳо дар бораи муҳоҷират"),
    ("signs", "yes"): Words("with signs", "с признаками", "бо нишонаҳо"),
    ("signs", "no"): Words("without signs", "без признаков", "бе нишонаҳо"),
    ("became", "done"): Words("done", "сделано", "иҷро шуд"),
    ("became", "not_done"): Words("not done", "не сделано", "иҷро нашуд"),
    ("became", "open"): Words("not answered", "без ответа", "бе ҷавоб"),
    ("receiver", "host"): Words(
        "of the country the person is in", "страны, где находится человек", "кишваре, ки шахс дар он аст"
    ),
    ("receiver", "of_return"): Words(
        "who receives a return abroad", "принимающий возвращение за рубежом", "қабулкунандаи бозгашт дар хориҷа"
    ),
    ("freely", "yes"): Words("freely", "добровольно", "ихтиёрӣ"),
    ("freely", "no"): Words("not freely", "не добровольно", "ғайриихтиёрӣ"),
    ("official", "yes"): Words("officials", "должностные лица", "шахсони мансабдор"),
    ("official", "no"): Words("no officials", "не должностные лица", "на мансабдорон"),
    ("stage", "opened"): Words("opened", "возбуждено", "кушода шуд"),
    ("stage", "investigated"): Words("investigated", "расследуется", "тафтиш мешавад"),
    ("stage", "charged"): Words("charged", "обвинение предъявлено", "айб эълон шуд"),
    ("stage", "tried"): Words("on trial", "в суде", "дар суд"),
    ("stage", "sentenced"): Words("judged", "вынесен приговор", "ҳукм бароварда шуд"),
    ("stage", "appealed"): Words("on appeal", "обжалуется", "дар шикоят"),
    ("stage", "closed"): Words("closed", "закрыто", "баста шуд"),
    ("ground", "personal"): Words("personal situation", "личное положение", "вазъи шахсӣ"),
    ("ground", "cooperation"): Words(
        "co-operation with proceedings", "сотрудничество с процессом", "ҳамкорӣ бо тафтишот ва суд"
    ),
    ("nationality_group", "own"): Words("own nationals", "граждане страны", "шаҳрвандони кишвар"),
    ("nationality_group", "foreign"): Words(
        "foreign or stateless", "иностранцы и лица без гражданства", "хориҷиён ва бешаҳрвандон"
    ),
}
REASONS: Mapping[Reason, Words] = {
    Reason.NO_RECORDS: Words("nothing is on record yet", "записей ещё нет", "ҳанӯз сабт нест"),
    Reason.BEFORE_RECORDS: Words("before records began", "до начала записей", "пеш аз оғози сабтҳо"),
    Reason.NOT_BEGUN: Words("the period has not begun", "период ещё не начался", "давра ҳанӯз оғоз нашудааст"),
    Reason.NOT_DEFINED: Words(
        "not defined for this period", "для такого периода не определено", "барои ин давра муайян нашудааст"
    ),
}
CAVEATS: Mapping[Caveat, Words] = {
    Caveat.SO_FAR: Words(
        "The period is not over: it is counted up to today.",
        "Период не закончен: подсчёт до сегодняшнего дня.",
        "Давра тамом нашудааст: то имрӯз ҳисоб шудааст.",
    ),
    Caveat.DEFINITION_CHANGED_WITHIN: Words(
        "A definition changed within the period: the whole of it is counted by the newer one.",
        "Определение изменилось внутри периода: весь период подсчитан по новому.",
        "Таъриф дар дохили давра тағйир ёфт: тамоми давра аз рӯи навтарааш ҳисоб шудааст.",
    ),
    Caveat.RECORDS_BEGIN_WITHIN: Words(
        "Records begin within the period: what was before them is not counted.",
        "Записи начинаются внутри периода: более раннее не подсчитано.",
        "Сабтҳо дар дохили давра оғоз мешаванд: пеш аз он ҳисоб нашудааст.",
    ),
}
PERIODS: Mapping[PeriodKind, Words] = {
    PeriodKind.CALENDAR_YEAR: Words("calendar year", "календарный год", "соли тақвимӣ"),
    PeriodKind.FIRST_HALF: Words("January to June", "январь – июнь", "январ – июн"),
    PeriodKind.SECOND_HALF: Words("July to December", "июль – декабрь", "июл – декабр"),
    PeriodKind.TIP_REPORTING_PERIOD: Words(
        "April to March (TIP report)", "апрель – март (доклад TIP)", "апрел – март (гузориши TIP)"
    ),
    PeriodKind.JANUARY: Words("January", "январь", "январ"),
    PeriodKind.FEBRUARY: Words("February", "февраль", "феврал"),
    PeriodKind.MARCH: Words("March", "март", "март"),
    PeriodKind.APRIL: Words("April", "апрель", "апрел"),
    PeriodKind.MAY: Words("May", "май", "май"),
    PeriodKind.JUNE: Words("June", "июнь", "июн"),
    PeriodKind.JULY: Words("July", "июль", "июл"),
    PeriodKind.AUGUST: Words("August", "август", "август"),
    PeriodKind.SEPTEMBER: Words("September", "сентябрь", "сентябр"),
    PeriodKind.OCTOBER: Words("October", "октябрь", "октябр"),
    PeriodKind.NOVEMBER: Words("November", "ноябрь", "ноябр"),
    PeriodKind.DECEMBER: Words("December", "декабрь", "декабр"),
}
SERIES: Mapping[str, Words] = {
    "victims_identified": Words("Victims identified", "Выявленные жертвы", "Қурбониёни муайяншуда"),
    "victims_identified_abroad": Words(
        "Nationals identified abroad", "Граждане, выявленные за рубежом", "Шаҳрвандони дар хориҷа муайяншуда"
    ),
    "victims_estimated": Words("Victims estimated", "Оценка числа жертв", "Шумораи тахминии қурбониён"),
    "victims_referred": Words("Victims referred", "Направленные жертвы", "Қурбониёни равонкардашуда"),
    "victims_assisted": Words("Victims assisted", "Жертвы, получившие помощь", "Қурбониёни кӯмакгирифта"),
    "returnees_assisted": Words("Returnees assisted", "Возвращенцы, получившие помощь", "Баргаштагони кӯмакгирифта"),
    "residency_foreign_victims": Words(
        "Residency asked for by foreign victims",
        "Запросы иностранных жертв о пребывании",
        "Дархостҳои истиқомат аз қурбониёни хориҷӣ",
    ),
    "victims_returned": Words("Victims who returned", "Вернувшиеся жертвы", "Қурбониёни баргашта"),
    "repatriated": Words("People brought home", "Возвращённые на родину", "Ба ватан овардашудагон"),
    "children_in_state_custody": Words(
        "Children in state custody", "Дети на попечении государства", "Кӯдакони дар нигоҳдошти давлат"
    ),
    "shelter_residents": Words("Residents of the shelter", "Проживавшие в приюте", "Сокинони паноҳгоҳ"),
    "crimes_registered": Words("Crimes registered", "Зарегистрированные преступления", "Ҷиноятҳои ба қайд гирифташуда"),
    "investigations": Words("Investigations", "Расследования", "Тафтишот"),
    "prosecutions": Words("Prosecutions", "Уголовные преследования", "Таъқиби ҷиноятӣ"),
    "convictions": Words("Convictions", "Приговоры", "Маҳкумкунӣ"),
}
_MISSING: Mapping[Missing, Words] = {
    Missing.NOT_REPORTED: Words("not reported", "не сообщено", "хабар дода нашудааст"),
    Missing.NOT_SEEN: Words(
        "reported, number not seen", "сообщено, число не видели", "хабар дода шуд, рақам дида нашуд"
    ),
}
_PRECISION: Mapping[Precision, Words] = {
    Precision.EXACT: Words("{}", "{}", "{}"),
    Precision.ABOUT: Words("about {}", "около {}", "тақрибан {}"),
    Precision.AT_LEAST: Words("at least {}", "не менее {}", "на кам аз {}"),
    Precision.AT_MOST: Words("at most {}", "не более {}", "на беш аз {}"),
    Precision.MORE_THAN: Words("more than {}", "более {}", "беш аз {}"),
}


def category(dimension: str, key: str, regions: Mapping[str, Words]) -> Words:
    """The name of a breakdown's row. A code without a name stands for itself."""
    if key == "unknown":
        return NOT_KNOWN
    if dimension == "region":
        return regions.get(key, Words(key))
    return CATEGORIES.get((dimension, key), Words(key.replace("-", "–")))


@dataclass(frozen=True)
class Shown:
    """A value as a page shows it: its words, why it is missing, and whether it is too small to be published."""

    words: Words
    why: Words | None
    small: bool


def words(value: Value) -> Words:
    """Our own value in words: the number, none, or not available."""
    match value:
        case Number(count):
            return Words(str(count))
        case NoneCounted():
            return NONE
        case NotAvailable():
            return NOT_AVAILABLE


def shown(value: Value) -> Shown:
    why = REASONS[value.reason] if isinstance(value, NotAvailable) else None
    return Shown(words(value), why, value.small)


def published(value: FigureValue) -> Words:
    """Someone else's value in words, as exactly as it was published and no more."""
    if value.kind is ValueKind.NUMBER:
        frame = _PRECISION[value.precision]
        return Words(*(each.format(f"{value.number:f}") for each in (frame.en, frame.ru, frame.tg)))
    if value.kind is ValueKind.NONE:
        return NONE
    if value.missing is not None:
        return _MISSING[value.missing]
    return Words(value.text)
