"""`panoh screen FILE --instrument ID`: tables and lists of any kind give the same findings, or a refusal that helps."""

from __future__ import annotations

import csv as csv_module
import os
import resource
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from panoh.__main__ import main
from panoh.instruments.library import screening_instrument, screening_instruments
from tests.exchange.answer_tables import csv, parquet, people
from tests.screening.test_rules_columns import scalar

ID = "ilo_ec_adult_labour"
INSTRUMENT = screening_instrument(ID)
NO_ID = "AL.CD.no_such_question"


def screen(path: Path, out: Path, *more: str) -> int:
    return main(["screen", str(path), "--instrument", ID, "--out", str(out), *more])


def written(out: Path) -> list[dict[str, object]]:
    return pq.read_table(out).to_pylist()


@pytest.mark.parametrize("workers", ["1", "3"])
def test_every_row_of_a_table_gets_what_the_scalar_rule_says_of_it(tmp_path, workers):
    list_ = people(INSTRUMENT, 700)
    path = parquet(tmp_path / "answers.parquet", list_, group=128)

    status = screen(path, tmp_path / "out.parquet", "--id", "case", "--batch", "50", "--workers", workers)

    assert status == 0
    assert written(tmp_path / "out.parquet") == [
        {"row": place + 1, "id": f"C-{place}", "instrument": ID} | scalar(INSTRUMENT, row)
        for place, row in enumerate(list_)
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_in_csv_says_the_same_with_rows_numbered_as_a_spreadsheet_does(tmp_path, separator):
    list_ = people(INSTRUMENT, 300)

    assert screen(csv(tmp_path / "a.csv", list_, separator=separator), tmp_path / "from_csv.parquet") == 0
    assert screen(parquet(tmp_path / "a.parquet", list_), tmp_path / "from_parquet.parquet") == 0

    same = [row | {"row": row["row"] + 1} for row in written(tmp_path / "from_parquet.parquet")]
    assert written(tmp_path / "from_csv.parquet") == same


def test_csv_out_has_the_same_columns_and_begins_like_the_list_on_every_instrument(tmp_path, capsys):
    path = parquet(tmp_path / "answers.parquet", people(INSTRUMENT, 40))
    screen(path, tmp_path / "out.parquet")

    status = screen(path, tmp_path / "out.csv")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        headings, *lines = csv_module.reader(file)
    assert status == 0
    assert headings[:5] == ["row", "urgency", "outcome", "instrument", "reasons"]
    assert headings == pq.read_schema(tmp_path / "out.parquet").names
    told = [[str(value).lower() if isinstance(value, bool) else str(value) for value in row.values()]
            for row in written(tmp_path / "out.parquet")]  # fmt: skip
    assert lines == told
    assert "40 rows, 0 to mend" in capsys.readouterr().err
    assert (tmp_path / "out.csv").stat().st_mode & 0o077 == 0


def test_a_list_of_people_is_checked_line_by_line_and_its_findings_have_the_same_columns(tmp_path, capsys):
    lines = ["full name,birth date,AL.CD.documents,AL.CD.violence_victim,injured",
             "Саидов Алӣ,1990-05-31,yes,ҳа,yes", "Ҷӯраева Муҳаббат,31.02.1990,,,", "Раҳимов Фирӯз,2008,,,"]  # fmt: skip
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")

    status = screen(path, tmp_path / "out.parquet", "--mend", str(tmp_path / "mend.csv"), "--on", "2026-11-16")

    told = capsys.readouterr().err
    assert status == 1
    assert "row 3, column birth date (99.99.9999): There is no such day." in told
    assert "3 rows, 1 to mend" in told
    first, last = written(tmp_path / "out.parquet")
    assert (first["row"], first["outcome"], first["reasons"]) == (2, "TIP_POSSIBLE", "injured presumed")
    assert (last["row"], last["outcome"], last["reasons"], last["unanswered"]) == (4, "INSUFFICIENT", "child", 67)
    assert "Муҳаббат" in (tmp_path / "mend.csv").read_text(encoding="utf-8")
    assert not {"Саидов", "name"} & set(map(str, first.values()))


def test_an_id_is_written_only_when_asked_for_and_runs_in_no_spreadsheet(tmp_path):
    table = pa.table({"case": ["=1+1", "C-2"], "AL.CD.documents": ["yes", "да"]})
    pq.write_table(table, tmp_path / "a.parquet")

    screen(tmp_path / "a.parquet", tmp_path / "without.csv")
    screen(tmp_path / "a.parquet", tmp_path / "with.csv", "--id", "case")

    assert "1+1" not in (tmp_path / "without.csv").read_text()
    assert '\n1,"\'=1+1",' in (tmp_path / "with.csv").read_text()


def refused(tmp_path: Path, capsys, path: Path, *more: str, out: str = "out.parquet") -> str:
    before = {each.name for each in tmp_path.iterdir()}
    status = screen(path, tmp_path / out, *more)
    assert status == 2
    assert {each.name for each in tmp_path.iterdir()} == before, "nothing may be left behind"
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"AL.CD.documents": [1, None, 7]}, "row 3, column AL.CD.documents (9): This is no answer."),
        ({"al.cd.DOCUMENTS": ["yes", "Maybe", "no"]}, "row 2, column al.cd.DOCUMENTS (Aaaaa): This is no answer."),
        ({"AL.CD.documents": [1, 0, 1], "age": ["adult", "40", None]}, "row 2, column age (99): This is no answer. Write adult"),
        ({"AL.CD.documents": [1, 0, 1], "age": [40, 12, 9]}, "column age: A column of int64 holds no answers. Write the words"),
        ({"AL.CD.documents": [1.0, None, 0.5]}, "column AL.CD.documents: A column of double holds no answers. Write 1, 0"),
        ({NO_ID: [1, 0, 1], "AL.CD.documents": [1, 0, 1]}, f"column {NO_ID} looks like a question, but no instrument has it."),
        ({"AS.CD.documents": [1, 0, 1]}, f"No column carries an answer to {ID}."),
        ({"AL.CD.documents": [1, 0, 1], "al.cd.documents": [1, 0, 1]}, "mean the same"),
        ({"AL.CD.documents": [1, 0, 1], "age": ["adult"] * 3, "Возраст": ["adult"] * 3}, "mean the same (age)"),
        ({"weight": [80, 90, 70]}, "No column of the first row is one Panoh knows"),
    ],
)  # fmt: skip
def test_what_cannot_be_scored_is_refused_with_column_row_and_remedy(tmp_path, capsys, columns, told):
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")

    assert told in refused(tmp_path, capsys, tmp_path / "a.parquet")


def test_a_wrong_answer_far_down_a_csv_table_is_named_by_its_row_in_the_file(tmp_path, capsys):
    lines = ["AL.CD.documents,AL.CD.isolation", *["yes,no"] * 50_000, "yes,perhaps", *["no,no"] * 10]
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")

    assert "row 50,002, column AL.CD.isolation (aaaaaaa)" in refused(tmp_path, capsys, tmp_path / "a.csv")


@pytest.mark.parametrize("keep", [0.5, 0.9])
def test_a_broken_parquet_file_is_said_to_be_broken(tmp_path, capsys, keep):
    whole = parquet(tmp_path / "a.parquet", people(INSTRUMENT, 200)).read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[: int(len(whole) * keep)])

    assert "This Parquet file is broken or cut off" in refused(tmp_path, capsys, tmp_path / "a.parquet")


def test_damage_inside_a_parquet_file_is_found_and_nothing_is_written(tmp_path, capsys):
    whole = bytearray(parquet(tmp_path / "a.parquet", people(INSTRUMENT, 4000)).read_bytes())
    whole[4:4000] = bytes(3996)
    (tmp_path / "a.parquet").write_bytes(whole)

    assert "broken or cut off" in refused(tmp_path, capsys, tmp_path / "a.parquet", "--id", "case")


def test_a_csv_row_with_a_cell_too_few_is_named_and_not_repeated(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("AL.CD.documents,age\nyes,adult\n\nSaidov\n", encoding="utf-8")

    told = refused(tmp_path, capsys, tmp_path / "a.csv")

    assert "row 4: There are more or fewer cells than headings." in told
    assert "Saidov" not in told


def test_a_blank_line_in_csv_moves_no_row_number_and_loses_nobody(tmp_path):
    (tmp_path / "a.csv").write_text("AL.CD.documents,age\n\nyes,adult\n\n\nno,child\n", encoding="utf-8")

    assert screen(tmp_path / "a.csv", tmp_path / "out.parquet") == 0

    found = {row["row"]: (row["signs"], row["unanswered"]) for row in written(tmp_path / "out.parquet")}
    assert found == {2: (0, 67), 3: (1, 66), 4: (0, 67), 5: (0, 67), 6: (0, 66)}


def test_other_refusals_say_what_there_is(tmp_path, capsys):
    path = parquet(tmp_path / "a.parquet", people(INSTRUMENT, 3))

    assert "End it with .parquet or .csv" in refused(tmp_path, capsys, path, out="out.xlsx")
    assert "There is no column number. There are: case," in refused(tmp_path, capsys, path, "--id", "number")
    assert "No such file" in refused(tmp_path, capsys, tmp_path / "none.parquet")
    assert main(["screen", str(path), "--instrument", "mine"]) == 2
    told = capsys.readouterr().err
    assert all(each.id in told for each in screening_instruments())
    assert main(["screen", str(path), "--engine", "spark"]) == 2
    assert "say which with --instrument" in capsys.readouterr().err
    assert screen(csv(tmp_path / "a.csv", people(INSTRUMENT, 3)), tmp_path / "o.csv", "--engine", "spark") == 2
    assert "Spark reads a Parquet file" in capsys.readouterr().err


def test_no_room_is_said_and_leaves_nothing(tmp_path):
    path = parquet(tmp_path / "a.parquet", people(INSTRUMENT, 3000), group=100)
    command = [sys.executable, "-m", "panoh", "screen", str(path), "--instrument", ID, "--out", str(tmp_path / "o.csv")]

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=no_room, check=False)

    assert done.returncode == 2
    assert "o.csv: File too large; nothing was written" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["a.parquet"]


def test_what_a_killed_run_left_behind_is_cleared_away_by_the_next(tmp_path):
    path = parquet(tmp_path / "a.parquet", people(INSTRUMENT, 30))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".out.parquet.{dead.pid}").write_bytes(b"half")
    (tmp_path / f".out.parquet.{os.getppid()}").write_bytes(b"of a run that still runs")

    assert screen(path, tmp_path / "out.parquet") == 0

    left = {each.name for each in tmp_path.iterdir()}
    assert left == {"a.parquet", "out.parquet", f".out.parquet.{os.getppid()}"}


def test_without_spark_it_says_how_to_install_it(tmp_path):
    """In an environment where pyspark cannot be imported."""
    path = parquet(tmp_path / "a.parquet", people(INSTRUMENT, 3))
    start = "import sys; sys.modules['pyspark'] = None; from panoh.__main__ import main; sys.exit(main(sys.argv[1:]))"
    command = ["screen", str(path), "--instrument", ID, "--out", str(tmp_path / "o.csv"), "--engine", "spark"]

    done = subprocess.run([sys.executable, "-c", start, *command], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "Apache Spark is not installed" in done.stderr
    assert "make .venv/.spark" in done.stderr
    assert not (tmp_path / "o.csv").exists()
