"""The reader against facts written by hand. The floors keep what was reached; docs/reference/narratives.md tells the figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from panoh.narratives.commands import GOLD, facts_of
from panoh.narratives.score import Score, score
from tests.narratives.shared_texts import TEXTS, needs_texts

OWN = Path(__file__).parent / "gold"


def scored(folder: Path) -> Score:
    total: Score | None = None
    for path in sorted(folder.glob(f"*{GOLD}")):
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        one = score(facts_of(TEXTS / f"{path.name.removesuffix(GOLD)}.txt"), gold)
        total = one if total is None else total + one
    assert total is not None
    return total


@needs_texts
@pytest.mark.parametrize(
    ("folder", "strict", "lenient"),
    [(TEXTS, 0.96, 0.97), (OWN / "tuned", 0.885, 0.925), (OWN / "heldout", 0.785, 0.87)],
    ids=["the six given", "tuned on", "held out"],
)
def test_the_reader_keeps_what_it_reached(folder: Path, strict: float, lenient: float) -> None:
    reached = scored(folder)

    assert reached.strict.f1 >= strict
    assert reached.lenient.f1 >= lenient


@needs_texts
@pytest.mark.parametrize("path", sorted(OWN.glob(f"*/*{GOLD}")), ids=lambda path: path.name.removesuffix(GOLD))
def test_every_sentence_quoted_by_hand_stands_in_its_text(path: Path) -> None:
    text = (TEXTS / f"{path.name.removesuffix(GOLD)}.txt").read_text(encoding="utf-8")

    quotes = [json.loads(line)["quote"] for line in path.read_text(encoding="utf-8").splitlines()]

    assert [quote for quote in quotes if quote not in text] == []
