"""Reckonings for answer files from interviews: in which sectors people were met, what they told of how they were recruited
and held, this year beside the one before. Persons count once in each row; nobody's own words are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from panoh.assessment.queries.answers.about import About, in_all_languages, table
from panoh.assessment.rules.answers.counts import Count
from panoh.identification.queries.counted_as import counted_as, told_of
from panoh.instruments import countries, library
from panoh.instruments.kinds.screening import Dimension, Item
from panoh.instruments.kinds.source import Words
from panoh.prevention.models import RaisedSignal
from panoh.registry.models import Sex
from panoh.screening.models import Answer, Finding, Screening
from panoh.statistics.rules.wording import NOT_KNOWN

RECRUITMENT = "recruitment"
"""The phase of a group of indicators that is about how somebody was recruited."""
UNKNOWN = "unknown"
Told = tuple[UUID, str]
"""A person, and an indicator they said yes to."""


def sectors(about: About) -> Count:
    """Presumed victims of the period by the sector of the raid or inspection they were met at, or of the site that was
    visited. What somebody tells of a sector stands in their own words, and is not read."""
    found = Finding.objects.filter(presumed=True, at__gte=about.span.start, at__lt=about.span.end)
    rows = found.filter(screening__case__isnull=False).order_by("-pk")
    people: dict[UUID, str] = {}
    met = rows.values_list(counted_as("screening__case__person"), "screening__roster_entry__operation__sector")
    for person, sector in met:
        people[person] = sector or people.get(person, "")
    for person, sector in _met_after_visits(set(people)):
        people[person] = people[person] or sector
    many = Counter(sector or UNKNOWN for sector in people.values())
    names = [(each.key, each.name) for each in countries.sectors(settings.COUNTRY)]
    listed = table(_SECTOR, [(key, name, many[key]) for key, name in [*names, (UNKNOWN, NOT_KNOWN)]], parts=True)
    return about.count("sectors", _SECTORS, "person", len(people), [listed])


def methods(about: About) -> Count:
    """Persons interviewed in the period who said yes to an indicator of a group: deception, force, a debt and so on, with
    those of the twelve months before."""
    now = _told(about.span.start, about.span.end)
    before = _told(about.span.start - timedelta(days=365), about.span.start)
    tables = [
        table(_NOW, _by_group(now, "")),
        table(_BEFORE, _by_group(before, "before.")),
    ]
    return about.count("methods", _METHODS, "person", len({person for person, _item in now}), tables)


def recruitment(about: About) -> Count:
    """Persons who told how they were recruited, by indicator and by sex. Who recruited them is asked of nobody as a code."""
    items = _items(RECRUITMENT)
    told = {(person, items[item]) for person, item in _told(about.span.start, about.span.end) if item in items}
    many = Counter(said for _person, said in told)
    people = {person for person, _said in told}
    sexes = Counter(sex for _person, sex in _sexes(about, people))
    tables = [
        table(_HOW, ((f"how.{_key(items, said)}", said, many[said]) for said in dict.fromkeys(items.values()))),
        table(_SEX, ((key, in_all_languages(label), sexes[key]) for key, label in Sex.choices), parts=True),
    ]
    return about.count("recruitment", _RECRUITMENT, "person", len(people), tables)


def _met_after_visits(people: set[UUID]) -> Iterator[tuple[UUID, str]]:
    """Who was met after a signal from a visited site, with its sector."""
    raised = RaisedSignal.objects.annotate(whole=counted_as("signal__case__person")).filter(whole__in=people)
    yield from raised.values_list("whole", "visit__site__sector")


def _finished(start: datetime, end: datetime) -> QuerySet[Screening]:
    return Screening.objects.filter(
        outcome=Screening.Outcome.FINISHED, case__isnull=False, finished_at__gte=start, finished_at__lt=end
    )


def _told(start: datetime, end: datetime) -> list[Told]:
    said = Answer.objects.filter(screening__in=_finished(start, end), value=Answer.Value.YES, replaced_at=None)
    return list(said.values_list(counted_as("screening__case__person"), "item").distinct())


def _sexes(about: About, people: set[UUID]) -> set[tuple[UUID, str]]:
    rows = _finished(about.span.start, about.span.end).annotate(whole=counted_as("case__person"))
    return set(rows.filter(whole__in=people).values_list("whole", told_of("case__person", "sex")))


def _by_group(told: list[Told], key: str) -> Iterator[tuple[str, Words, int]]:
    groups = {item.id: group.code for group, item in _indicators() if group.element in {"act", "means", "purpose"}}
    names = {group.code: group.label for group, _item in reversed(_indicators())}
    many = Counter(code for _person, code in {(person, groups[item]) for person, item in told if item in groups})
    for code in dict.fromkeys(groups.values()):
        yield f"{key}{code}", names[code], many[code]


def _items(phase: str) -> dict[str, Words]:
    """The indicators of a phase by the question they are asked with: it is worded in every language, and alike ones of
    several forms are one."""
    return {item.id: item.question for group, item in _indicators() if group.phase == phase}


def _key(items: dict[str, Words], question: Words) -> str:
    return next(item for item, said in items.items() if said == question)


def _indicators() -> list[tuple[Dimension, Item]]:
    """Every indicator with its group, the forms in the order of the library."""
    return [
        (group, item)
        for form in library.screening_instruments()
        for group in form.dimensions
        for item in form.items
        if item.dimension == group.code
    ]


_SECTOR = Words("Sector", "Отрасль", "Соҳа")
_SECTORS = Words(
    "Presumed victims, by the sector they were met in",
    "Предполагаемые жертвы, по отрасли, где их встретили",
    "Қурбониёни эҳтимолӣ, аз рӯи соҳае, ки вохӯрданд",
)
_METHODS = Words(
    "Persons who told of a method", "Лица, рассказавшие о способах", "Шахсоне, ки дар бораи усулҳо нақл карданд"
)
_NOW = Words("In the period", "В этом периоде", "Дар ин давра")
_BEFORE = Words("In the twelve months before", "За двенадцать месяцев до него", "Дар дувоздаҳ моҳи пеш")
_RECRUITMENT = Words(
    "Persons who told how they were recruited",
    "Лица, рассказавшие о вербовке",
    "Шахсоне, ки дар бораи ҷалб нақл карданд",
)
_HOW = Words("Said yes when asked", "Ответили «да» на вопрос", "Ба савол «ҳа» гуфтанд")
_SEX = Words("Sex", "Пол", "Ҷинс")

OF_METHODS: dict[str, Callable[[About], Count]] = {each.__name__: each for each in (sectors, methods, recruitment)}
