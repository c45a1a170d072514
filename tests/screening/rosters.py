"""A raid at Zarina's desk with people on its roster, for the tests of operations."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from panoh.registry.models import Officer
from panoh.screening.actions import (
    Line,
    Told,
    add_person,
    add_unnamed,
    begin_screening,
    choose_instrument,
    finish,
    open_operation,
    record_agreement,
    record_answers,
)
from panoh.screening.models import Operation, RosterEntry, Screening
from panoh.screening.queries.person import said_on_list
from panoh.screening.rules.roster import RosterRow

DAY = date(2026, 11, 16)
LEFT = Told(moved_to="left", said_by="seen")
SET = "ilo_ec_adult_labour"


def known(name: str = "", **more) -> Line:
    removal = more.pop("removal_on", None)
    return Line(RosterRow(row=0, name=name, **more), removal)


def talk(
    entry: RosterEntry, officer: Officer, at: datetime, answers: dict[str, str], *, instrument: str = SET
) -> Screening:
    """A whole interview with a person of the roster, over the pages' own acts."""
    begun = begin_screening(language="tg", roster_entry=entry, by=officer, at=at)
    given = said_on_list(begun, viewer=officer, at=at)
    record_agreement(screening=begun, given=given, by=officer, at=at)
    choose_instrument(screening=begun, instrument=instrument, by=officer, at=at)
    record_answers(screening=begun, answers=answers, by=officer, at=at)
    finish(screening=begun, by=officer, at=at)
    return Screening.objects.select_related("case").get(pk=begun.pk)


@pytest.fixture
def raid(cast, now) -> Operation:
    return open_operation(kind="raid", title="Brick kiln", on=DAY, sector="construction", by=cast.zarina, at=now)


@pytest.fixture
def komron(cast) -> Officer:
    """A colleague at Zarina's desk."""
    return Officer.objects.create(post=cast.zarina.post, username="komron", name="Komron", password="!")


@pytest.fixture
def people(raid, cast, now):
    """`people(5)`: so many of whom nothing is known yet."""
    return lambda number: add_unnamed(operation=raid, number=number, by=cast.zarina, at=now)


@pytest.fixture
def add(raid, cast, now):
    return lambda line, **more: add_person(operation=raid, line=line, by=cast.zarina, at=now, **more)
