"""`panoh names` on a terminal: figures on standard output, what to do on standard error, an exit status."""

import argparse
from pathlib import Path

import pytest

from panoh.names.commands import add_parser


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(["names", *words])
    status: int = arguments.run(arguments)
    return status


def test_the_same_person_is_said_with_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    status = run("compare", "Муҳаббат Ҷӯраева", "MUKHABBAT DZHURAEVA")

    assert status == 0
    assert "муҳаббат | mukhabbat" in capsys.readouterr().out


def test_two_people_give_status_one(capsys: pytest.CaptureFixture[str]) -> None:
    status = run("compare", "Карим Раҳимов", "Раҳим Каримов")

    assert status == 1
    assert "changed places" in capsys.readouterr().out


def test_an_empty_name_is_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    status = run("compare", " ", "Рустам")

    assert status == 2
    assert "give two names" in capsys.readouterr().err


def test_a_file_is_measured_and_misses_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("a,b,same\nРустам Каримов,Rustam Karimov,1\nРустам Каримов,Далер Назаров,1\n", encoding="utf-8")

    status = run("score", str(file))

    said = capsys.readouterr().out
    assert status == 0
    assert "recall     0.5000" in said
    assert "not found" in said


@pytest.mark.parametrize(("content", "says"), [(None, "give the path"), (b"\xff\xfe", "UTF-8"), (b"x,y\n", "missing")])
def test_a_file_that_cannot_be_read_gives_status_two(
    content: bytes | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.csv"
    if content is not None:
        file.write_bytes(content)

    status = run("score", str(file))

    assert status == 2
    assert says in capsys.readouterr().err


def test_lines_that_may_be_one_person_are_said_by_number_and_no_name_leaves_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "list.csv"
    lines.write_text(
        "family,given,birth_date,document,note\n"
        "Ҷӯраева,Муҳаббат,1991-04-03,A1234567,x\n"
        "Каримов,Рустам,1980-01-30,,\n"
        "DZHURAEVA,MUKHABBAT,1991-04-03,A1234567,\n",
        encoding="utf-8",
    )

    status = run("link", str(lines))

    said = capsys.readouterr().out.splitlines()
    assert status == 0
    assert said[0] == "line,other_line,bits"
    assert [line.rsplit(",", 1)[0] for line in said[1:]] == ["2,4"]


@pytest.mark.parametrize(
    ("text", "says"), [("a,b\nx,y\n", "must name the column name"), (None, "give the path of a CSV file")]
)
def test_a_list_that_cannot_be_linked_says_what_to_change(
    tmp_path: Path, text: str | None, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "list.csv"
    if text is not None:
        lines.write_text(text, encoding="utf-8")

    status = run("link", str(lines))

    assert status == 2
    assert says in capsys.readouterr().err
