"""A slip in a procedure's file is told as a person would: on which line, at which entry, what is wrong, what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panoh.instruments import countries, fault_words
from panoh.instruments.countries.procedure_at import procedure_at
from panoh.instruments.reader import TextError
from tests.english import ENGLISH, every, places

TEXT = countries.procedure_text("tj")
OWNER = "     owner: intake_desk, informed: [first_responder, preliminary_decider],"


def line_with(words: str) -> int:
    return 1 + TEXT[: TEXT.index(words)].count("\n")


T06, OWNED = line_with("{id: T06,"), line_with(OWNER)
SLIPS = {
    "an unknown key": ("owner:", "ownr:", OWNED, "at steps → T06: 'ownr' was unexpected here; did you mean 'owner'?"),
    "a missing owner": ("owner: intake_desk, ", "", T06, "at steps → T06: 'owner' is missing"),
    "an unknown role": ("intake_desk", "intake_dsk", OWNED, "unknown role 'intake_dsk' (did you mean 'intake_desk'?)"),
    "a key twice": ("owner:", "owner: person, owner:", OWNED, "the key 'owner' stands here again"),
    "a missing comma": ("intake_desk,", "intake_desk", OWNED, "a comma or the closing bracket is missing"),
}


def refused(path: Path) -> str:
    with pytest.raises(TextError) as told:
        procedure_at(path)
    return str(told.value)


@pytest.fixture
def draft(tmp_path):
    def written(text: str) -> Path:
        path = tmp_path / "draft.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize(("right", "wrong", "line", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_step_is_told_with_its_line(draft, right, wrong, line, said) -> None:
    path = draft(TEXT.replace(OWNER, OWNER.replace(right, wrong, 1)))

    assert refused(path).startswith(f"draft.yaml: line {line}: ")
    assert said in refused(path)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("  - {code: S05,", "   - {code: S05,", "the indentation differs from the entries before"),
        ("  status: draft", "   status: draft", "the indentation is not that of the lines before"),
        ("  status: draft", "\tstatus: draft", "a tab or a mark that cannot begin a value; indent with spaces"),
        ("from: [S04], to: [S05],", "from: [S04],", "at steps → T06: one of to, stays has to stand here"),
        ("from: [S04], to: [S05],", "from: [S04], to: [S05], stays: true,", "only one of to, stays may stand here"),
        (
            "amount: 5, unit",
            "amount: five, unit",
            "at clocks → preliminary_decision → amount: 'five' is not a whole number",
        ),
        ('start: "2026-11-13 16:30"', 'start: "2026-11-31 16:30"', "is no day or time of the calendar"),
        ("{source: uk-form-2026", "{source: uk-form-2062", "cites 'uk-form-2062', which is not listed"),
    ],
)
def test_other_slips_have_a_line_and_plain_words_too(draft, right, wrong, said) -> None:
    assert right in TEXT

    told = refused(draft(TEXT.replace(right, wrong, 1)))

    assert told.startswith("draft.yaml: line ")
    assert said in told


@pytest.mark.parametrize("language", ["ru", "tg"])
@pytest.mark.parametrize(("right", "wrong", "line", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_in_the_language_of_whoever_wrote_the_file(draft, right, wrong, line, said, language) -> None:
    with pytest.raises(TextError) as told:
        procedure_at(draft(TEXT.replace(OWNER, OWNER.replace(right, wrong, 1))))

    words = told.value.said.in_language(language)
    assert re.match(rf"draft\.yaml: (?:строка|сатри) {line}: ", words)
    assert not ENGLISH.search(words)


@pytest.mark.parametrize("words", [*every(list(vars(fault_words).values()))], ids=lambda words: words.en[:40])
def test_every_wording_of_a_fault_has_the_same_places_in_every_language(words) -> None:
    spelled = words.ru and words.tg
    assert spelled or words.en == "{name}: {said}"
    for text in (words.ru, words.tg) if spelled and words is not fault_words.SLIP else ():
        assert places(text) == places(words.en) or "{key: value}" in words.en


def test_a_patch_is_laid_over_its_base(draft) -> None:
    patch = "base: tj\nchange:\n  version: mine\n  clocks:\n    intake: {amount: 3}\n  steps:\n    T25: removed\n"

    built = procedure_at(draft(patch))

    house = countries.procedure("tj")
    assert built.version == "mine"
    assert (built.clock("intake").amount, built.clock("intake").unit) == (3, house.clock("intake").unit)
    assert {step.id for step in house.steps} - {step.id for step in built.steps} == {"T25"}


def test_a_patch_may_rest_on_a_file_beside_it_and_not_on_itself(draft, tmp_path) -> None:
    (tmp_path / "first.yaml").write_text("base: tj\nchange:\n  version: first\n", encoding="utf-8")

    assert procedure_at(draft("base: first.yaml\nchange:\n  panel: {members: 3}\n")).version == "first"
    assert "line 1: its base leads back to itself" in refused(draft("base: draft.yaml\nchange:\n  version: x\n"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("steps:\n    T06: {ownr: person}", "line 4: at steps → T06: 'ownr' was unexpected here"),
        ("steps:\n    T06: {owner: chief}", "line 4: step T06: unknown role 'chief'"),
        ("steps:\n    T66: {owner: person}", "line 4: the base has no 'T66' under steps that could be changed"),
        ("states:\n    S77: removed", "line 4: the base has no 'S77' under states"),
        ("step:\n    T06: {owner: person}", "line 3: at change: 'step' was unexpected here; did you mean 'steps'?"),
        (
            "states:\n    S12: removed",
            "step T15: unknown state 'S12'; write it under states or correct it; this stands so",
        ),
    ],
)
def test_a_slip_in_a_patch_is_told_with_the_line_of_the_patch(draft, change, said) -> None:
    told = refused(draft(f"base: tj\nchange:\n  {change}\n"))

    assert said in told.replace(" (did you mean 'S16'?)", "")


def test_a_patch_is_no_text_to_put_up() -> None:
    with pytest.raises(TextError, match="panoh procedure whole"):
        countries.procedure_in("base: tj\nchange:\n  version: x\n", "tj", name="draft.yaml")
