"""A country or an installation adds a set of questions as a file; it changes and removes none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from panoh.__main__ import main
from panoh.instruments import library
from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.screening_faults import goes_round
from panoh.instruments.library import published_instruments, refused_instruments, screening_instruments
from panoh.instruments.reader import TextError
from panoh.screening.rules.instrument_proof import prove

TJ = library.SHELF / "countries" / "tj" / "screening" / "tj_returnees_and_harvest.yaml"
PUBLISHED = tuple(sorted(path.stem for path in (library.SHELF / "screening").glob("*.yaml")))
LEAD, AFTER = "  - id: OUR.work\n    dimension: SIGN\n", "any_of: [OUR.work]"

OURS = TJ.read_text(encoding="utf-8").replace("tj_returnees_and_harvest", "our_own").replace("TJR.", "OUR.")
"""The country's file under other ids, as an installation would write its own."""

BROKEN = [
    ("schema", "population: any", "population: everybody", "'everybody' is not one of"),
    ("version", 'version: "1.0"', 'version: ""', "the version is empty"),
    ("source", "source: ilo-fl-2012", "source: nobody-knows", "'nobody-knows' is not in sources.yaml"),
    ("unknown question", AFTER, "any_of: [OUR.wrok]", "ask_if speaks of 'OUR.wrok', which is no question"),
    ("circle", LEAD, f"{LEAD}    ask_if: OUR.harvest_pressure\n", "circle: OUR.work → OUR.harvest_pressure → OUR.work"),
    ("never asked", AFTER, "at_least: {count: 2, of: [OUR.work]}", "OUR.harvest_pressure can never be asked"),
    ("dimension", "needs: {any: 1}", "needs: {any: 7}", "dimension SIGN can never be positive"),
    ("decides alone", "final_analysis: first_line", "final_analysis: forced_labour_child", "never decides alone"),
    ("case", "outcome: NONE_RECORDED", "outcome: NOT_ASSESSED", "comes to NONE_RECORDED"),
    ("one side", "needs: {any: 1}", "needs: {any: 2}", "no case meets 'One sign or more' exactly"),
    ("language", "      tg: Оё шахсро аз мактаб", "      #", "the question is missing in tg"),
    ("name of the file", "id: our_own", "id: another", "must be the name of the file"),
    ("shadows a question", "OUR.war", "FL11.07", "'FL11.07' stands in 'ilo_forced_labour' already"),
]
"""What each breaks, the words in the file, what stands there instead, and the reason that must be told."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "screening" / "final_analysis").mkdir(parents=True)
    (tmp_path / "sources.yaml").write_text(
        (TJ.parent.parent / "sources.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def installation(folder: Path) -> Iterator[Path]:
    """The folder is that of this installation, for one test."""
    before = list(library.OF_THE_INSTALLATION)
    library.OF_THE_INSTALLATION[:] = [folder]
    library.fresh()
    yield folder
    library.OF_THE_INSTALLATION[:] = before
    library.fresh()


def draft(folder: Path, text: str, name: str = "our_own") -> Path:
    path = folder / "screening" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("right", "wrong", "reason"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_each_way_to_break_a_set_is_found_with_its_reason(folder, capsys, right, wrong, reason):
    assert right in OURS

    status = main(["instruments", "check", str(draft(folder, OURS.replace(right, wrong)))])

    printed = capsys.readouterr().out
    assert status == 1
    assert "FAILS" in printed
    assert reason in printed


def test_what_is_not_broken_holds(folder, capsys):
    assert main(["instruments", "check", str(draft(folder, OURS))]) == 0
    assert "FAILS" not in capsys.readouterr().out


TABLE_BREAKS = [
    (
        "FULL_INTERVIEW_DUE\n      presumed: false\n      when: SIGN",
        "when: {all_of: [SIGN, act]}",
        "can never come about",
    ),
    ("label:\n        en: No sign is recorded this time", "label:\n        en: This is not a victim", "closes none"),
]


@pytest.mark.parametrize(("right", "wrong", "reason"), TABLE_BREAKS)
def test_a_table_that_cannot_be_reached_or_shuts_a_door_is_found(folder, capsys, right, wrong, reason):
    table = (library.SHELF / "screening" / "final_analysis" / "first_line.yaml").read_text(encoding="utf-8")
    assert right in table
    changed = table.replace(right, right.replace("when: SIGN", wrong) if "when: SIGN" in right else wrong)
    own = folder / "screening" / "final_analysis" / "our_table.yaml"
    own.write_text(changed.replace("id: first_line", "id: our_table"), encoding="utf-8")
    text = OURS.replace("final_analysis: first_line", "final_analysis: our_table")

    status = main(["instruments", "check", str(draft(folder, text))])

    assert (status, reason in capsys.readouterr().out) == (1, True)


def test_a_circle_among_what_answers_show_is_found():
    one = library.screening_instrument("ilo_ec_adult_labour")
    shows = one.final_analysis.also_shows[0]
    ring = (
        replace(shows, element="act", when=Condition(1, ("EX",))),
        replace(shows, element="EX", when=Condition(1, ("act",))),
    )

    assert list(goes_round(replace(one, also_shows=ring))) == ["also_shows goes round in a circle: act → EX → act"]


def test_every_set_there_is_holds_every_property():
    for one in screening_instruments():
        broken = [each for each in prove(one, library.sources_of(one)) if not each.holds]

        assert broken == [], one.id


def test_an_installation_adds_a_set_and_every_published_one_stays(installation):
    draft(installation, OURS)
    library.fresh()

    assert [each.id for each in published_instruments()] == list(PUBLISHED)
    assert screening_instruments()[-1].id == "our_own"
    assert refused_instruments() == ()
    assert library.sources_of(screening_instruments()[-1])["tip-2023-tj"].year == "2023"


@pytest.mark.parametrize("name", ["ilo_forced_labour", "first_line_adult"])
def test_a_published_set_cannot_be_written_again_or_emptied(installation, name):
    published = (library.SHELF / "screening" / f"{name}.yaml").read_text(encoding="utf-8")
    draft(installation, published.replace("version:", "version: ", 1), name)
    library.fresh()

    before = library.screening_instrument(name)

    assert before.country == ""
    assert "nothing that is added replaces one" in refused_instruments()[0]


def test_a_published_table_cannot_be_written_again(installation):
    table = library.SHELF / "screening" / "final_analysis" / "first_line.yaml"
    own = installation / "screening" / "final_analysis" / "first_line.yaml"
    own.write_text(table.read_text(encoding="utf-8"), encoding="utf-8")
    draft(installation, OURS)
    library.fresh()

    assert "there is a published table 'first_line' already" in refused_instruments()[0]
    assert [each.id for each in published_instruments()] == list(PUBLISHED)


def test_a_broken_file_of_an_installation_stops_nothing_but_itself(installation):
    draft(installation, "id: [")
    library.fresh()

    assert "our_own.yaml" in refused_instruments()[0]
    assert [each.id for each in screening_instruments()][: len(PUBLISHED)] == list(PUBLISHED)


def test_a_broken_file_of_the_house_stops_the_start(folder):
    with pytest.raises(TextError, match="must be the name of the file"):
        library.read_screening_instrument(draft(folder, OURS, "wrong_name"), folder)


def test_the_digest_changes_with_the_file_and_with_its_table(folder):
    one = library.read_screening_instrument(draft(folder, OURS), folder)

    changed = library.read_screening_instrument(draft(folder, OURS + "# a word\n"), folder)

    assert one.digest != changed.digest


def test_the_command_lists_and_shows(capsys):
    assert main(["instruments", "list"]) == 0
    assert main(["instruments", "show", "first_line_child"]) == 0

    printed = capsys.readouterr().out
    assert "tj_returnees_and_harvest  1.0  first  provisional  tj" in printed
    assert "FLC.parents" in printed


def test_the_command_says_what_is_not_there(capsys):
    assert main(["instruments", "show", "nothing"]) == 2
    assert main(["instruments", "check", "nowhere.yaml"]) == 2

    told = capsys.readouterr().err
    assert "there is no instrument 'nothing'" in told
    assert "there is no such file" in told
