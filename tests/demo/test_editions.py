"""Frozen figures of the demonstration: one year, with one correction that names the edition it corrects."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pytest

from panoh.demo.clockwork import run
from panoh.demo.editions import editions
from panoh.exchange.public.queries import archive
from panoh.statistics.models import Edition
from panoh.statistics.rules.editions import read
from panoh.statistics.rules.values import NoneCounted, Number
from tests.cast import Cast
from tests.statistics.book import Book

pytestmark = pytest.mark.django_db
UNTIL = datetime(2026, 11, 16, 7, tzinfo=UTC)


def frozen(cast: Cast) -> list[Edition]:
    officers = {"analyst": cast.alisher, "commission": cast.rustam, "border-guard": cast.zarina}
    run(editions(officers, until=UNTIL), until=UNTIL)
    return list(Edition.objects.order_by("number"))


def test_a_visitor_finds_a_frozen_year_with_a_later_correction(cast):
    book = Book(cast)
    book.opened("2025-01-01")
    book.presumed("2025-12-01")

    first, second = frozen(cast)

    assert (first.signed.approved, second.signed.approved, second.corrects) == (True, True, first)
    assert read(first.text).figure("victims_assisted").value == NoneCounted()
    assert read(second.text).figure("victims_assisted").value == Number(1)


def test_a_visitor_without_sign_in_finds_it_published_with_the_older_one_in_the_archive(cast, monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)  # `make run` installs no solver
    book = Book(cast)
    book.opened("2025-01-01")
    book.presumed("2025-12-01")

    first, second = frozen(cast)

    found = archive()
    assert [each.publication.edition for each in found.standing] == [second]
    assert [each.publication.edition for each in found.older] == [first]


def test_where_nothing_was_written_down_late_nothing_is_corrected(cast):
    Book(cast).opened("2025-01-01")

    assert [each.number for each in frozen(cast)] == [1]
