"""A narrative's page saved as PDF by a browser gives the facts its text gives."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from panoh import demo
from panoh.narratives.reading import read_narrative
from panoh.narratives.sources import text_of

pytestmark = pytest.mark.browser
TEXT = (Path(demo.__file__).parent / "narratives" / "TJK-2015.txt").read_text(encoding="utf-8")
PAGE = "<html lang=en><style>body {{ font: {size}pt {font} }} div {{ columns: {columns} }}</style><div>{said}</div>"


def facts(text: str) -> list[tuple[object, ...]]:
    found = read_narrative(text, name="TJK-2015", country="TJK", report_year=2015)
    return [(each.measure, each.value, each.year, each.status, dict(each.breakdown), each.quote) for each in found]


@pytest.mark.parametrize("font", ["DejaVu Sans", "serif"])
@pytest.mark.parametrize("size", [10, 12])
@pytest.mark.parametrize("columns", ["auto", 2])
def test_a_page_saved_as_pdf_gives_the_facts_of_its_text(browser: Browser, font: str, size: int, columns: str):
    page = browser.new_page()
    said = "".join(f"<p>{escape(each)}</p>" for each in TEXT.split("\n") if each.strip())
    page.set_content(PAGE.format(size=size, font=font, columns=columns, said=said))

    saved = page.pdf(format="A4", display_header_footer=True, margin={"top": "2cm", "bottom": "2cm"})
    page.close()

    assert facts(text_of(saved, name="report.pdf")) == facts(TEXT)
