"""Two narratives one below the other, without a heading between them: said plainly, and what was read is kept and marked."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from panoh.narratives.wholeness import several
from tests.narratives.shared_texts import narratives
from tests.narratives.test_commands import run

CONCLUDED = "The Government of {name} does not fully {meet} the minimum standards for the elimination of trafficking."
PROFILE = "{name} is a source and, to a lesser extent, destination country for men and women subjected to forced labor."
FOUND = "The government identified {n} trafficking victims."
LED = "The government {did} protection efforts. The government identified {n} trafficking victims."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CONCLUDED.format(name="Anyland", meet="meet"), CONCLUDED.format(name="Anyland", meet="comply with")),
        (
            CONCLUDED.format(name="Anyland", meet="meet"),
            "The Government of St. Elsewhere and the Isles fully meets the minimum standards.",
        ),
        (PROFILE.format(name="Anyland"), PROFILE.format(name="Elsewhere")),
        (LED.format(did="increased", n=4), LED.format(did="maintained", n=3)),
        ("Anyland is a Special Case for the third year.", "Elsewhere remains a Special Case for the second year."),
    ],
)
def test_a_second_conclusion_profile_or_opening_is_a_second_narrative(one, other):
    assert several(f"{one}\n\n{FOUND.format(n=12)}\n\n{other}\n\n{FOUND.format(n=30)}")
    assert not several(f"{one}\n\n{FOUND.format(n=12)}\n")
    assert not several(f"{other}\n\n{FOUND.format(n=12)}\n")


def test_the_terminal_says_so_and_marks_every_fact(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "GEO-2022.txt"
    one, other = CONCLUDED.format(name="Georgia", meet="meet"), CONCLUDED.format(name="Georgia", meet="comply with")
    path.write_text(f"{one} {FOUND.format(n=12)}\n\n{other} {FOUND.format(n=30)}\n", encoding="utf-8")

    assert run(str(path)) == 0

    printed = capsys.readouterr()
    assert "more than one narrative in one file" in printed.err
    told = [json.loads(line) for line in printed.out.splitlines()]
    assert {line["value"] for line in told} >= {12, 30}
    assert all(line["partial"] for line in told)


def test_of_all_narratives_seen_each_is_one_and_any_two_whole_ones_are_several():
    texts = [path.read_text(encoding="utf-8") for path in narratives()]
    whole = [_without_headings(each) for each in texts if len(each) > 7000]

    assert [text[:40] for text in texts if several(text)] == []
    assert all(several(f"{one}\n{other}") for one, other in itertools.pairwise(whole))


def _without_headings(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if len(line.split()) > 8)
