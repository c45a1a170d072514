"""A slip of the pen in a published text is refused, in words that name the file, the place and the fault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from panoh.instruments import library
from panoh.instruments.kinds.final_analysis import FinalAnalysis
from panoh.instruments.kinds.screening_file import hold_together
from panoh.instruments.reader import TextError, parse

SCREENING = library.SHELF / "screening"
SLIPS = [
    ("population: any", "population: any\ncolour: blue", r"'colour' was unexpected"),
    ("form: labour", "form: labour\nform: labour", r"line \d+: the key 'form' stands here again"),
    ("form: labour", "form: farming", r"at form: 'farming' is not one of"),
    ('version: "1.0"', "version: 1", r"at version: 1 is not text; put it in quotes"),
    ("id: FL11.02\n    dimension: SIGN", "id: FL11.02\n    dimension: SIGHN", r"FL11.02: unknown dimension 'SIGHN'"),
    ("- id: FL11.02", "- id: FL11.01", r"the id 'FL11.01' stands 2 times"),
    ("source: ilo-c029", "source: ilo-c092", r"the source 'ilo-c092' is not in sources.yaml"),
    ("needs: {any: 1}", "needs: {any: 12}", r"dimension SIGN can never be positive"),
    ("needs: {any: 1}", "needs: {strong: 1}", r"dimension SIGN can never be positive"),
    ("needs: {any: 1}", "needs: {heavy: 1}", r"'heavy' is not one of"),
    ("      - FL11.07\n", "      - FL11.77\n", r"there is no item 'FL11.77'"),
    ("outcome: FULL_INTERVIEW_DUE", "outcome: VICTIM", r"there is no outcome 'VICTIM'"),
    ("      en: Is pay held back", "      de: Geld\n      en: Is pay held back", r"'de' was unexpected"),
    ("id: ilo_forced_labour\n", "id: ilo_forced\n", r"must be the name of the file"),
    ("final_analysis: forced_labour_signs", "final_analysis: trafficking", r"a condition speaks of 'CD'"),
    ("final_analysis: forced_labour_signs", "final_analysis: nothing", r"nothing.yaml: cannot be read"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), SLIPS, ids=[message for *_, message in SLIPS])
def test_a_slip_in_an_instrument_is_refused(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    text = (SCREENING / "ilo_forced_labour.yaml").read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "ilo_forced_labour.yaml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")

    with pytest.raises(TextError, match=message) as refused:
        library.read_screening_instrument(path)

    assert ".yaml: " in str(refused.value)


def test_an_item_has_either_a_strength_that_was_seen_or_a_provisional_one(tmp_path: Path) -> None:
    text = (SCREENING / "ilo_ec_adult_sexual.yaml").read_text(encoding="utf-8")
    path = tmp_path / "ilo_ec_adult_sexual.yaml"
    both = text.replace("strength_provisional: strong", "strength: weak\n    strength_provisional: strong", 1)
    path.write_text(both, encoding="utf-8")

    with pytest.raises(TextError, match=r"ilo_ec_adult_sexual.yaml: at items → AS.DR"):
        library.read_screening_instrument(path)


TABLE_SLIPS = [
    ("    - code: TIP_INDICATED\n      presumed: true", "presumed: false", "stands below one that is not"),
    ("    - code: INSUFFICIENT\n      presumed: false", "presumed: true", "must stand without 'when'"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), TABLE_SLIPS)
def test_a_table_that_could_lose_a_presumption_is_refused(right: str, wrong: str, message: str) -> None:
    name = "trafficking.yaml"
    text = (SCREENING / "final_analysis" / name).read_text(encoding="utf-8")
    line, _ = right.split("\n")
    table = FinalAnalysis.read(parse(text.replace(right, f"{line}\n      {wrong}", 1), name=name))
    instrument = replace(library.screening_instrument("ilo_ec_adult_labour"), final_analysis=table)

    with pytest.raises(TextError, match=message):
        hold_together(instrument, name=name, sources=library.sources())


PALERMO_SLIPS = [
    ("when: irregular_border", "when: nationality", r"IRREGULAR_STATUS: 'nationality' is neither"),
    ("gives_way_to: TRAFFICKING_INDICATED", "gives_way_to: TRAFFICKING", r"there is no label 'TRAFFICKING'"),
    ("neighbour: sale_of_children", "neighbour: sale", r"there is no neighbour 'sale'"),
    ("acts: [recruitment, receipt]", "acts: [recruitment, theft]", r"case T01: 'theft' is no act"),
    ("citation: {source: iss-adoption-2016", "citation: {source: iss", r"the source 'iss' is not in sources.yaml"),
    ("when: irregular_border", "when: {none_of: [act]}", r"'none_of' was unexpected"),
    ("indicated: TRAFFICKING_INDICATED", "indicated: TRAFFICKED", r"guard: there is no label 'TRAFFICKED'"),
]


@pytest.mark.parametrize(("right", "wrong", "message"), PALERMO_SLIPS, ids=[message for *_, message in PALERMO_SLIPS])
def test_a_slip_in_the_palermo_text_is_refused(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    text = (library.SHELF / "identification" / "palermo.yaml").read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "palermo.yaml"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")

    with pytest.raises(TextError, match=message):
        library.read_palermo(path)


def test_a_source_that_stands_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (library.SHELF / "sources.yaml").read_text(encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(text.replace("id: palermo", "id: ilo-c029"), encoding="utf-8")
    monkeypatch.setattr(library, "SHELF", tmp_path)
    library.sources.cache_clear()

    with pytest.raises(TextError, match="'ilo-c029' stands twice"):
        library.sources()

    library.sources.cache_clear()
