"""Rows of one list that may be one person are proposed; namesakes, brothers and sisters are not."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations

import numpy as np
import pytest

from bench.persons import COLUMNS, records
from panoh.names.linking import Row, link, linking
from tests.served import HOUSE

WOMAN = Row("Муҳаббат Ҷӯраева", "1991-04-03", "f", "A1234567", "Ҳисор")
OTHERS = tuple(
    Row(f"{family} {given}", f"19{year}-0{1 + year % 9}-1{year % 9}", "m", "", "Кӯлоб")
    for year, (family, given) in enumerate(
        ((family, given) for family in ("Назаров", "Саидов", "Шарипов", "Юсуфов", "Мирзоев") for given in
         ("Рустам", "Далер", "Парвиз", "Зафар", "Умед", "Хуршед", "Толиб", "Сино")), start=50
    )
)  # fmt: skip


def linked(*rows: Row) -> bool:
    """Whether the last two of a list are linked, among forty others."""
    listed = (*OTHERS, *rows)
    return (len(listed) - 2, len(listed) - 1) in {(each.one, each.other) for each in link(listed)}


@pytest.mark.parametrize(
    "again",
    [
        WOMAN._replace(name="MUKHABBAT DZHURAEVA"),
        WOMAN._replace(name="محبت جوره‌اوا", place=""),
        WOMAN._replace(name="Джураева Махаббат Каримовна", document=""),
        WOMAN._replace(name="Muhabbat Jurazoda", born="1991-03-04"),  # day and month changed places
        WOMAN._replace(name="Muhabbat Jurazoda", born="1991-01-01"),
        WOMAN._replace(name="Muhabbat Jurazoda", born="1991"),
        WOMAN._replace(name="Мухаббат Джураева", born="", sex="", document="A 1234567"),
    ],
)
def test_one_person_met_again_in_another_paper_is_proposed(again: Row) -> None:
    assert linked(WOMAN, again)


@pytest.mark.parametrize(
    "other",
    [
        Row("Саодат Ҷӯраева", "1994-11-20", "f", "A7654321", "Ҳисор"),  # a sister
        Row("Саодат Ҷӯраева", "1991-04-03", "f", "A7654321", "Ҳисор"),  # a twin sister
        Row("Муҳаббат Ҷӯраева", "1962-09-17", "f", "A7654321", "Хоруғ"),  # a namesake
        Row("Рустам Каримов", "1991-04-03", "m", "", ""),
    ],
)
def test_somebody_else_is_not(other: Row) -> None:
    assert not linked(WOMAN, other)


def test_a_list_without_names_or_nobody_on_it_links_nothing() -> None:
    assert link([]) == []
    assert link([Row("")]) == []
    assert link([Row(""), Row("1990"), Row("—", "nonsense", "?", "", "")]) == []


def invented(persons: int) -> tuple[list[dict[str, str]], list[Row]]:
    table = [dict(zip(COLUMNS, row, strict=True)) for row in records(persons, seed=4)]
    said = ("birth_date", "sex", "document", "place")
    return table, [
        Row(f"{each['family']} {each['given']} {each['father']}", *(each[key] for key in said)) for each in table
    ]


def test_of_duplicates_planted_among_invented_people_nine_in_ten_are_found_and_hardly_one_is_wrong() -> None:
    table, rows = invented(1_000)
    truth = {(a, b) for a, b in combinations(range(len(table)), 2) if table[a]["person"] == table[b]["person"]}

    found = {(each.one, each.other) for each in link(rows)}

    assert len(found & truth) / len(truth) > 0.9
    assert len(found & truth) / len(found) > 0.93


def test_the_same_list_gives_the_same_links_and_each_pair_once() -> None:
    listed = (*OTHERS, WOMAN, WOMAN._replace(name="MUKHABBAT DZHURAEVA"))

    first, second = link(listed), link(listed)

    assert first == second
    assert len({(each.one, each.other) for each in first}) == len(first)
    assert all(each.one < each.other for each in first)


def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    _, rows = invented(300)
    monkeypatch.setattr(linking, "WORTH_SHARING", 1)
    monkeypatch.setattr(linking, "BATCH", 50)

    assert link(rows, hands=3) == link(rows)


def test_no_pair_is_passed_over_that_would_be_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the parts of a name say together is a bound: without it all names are compared, and no more is found."""
    _, rows = invented(500)
    found = link(rows)

    monkeypatch.setattr(linking.Rarity, "most", lambda self: np.full(len(rows), linking.MOST_A_NAME_SAYS))

    assert link(rows) == found


SAID_ANEW = """
from tests.names.test_linking import invented
from panoh.names.linking.rows import columns
print(columns(invented(100)[1]).sounds)
"""


def test_the_same_list_is_read_alike_by_every_process() -> None:
    """The order of a set of words is another in each, and on the order of the sounds depends which rows meet."""
    told = {
        subprocess.run(
            [sys.executable, "-c", SAID_ANEW],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=HOUSE,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1
