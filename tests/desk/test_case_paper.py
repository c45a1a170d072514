"""The case on paper: what the page shows this post and no more, readable aloud, signed by who printed it, on record."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
import typst
from django.urls import reverse
from django.utils import translation

from panoh.desk.case_page import case_page
from panoh.desk.case_paper import print_case
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Disclosure, LedgerEntry
from panoh.registry.paper import Entry, Paper, Section, as_pdf
from panoh.registry.queries.purposes import saying
from panoh.registry.refusals import NotPermitted
from tests.journeys import ways

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def what_for():
    """The intake desk says it once: the woman's case is with another desk."""
    with saying(lambda: "coordination"):
        yield


@pytest.fixture
def said(monkeypatch) -> list[dict]:
    """What was handed to the typesetter, which sets it all the same."""
    handed, compile_as_ever = [], typst.compile

    def compile_and_keep(*given, sys_inputs, **more):
        handed.append(json.loads(sys_inputs["data"]))
        return compile_as_ever(*given, sys_inputs=sys_inputs, **more)

    monkeypatch.setattr(typst, "compile", compile_and_keep)
    return handed


def test_the_paper_says_what_the_page_says(way, cast, now, said):
    at = now + timedelta(days=2)

    print_case(case=way.case, by=cast.nigina, at=at)

    page = case_page(cast.nigina, way.case.pk, at=at)
    lines = [entry["said"] for section in said[0]["sections"] for entry in section["entries"]]
    assert lines == [each.what for each in (*page.open, *page.past)]
    assert "1990-04-02" in json.dumps(said[0])
    assert ["Nationality", "Tajikistan"] in said[0]["sections"][1]["facts"]


def test_the_safe_way_of_contact_goes_on_no_paper(way, cast, now, said):
    page = case_page(cast.nigina, way.case.pk, at=now)
    print_case(case=way.case, by=cast.nigina, at=now)

    assert "Канарейка" in page.identity.contact
    assert "Канарейка" not in json.dumps(said, ensure_ascii=False)


def test_who_printed_it_and_when_stands_in_the_foot_of_every_page(way, cast, now, said):
    print_case(case=way.case, by=cast.nigina, at=now)

    assert said[0]["printed"].startswith("Printed by Nigina, ")
    assert said[0]["printed"].endswith("on 16.11.2026 12:00")
    assert "Confidential" in said[0]["marks"]


def test_the_read_and_the_print_out_are_on_record_together(way, cast, now):
    before = LedgerEntry.objects.order_by("-seq").first().seq

    print_case(case=way.case, by=cast.nigina, at=now)

    lines = LedgerEntry.objects.filter(seq__gt=before).order_by("seq")
    assert [line.act for line in lines] == ["read_identity", "print_case"]
    assert {line.subject for line in lines} == {f"case:{way.case.pk}"}


def test_a_paper_that_cannot_be_made_leaves_no_line_saying_it_was(way, cast, now, monkeypatch):
    monkeypatch.setattr(typst, "compile", lambda *given, **more: 1 / 0)
    before = LedgerEntry.objects.count()

    with pytest.raises(ZeroDivisionError):
        print_case(case=way.case, by=cast.nigina, at=now)

    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize("name", ["rustam", "malika"])
def test_the_commission_gets_the_paper_without_a_name(way, cast, now, said, name):
    print_case(case=way.case, by=getattr(cast, name), at=now)

    handed = json.dumps(said, ensure_ascii=False)
    assert "Finding: presumed victim" in handed
    assert not [mark for mark in (*ways.WHO_SHE_IS, *ways.SAID, ways.ADDRESS) if mark in handed]


def test_the_shelter_gets_no_finding_and_nobody_gets_its_address(way, cast, now, said):
    print_case(case=way.case, by=cast.shahlo, at=now + timedelta(days=2))
    print_case(case=way.case, by=cast.nigina, at=now + timedelta(days=2))

    assert "Finding" not in json.dumps(said[0])
    assert not [mark for mark in (*ways.SAID, ways.ADDRESS) if mark in json.dumps(said, ensure_ascii=False)]


def test_what_a_desk_is_not_shown_is_not_said_to_be_unknown(way, cast, now, said, open_as):
    """A shelter that reads "not known" asks her again, or doubts an age that is on record."""
    Disclosure.objects.filter(case=way.case).update(fields=["names"])

    print_case(case=way.case, by=cast.shahlo, at=now + timedelta(days=2))
    page = open_as(cast.shahlo).get(reverse("case", args=[way.case.pk])).content.decode()
    told = open_as(cast.shahlo).get(f"/api/desk/cases/{way.case.pk}").json()["identity"]

    handed = json.dumps(said, ensure_ascii=False)
    for shown in (handed, page):
        assert ways.WOMAN.names[0][0] in shown
        assert shown.count("not shown to your desk") == 2, "birth date and papers"
        assert "not known" not in shown
    assert told["shown"] == ["names"]


@pytest.mark.parametrize("name", ["behruz", "parvina", "jamshed", "firuza", "alisher", "safar"])
def test_whoever_may_not_see_the_case_gets_no_paper(way, cast, now, open_as, name):
    officer = getattr(cast, name)

    assert open_as(officer).get(reverse("case_paper", args=[way.case.pk])).status_code == 403
    assert open_as(officer).get(f"/api/desk/cases/{way.case.pk}/paper").status_code == 403
    with pytest.raises(NotPermitted):
        print_case(case=way.case, by=officer, at=now)
    assert not LedgerEntry.objects.filter(act="print_case").exists()


@pytest.mark.parametrize("language", ["en", "ru", "tg"])
def test_it_is_set_in_every_working_language_and_can_be_read_aloud(way, cast, open_as, language, said):
    answer = open_as(cast.zarina).get(reverse("case_paper", args=[way.case.pk]), {"language": language})

    assert answer.content.startswith(b"%PDF-")
    assert b"pdfuaid:part" in answer.content
    assert said[0]["language"] == language
    with translation.override(language):
        assert translation.gettext("Who this is") in [section["heading"] for section in said[0]["sections"]]


def test_an_unknown_language_gives_the_officers_own(way, cast, open_as, said):
    answer = open_as(cast.zarina).get(reverse("case_paper", args=[way.case.pk]), {"language": "../xx"})

    assert answer.status_code == 200
    assert said[0]["language"] == "en"


def test_it_is_a_download_that_no_browser_runs_or_keeps(way, cast, open_as):
    for address in (reverse("case_paper", args=[way.case.pk]), f"/api/desk/cases/{way.case.pk}/paper"):
        answer = open_as(cast.zarina).get(address)

        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{way.case.reference}.pdf"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "text",
    ['#panic("no")', "$ x", "#[", "*bold", "_it", "`raw", "<label>", "@ref", "= head", "\\", '"', "محبت", "Ҷӯраева"],
)
def test_text_is_never_read_as_markup(cast, now, text):
    entry = Entry(text, when=text, mark=text, by=text)
    section = Section(text, paragraphs=[text], facts=[(text, text)], entries=[entry])

    made = as_pdf(Paper(text, text, [section], lead=text, marks=[text]), by=cast.zarina, at=now)

    assert made.startswith(b"%PDF-")


def test_a_name_that_looks_like_markup_is_printed(cast, now, said):
    given = PersonGiven(names=(('#import "/etc/passwd" $', "spoken"),), sex="male", born_from=1985, born_to=1985)
    way = ways.interviewed(given, by=cast.zarina, at=now)

    print_case(case=way.case, by=cast.zarina, at=now)

    assert ["Name as written", '#import "/etc/passwd" $'] in said[0]["sections"][1]["facts"]


def test_the_kind_of_a_document_is_said_in_the_language_of_the_paper(cast, now, said):
    given = PersonGiven(names=(("Канареев", "paper"),), sex="male", documents=(("identity_card", "A1234567"),))
    way = ways.interviewed(given, by=cast.zarina, at=now)

    with translation.override("ru"):
        print_case(case=way.case, by=cast.zarina, at=now)

    assert "A1234567 (удостоверение личности)" in json.dumps(said[0], ensure_ascii=False)


def test_the_paper_carries_no_script_and_no_other_file(way, cast, now):
    made = print_case(case=way.case, by=cast.nigina, at=now)

    assert not re.search(rb"/JavaScript|/Launch|/EmbeddedFile", made)
