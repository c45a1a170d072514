"""`panoh screen` works without records, says which rows to mend, and leaves no half-written file."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date

import pytest

from panoh.__main__ import main
from panoh.exchange.invented_manifest import invented_manifest
from panoh.exchange.manifest import open_manifest
from panoh.exchange.writing import csv_lines, plain_cell
from panoh.instruments.library import screening_instruments

GOOD = "full name,birth date,AL.CD.documents,AL.CD.violence_victim,injured\nСаидов Алӣ,1990-05-31,yes,yes,yes\n"


@pytest.fixture
def written(tmp_path):
    def write(content: str | bytes):
        path = tmp_path / "list.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_a_sound_list_is_scored_row_by_row(written, capsys):
    status = main(["screen", str(written(GOOD))])

    assert status == 0
    assert capsys.readouterr().out.splitlines() == [
        "row,urgency,outcome,instrument,reasons",
        "2,18,TIP_POSSIBLE,ilo_ec_adult_labour,injured presumed",
    ]


def test_rows_to_mend_are_named_on_standard_error_and_the_status_is_1(written, capsys):
    path = written(GOOD + "Ҷӯраева Муҳаббат,31.02.1990,,,\n")

    status = main(["screen", str(path)])

    told = capsys.readouterr()
    assert status == 1
    assert f"{path}: row 3, column birth date (99.99.9999): There is no such day." in told.err
    assert "Муҳаббат" not in told.err + told.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Фамилия;Имя\nСаидов;Али\n".encode("cp1251"), "Windows-1251"),
        (b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_status_2_and_writes_nothing(written, tmp_path, capsys, content, told):
    status = main(["screen", str(written(content)), "--out", str(tmp_path / "out.csv")])

    assert status == 2
    assert told in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_a_missing_file_or_an_unknown_instrument_is_status_2(written, capsys):
    assert main(["screen", "no-such-file.csv"]) == 2
    assert main(["screen", str(written(GOOD)), "--instrument", "mine"]) == 2
    assert main(["screen", str(written(GOOD)), "--instrument", "ilo_ec_child_sexual"]) == 2
    told = capsys.readouterr().err
    assert "No such file" in told
    assert "known: first_line_adult" in told
    assert "No column carries an answer to ilo_ec_child_sexual" in told


def test_the_rows_to_mend_are_written_with_reasons_and_can_be_read_again(written, tmp_path):
    manifest = invented_manifest(300, seed=2, on=date(2026, 11, 16), errors=0.2)
    mend = tmp_path / "mend.csv"

    main(["screen", str(written(manifest.content)), "--out", str(tmp_path / "out.csv"), "--mend", str(mend)])

    with mend.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {int(each["row in the file sent"]) for each in rows} == {each.row for each in manifest.planted}
    assert mend.stat().st_mode & 0o077 == 0
    with mend.open("rb") as file:
        again = open_manifest(file, on=date(2026, 11, 16), instruments=screening_instruments())
        assert again.columns.left_out[-1] == "what to mend"


def test_it_needs_neither_django_nor_a_database():
    check = "import sys; import panoh.web.commands.screen; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@pytest.mark.parametrize("text", ["=1+1", "+992", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_what_is_written_out_runs_in_no_spreadsheet(text):
    (line,) = csv_lines([[text]], mark=False)

    assert next(csv.reader([line]))[0] == f"'{text}"


@pytest.mark.parametrize("text", ["", "Саидов", "1990-05-31", "12 = 12", " "])
def test_plain_text_is_written_as_it_is(text):
    assert plain_cell(text) == text
