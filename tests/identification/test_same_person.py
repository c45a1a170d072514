"""Two records of one woman: one officer says so, another decides, everything can be undone, and figures count her once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.identification import actions
from panoh.identification.actions.forgetting import forget_person, lines_held
from panoh.identification.models import CountedAs, SamePerson
from panoh.registry.actions import PersonGiven, open_case, put_in_compartment
from panoh.registry.models import Case, LedgerEntry, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AGAIN = PersonGiven(names=(("JURAEVA MUHABBAT", "said"),), sex="female", born_from=1989, born_to=1991, nationality="TJ")


@pytest.fixture
def twice(presume, woman, cast) -> tuple[Case, Case]:
    """Met at the airport, and a year later by the police elsewhere, who wrote her in Latin."""
    return woman, presume(AGAIN, by=cast.behruz, at=NOON + DAY)


def proposed(twice, by: Officer) -> SamePerson:
    case, other = twice
    return actions.propose_same_person(case=case, other=other, because="name", by=by, at=NOON + 2 * DAY)


def decided(pair: SamePerson, twice, *, same: bool, by: Officer) -> SamePerson:
    case, other = twice
    return actions.decide_same_person(pair=pair, case=case, other=other, same=same, by=by, at=NOON + 2 * DAY)


def undone(pair: SamePerson, twice, by: Officer) -> SamePerson:
    case, other = twice
    return actions.undo_same_person(pair=pair, case=case, other=other, because="mistake", by=by, at=NOON + 3 * DAY)


def counted() -> dict[object, object]:
    return dict(CountedAs.objects.values_list("person", "whole"))


def as_one(*cases: Case) -> dict[object, object]:
    one, *others = sorted(each.person_id for each in cases)
    return dict.fromkeys(others, one)


def test_nothing_counts_before_another_officer_decided(twice, cast):
    pair = proposed(twice, cast.nigina)

    assert counted() == {}
    with pytest.raises(NotPermitted, match="another officer"):
        decided(pair, twice, same=True, by=cast.nigina)

    decided(pair, twice, same=True, by=cast.davlat)
    assert counted() == as_one(*twice)


def test_a_line_about_each_of_the_two_cases_names_nobody(twice, cast):
    decided(proposed(twice, cast.nigina), twice, same=True, by=cast.davlat)

    lines = LedgerEntry.objects.filter(act__endswith="same_person")
    assert {line.subject for line in lines} == {f"case:{each.pk}" for each in twice}
    assert [line.act for line in lines.order_by("seq")] == ["propose_same_person"] * 2 + ["decide_same_person"] * 2
    assert "JURAEVA" not in "".join(str(line.detail) for line in lines)


def test_two_people_stay_two_and_may_be_asked_about_again(twice, cast):
    pair = decided(proposed(twice, cast.nigina), twice, same=False, by=cast.davlat)

    assert counted() == {}
    with pytest.raises(Conflict):
        undone(pair, twice, cast.davlat)
    assert proposed(twice, cast.davlat).pk != pair.pk


def test_undone_both_are_as_they_were(twice, cast):
    before = list(Case.objects.order_by("pk").values())
    pair = decided(proposed(twice, cast.nigina), twice, same=True, by=cast.davlat)

    undone(pair, twice, cast.nigina)

    assert counted() == {}
    assert list(Case.objects.order_by("pk").values()) == before
    with pytest.raises(Conflict):
        undone(pair, twice, cast.davlat)


def test_said_twice_or_decided_twice_it_is_told(twice, cast):
    pair = proposed(twice, cast.nigina)
    with pytest.raises(Conflict, match="already"):
        proposed(twice[::-1], cast.davlat)
    decided(pair, twice, same=True, by=cast.davlat)
    with pytest.raises(Conflict, match="already"):
        decided(pair, twice, same=False, by=cast.gulnora)
    with pytest.raises(Conflict, match="already"):
        proposed(twice, cast.gulnora)


def test_three_records_of_one_person_count_as_one_and_a_pair_undone_parts_only_its_own(presume, twice, cast):
    third = presume(AGAIN, by=cast.zarina, at=NOON + DAY)
    first_pair = decided(proposed(twice, cast.nigina), twice, same=True, by=cast.davlat)
    decided(proposed((twice[1], third), cast.davlat), (twice[1], third), same=True, by=cast.nigina)
    assert counted() == as_one(*twice, third)

    undone(first_pair, twice, cast.nigina)

    assert counted() == as_one(twice[1], third)


def test_a_reason_comes_from_the_list(twice, cast):
    case, other = twice
    with pytest.raises(Refused, match="because"):
        actions.propose_same_person(case=case, other=other, because="her scar", by=cast.nigina, at=NOON)


@pytest.mark.parametrize("name", ["zarina", "behruz", "rustam", "shahlo", "parvina", "jamshed", "firuza", "safar"])
def test_no_other_post_says_or_decides_it(twice, cast, name):
    with pytest.raises(NotPermitted):
        proposed(twice, cast.officers[name])
    pair = proposed(twice, cast.nigina)
    with pytest.raises(NotPermitted):
        decided(pair, twice, same=True, by=cast.officers[name])


def test_whoever_is_no_member_of_a_compartment_learns_of_no_record_in_it(twice, cast):
    pair = proposed(twice, cast.nigina)
    umeda = Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda", password="!")
    given = {"heads": [umeda], "members": [], "because": "a threat", "by": cast.nigina}
    put_in_compartment(case=twice[1], **given, at=NOON)

    with pytest.raises(NotPermitted):
        decided(pair, twice, same=True, by=cast.davlat)


def test_an_anonymous_record_is_tied_to_no_case(twice, cast):
    """Promise 4: who declined leaves an anonymous record and nothing else."""
    actions.record_refusal(case=twice[0], reason="not_now", by=cast.zarina, at=NOON + DAY)

    with pytest.raises(Conflict, match="not on record any more"):
        proposed(tuple(Case.objects.select_related("person").get(pk=each.pk) for each in twice), cast.nigina)
    with pytest.raises(Conflict, match="not on record any more"):
        proposed(twice, cast.nigina)
    assert not SamePerson.objects.exists()


def test_nor_is_a_record_by_a_case_that_leads_to_it_no_more(twice, cast):
    """Her earlier case was erased since it was opened on the page; the later one keeps her name."""
    later = open_case(person=twice[0].person, track="adult", by=cast.zarina, at=NOON)
    pair = proposed(twice, cast.nigina)
    seen = Case.objects.get(pk=twice[0].pk)
    forget_person(seen, lines_held(seen), by=cast.nigina, at=NOON + 9 * DAY)

    with pytest.raises(Conflict, match="not on record any more"):
        decided(pair, twice, same=True, by=cast.davlat)
    with pytest.raises(Conflict, match="not on record any more"):
        proposed(twice, cast.davlat)
    assert decided(pair, (later, twice[1]), same=True, by=cast.davlat).stands


def test_whoever_is_erased_is_led_to_by_nobody(twice, cast):
    decided(proposed(twice, cast.nigina), twice, same=True, by=cast.davlat)

    forget_person(twice[0], lines_held(twice[0]), by=cast.nigina, at=NOON + 9 * DAY)

    assert not SamePerson.objects.exists()
    assert counted() == {}
