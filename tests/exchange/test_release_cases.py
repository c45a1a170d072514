"""A private release of an installation's own cases: its budget stands in the ledger and is never overspent."""

from __future__ import annotations

import csv

import pytest

from panoh.__main__ import main
from panoh.exchange.release.own_cases import ACT, codebook, pay_from_ledger, write_records
from panoh.exchange.release.refusal import NotReleased
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry
from panoh.statistics.rules.release import private
from tests.conftest import NOON
from tests.statistics.book import CANARY, Book

pytestmark = pytest.mark.django_db
AT = "2026-11-26T10:00:00+00:00"


@pytest.fixture
def book(cast):
    made = Book(cast)
    made.opened("2024-12-15")
    return made


def spent(epsilon: float, budget: float | None = None):
    return pay_from_ledger(at=AT, data="ab", epsilon=epsilon, delta=1e-6, budget=budget)


def test_the_ledger_settles_the_budget_and_refuses_more(cast):
    assert spent(1, budget=3).left == 2
    assert spent(1.5).left == 0.5

    with pytest.raises(NotReleased, match=r"spent: 2.5 of 3 in 2 release\(s\).*At most 0.5 is left"):
        spent(1)
    with pytest.raises(NotReleased, match="cannot be raised to 9"):
        spent(0.1, budget=9)
    assert LedgerEntry.objects.filter(act=ACT).count() == 2


def test_a_ledger_that_was_changed_spends_nothing(cast):
    from django.db import connection

    spent(1, budget=3)
    lower_guard(connection)
    line = LedgerEntry.objects.get(act=ACT)
    LedgerEntry.objects.filter(pk=line.pk).update(detail={**line.detail, "epsilon": "0.1"})
    raise_guard(connection)

    with pytest.raises(NotReleased, match="not whole"):
        spent(1)


def test_each_presumed_victim_is_one_row_in_one_year_without_a_name(book, tmp_path):
    twice = book.person(sex="female", born_from=1990, born_to=1990)
    book.presumed("2025-03-01", twice, region="TJ-SU-01")
    book.presumed("2026-03-01", twice)
    book.presumed(
        "2026-04-01", book.person(sex="unknown", nationality="", age_in_doubt=True), region="XX-1", form="unknown"
    )
    book.case()

    write_records(tmp_path / "cases", codebook(at=NOON), at=NOON)

    text = (tmp_path / "cases").read_text()
    assert CANARY not in text
    assert list(csv.DictReader(text.splitlines())) == [
        {"year": "2025", "sex": "female", "age_group": "31-47", "nationality_group": "own", "form": "labour", "region": "TJ-SU"},
        {"year": "2026", "sex": "unknown", "age_group": "unknown", "nationality_group": "unknown", "form": "unknown",
         "region": "unknown"},
    ]  # fmt: skip


@pytest.mark.parametrize("more", [["people.csv"], ["--only", "safe"], ["--by", "year"]])
def test_the_cases_are_released_private_only_and_by_their_own_codebook(cast, capsys, tmp_path, more):
    assert main(["release", *more, "--cases", "--epsilon", "1", "--out", str(tmp_path / "out")]) == 2
    assert "panoh: " in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main(["release", "--epsilon", "1", "--out", str(tmp_path / "out")]) == 2


@pytest.mark.release
def test_few_cases_are_said_to_be_too_few_and_the_budget_is_spent_once(book, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(private, "_CROWD", 500)
    for _ in range(12):
        book.presumed("2026-03-01")

    status = main(["release", "--cases", "--epsilon", "0.5", "--out", str(tmp_path / "out")])

    told = capsys.readouterr()
    assert status == 1
    assert "the private part is not useful" in told.err
    assert "0.5 of 0.5 spent in 1 release(s)" in told.out
    assert not (tmp_path / "out" / "safe").exists()
    assert main(["release", "--cases", "--epsilon", "0.5", "--out", str(tmp_path / "again")]) == 2
    assert "budget of these records is spent" in capsys.readouterr().err
