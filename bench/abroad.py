"""Names as papers of other countries write them: how many are found and proposed, and how many strangers with them.

Invented Tajik and Russian names, written by `bench.spellings_abroad`, held against the Cyrillic ones: `proposed` by
`compare`, `by two` and `by one` sharing a search key of two parts, of one; then the same without marks, and with one vowel
heard wrong. `wrong`: others proposed, of those who share the family name and bear the given name most alike.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

from rapidfuzz.fuzz import ratio

from bench.spellings_abroad import CONVENTIONS, one_wrong_vowel, unmarked, written
from bench.tables import table
from panoh.names import compare, keys
from panoh.names.family import Sex, patronymic, slavic_family
from panoh.names.invent import invent
from panoh.names.keys import TWO_PARTS, asked_keys

REAL = Path(__file__).parents[1] / "tests" / "names" / "abroad.csv"
PEOPLE = 400
NEAR = 4
MORE: dict[str, tuple[str, ...]] = {
    "m": ("Шаҳбоз", "Хушнуд", "Ҷовид", "Ҷумъа", "Чорӣ", "Хайём", "Ҷонибек", "Шерхон", "Ҷалил", "Хуршедҷон", "Ғоиб", "Шодмон",
          "Ҳикматулло", "Жан", "Зафарҷон", "Қодирҷон"),
    "f": ("Шоира", "Хосият", "Чинора", "Ҷонона", "Жамила", "Чаман", "Ҳилола", "Шукрона", "Хадича", "Ҷаннат", "Зулайхо",
          "Моҳира", "Қумрӣ", "Зеварой", "Шаҳзода"),
    "families": ("Чориқул", "Ҷонмирзо", "Шомурод", "Хоҷа", "Ҷӯрахон", "Шоймардон", "Ғиёс", "Жумабой", "Ҳайдар", "Холмурод",
                 "Шералӣ", "Чоршанбе"),
}  # fmt: skip
"""Names that are not in the stock, with the letters that countries write most differently."""
HEADINGS = (
    "convention",
    "pairs",
    "proposed",
    "by two",
    "by one",
    "unmarked",
    "by two",
    "a wrong vowel",
    "wrong of",
    "wrong",
)
Person = tuple[str, str, str, Sex]
"""Family, given and father's name, in Cyrillic, and the sex."""


def main() -> None:
    random = Random(5)
    people = list(_people(random))
    rows = [_measured(convention, people, random) for convention in CONVENTIONS]
    table(HEADINGS, rows)
    known = list(_real())
    table(
        ("written by editors", "names", "proposed", "by one"),
        [_of_editors(each, known) for each in sorted({k[0] for k in known})],
    )


def _people(random: Random) -> Iterable[Person]:
    """Of the stock from which everybody is invented, and every second with names that are not in it."""
    for number in range(PEOPLE):
        each = invent(number, nationality="RU" if number % 5 == 0 else "TJ")
        given, family, father = each.bearer.given.own, each.bearer.family.own, each.bearer.father.own
        if number % 2 and number % 5:
            given = random.choice(MORE[each.sex])
            family, father = random.choice(MORE["families"]), random.choice(MORE["m"])
        yield slavic_family(family, each.sex), given, patronymic(father, each.sex), each.sex


def _measured(convention: str, people: list[Person], random: Random) -> tuple[object, ...]:
    asked = [" ".join(each[: random.choice((2, 2, 3))]) for each in people]
    abroad = [
        written(convention, name, each[3], through_russian=random.random() < 0.7)
        for name, each in zip(asked, people, strict=True)
    ]
    bare = [unmarked(name) for name in abroad]
    heard = [one_wrong_vowel(name, random) for name in abroad]
    others = [(mine, other) for mine, person in zip(abroad, people, strict=True) for other in _near(person, people)]
    wrong = [(mine, other) for mine, other in others if compare(mine, other).same]
    return (
        convention,
        len(people),
        _share(_proposed, abroad, asked),
        _share(_by_two, abroad, asked),
        _share(_by_one, abroad, asked),
        _share(_proposed, bare, asked),
        _share(_by_two, bare, asked),
        _share(_proposed, heard, asked),
        len(others),
        len(wrong),
    )


def _near(person: Person, people: list[Person]) -> list[str]:
    """Others of the same sex under the same family name, by the given names of everybody that are most alike."""
    given = sorted({each[1] for each in people if each[3] == person[3] and each[1] != person[1]})
    given.sort(key=lambda each: -ratio(each.lower(), person[1].lower()))
    return [f"{person[0]} {each}" for each in given[:NEAR]]


def _share(found: Callable[[str, str], bool], ones: list[str], others: list[str]) -> str:
    return f"{sum(map(found, ones, others)) / len(ones):.3f}"


def _proposed(one: str, other: str) -> bool:
    return compare(one, other).same


def _by_two(one: str, other: str) -> bool:
    return not asked_keys(one, TWO_PARTS).isdisjoint(keys(other, TWO_PARTS))


def _by_one(one: str, other: str) -> bool:
    return not asked_keys(one).isdisjoint(keys(other))


def _real() -> Iterable[tuple[str, str, str]]:
    with REAL.open(encoding="utf-8", newline="") as lines:
        yield from ((row["language"], row["a"], row["b"]) for row in csv.DictReader(lines))


def _of_editors(language: str, known: list[tuple[str, str, str]]) -> tuple[object, ...]:
    mine = [(a, b) for each, a, b in known if each == language]
    ones, others = [a for a, _ in mine], [b for _, b in mine]
    return language, len(mine), _share(_proposed, ones, others), _share(_by_one, ones, others)


if __name__ == "__main__":
    main()
