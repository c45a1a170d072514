"""`panoh figures --export` and `--from`: the folder is written once, and says what the records say, without them."""

from __future__ import annotations

import csv

import pytest

from panoh.__main__ import main
from tests.statistics.book import Book

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(cast):
    made = Book(cast)
    made.opened("2024-12-15")
    return made


@pytest.mark.parametrize("kind", ["calendar_year", "first_half", "tip_reporting_period"])
def test_the_folder_says_what_the_records_say(book, tmp_path, capsys, kind):
    person = book.person()
    for on in ("2025-03-31", "2025-07-01"):
        case = book.presumed(on, person)
        book.served(case, on)
    folder = tmp_path / "columns"

    assert main(["figures", "--export", str(folder)]) == 0
    assert "never publish it" in capsys.readouterr().out
    for name, more in (("live", []), ("columns", ["--from", str(folder)])):
        assert main(["figures", "--year", "2025", "--kind", kind, "--csv", str(tmp_path / f"{name}.csv"), *more]) == 0

    live, columns = (
        list(csv.DictReader((tmp_path / f"{name}.csv").read_text().splitlines())) for name in ("live", "columns")
    )
    of_persons = [row for row in live if row["figure"] in {each["figure"] for each in columns}]
    assert columns == of_persons
    assert len(columns) > 100


def test_a_folder_that_is_there_is_never_written_over(book, tmp_path, capsys):
    (tmp_path / "mine").write_text("kept")

    assert main(["figures", "--export", str(tmp_path)]) == 2
    assert "nothing is overwritten" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--master", "local[1]"], "add --engine spark"),
        (["--workers", "0"], "give 1 or more"),
        (["--year", "23"], "give one from 1990"),
    ],
)
def test_a_wrong_call_says_what_to_do(book, tmp_path, capsys, more, said):
    assert main(["figures", "--export", str(tmp_path / "columns")]) == 0
    capsys.readouterr()

    assert main(["figures", "--from", str(tmp_path / "columns"), *more]) == 2
    assert said in capsys.readouterr().err
    assert main(["figures", "--from", str(tmp_path)]) == 2
    assert "--export DIR" in capsys.readouterr().err
