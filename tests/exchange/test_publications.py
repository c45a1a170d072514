"""Figures for everybody: two officers, nothing small, nothing live, nothing of anybody; and no cookie for whoever reads."""

from __future__ import annotations

import csv
import hashlib
import json
import sys

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from panoh.exchange.public.actions import answer_publication, propose_publication
from panoh.exchange.public.queries import archive
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.statistics.actions.editions import correct_edition, prepare_edition, sign_edition
from panoh.statistics.models import Edition, Publication, PublicationAnswer
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.publication.shown import Hidden
from panoh.statistics.rules.publication.text import read
from panoh.statistics.rules.values import Number
from tests.conftest import NOON
from tests.statistics.book import CANARY, Book

pytestmark = pytest.mark.django_db
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2025)
FILES = ("public:table", "public:text", "public:readme")


@pytest.fixture
def book(cast) -> Book:
    made = Book(cast)
    made.opened("2024-12-15")
    return made


def people(book: Book, women: int, men: int, on: str = "2025-03-01") -> None:
    for number in range(women + men):
        person = book.person(sex="female" if number < women else "male")
        book.presumed(on, person, form="labour", region="TJ-SU-01")


def frozen(cast, period: Period = YEAR) -> Edition:
    made = prepare_edition(period=period, by=cast.alisher, at=NOON)
    sign_edition(edition=made, approved=True, by=cast.rustam, at=NOON)
    return made


def public(cast, edition: Edition) -> Publication:
    made = propose_publication(edition=edition, by=cast.alisher, at=NOON)
    answer_publication(publication=made, agreed=True, by=cast.malika, at=NOON)
    return made


def pages(publication: Publication | None = None) -> list[str]:
    of_one = [publication.pk] if publication else []
    languages = [[each] for each in ("tg", "ru", "en")]
    found = [reverse(route, args=each) for route in ("public:home", "public:definitions") for each in languages]
    if publication:
        found += [reverse("public:figures", args=[*each, *of_one]) for each in languages]
        found += [reverse(route, args=of_one) for route in FILES]
    return [*found, reverse("public:catalogue")]


def test_nothing_is_public_before_another_officer_agreed(book, cast):
    edition = frozen(cast)
    made = propose_publication(edition=edition, by=cast.alisher, at=NOON)

    assert archive().every == ()
    assert b"No figures were published yet." in Client().get(reverse("public:home", args=["en"])).content
    for route in FILES:
        assert Client().get(reverse(route, args=[made.pk])).status_code == 404
    assert Client().get(reverse("public:figures", args=["en", made.pk])).status_code == 404


def test_whoever_proposed_it_does_not_agree_to_it(book, cast):
    made = propose_publication(edition=frozen(cast), by=cast.alisher, at=NOON)

    with pytest.raises(Refused, match="You proposed"):
        answer_publication(publication=made, agreed=True, by=cast.alisher, at=NOON)
    with pytest.raises(DatabaseError), transaction.atomic():
        PublicationAnswer.objects.create(
            publication=made, proposed_by=cast.alisher, agreed=True, published=made.edition, by=cast.alisher, at=NOON
        )


def test_only_posts_of_the_table_publish(book, cast):
    edition = frozen(cast)
    with pytest.raises(NotPermitted):
        propose_publication(edition=edition, by=cast.zarina, at=NOON)
    made = propose_publication(edition=edition, by=cast.alisher, at=NOON)
    with pytest.raises(NotPermitted):
        answer_publication(publication=made, agreed=True, by=cast.nigina, at=NOON)


def test_proposing_and_agreeing_stand_in_the_ledger_with_the_hash(book, cast):
    made = public(cast, frozen(cast))

    lines = LedgerEntry.objects.filter(subject=f"publication:{made.pk}").order_by("seq")
    assert [(line.act, line.officer_id, line.detail["digest"]) for line in lines] == [
        ("propose_publication", cast.alisher.pk, made.digest),
        ("answer_publication", cast.malika.pk, made.digest),
    ]
    assert hashlib.sha256(made.text.encode()).hexdigest() == made.digest


def test_what_is_public_can_neither_be_changed_nor_removed(book, cast):
    made = public(cast, frozen(cast))

    for attempt in (
        lambda: Publication.objects.filter(pk=made.pk).update(text="{}"),
        lambda: PublicationAnswer.objects.filter(publication=made).update(agreed=False, published=None, because="x"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_not_agreeing_has_reasons_and_leaves_the_edition_to_be_proposed_again(book, cast):
    edition = frozen(cast)
    made = propose_publication(edition=edition, by=cast.alisher, at=NOON)
    with pytest.raises(Refused, match="has reasons"):
        answer_publication(publication=made, agreed=False, because=" ", by=cast.malika, at=NOON)

    answer_publication(publication=made, agreed=False, because="Wait for the court.", by=cast.malika, at=NOON)

    with pytest.raises(Conflict):
        answer_publication(publication=made, agreed=True, by=cast.rustam, at=NOON)
    assert propose_publication(edition=edition, by=cast.rustam, at=NOON).answered is None


def test_an_edition_that_is_public_or_waits_is_not_proposed_twice(book, cast):
    edition = frozen(cast)
    made = propose_publication(edition=edition, by=cast.alisher, at=NOON)
    with pytest.raises(OutOfOrder):
        propose_publication(edition=edition, by=cast.rustam, at=NOON)
    answer_publication(publication=made, agreed=True, by=cast.malika, at=NOON)
    with pytest.raises(OutOfOrder):
        propose_publication(edition=edition, by=cast.rustam, at=NOON)


def test_an_edition_nobody_signed_is_not_published(book, cast):
    with pytest.raises(OutOfOrder):
        propose_publication(edition=prepare_edition(period=YEAR, by=cast.alisher, at=NOON), by=cast.alisher, at=NOON)


def test_of_a_small_figure_nothing_is_shown_and_nobody_is_named(book, cast):
    people(book, 4, 3)

    made = public(cast, frozen(cast))

    figure = read(made.text).figure("victims_presumed")
    assert (figure.value, figure.tables) == (Hidden(), ())
    inside = [CANARY, cast.alisher.name, cast.malika.name, cast.rustam.name, *(str(post) for post in posts(cast))]
    for address in pages(made):
        content = Client().get(address).content.decode()
        assert not [each for each in inside if each in content], address


def posts(cast) -> list[object]:
    return [cast.alisher.post, cast.malika.post, cast.rustam.post]


def test_periods_that_share_days_are_not_both_public(book, cast):
    public(cast, frozen(cast))
    half = frozen(cast, Period(PeriodKind.FIRST_HALF, 2025))

    with pytest.raises(Refused, match="share days"):
        propose_publication(edition=half, by=cast.alisher, at=NOON)


def test_the_pages_keep_no_cookie_and_are_the_same_for_everybody(book, cast):
    made = public(cast, frozen(cast))
    officer = Client()
    officer.force_login(cast.alisher)

    for address in pages(made):
        stranger, known = Client().get(address), officer.get(address)
        assert stranger.status_code == 200, address
        assert not stranger.cookies
        assert stranger.content == known.content
        assert stranger.headers["Cache-Control"] == "public, max-age=600"
        assert "Cookie" not in stranger.headers.get("Vary", "")
        assert "unsafe" not in stranger.headers["Content-Security-Policy"]
        again = Client().get(address, headers={"if-none-match": stranger.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert Client().post(address).status_code == 405


def test_no_page_loads_or_names_anything_of_another_house(book, cast):
    made = public(cast, frozen(cast))

    for address in pages(made)[:9]:
        content = Client().get(address).content.decode()
        assert "<script" not in content
        assert "csrf" not in content
        assert "http" not in content.replace("http-equiv", "")


def test_the_door_leads_to_the_reader_s_language(book):
    answer = Client().get("/public/", headers={"accept-language": "ru"})

    assert answer.url == "/public/ru/"
    assert Client().get("/public/de/").status_code == 404


def test_nothing_that_happens_afterwards_changes_a_byte(book, cast):
    made = public(cast, frozen(cast))
    before = {address: Client().get(address).content for address in pages(made)}

    people(book, 30, 0)
    frozen(cast, Period(PeriodKind.FIRST_HALF, 2025))

    assert {address: Client().get(address).content for address in pages(made)} == before


def test_the_files_say_what_the_page_says_and_the_catalogue_has_their_hashes(book, cast):
    made = public(cast, frozen(cast))

    rows = list(
        csv.DictReader(Client().get(reverse("public:table", args=[made.pk])).content.decode("utf-8-sig").splitlines())
    )
    text = Client().get(reverse("public:text", args=[made.pk])).content
    told = json.loads(Client().get(reverse("public:catalogue")).content)
    assert {row["figure"] for row in rows} == {each.definition for each in read(made.text).figures}
    assert {row["value_kind"] for row in rows if row["breakdown"] == "total"} <= {
        "none",
        "hidden",
        "number",
        "not_available",
    }
    assert hashlib.sha256(text).hexdigest() == made.digest
    files = {each["dcat:mediaType"]: each for each in told["dcat:dataset"][0]["dcat:distribution"]}
    assert files["application/json"]["spdx:checksum"]["spdx:checksumValue"] == made.digest
    assert set(files) == {"text/csv", "application/json", "text/markdown"}


def test_the_first_publication_of_a_period_needs_no_solver_and_hides_as_with_one(book, cast, monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    people(book, 34, 4)

    made = public(cast, frozen(cast))

    assert set(dict(read(made.text).figure("victims_presumed").table("sex").parts).values()) >= {Hidden()}
    assert Number(4) not in dict(read(made.text).figure("victims_presumed").table("sex").parts).values()


def test_without_the_solver_nothing_that_needs_an_attack_is_proposed_and_it_says_what_to_install(
    book, cast, monkeypatch
):
    monkeypatch.setitem(sys.modules, "highspy", None)
    people(book, 34, 4)
    public(cast, frozen(cast))
    people(book, 20, 0)
    second = corrected(cast)

    with pytest.raises(Refused, match="could not be attacked") as refused:
        propose_publication(edition=second, by=cast.alisher, at=NOON)
    assert "HiGHS" in refused.value.way_forward
    assert Publication.objects.count() == 1


@pytest.mark.release
def test_a_small_row_is_hidden_with_company_on_the_page_and_in_the_files(book, cast):
    people(book, 34, 4)

    made = public(cast, frozen(cast))

    figure = read(made.text).figure("victims_presumed")
    assert figure.value == Number(38)
    assert dict(figure.table("sex").parts)["male"] == dict(figure.table("sex").parts)["female"] == Hidden()
    rows = csv.DictReader(
        Client().get(reverse("public:table", args=[made.pk])).content.decode("utf-8-sig").splitlines()
    )
    by_sex = {row["row"]: (row["persons"], row["value_kind"]) for row in rows
              if (row["figure"], row["breakdown"]) == ("victims_presumed", "sex")}  # fmt: skip
    assert by_sex == {
        "female": ("", "hidden"),
        "male": ("", "hidden"),
        "other": ("0", "none"),
        "unknown": ("0", "none"),
    }


@pytest.mark.release
def test_a_correction_by_one_person_shows_nowhere_and_one_by_many_is_shown_beside(book, cast):
    people(book, 20, 12)
    first = public(cast, frozen(cast))
    people(book, 1, 0)
    second = public(cast, corrected(cast))
    people(book, 15, 0)
    third = public(cast, corrected(cast))

    figures = [read(each.text).figure("victims_presumed") for each in (first, second, third)]

    assert figures[1] == figures[0]
    assert [each.value for each in figures] == [Number(32), Number(32), Number(48)]
    assert [each.edition for each in figures] == [1, 1, 3]
    page = Client().get(reverse("public:figures", args=["en", second.pk])).content.decode()
    assert "corrections of fewer than ten are not shown" in page
    assert "This edition was corrected since." in page
    assert "33" not in second.text.replace(second.digest, "")


def test_one_period_is_one_table_and_several_are_a_table_for_each_figure(book, cast):
    public(cast, frozen(cast))

    one = Client().get(reverse("public:home", args=["en"])).content.decode()
    public(cast, frozen(cast, Period(PeriodKind.CALENDAR_YEAR, 2024)))
    two = Client().get(reverse("public:home", args=["en"])).content.decode()

    assert (one.count("<table"), "Over the years" in one) == (1, False)
    assert two.count("<table") > 5
    assert "Over the years" in two


def test_a_figure_of_nobody_says_so_once(book, cast):
    made = public(cast, frozen(cast))

    page = Client().get(reverse("public:figures", args=["en", made.pk])).content.decode()

    assert "Presumed victims: none" in page
    assert page[page.index('id="victims_presumed"') :].split("</section>")[0].count("<table") == 0


def corrected(cast) -> Edition:
    edition = Edition.objects.order_by("-number")[0]
    made = correct_edition(edition=edition, because="Entered late: a canary.", by=cast.alisher, at=NOON)
    sign_edition(edition=made, approved=True, by=cast.rustam, at=NOON)
    return made


@pytest.mark.release
def test_a_proposal_overtaken_by_a_correction_is_not_agreed_to(book, cast):
    people(book, 20, 12)
    stale = propose_publication(edition=frozen(cast), by=cast.alisher, at=NOON)
    people(book, 15, 0)
    corrected(cast)

    with pytest.raises(OutOfOrder, match="not what was proposed"):
        answer_publication(publication=stale, agreed=True, by=cast.malika, at=NOON)
