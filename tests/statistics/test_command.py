"""`panoh figures` on the terminal: the sheet, the file, the published series; status 0, 1 or 2."""

from __future__ import annotations

import csv

import pytest

from panoh.__main__ import main
from tests.statistics.book import CANARY

pytestmark = pytest.mark.django_db


def test_the_sheet_is_printed_with_none_and_not_available_in_words(book, capsys):
    book.presumed("2025-05-01")

    status = main(["figures", "--year", "2025"])

    shown = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert status == 0
    assert any(line.startswith("Presumed victims not available (before records began) 1*") for line in lines)
    assert any(line.startswith("Identified victims not available (before records began) none") for line in lines)
    assert CANARY not in shown


def test_a_year_without_any_figure_is_status_one(book):
    assert main(["figures", "--year", "2020"]) == 1


@pytest.mark.parametrize("arguments", [["--year", "23"], ["--year", "1989"], ["--csv", "no/such/folder/file.csv"]])
def test_a_wrong_call_is_status_two_and_says_what_to_do(book, capsys, arguments):
    assert main(["figures", *arguments]) == 2
    assert "give" in (said := capsys.readouterr().err) or "Name a file" in said


def test_the_file_holds_the_sheet(book, tmp_path):
    file = tmp_path / "figures.csv"

    assert main(["figures", "--year", "2025", "--csv", str(file)]) == 0

    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert {row["value_kind"] for row in rows} == {"none", "not_available"}


def test_published_figures_of_a_year_are_printed(db, capsys):
    assert main(["figures", "--published", "--year", "2024"]) == 0
    assert "272" in capsys.readouterr().out


def test_a_year_nobody_published_on_is_status_one(db):
    assert main(["figures", "--published", "--year", "1995"]) == 1
