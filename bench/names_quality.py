"""How well names are found: known pairs, invented people met again, strangers, and how many a search key brings back."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

from panoh.names import compare, keys
from panoh.names.invent import people, respell
from panoh.names.score import Pair, score

PAIRS = Path(__file__).parents[1] / "tests" / "names" / "pairs.csv"
PEOPLE = 5_000


def main() -> None:
    print(f"{'known pairs':32}{'pairs':>8}{'recall':>10}{'precision':>11}{'key recall':>12}")
    for half in ("tune", "held"):
        measured = score(pairs_of(half))
        figures = f"{measured.recall:>10.4f}{measured.precision:>11.4f}{measured.key_recall:>12.4f}"
        print(f"{half:32}{len(measured.verdicts):>8}{figures}")
    random = Random(2)
    invented = list(people(PEOPLE, seed=21))
    one = [respell(person, random).text for person in invented]
    other = [respell(person, random).text for person in invented]
    met = sum(compare(*pair).same for pair in zip(one, other, strict=True)) / PEOPLE
    print(f"\ninvented people met again in another paper, proposed: {met:.4f}")
    unlike = [(a, b) for a, b in pairwise(invented) if a.nationality == b.nationality and a.given != b.given]
    wrong = sum(compare(a.names_as_written[0].text, b.names_as_written[0].text).same for a, b in unlike)
    print(f"two invented people of one nation, wrongly proposed: {wrong} of {len(unlike)}")
    print(f"\nhow many of {PEOPLE} names one name brings back, by kind of key")
    for kind, what in (("w:", "one part"), ("i:", "part and initial"), ("p:", "two parts")):
        print(f"  {what:20}{brought_back(kind, one, other):>10.1f}")


def pairs_of(half: str) -> list[Pair]:
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        return [Pair(row["a"], row["b"], row["same"] == "yes") for row in csv.DictReader(lines) if row["half"] == half]


def brought_back(kind: str, stored: list[str], asked: list[str]) -> float:
    """Names stored under any key of this kind that the name asked for also has, on average."""
    held = Counter(key for name in stored for key in keys(name) if key.startswith(kind))
    return sum(max((held[key] for key in keys(name) if key.startswith(kind)), default=0) for name in asked) / len(asked)


if __name__ == "__main__":
    main()
