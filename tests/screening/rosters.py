"""A raid at Zarina's desk with people on its roster, for the tests of operations."""

from __future__ import annotations

from datetime import date

import pytest

from panoh.registry.models import Officer
from panoh.screening.actions import Line, Told, add_person, add_unnamed, open_operation
from panoh.screening.models import Operation
from panoh.screening.rules.roster import RosterRow

DAY = date(2026, 11, 16)
LEFT = Told(moved_to="left", said_by="seen")


def known(name: str = "", **more) -> Line:
    removal = more.pop("removal_on", None)
    return Line(RosterRow(row=0, name=name, **more), removal)


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
