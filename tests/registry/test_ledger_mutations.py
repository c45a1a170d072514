"""Whatever is changed, swapped or taken out of the ledger by whoever owns the database is found, and the first line named.

Lines, columns and values are drawn; a failure says which. Every line meets every column besides.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection, transaction

from panoh.registry import ledger
from panoh.registry.ledger_guard import lower_guard, raise_guard
from panoh.registry.models import LedgerEntry, LedgerHead, Officer

pytestmark = pytest.mark.django_db
WRITTEN = 12
COLUMNS = ("at", "officer_id", "act", "subject", "fields", "purpose", "detail", "seal")
DRAWS = 300


@pytest.fixture
def officers(cast) -> list[Officer | None]:
    return [None, cast.zarina, cast.nigina, cast.davlat]


@pytest.fixture
def lines(officers, now) -> Iterator[int]:
    """How many there are; as unlike each other as they are: with and without officer, subject, fields, purpose and detail."""
    draw = random.Random(1)
    with transaction.atomic():
        for number in range(WRITTEN):
            ledger.write(
                act=draw.choice(("read_plan", "refer", "open_case.refused", "акт")),
                by=officers[number % len(officers)],
                at=now + timedelta(seconds=number, microseconds=draw.choice((0, 1, 999_999))),
                subject=draw.choice(("", f"case:{number}")),
                fields=tuple(draw.sample(("names", "words", "documents"), k=number % 3)),
                purpose=draw.choice(("", "review")),
                **draw.choice(({}, {"people": number}, {"of": {"a": [1, None, "б"]}})),
            )
    held = LedgerEntry.objects.count()
    assert ledger.verify() == ledger.Proof(held)
    lower_guard(connection)
    yield held
    raise_guard(connection)


def other(column: str, now: Any, draw: random.Random, officers: list[Officer | None]) -> Any:
    """Another value than the one that stands there."""
    made: dict[str, Callable[[], Any]] = {
        "at": lambda: now + timedelta(microseconds=draw.choice((1, -1, 1_000_000, 86_400_000_000))),
        "officer_id": lambda: draw.choice([each.pk if each else None for each in officers]),
        "act": lambda: draw.choice((now + "x", now[:-1], now.upper(), "")),
        "subject": lambda: draw.choice((f"{now} ", now[1:], "case:1", "")),
        "fields": lambda: draw.choice((now[::-1], [*now, "names"], now[1:], [[*now]])),
        "purpose": lambda: draw.choice((now + "s", now[1:], "certificate")),
        "detail": lambda: draw.choice(({**now, "x": 0}, {}, {"people": "1"}, {"of": {"a": [1, 0, "б"]}})),
        "seal": lambda: draw.choice((now[::-1], "0" * 64, now[:-1], now.upper())),
    }
    return next(value for value in iter(made[column], object()) if value != now)


def change(seq: int, column: str, draw: random.Random, officers: list[Officer | None]) -> str:
    held = LedgerEntry.objects.get(pk=seq)
    before = getattr(held, column)
    after = other(column, before, draw, officers)
    LedgerEntry.objects.filter(pk=seq).update(**{column: after})
    return f"line {seq}: {column} {before!r} → {after!r}"


def swap(one: int, two: int) -> str:
    for before, after in ((one, -1), (two, one), (-1, two)):
        LedgerEntry.objects.filter(pk=before).update(seq=after)
    return f"lines {one} and {two} swapped"


def take_out(seq: int) -> str:
    LedgerEntry.objects.filter(pk=seq).delete()
    return f"line {seq} taken out"


def proof_after(*mutations: Callable[[], str]) -> tuple[ledger.Proof, str]:
    """What the proof says, and what was done; afterwards everything is as it was."""
    with transaction.atomic():
        done = "; ".join(each() for each in mutations)
        proof = ledger.verify()
        transaction.set_rollback(True)
    return proof, done


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_of_every_line_is_sealed(lines, officers, column):
    draw = random.Random(column)
    for seq in range(1, lines + 1):
        proof, done = proof_after(partial(change, seq, column, draw, officers))
        assert proof.fault_at == seq, done
        assert proof.lines == seq - 1, done
    assert ledger.verify().whole


def test_every_line_taken_out_and_every_two_swapped_are_found(lines):
    for seq in range(1, lines + 1):
        proof, done = proof_after(partial(take_out, seq))
        assert proof.fault_at == seq, done
        for later in range(seq + 1, lines + 1):
            proof, done = proof_after(partial(swap, seq, later))
            assert proof.fault_at == seq, done


def test_of_several_at_once_drawn_at_random_the_first_is_named(lines, officers):
    draw = random.Random(20261126)
    for _ in range(DRAWS):
        left = draw.sample(range(1, lines + 1), k=lines)
        mutations, touched = [], []
        for _each in range(draw.randint(1, 3)):
            kind, seq, column = draw.choice(("change", "swap", "take out")), left.pop(), draw.choice(COLUMNS)
            touched.append(seq)
            if kind == "change":
                mutations.append(partial(change, seq, column, draw, officers))
            elif kind == "swap":
                touched.append(with_it := left.pop())
                mutations.append(partial(swap, seq, with_it))
            else:
                mutations.append(partial(take_out, seq))

        proof, done = proof_after(*mutations)

        assert proof.fault_at == min(touched), done
    assert ledger.verify().whole, "and everything was put back each time"


@pytest.mark.parametrize("change_of", [{"seq": 100}, {"seq": 3}, {"seal": "0" * 64}, {"segment": "k000000"}])
def test_an_end_mark_that_does_not_fit_is_found(lines, change_of):
    proof, done = proof_after(lambda: str(LedgerHead.objects.update(**change_of)))

    assert not proof.whole, done


def test_the_end_mark_taken_away_is_found(lines):
    proof, _done = proof_after(lambda: str(LedgerHead.objects.all().delete()))

    assert not proof.whole
