"""The text of a PDF: set in letters it is read as the text itself; pictures of pages and locked files are said to be so."""

from __future__ import annotations

import zlib

import pytest
import typst

from panoh.narratives.pdf import text_in_pdf
from panoh.narratives.reading import read_narrative
from panoh.narratives.sources import Unreadable, text_of
from tests.narratives.printed import Set, browser, columns, office

TEXT = (
    "TAJIKISTAN: Tier 2",
    "PROTECTION",
    "Authorities identified 24 trafficking victims during the reporting period, compared with 53 in 2019, and referred 15 "
    "to protection services. The government did not report the number of foreign victims, and an international "
    "organization continued to fund most victim protection services in the country’s capital and beyond.",
    "In 2020 the government provided 253,670 Tajikistani somoni for the operating costs of the shelter, medical assistance "
    "for victims, legal consultations, and partial funding of staff salaries.",
)
PLAIN = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R >> >> >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj
4 0 obj << /Length 300 >> stream
BT /F1 10 Tf 14 TL 72 700 Td (The government did not \\(yet\\) identi-) Tj T* (fy any victims in 2020. It had anti-) Tj
T* [(traffick) 20 (ing) -300 (plans.)] TJ 0 -40 Td (Caf\\351s were inspected.) Tj ET
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
%%EOF"""


TALL = [
    *TEXT,
    "Officials trained 40 Tajikistani staff of WAFA, traffickers’ fines were filed in the office of first hearing.",
]


def pdf(tmp_path, head: str) -> bytes:
    source = tmp_path / "text.typ"
    source.write_text(head + "\n\n".join(TEXT).replace("$", "\\$"), encoding="utf-8")
    return typst.compile(str(source))


def facts(text: str) -> set[tuple[object, ...]]:
    read = read_narrative(text, name="a", country="TJK", report_year=2021)
    return {(fact.measure, fact.value, fact.year, fact.status) for fact in read}


@pytest.mark.parametrize(
    "head",
    [
        "#set text(size: 11pt)\n",
        '#set page(columns: 2)\n#set par(justify: true)\n#set text(size: 9pt, hyphenate: true, lang: "en")\n',
    ],
    ids=["one column", "two columns, hyphens"],
)
def test_a_narrative_set_in_letters_gives_the_facts_of_its_text(tmp_path, head):
    content = pdf(tmp_path, head)

    text = text_in_pdf(content)

    assert text.split("\n")[:2] == list(TEXT[:2])
    assert facts(text) == facts("\n".join(TEXT))
    assert len(facts(text)) > 4
    assert text_of(content, name="a") == text


@pytest.mark.parametrize("size", [10, 12])
@pytest.mark.parametrize(("wide", "each"), [(450, 1000), (210, 12)], ids=["one column", "two columns"])
@pytest.mark.parametrize("by_letter", [True, False], ids=["letter by letter", "in close pairs"])
def test_a_page_printed_by_a_browser_reads_as_its_text(size, wide, each, by_letter):
    page = columns(TALL, wide=wide, size=size, each=each)

    assert text_in_pdf(browser([page], size=size, by_letter=by_letter)).split("\n") == TALL


@pytest.mark.parametrize("size", [10, 12])
@pytest.mark.parametrize(("wide", "each"), [(450, 1000), (210, 12)], ids=["one column", "two columns"])
def test_a_page_printed_by_an_office_program_reads_as_its_text(size, wide, each):
    page = columns(TALL, wide=wide, size=size, each=each)

    assert text_in_pdf(office([page], size=size)).split("\n") == TALL


def test_paragraphs_without_space_between_them_are_told_by_the_line_that_was_left_off():
    told = [
        *TALL[:4],
        "Prevention",
        "Officials gave 12 talks at schools in all four of the country’s regions. They told of work.",
    ]

    page = columns(told, wide=450, size=11, apart=0)

    assert text_in_pdf(browser([page], size=11)).split("\n") == told


def test_what_a_browser_lays_over_the_page_is_read_and_once():
    page = columns(TALL, wide=450, size=12)

    assert text_in_pdf(browser([page], on_form=True)).split("\n") == TALL


@pytest.mark.parametrize("pages", [1, 3])
def test_what_runs_at_the_head_and_foot_of_pages_is_no_part_of_the_text(pages):
    lines = columns(TALL, wide=450, size=12)
    each = -(-len(lines) // pages)
    printed = [_stamped(lines[at : at + each], number) for number, at in enumerate(range(0, len(lines), each), start=1)]

    assert " ".join(text_in_pdf(browser(printed)).split()) == " ".join(TALL)
    assert text_in_pdf(browser(printed)).split("\n")[:2] == TALL[:2]


def _stamped(page: list[Set], number: int) -> list[Set]:
    top = (20.0, 10.0, "11/27/26, 8:13 PM"), (300.0, 10.0, "A country’s narrative")
    return [*top, *page, (20.0, 780.0, "https://example.org/reports/tajikistan"), (500.0, 780.0, f"{number}/3")]


def test_a_hyphen_stays_where_the_word_has_it_and_goes_where_the_printer_set_it():
    broken = [
        "The inter-ministerial body met; identi-",
        "fied were sixty-",
        "eight victims of MIA-",
        "run shelters, short-",
    ]
    ended = ["and long-term, through the inter-", "ministerial body and a country-", "wide plan, as it identified."]
    page = [(50.0, 50 + 16.0 * at, words) for at, words in enumerate(broken + ended)]

    assert text_in_pdf(browser([page])) == (
        "The inter-ministerial body met; identified were sixty-eight victims of MIA-run shelters, short- and long-term, "
        "through the inter-ministerial body and a countrywide plan, as it identified."
    )


def test_a_text_that_breaks_no_words_keeps_every_hyphen_and_its_dashes_closed():
    lines = ["Authorities trained 30 front-", "line officials in Dushanbe—", "the capital."] + [
        "They did so again."
    ] * 20
    page = [(50.0, 50 + 16.0 * at, words) for at, words in enumerate(lines)]

    assert text_in_pdf(browser([page])).startswith(
        "Authorities trained 30 front-line officials in Dushanbe—the capital."
    )


def test_numbers_beyond_all_measure_are_passed_over():
    wild = PLAIN.replace(b"BT /F1 10 Tf", b"BT /F1 %s Tf" % (b"9" * 400))

    assert text_in_pdf(wild) == ""


def test_an_old_plain_pdf_is_read_with_its_hyphens_gaps_and_western_letters():
    assert text_in_pdf(PLAIN).split("\n") == [
        "The government did not (yet) identify any victims in 2020. It had anti-trafficking plans.",
        "Cafés were inspected.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4",
        PLAIN.replace(b"%%EOF", b"trailer << /Encrypt 9 0 R >> %%EOF"),
        PLAIN.replace(b"Tj", b"Do").replace(b"TJ", b"Do"),
        b"%PDF-1.5\n1 0 obj << /Filter /FlateDecode >> stream\n"
        + zlib.compress(b"BT (x) Tj")[:6]
        + b"endstream endobj",
        b"%PDF-1.5\n1 0 obj << /Type /ObjStm >> stream\nendstream endobj 2 0 obj << /Type /Page /Contents 2 0 R",
    ],
    ids=["nothing", "locked", "pictures", "broken", "cut short"],
)
def test_a_pdf_without_text_is_said_to_be_one(content):
    with pytest.raises(Unreadable, match="PDF") as no:
        text_of(content, name="a")

    assert no.value.why == "pdf"


def test_pages_that_lead_in_a_ring_end():
    ring = PLAIN.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R 3 0 R 2 0 R]")

    assert text_in_pdf(ring) == text_in_pdf(PLAIN)


def test_a_small_file_that_unpacks_without_end_is_read_no_further():
    packed = zlib.compress(b" " * 30_000_000)
    many = b"".join(
        b"%d 0 obj << /Filter /FlateDecode >> stream\n%s endstream endobj\n" % (9 + at, packed) for at in range(9)
    )

    assert text_in_pdf(PLAIN + many) == text_in_pdf(PLAIN)
