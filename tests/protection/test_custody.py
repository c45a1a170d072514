"""Children held by the state: counted from the first day, looked at again on time, the late before everything, monitors let
in or refused with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import (
    Held,
    answer_custody_access,
    ask_custody_access,
    end_custody,
    open_custody,
    open_custody_of_line,
    review_custody,
)
from panoh.protection.models import Custody
from panoh.protection.queries import case_block, worklist
from panoh.protection.queries.custody import custodies_now, custody_page
from panoh.registry import vault
from panoh.registry.actions import forget_words
from panoh.registry.models import BestInterests, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.screening.actions import add_unnamed, open_operation
from panoh.screening.models import RosterEntry

pytestmark = pytest.mark.django_db
REVIEW = "Look whether the child still has to be held"
SEEN = {
    "outcome": "family_sought",
    "child_heard": True,
    "guardian_present": False,
    "words": "канарейка: asks for her mother",
}


@pytest.fixture
def held(now):
    return Held("security", "none_shown", now.date(), "TJ-DU", "канарейка: house 5", "Colonel, no paper")


@pytest.fixture
def girl(someone, cast, held, now):
    return open_custody(case=someone(born=2015), given=held, by=cast.zarina, at=now)


@pytest.fixture
def camp(cast, now):
    """Eighty-four children on the list of a camp, none of them with a case."""
    operation = open_operation(kind="camp", title="Return from the camp", on=now.date(), by=cast.zarina, at=now)
    add_unnamed(operation=operation, number=84, children=True, by=cast.zarina, at=now)
    return operation


def test_the_84_children_of_a_list_are_counted_without_a_case(camp, cast, held, now):
    for entry in RosterEntry.objects.filter(operation=camp):
        since = replace(held, since=now.date() - timedelta(days=60 if entry.row <= 80 else 1))
        open_custody_of_line(entry=entry, given=since, by=cast.zarina, at=now)
    some = list(Custody.objects.order_by("roster_entry__row"))
    review_custody(custody=some[0], **SEEN, next_on=now.date() + timedelta(days=30), by=cast.zarina, at=now)
    ask_custody_access(custody=some[1], monitor="ombudsman", asked_on=now.date(), by=cast.zarina, at=now)

    tomorrow = now.date() + timedelta(days=1)
    found = custodies_now(cast.zarina, today=tomorrow)

    assert (found.total, found.late, found.never_reviewed, found.no_basis) == (84, 79, 83, 84)
    assert (found.asked, found.refused, found.without_interests) == (1, 0, 84)
    assert found.longest_since == now.date() - timedelta(days=60)
    assert all(not each.sealed for each in Custody.objects.all()), "there is nobody who could ask to be forgotten"
    assert custodies_now(cast.nigina, today=tomorrow).total == 84
    assert custodies_now(cast.behruz, today=tomorrow).total == 0


def test_a_review_that_is_late_stands_before_everything_else(girl, cast, now):
    late = now + timedelta(days=40)
    before = worklist(cast.zarina, now=now + timedelta(days=20))

    found = worklist(cast.zarina, now=late)

    assert REVIEW not in [each.what for each in before.items[: before.first]]
    assert found.first == 1
    assert (found.items[0].what, found.items[0].escalated) == (REVIEW, True)
    assert worklist(cast.nigina, now=late).items[0].what == REVIEW


def test_a_child_held_for_long_is_looked_at_today(someone, cast, held, now):
    long = replace(held, since=now.date() - timedelta(days=700))

    row = open_custody(case=someone(born=2014), given=long, by=cast.zarina, at=now)

    assert row.review_due == now.date()


def test_each_review_sets_the_day_of_the_next_and_none_is_too_far(girl, cast, now):
    with pytest.raises(Refused, match="too late") as refused:
        review_custody(custody=girl, **SEEN, next_on=now.date() + timedelta(days=91), by=cast.zarina, at=now)
    assert "until" in refused.value.way_forward

    review_custody(custody=girl, **SEEN, next_on=now.date() + timedelta(days=90), by=cast.zarina, at=now)

    girl.refresh_from_db()
    assert girl.review_due == now.date() + timedelta(days=90)
    page = custody_page(cast.zarina, girl.pk, at=now)
    assert page.reviews[0].words == SEEN["words"]
    assert (page.where, page.guardian, page.interests) == ("канарейка: house 5", False, None)
    assert LedgerEntry.objects.filter(act="read_custody").count() == 1


@pytest.mark.parametrize("wrong", [{"outcome": "perhaps"}, {"words": " "}])
def test_a_review_that_says_nothing_is_refused(girl, cast, now, wrong):
    with pytest.raises(Refused, match="review says"):
        review_custody(
            custody=girl, **{**SEEN, **wrong}, next_on=now.date() + timedelta(days=9), by=cast.zarina, at=now
        )


@pytest.mark.parametrize("wrong", [{"held_by": "me"}, {"basis": ""}, {"region": "XX"}])
def test_bad_input_is_refused_with_what_to_do(someone, cast, held, now, wrong):
    with pytest.raises(Refused) as refused:
        open_custody(case=someone(born=2015), given=replace(held, **wrong), by=cast.zarina, at=now)

    assert "Choose from the lists" in refused.value.way_forward


def test_it_begins_up_to_today_and_once(girl, cast, held, now, someone):
    tomorrow = replace(held, since=now.date() + timedelta(days=1))
    with pytest.raises(Refused):
        open_custody(case=someone(born=2015), given=tomorrow, by=cast.zarina, at=now)
    with pytest.raises(Conflict, match="already"):
        open_custody(case=girl.case, given=held, by=cast.zarina, at=now)


def test_an_adult_is_in_nobodys_custody_and_doubt_counts_as_a_child(someone, cast, camp, held, now):
    with pytest.raises(Refused, match="adult"):
        open_custody(case=someone(), given=held, by=cast.zarina, at=now)
    entry = RosterEntry.objects.filter(operation=camp).first()
    RosterEntry.objects.filter(pk=entry.pk).update(born_from=1980, born_to=1980)

    with pytest.raises(Refused, match="adult"):
        open_custody_of_line(entry=entry, given=held, by=cast.zarina, at=now)
    RosterEntry.objects.filter(pk=entry.pk).update(born_from=None, born_to=None)
    assert open_custody_of_line(entry=entry, given=held, by=cast.zarina, at=now).ended_on is None


def test_monitors_are_let_in_or_refused_with_the_reason_that_was_told(girl, cast, now):
    today = now.date()
    asked = ask_custody_access(custody=girl, monitor="ngo", asked_on=today, by=cast.zarina, at=now)
    waits = [each.what for each in worklist(cast.zarina, now=now).items]
    assert "Record whether they were let in to the child" in waits

    with pytest.raises(Refused, match="reason"):
        answer_custody_access(asked=asked, given=False, answered_on=today, by=cast.zarina, at=now)
    with pytest.raises(Refused, match="reason"):
        answer_custody_access(
            asked=asked, given=True, refused_because="health", answered_on=today, by=cast.zarina, at=now
        )
    refusal = {"given": False, "refused_because": "no_reason", "words": "канарейка: not today"}
    answer_custody_access(asked=asked, **refusal, answered_on=today, by=cast.zarina, at=now)

    assert custodies_now(cast.zarina, today=today).refused == 1
    with pytest.raises(Conflict):
        answer_custody_access(asked=asked, **refusal, answered_on=today, by=cast.zarina, at=now)
    again = ask_custody_access(custody=girl, monitor="ngo", asked_on=today, by=cast.zarina, at=now)
    assert answer_custody_access(asked=again, given=True, answered_on=today, by=cast.zarina, at=now).given


def test_it_ends_with_the_child_among_people_and_is_kept(girl, cast, now, held):
    later = now + timedelta(days=3)
    with pytest.raises(Refused, match="reason"):
        end_custody(custody=girl, because="tired", ended_on=later.date(), by=cast.zarina, at=later)

    end_custody(custody=girl, because="reunited", ended_on=later.date(), by=cast.zarina, at=later)

    assert custodies_now(cast.zarina, today=later.date()).total == 0
    with pytest.raises(Conflict, match="over"):
        end_custody(custody=girl, because="reunited", ended_on=later.date(), by=cast.zarina, at=later)
    open_custody(case=girl.case, given=replace(held, since=later.date()), by=cast.zarina, at=later)


def test_a_line_that_has_a_case_by_now_is_the_cases(camp, someone, cast, held, now):
    entry = RosterEntry.objects.filter(operation=camp).first()
    row = open_custody_of_line(entry=entry, given=held, by=cast.zarina, at=now)
    case = someone(born=2015)
    RosterEntry.objects.filter(pk=entry.pk).update(case=case)
    row = Custody.objects.select_related("roster_entry__case").get(pk=row.pk)

    review_custody(custody=row, **SEEN, next_on=now.date() + timedelta(days=9), by=cast.zarina, at=now)

    row.refresh_from_db()
    assert row.case == case
    assert vault.unseal(row.reviews.get())["words"] == SEEN["words"]


@pytest.fixture
def of_the_list(camp, someone, cast, held, now):
    """A child held, counted on the list; the line has a case by now."""
    entry = RosterEntry.objects.filter(operation=camp).first()
    row = open_custody_of_line(entry=entry, given=held, by=cast.zarina, at=now)
    RosterEntry.objects.filter(pk=entry.pk).update(case=someone(born=2015))
    return Custody.objects.select_related("roster_entry__case").get(pk=row.pk)


def test_a_child_of_a_list_whose_line_has_a_case_by_now_is_without_no_assessment_made_there(of_the_list, cast, now):
    assert custodies_now(cast.zarina, today=now.date()).without_interests == 1
    told = {"question": "care", "goes_ahead": True, "guardian_present": True, "review_on": now.date()}
    case = of_the_list.roster_entry.case
    BestInterests.objects.create(case=case, assessed_at=now, assessed_by=cast.zarina, **told)

    found = custodies_now(cast.zarina, today=now.date())

    assert (found.total, found.without_interests) == (1, 0)


@pytest.fixture
def twice(of_the_list, held, cast, now):
    """As it was recorded before this was refused: the list's record, and one of the case beside it."""
    told = {"held_by": held.held_by, "basis": held.basis, "since": held.since, "review_due": now.date()}
    Custody.objects.create(case=of_the_list.roster_entry.case, **told, recorded_at=now, recorded_by=cast.zarina)
    return of_the_list


def test_a_child_held_on_a_list_is_not_recorded_again_with_the_case_the_line_has_since(of_the_list, held, cast, now):
    case = of_the_list.roster_entry.case

    with pytest.raises(Conflict, match="already") as refused:
        open_custody(case=case, given=held, by=cast.zarina, at=now)

    assert refused.value.subject == f"case:{case.pk}"
    assert LedgerEntry.objects.last().act == "open_custody.refused"
    assert custodies_now(cast.zarina, today=now.date()).total == 1


def test_nor_is_a_child_held_with_a_case_recorded_again_on_a_line(girl, camp, held, cast, now):
    entry = RosterEntry.objects.filter(operation=camp).first()
    RosterEntry.objects.filter(pk=entry.pk).update(case=girl.case)
    entry.refresh_from_db()

    with pytest.raises(Conflict, match="already"):
        open_custody_of_line(entry=entry, given=held, by=cast.zarina, at=now)

    assert Custody.objects.get() == girl


def test_the_case_page_shows_the_custody_of_the_line_and_offers_no_second(of_the_list, cast, client, now):
    case = of_the_list.roster_entry.case
    client.force_login(cast.zarina)

    page = client.get(reverse("case", args=[case.pk])).content.decode()
    block = case_block(cast.zarina, case, now=now)

    assert (block.custodies, block.may_keep_custody) == ((of_the_list,), False)
    assert reverse("protection:custody", args=[of_the_list.pk]) in page
    assert reverse("protection:open_custody", args=[case.pk]) not in page
    end_custody(custody=of_the_list, because="foster", ended_on=now.date(), by=cast.zarina, at=now)
    assert case_block(cast.zarina, case, now=now).may_keep_custody


def test_of_a_child_recorded_twice_before_the_lists_record_is_refused_in_words_and_can_be_ended(twice, cast, now):
    ahead = now.date() + timedelta(days=9)
    with pytest.raises(Conflict, match="on record twice") as refused:
        review_custody(custody=twice, **SEEN, next_on=ahead, by=cast.zarina, at=now)
    with pytest.raises(Conflict, match="on record twice"):
        ask_custody_access(custody=twice, monitor="ngo", asked_on=now.date(), by=cast.zarina, at=now)
    assert "End this record" in refused.value.way_forward

    end_custody(custody=twice, because="other_home", ended_on=now.date(), by=cast.zarina, at=now)

    twice.refresh_from_db()
    assert (twice.case, twice.ended_on) == (None, now.date())
    assert LedgerEntry.objects.last().subject == f"roster:{twice.roster_entry_id}"
    assert custodies_now(cast.zarina, today=now.date()).total == 1
    stands = Custody.objects.get(ended_on=None)
    review_custody(custody=stands, **SEEN, next_on=ahead, by=cast.zarina, at=now)


def test_by_page_and_api_a_child_recorded_twice_is_no_error_of_the_house(twice, cast, client):
    client.force_login(cast.zarina)
    ahead = (date.today() + timedelta(days=9)).isoformat()
    typed = {**SEEN, "child_heard": "yes", "guardian_present": "no", "next_on": ahead}

    page = client.post(reverse("protection:review_custody", args=[twice.pk]), typed)
    told = client.post(
        f"/api/protection/custodies/{twice.pk}/reviews", {**SEEN, "next_on": ahead}, content_type="application/json"
    )
    ended = client.post(
        f"/api/protection/custodies/{twice.pk}/end",
        {"because": "other_home", "ended_on": twice.since.isoformat()},
        content_type="application/json",
    )

    assert (page.status_code, told.status_code, ended.status_code) == (409, 409, 204)
    assert "канарейка" in page.content.decode()


def test_its_words_are_sealed_and_forgotten_with_the_child(girl, cast, now):
    review_custody(custody=girl, **SEEN, next_on=now.date() + timedelta(days=9), by=cast.zarina, at=now)
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))

    forget_words(girl.case, by=cast.nigina, at=now)

    girl.refresh_from_db()
    assert [vault.unseal(each) for each in (girl, girl.reviews.get())] == [{}, {}]


def test_another_desk_learns_nothing_of_it(girl, cast, now):
    with pytest.raises(NotPermitted):
        custody_page(cast.behruz, girl.pk, at=now)
    with pytest.raises(NotPermitted):
        end_custody(custody=girl, because="reunited", ended_on=now.date(), by=cast.behruz, at=now)


def test_by_page_with_what_was_typed_kept(girl, cast, client):
    client.force_login(cast.zarina)
    page = reverse("protection:review_custody", args=[girl.pk])
    filled = {**SEEN, "child_heard": "yes", "guardian_present": "no", "next_on": "2020-01-01"}

    refused = client.post(page, filled)

    assert refused.status_code == 422
    assert "канарейка" in refused.content.decode()
    overview = client.get(reverse("protection:custodies")).content.decode()
    assert "1 child is held now" in overview
    case = client.get(reverse("case", args=[girl.case_id])).content.decode()
    assert "Held by the state" in case
    assert "Look whether the child still has to be held" in case


def test_by_api(girl, cast, client):
    client.force_login(cast.zarina)
    path = f"/api/protection/custodies/{girl.pk}"

    asked = client.post(
        f"{path}/accesses", {"monitor": "lawyer", "asked_on": "2026-11-16"}, content_type="application/json"
    )
    bad = client.post(f"{path}/reviews", {**SEEN, "next_on": "2020-01-01"}, content_type="application/json")

    assert asked.status_code == 201
    assert (bad.status_code, bool(bad.json()["way_forward"])) == (422, True)
    assert client.get("/api/protection/custodies").json()["total"] == 1
    assert client.get(path).json()["accesses"][0]["monitor"] == "lawyer"
