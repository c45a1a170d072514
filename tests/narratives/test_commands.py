"""`panoh read` on a terminal: facts on standard output, what to do on standard error, an exit status."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from panoh.narratives.commands import add_parser

TEXT = "PROTECTION\nThe government identified 30 trafficking victims in 2021.\n"


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    arguments = parser.parse_args(["read", *words])
    status: int = arguments.run(arguments)
    return status


@pytest.fixture
def narrative(tmp_path: Path) -> Path:
    path = tmp_path / "GEO-2022.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_facts_are_printed_one_a_line(narrative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(str(narrative))

    (line,) = capsys.readouterr().out.splitlines()
    assert status == 0
    assert (json.loads(line)["id"], json.loads(line)["value"]) == ("GEO-2022-001", 30)


def test_a_file_without_country_and_year_in_its_name_is_read_and_marked(
    narrative: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = narrative.rename(narrative.with_name("narrative.txt"))

    status = run(str(other))

    printed = capsys.readouterr()
    assert status == 0
    assert json.loads(printed.out)["partial"] is True
    assert "--country" in printed.err
    assert "--year" in printed.err


def test_country_and_year_can_be_given(narrative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = narrative.rename(narrative.with_name("narrative.txt"))

    run(str(other), "--country", "GEO", "--year", "2022")

    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"<html><body><p>The government</p></body></html>", "HTML"),
        (b"", "empty"),
        ("Правительство выявило двадцать жертв торговли людьми. ".encode() * 9, "English"),
        ("Правительство".encode("cp1251"), "UTF-8"),
    ],
)
def test_what_is_no_narrative_is_refused_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    path = tmp_path / "GEO-2022.txt"
    path.write_bytes(content)

    status = run(str(path))

    printed = capsys.readouterr()
    assert status == 2
    assert printed.out == ""
    assert said in printed.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("GEORGIA: Tier 1\nThe government acts.\nGHANA: Tier 2\nThe government acts.\n", "2 narratives in one file"),
        ("The Government of Georgia identified 30 victims of trafficking in the year and then", "middle of a sentence"),
    ],
)
def test_a_doubtful_file_is_read_and_the_doubt_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    path = tmp_path / "GEO-2022.txt"
    path.write_text(content, encoding="utf-8")

    status = run(str(path))

    printed = capsys.readouterr()
    assert status == 0
    assert said in printed.err
    assert '"partial": true' in printed.out


def test_a_missing_file_does_not_hide_the_others(narrative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(str(narrative.with_name("XXX-2022.txt")), str(narrative))

    printed = capsys.readouterr()
    assert status == 2
    assert "cannot be opened" in printed.err
    assert len(printed.out.splitlines()) == 1


def test_nothing_asked_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 2
    assert "name at least one text file" in capsys.readouterr().err


def test_the_score_lists_every_miss(narrative: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(str(narrative))
    read = json.loads(capsys.readouterr().out)
    gold = [read, {**read, "id": "GEO-2022-002", "value": 31}]
    narrative.with_name("GEO-2022.facts.jsonl").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")

    status = run("--score", str(narrative.parent))

    out = capsys.readouterr().out
    assert status == 0
    assert "P 1.000 R 0.500 F1 0.667" in out
    assert "missed victims_identified 31 people 2021" in out


def test_a_folder_without_gold_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--score", str(tmp_path)) == 2
    assert "facts.jsonl" in capsys.readouterr().err


def test_a_country_no_list_knows_is_named_as_the_header_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ATLANTIS: Tier 2\n\nAuthorities identified 24 victims in 2020.\n", encoding="utf-8")

    run(str(text))

    assert "(ATLANTIS)" in capsys.readouterr().err
