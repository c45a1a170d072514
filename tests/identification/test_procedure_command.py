"""`panoh procedure` proves, shows and draws; its exit status says what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from panoh.__main__ import main
from panoh.instruments import countries
from panoh.registry.models import ProcedureText

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
    assert "on the way S00 → S02 → S04 → S05 → S07" in printed


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
    assert "no changes" in capsys.readouterr().out

    assert main(["procedure", "diff", "tj", str(draft)]) == 1

    printed = capsys.readouterr().out
    assert "BROKEN now: A refusal carries two signatures." in printed
    assert "needs a second signature: no instead of yes" in printed


def test_a_file_that_is_no_procedure_cannot_be_compared(tmp_path, capsys):
    path = tmp_path / "draft.yaml"
    path.write_text("steps: 5", encoding="utf-8")

    assert main(["procedure", "diff", "tj", str(path)]) == 2
    assert "draft.yaml" in capsys.readouterr().err
