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
    other.write_text(TEXT.replace("2021.", "2021 (20 in 2020)."), encoding="utf-8")

    status = run(str(other))

    printed = capsys.readouterr()
    assert status == 0
    assert [(line["year"], line["partial"]) for line in map(json.loads, printed.out.splitlines())] == [
        (2021, True),
        (2020, True),
    ]
    assert "--country" in printed.err
    assert "2022 is taken from the dates" in printed.err


@pytest.mark.parametrize("told", ["in 2021", "during the year", "in 2019, 31 in 2020, and 33 in 2021"])
def test_a_report_year_the_dates_do_not_tell_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], told: str
) -> None:
    other = tmp_path / "narrative.txt"
    other.write_text(f"The Government of Georgia identified 30 trafficking victims {told}.", encoding="utf-8")

    status = run(str(other))

    printed = capsys.readouterr()
    assert (status, printed.out) == (2, "")
    assert "give --year" in printed.err


@pytest.mark.parametrize("year", ["0", "1066", "9999"])
def test_what_is_no_year_of_a_report_is_refused(narrative: Path, capsys: pytest.CaptureFixture[str], year: str) -> None:
    assert run(str(narrative), "--year", year) == 2
    assert f"{year} is no year of a report" in capsys.readouterr().err


@pytest.mark.parametrize("year", [2017, 2023])
def test_a_year_the_dates_speak_against_is_doubted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], year: int
) -> None:
    text = tmp_path / f"GEO-{year}.txt"
    text.write_text("Authorities identified 24 victims in 2020, compared with 53 in 2019.", encoding="utf-8")

    assert run(str(text)) == 0

    printed = capsys.readouterr()
    assert f"those of a report of 2021, not of {year}" in printed.err
    assert '"partial": true' in printed.out


def test_half_a_year_and_a_part_are_told_apart_from_the_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "TJK-2025.txt"
    text.write_text(
        "In the first half of 2025 alone, law enforcement registered 39 new cases, including five involving the sale of "
        "children.\nShare on social media\n",
        encoding="utf-8",
    )

    run(str(text))

    printed = capsys.readouterr()
    assert [(line["value"], line["breakdown"]) for line in map(json.loads, printed.out.splitlines())] == [
        (39, {"detail": "first half of 2025"}),
        (5, {"detail": "first half of 2025; involving the sale of children"}),
    ]
    assert printed.err == ""


def test_an_article_is_of_the_country_it_names_most(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "news.txt"
    text.write_text(
        "Tajikistan registered 39 cases. Tajik police trained 4 officers, some of them from Afghanistan. Tajikistan has plans.",
        encoding="utf-8",
    )

    run(str(text), "--year", "2025")

    assert "TJK is named most in the text" in capsys.readouterr().err


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
        ("Правительство выявило 24 жертвы торговли людьми в 2020 году.".encode(), "English"),
        (b"Hukumat 2020-yilda odam savdosining 24 nafar jabrlanuvchisini aniqladi.", "English"),
        ("Жертв 24".encode(), "English"),
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
        (
            "GEORGIA: Tier 1\nPROSECUTION\nThe government convicted 3 traffickers.\n",
            "no section on protection or prevention",
        ),
        (
            "of the 24 victims the government identified in the year, it referred 15 to services.",
            "begins in the middle",
        ),
        (
            "PROSECUTION\nThe government convicted 3.\nPROTECTION\nIt identified 4 victims.\nPROSECUTION\nIt convicted 5.",
            "more than one narrative",
        ),
        (
            f"The government of Georgia did all it could in a year of {'very ' * 20}hard work.\nGHANA: Tier 2\nIt did.",
            "GHANA",
        ),
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

    run(str(text), "--year", "2021")

    assert "(ATLANTIS)" in capsys.readouterr().err
