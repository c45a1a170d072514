"""`panoh procedure` proves, shows and draws; its exit status says what was found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from panoh.__main__ import main
from panoh.instruments import countries
from panoh.registry.models import ProcedureText
from tests.english import ENGLISH

pytestmark = pytest.mark.django_db
WRITTEN = Path(countries.__file__).parent / "tj" / "procedure.yaml"


@pytest.fixture
def draft(tmp_path):
    """A copy of the country's procedure in which one officer alone may refuse."""
    path = tmp_path / "draft.yaml"
    path.write_text(WRITTEN.read_text(encoding="utf-8").replace(", four_eyes: true", ""), encoding="utf-8")
    return path


def test_the_procedure_keeps_every_promise(capsys):
    assert main(["procedure", "check", "tj"]) == 0
    assert "(draft): " in capsys.readouterr().out


def test_a_broken_draft_is_shown_with_the_way_to_where_it_breaks(draft, capsys):
    assert main(["procedure", "check", str(draft)]) == 1

    printed = capsys.readouterr().out
    assert "BROKEN  A refusal carries two signatures." in printed
    assert "on the way S00 (Signal) → S02 (Presumed victim) → S04 (Referred) → S05" in printed


def test_the_steps_are_shown_as_a_table_in_the_language_asked_for(capsys):
    assert main(["procedure", "show", "--language", "ru"]) == 0
    assert "Принять направление" in capsys.readouterr().out


def test_the_drawing_goes_to_a_file(tmp_path, capsys):
    assert main(["procedure", "draw", "tj", "--out", str(tmp_path / "p.svg")]) == 0

    assert (tmp_path / "p.svg").read_text(encoding="utf-8").startswith("<svg")
    assert main(["procedure", "draw", "--out", str(tmp_path / "nowhere" / "p.svg")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_the_countries_are_listed_with_their_adoption(capsys):
    assert main(["procedure", "list"]) == 0
    assert "draft" in capsys.readouterr().out


def test_what_officers_adopted_by_page_is_said_beside_what_came_with_the_software(cast, now, capsys):
    content = WRITTEN.read_text(encoding="utf-8").replace('version: "2026.1"', 'version: "2027.1"')
    adopted = {"document": "Order 7", "document_on": now.date(), "proposed_by": cast.rustam, "proposed_at": now}
    adopted |= {"adopted_by": cast.davlat, "adopted_at": now, "status": "adopted", "put_up_at": now}
    ProcedureText.objects.create(version="2027.1", content=content, **adopted)

    for act in (["list"], ["check", "tj"]):
        assert main(["procedure", *act]) == 0
        printed = capsys.readouterr().out
        assert "version 2027.1, adopted by page" in printed
        assert "Order 7" in printed


@pytest.mark.parametrize("what", ["xx", "nowhere.yaml", "/"])
def test_what_is_no_procedure_is_said_on_standard_error(what, capsys):
    assert main(["procedure", "check", what]) == 2
    assert capsys.readouterr().err.startswith("panoh: ")


def test_a_draft_is_compared_in_words_and_a_broken_promise_gives_exit_1(draft, capsys):
    assert main(["procedure", "diff", "tj", "tj"]) == 0
    assert "changes: 0" in capsys.readouterr().out

    assert main(["procedure", "diff", "tj", str(draft)]) == 1

    printed = capsys.readouterr().out
    assert "BROKEN now: A refusal carries two signatures." in printed
    assert "needs a second signature: no instead of yes" in printed


def test_a_file_that_is_no_procedure_cannot_be_compared(tmp_path, capsys):
    path = tmp_path / "draft.yaml"
    path.write_text("steps: 5", encoding="utf-8")

    assert main(["procedure", "diff", "tj", str(path)]) == 2
    assert "draft.yaml" in capsys.readouterr().err


def test_the_broken_examples_are_listed_each_with_what_it_breaks(capsys):
    assert main(["procedure", "check", "--broken"]) == 0

    printed = capsys.readouterr().out
    assert "one_officer_refuses" in printed
    assert "A refusal carries two signatures." in printed
    assert f"{len(countries.broken_procedures('tj'))} broken examples." in printed


@pytest.mark.parametrize("by_name", [True, False])
def test_a_broken_example_is_checked_by_its_name_or_its_file(capsys, by_name):
    path = countries.broken_procedures("tj")["one_officer_refuses"]

    assert main(["procedure", "check", path.stem if by_name else str(path)]) == 1

    printed = capsys.readouterr().out
    assert "BROKEN  A refusal carries two signatures." in printed
    assert "→ S10 (Formal decision: not shown)" in printed
    assert "25 of 26 promises hold" in printed


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "НАРУШЕНО   Под отказом две подписи."), ("tg", "ВАЙРОН     Дар зери рад")]
)
def test_what_is_proved_and_what_changes_is_printed_in_the_language_asked_for(capsys, language, said):
    main(["procedure", "check", "one_officer_refuses", "--language", language])
    assert said in capsys.readouterr().out

    main(["procedure", "diff", "tj", "one_officer_refuses", "--language", language])
    printed = [line[44:] or line for line in capsys.readouterr().out.splitlines()]
    assert [line for line in printed if ENGLISH.search(line)] == []


def test_a_changed_deadline_leaves_its_worked_cases_behind_and_that_is_said(tmp_path, capsys):
    path = tmp_path / "mine.yaml"
    path.write_text("base: tj\nchange:\n  clocks:\n    preliminary_decision: {amount: 7}\n", encoding="utf-8")

    assert main(["procedure", "check", str(path)]) == 1

    printed = capsys.readouterr().out
    assert "The worked case “Five working days from a Friday end on the next Friday” says 2026-11-20" in printed
    assert "it is due 2026-11-24" in printed
    assert "26 of 26 promises hold" in printed


def test_a_comparison_says_where_it_protects_less_and_what_no_page_can_do(tmp_path, capsys):
    path = tmp_path / "mine.yaml"
    path.write_text("base: tj\nchange:\n  steps:\n    extend_recovery: removed\n", encoding="utf-8")

    assert main(["procedure", "diff", "tj", str(path)]) == 0

    printed = capsys.readouterr().out
    assert "Gone: the step “Extend the recovery period”." in printed
    assert "It protects less here" in printed
    assert "cannot work under it yet:\n  The step “Extend the recovery period” is gone" in printed


def test_the_whole_text_of_a_patch_can_be_written_and_put_up(tmp_path, capsys):
    patch, out = tmp_path / "mine.yaml", tmp_path / "whole.yaml"
    patch.write_text('base: tj\nchange:\n  version: "2027.1"\n', encoding="utf-8")

    assert main(["procedure", "whole", str(patch), "--out", str(out)]) == 0

    again = countries.procedure_in(out.read_text(encoding="utf-8"), "tj", name="whole.yaml")
    assert again == replace(countries.procedure("tj"), version="2027.1")
