"""Reckonings for answer files of places and groups that are watched: labour inspections, conscripts, populations at risk, and
people held before a removal or met in a raid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from django.conf import settings

from panoh.assessment.queries.answers.about import About, in_all_languages, table
from panoh.assessment.queries.answers.of_registers import ASKED
from panoh.assessment.rules.answers.counts import Cell, Count
from panoh.instruments import countries
from panoh.instruments.kinds.source import Words
from panoh.instruments.prevention import population
from panoh.prevention.models import (
    MobilisationOrder,
    PopulationSize,
    RaisedSignal,
    Remedy,
    SampledInterview,
    Site,
    Visit,
)
from panoh.screening.models import Operation, RosterEntry
from panoh.statistics.rules.wording import NOT_KNOWN

LABOUR = "labour_inspectorate"
HELD = (Operation.Kind.RAID, Operation.Kind.DETENTION)
NOT_HELD = (RosterEntry.Status.JOINED, RosterEntry.Status.NOT_MET)


def labour_inspections(about: About) -> Count:
    """Visits by desks of a labour inspectorate, by sector, and what came of them. Inspections that looked for something else
    stand in no record here."""
    made = Visit.objects.filter(status=Visit.Status.MADE, on__range=about.days, desk__agency__kind=LABOUR)
    many = Counter(made.values_list("site__sector", flat=True))
    raised = RaisedSignal.objects.filter(visit__in=made).count()
    rows = ((each.key, each.name, many[each.key]) for each in countries.sectors(settings.COUNTRY))
    tables = [
        table(Words("Sector", "Отрасль", "Соҳа"), rows),
        table(_CAME_OF_IT, [("signals", _SIGNALS, raised), ("remedies", _ASKED_FOR, _remedies(made))]),
    ]
    return about.count("labour_inspections", _INSPECTIONS, _VISITS, made.count(), tables)


def conscription(about: About) -> Count:
    """Draft boards and garrisons: put on the list after a signal or complaint, visited, people asked, what was asked for."""
    sites = Site.objects.filter(kind=Site.Kind.DRAFT)
    complaints = sites.filter(watched_since__range=about.days, concern=Site.Concern.SIGNAL).count()
    made = Visit.objects.filter(status=Visit.Status.MADE, on__range=about.days, site__in=sites)
    done = Remedy.objects.filter(visit__in=made, became=Remedy.Became.DONE).count()
    rows = [
        ("visits", _MADE, made.count()),
        ("asked", _INTERVIEWS, SampledInterview.objects.filter(visit__in=made).count()),
        ("remedies", _ASKED_FOR, _remedies(made)),
        ("done", _DONE, done),
    ]
    return about.count("conscription", _COMPLAINTS, _PLACES, complaints, [table(_RESULTS, rows)])


def children_under_arms(about: About) -> Count:
    """People who said at a site that they are conscripts or soldiers, and how old they are. They stand for nobody else."""
    asked = SampledInterview.objects.filter(visit__on__range=about.days, role=SampledInterview.Role.CONSCRIPT)
    ages = Counter(asked.values_list("age", flat=True))
    rows = ((key, in_all_languages(label), ages[key]) for key, label in SampledInterview.Age.choices)
    return about.count("children_under_arms", _CONSCRIPTS, "person", asked.count(), [table(_AGE, rows, parts=True)])


def refuge_sought(about: About) -> Count:
    return _sizes(about, "refuge_sought", _REFUGE, "refugees", "asylum_seekers", "stateless")


def foreign_workers(about: About) -> Count:
    return _sizes(about, "foreign_workers", _FOREIGN, "foreign_workers")


def ordered_by_whom(about: About) -> Count:
    """Orders to work in the period by whom they were for, and whether a body of the state is named as giving them."""
    found = MobilisationOrder.objects.filter(on__range=about.days)
    whom = Counter(found.values_list("whom", flat=True))
    state = found.filter(ordered_by__isnull=False).count()
    choices = MobilisationOrder.Whom.choices
    tables = [
        table(_WHOM, ((key, in_all_languages(label), whom[key]) for key, label in choices), parts=True),
        table(_BY_STATE, [("state", _BY_STATE, state)]),
    ]
    return about.count("ordered_by_whom", _ORDERS, _ORDERS_UNIT, found.count(), tables)


def held_and_asked(about: About) -> Count:
    """People met in raids or on lists before a removal, and how many were screened. Of arrests nobody put on a list,
    nothing is known here."""
    lists = Operation.objects.filter(on__range=about.days, kind__in=HELD)
    lines = RosterEntry.objects.filter(operation__in=lists).exclude(status__in=NOT_HELD)
    rows = list(lines.values_list("operation__kind", "status"))
    screened, kinds = Counter(status in ASKED for _kind, status in rows), Counter(kind for kind, _status in rows)
    tables = [
        table(_SCREENED, [("screened", _YES, screened[True]), ("not_screened", _NO, screened[False])], parts=True),
        table(_WHERE, ((kind.value, in_all_languages(kind.label), kinds[kind]) for kind in HELD), parts=True),
    ]
    return about.count("held_and_asked", _HELD, _PEOPLE, len(rows), tables)


def _sizes(about: About, source: str, name: Words, *keys: str) -> Count:
    """The newest statement of each, by the last day of the period, with its source. Statements of others: none is added up."""
    last = min(about.days[1], about.on)
    rows: list[tuple[str, Words, Cell]] = []
    for key in keys:
        said = PopulationSize.objects.filter(population=key, as_of__lte=last).order_by("-as_of", "-pk").first()
        rows.append((key, population(key).name, _said(said)))
    stated = sum(PopulationSize.objects.filter(population=key, as_of__lte=last).exists() for key in keys)
    return about.count(source, name, _STATEMENTS, stated, [table(_SIZE, rows)])


def _said(row: PopulationSize | None) -> Words:
    if row is None:
        return _NOBODY
    size = NOT_KNOWN if row.size is None else Words(str(row.size))
    return Words("{size} ({source}, {day})").fill(size=size, source=row.source, day=row.as_of.strftime("%d.%m.%Y"))


def _remedies(visits: Iterable[Visit]) -> int:
    return Remedy.objects.filter(visit__in=visits).count()


_INSPECTIONS = Words("Visits by labour inspectors", "Выезды инспекторов труда", "Боздиди нозирони меҳнат")
_VISITS = Words("visits", "выезды", "боздидҳо")
_CAME_OF_IT = Words("What came of it", "Результат", "Натиҷа")
_SIGNALS = Words("signals raised", "переданные сигналы", "хабарҳои додашуда")
_ASKED_FOR = Words("remedies asked for", "запрошенные меры", "чораҳои дархостшуда")
_COMPLAINTS = Words(
    "Draft boards and garrisons watched after a signal or complaint",
    "Военкоматы и гарнизоны под наблюдением после сигнала или жалобы",
    "Комиссариатҳо ва гарнизонҳои пас аз хабар ё шикоят назоратшаванда",
)
_PLACES = Words("places", "места", "ҷойҳо")
_RESULTS = Words("Results", "Результаты", "Натиҷаҳо")
_MADE = Words("visits made", "проведённые выезды", "боздидҳои анҷомёфта")
_INTERVIEWS = Words("people asked", "опрошенные", "пурсидашудагон")
_DONE = Words("remedies done", "выполненные меры", "чораҳои иҷрошуда")
_CONSCRIPTS = Words(
    "Conscripts asked at sites", "Призывники, опрошенные на местах", "Даъватшудагони дар ҷойҳо пурсидашуда"
)
_AGE = Words("Age", "Возраст", "Синну сол")
_REFUGE = Words(
    "Refugees, asylum seekers, stateless: as stated",
    "Беженцы, ищущие убежища, без гражданства: по заявлениям",
    "Гурезагон, паноҳҷӯён, бешаҳрвандон: аз рӯи изҳорот",
)
_FOREIGN = Words(
    "Foreign workers: as stated", "Иностранные работники: по заявлениям", "Коргарони хориҷӣ: аз рӯи изҳорот"
)
_STATEMENTS = Words("groups with a number stated", "группы с названным числом", "гурӯҳҳои дорои рақам")
_SIZE = Words("How many, and who says so", "Сколько и кто сообщает", "Чанд нафар ва кӣ мегӯяд")
_NOBODY = Words("nobody stated it", "никто не сообщал", "касе нагуфтааст")
_ORDERS = Words("Orders to work", "Приказы о работе", "Фармонҳои корӣ")
_ORDERS_UNIT = Words("orders", "приказы", "фармонҳо")
_WHOM = Words("Whom they were for", "Кого касались", "Ба кӣ дахл доштанд")
_BY_STATE = Words("given by an agency named", "отданы названным ведомством", "аз ҷониби мақоми номбаршуда")
_HELD = Words(
    "People met in raids and held before removal",
    "Люди из рейдов и задержанные перед высылкой",
    "Одамон аз рейдҳо ва пеш аз ихроҷ боздошта",
)
_PEOPLE = Words("people", "люди", "одамон")
_SCREENED = Words("Screened", "Опрошены", "Пурсида шуданд")
_YES = Words("screened", "опрошены", "пурсида шуданд")
_NO = Words("not screened", "не опрошены", "пурсида нашуданд")
_WHERE = Words("Where", "Где", "Дар куҷо")

OF_SITES: dict[str, Callable[[About], Count]] = {
    each.__name__: each
    for each in (
        labour_inspections,
        conscription,
        children_under_arms,
        refuge_sought,
        foreign_workers,
        ordered_by_whom,
        held_and_asked,
    )
}
