"""What two records share is said as a search says it, the most alike first; nobody's name is opened for it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.queries import possible_duplicates
from panoh.identification.queries.duplicates import BORN_APART, NAME_AND_BIRTH, ONE_NAME, SEVERAL_SPELLINGS
from panoh.identification.queries.papers_of_two import Papers, papers_of
from panoh.registry.actions import PersonGiven, open_case, register_person
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Refused

pytestmark = pytest.mark.django_db
PAPER, BORN, NAMES = "the same paper number", str(NAME_AND_BIRTH), str(SEVERAL_SPELLINGS)


@pytest.fixture
def on_record(cast, now):
    def begin(name: str, *, born: str = "", paper: str = "", year: int | None = None) -> Case:
        year = int(born[:4]) if born else year
        given = PersonGiven(
            names=((name, "passport"),),
            sex="female",
            birth_date=born,
            born_from=year,
            born_to=year,
            documents=(("passport", paper),) if paper else (),
        )
        return open_case(
            person=register_person(given=given, by=cast.nigina, at=now), track="adult", by=cast.nigina, at=now
        )

    return begin


def told(case: Case, viewer) -> list[tuple[Case, list[str], str]]:
    return [
        (each.case, [str(one) for one in each.shared], str(each.against)) for each in possible_duplicates(case, viewer)
    ]


def test_the_most_alike_come_first_and_each_says_what_is_shared(on_record, cast):
    she = on_record("Раҳимзода Лола Каримовна", born="1990-04-02", paper="DEMO 7100001")
    apart = on_record("Раҳимзода Лола Каримовна", born="1962-04-02")
    one_name = on_record("Раҳимзода Зарина", born="1990-08-09")
    year = on_record("RAHIMZODA LOLA", year=1990)
    day = on_record("Шарипова Лола", born="1990-04-02")
    paper = on_record("Назарова Гулнора", paper="DЕМ0 7100001")

    found = told(she, cast.nigina)

    assert found[0] == (paper, [PAPER], "")
    assert {case.pk for case, _shared, _against in found[1:3]} == {year.pk, day.pk}
    assert {tuple(shared[:1]) for _case, shared, _against in found[1:3]} == {(BORN,)}
    assert found[3:] == [(apart, [NAMES], str(BORN_APART)), (one_name, [str(ONE_NAME)], "")]


def test_one_part_of_several_spellings_is_no_second_part(on_record, cast):
    """Раҳимзода alone makes several entries, whichever year is known."""
    she, other = on_record("Раҳимзода Лола", year=1990), on_record("Раҳимзода Зарина", year=1990)

    assert told(she, cast.nigina) == [(other, [str(ONE_NAME)], "")]


def test_without_years_two_parts_are_told_from_one(on_record, cast):
    she, two = on_record("Каримова Лола"), on_record("KARIMOVA LOLA")
    one = on_record("Каримова Латофат")

    assert told(she, cast.nigina) == [(two, [NAMES], ""), (one, [str(ONE_NAME)], "")]


def test_one_part_and_the_same_initials_are_not_said_to_be_two_parts(on_record, cast):
    """They make as many entries as two parts do."""
    she, other = (
        on_record("Jurayeva Zarina Karimovna", born="1990-04-02"),
        on_record("Jurayeva Zebo Kabirovna", born="1975-01-09"),
    )

    assert told(she, cast.nigina) == [(other, ["several spellings of the name"], str(BORN_APART))]


def test_the_page_says_it_and_opens_nothing(on_record, cast, client):
    she, other = on_record("Каримова Лола", year=1990), on_record("KARIMOVA LOLA", year=1990)
    client.force_login(cast.nigina)
    before = LedgerEntry.objects.filter(act__in=("read_identity", "compare_people")).count()

    page = client.get(reverse("identification:compare_with", args=[she.pk])).content.decode()

    assert other.reference in page
    assert BORN in page
    assert "a similar name" not in page
    assert LedgerEntry.objects.filter(act__in=("read_identity", "compare_people")).count() == before


def test_the_same_paper_is_no_reason_where_both_numbers_differ(on_record, cast, now):
    one, other = on_record("Каримова Лола", paper="DEMO 7100001"), on_record("Каримова Лола", paper="DEMO 7100002")

    with pytest.raises(Refused, match="differ"):
        actions.propose_same_person(case=one, other=other, because="paper", by=cast.nigina, at=now)
    said = actions.propose_same_person(case=one, other=other, because="name", by=cast.nigina, at=now)

    assert said.is_open


@pytest.mark.parametrize(
    ("mine", "theirs", "stand"),
    [
        ("КА 7100001", "KA7100001", Papers.SAME),
        ("DEMO 7100001", "DEMO 71OOOO1", Papers.SAME),
        ("DEMO 7100001", "DEMO 7100002", Papers.OTHERS),
        ("DEMO 7100001", "", Papers.UNKNOWN),
    ],
)
def test_look_alike_letters_are_one_and_no_paper_speaks_against_nothing(on_record, cast, now, mine, theirs, stand):
    one, other = on_record("Каримова Лола", paper=mine), on_record("Каримова Лола", paper=theirs)

    assert papers_of(one.person, other.person) is stand
    if stand is not Papers.OTHERS:
        assert actions.propose_same_person(case=one, other=other, because="paper", by=cast.nigina, at=now).is_open


def test_both_records_side_by_side_say_that_the_numbers_differ(on_record, cast, client):
    one, other = on_record("Каримова Лола", paper="DEMO 7100001"), on_record("Каримова Лола", paper="DEMO 7100002")
    client.force_login(cast.nigina)

    page = client.get(reverse("identification:same_person", args=[one.pk, other.pk])).content.decode()

    assert "different paper numbers" in page
