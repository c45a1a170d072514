"""A report as it is printed, in two columns with running heads, gives the facts its text gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typst

from panoh import demo
from panoh.narratives.reading import read_narrative
from panoh.narratives.sources import text_of

TEXT = (Path(demo.__file__).parent / "narratives" / "TJK-2015.txt").read_text(encoding="utf-8")
PRINTED = """#set page(paper: "us-letter", columns: {columns}, header: [TRAFFICKING IN PERSONS REPORT],
  footer: context counter(page).display())
#for said in json(bytes(sys.inputs.said)) {{ par(said) }}"""


def facts(text: str) -> list[tuple[object, ...]]:
    found = read_narrative(text, name="TJK-2015", country="TJK", report_year=2015)
    return sorted((each.measure, str(each.value), str(each.year), each.status, str(each.breakdown)) for each in found)


@pytest.mark.parametrize("columns", [1, 2])
def test_a_printed_report_gives_the_facts_of_its_text(tmp_path, columns):
    page = tmp_path / "report.typ"
    page.write_text(PRINTED.format(columns=columns), encoding="utf-8")
    said = json.dumps([each for each in TEXT.split("\n") if each.strip()])
    made = typst.compile(str(page), root=str(tmp_path), sys_inputs={"said": said}, ignore_system_fonts=True)

    assert facts(text_of(bytes(made), name="report.pdf")) == facts(TEXT)
    assert len(facts(TEXT)) > 10
