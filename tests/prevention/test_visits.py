"""Visits: whoever has a hand in a site stays out, nobody is asked within hearing, and nothing tells who said what."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from panoh.identification.models import Signal
from panoh.prevention import actions
from panoh.prevention.models import RaisedSignal, SampledInterview, Visit
from panoh.prevention.queries import worklist
from panoh.prevention.queries.sites import site_page, sites_for
from panoh.prevention.queries.visits import remedy_page, visit_page, visits_for
from panoh.registry.models import Agency, Desk, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.conftest import NOON
from tests.prevention.made import FORCED, FREELY, a_site, a_visit, a_visit_made, an_order, asked

pytestmark = pytest.mark.django_db


def given(**other: object) -> actions.InterviewGiven:
    who = {"role": "pupil", "sex": "female", "age": "under_18", "agreed": True, "answers": FORCED}
    return actions.InterviewGiven(**{**who, **other})


def whats(officer, at=NOON) -> list[str]:
    return [each.what for each in worklist(officer, now=at).items]


def test_whoever_called_people_up_is_sent_to_no_visit_there(cast):
    """Neither the agency nor the ministry above it: the labour inspection is below the ministry of labour."""
    site = a_site(by=cast.nigina, at=NOON)
    an_order(site, by=cast.nigina, at=NOON, ordered_by=Agency.objects.get(code="ministry_labour"))
    inspection = Desk.objects.get(code="labour_inspection_khatlon")

    with pytest.raises(NotPermitted) as refused:
        a_visit(site, by=cast.nigina, at=NOON, desk=inspection)

    assert "called them up" in refused.value.reason
    assert a_visit(site, by=cast.nigina, at=NOON, desk=cast.parvina.desk).desk == cast.parvina.desk


def test_an_agency_that_turns_out_to_have_called_people_up_reads_and_asks_no_more(cast):
    site = a_site(by=cast.zarina, at=NOON)
    visit = a_visit_made(site, by=cast.zarina, at=NOON)
    asked(visit, 3, by=cast.zarina, at=NOON)

    an_order(site, by=cast.nigina, at=NOON, ordered_by=cast.zarina.desk.agency)

    assert not sites_for(cast.zarina).exists()
    assert not visits_for(cast.zarina).exists()
    with pytest.raises(NotPermitted):
        actions.record_interview(visit=visit, given=given(), by=cast.zarina, at=NOON)
    assert SampledInterview.objects.count() == 3


def test_a_visit_comes_to_the_desk_that_goes_and_leaves_its_list_when_it_was_made(cast):
    visit = a_visit(a_site(by=cast.nigina, at=NOON), by=cast.nigina, at=NOON, desk=cast.parvina.desk)

    assert whats(cast.parvina) == ["Visit a site"]
    actions.record_visit(visit=visit, on=NOON.date(), private=True, by=cast.parvina, at=NOON)
    assert whats(cast.parvina) == []


def test_not_let_in_is_reported_upward_until_somebody_looked(cast):
    visit = a_visit(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON)
    actions.record_refused(visit=visit, on=NOON.date(), refusal="escort", by=cast.zarina, at=NOON)

    assert whats(cast.nigina) == whats(cast.alisher) == ["A visit was not let in: look at it and have a way opened"]
    assert whats(cast.zarina) == []
    with pytest.raises(NotPermitted):
        actions.see_refusal(visit=visit, by=cast.zarina, at=NOON)
    actions.see_refusal(visit=visit, by=cast.nigina, at=NOON)
    assert whats(cast.nigina) == whats(cast.alisher) == []
    with pytest.raises(Conflict):
        actions.see_refusal(visit=visit, by=cast.alisher, at=NOON)


def test_nobody_is_asked_within_hearing_or_before_the_visit_or_without_agreeing(cast):
    site = a_site(by=cast.zarina, at=NOON)
    heard = a_visit_made(site, by=cast.zarina, at=NOON, private=False)
    planned = a_visit(site, by=cast.zarina, at=NOON)
    made = a_visit_made(site, by=cast.zarina, at=NOON)

    for visit, one, kind in (
        (heard, given(), OutOfOrder),
        (planned, given(), OutOfOrder),
        (made, given(agreed=False), Refused),
    ):
        with pytest.raises(kind):
            actions.record_interview(visit=visit, given=one, by=cast.zarina, at=NOON)

    assert not SampledInterview.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"role": "boss"}, {"sex": "x"}, {"age": "17"}, {"answers": {"name": "yes"}}, {"answers": {"debt": "perhaps"}}],
)
def test_what_stands_on_no_list_is_refused(cast, wrong):
    visit = a_visit_made(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON)

    with pytest.raises(Refused) as refused:
        actions.record_interview(visit=visit, given=given(**wrong), by=cast.zarina, at=NOON)

    assert refused.value.way_forward
    assert LedgerEntry.objects.order_by("seq").last().act == "record_interview.refused"


def test_sent_twice_an_interview_is_one_and_what_was_not_asked_is_not_known(cast):
    visit, key = a_visit_made(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON), uuid4()
    for _ in range(2):
        actions.record_interview(visit=visit, given=given(id=key, answers={"debt": "yes"}), by=cast.zarina, at=NOON)

    one = SampledInterview.objects.get()
    assert one.answers == {**dict.fromkeys(FREELY, "unknown"), "debt": "yes"}


def test_neither_record_nor_ledger_tells_who_said_what(cast):
    visit = a_visit_made(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON)
    asked(visit, 1, by=cast.zarina, at=NOON)

    kept = {field.name for field in SampledInterview._meta.fields}
    line = LedgerEntry.objects.order_by("seq").last()
    assert kept == {"id", "visit", "role", "sex", "age", "instrument_version", "answers"}
    assert (line.subject, line.detail) == (f"visit:{visit.pk}", {"again": False})


def test_fewer_than_ten_are_not_shown_and_ten_are_by_group_only(cast):
    visit = a_visit_made(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON)
    asked(visit, 9, by=cast.zarina, at=NOON)
    assert visit_page(cast.zarina, visit.pk, at=NOON).found is None

    asked(visit, 11, FREELY, by=cast.zarina, at=NOON, role="student")
    asked(visit, 1, by=cast.zarina, at=NOON)
    found = visit_page(cast.zarina, visit.pk, at=NOON).found

    assert found is not None
    assert (found.people, found.lines[0].tally.yes, found.lines[0].tally.no) == (21, 10, 11)
    assert [(heading, [each.people for each in groups]) for heading, groups in found.breakdowns] == [
        ("Who they are", [11, 10])
    ]


def test_a_signal_is_a_signal_like_any_other_and_the_site_shows_how_many(cast):
    site = a_site(by=cast.zarina, at=NOON)
    visit = a_visit_made(site, by=cast.zarina, at=NOON)

    signal = actions.raise_signal(
        visit=visit, words="Kanareeva wants to go home.", in_danger=True, by=cast.zarina, at=NOON
    )

    page = visit_page(cast.zarina, visit.pk, at=NOON)
    assert Signal.objects.get() == signal
    assert (signal.region, signal.in_danger) == ("TJ-KT", True)
    assert (page.signals, RaisedSignal.objects.count()) == (1, 1)
    assert "Kanareeva" not in str(page)


def test_a_remedy_reaches_the_desk_asked_which_reads_nothing_of_the_interviews(cast):
    visit = a_visit_made(a_site(by=cast.zarina, at=NOON), by=cast.zarina, at=NOON)
    due = NOON.date() + timedelta(days=2)
    remedy = actions.ask_remedy(
        visit=visit, what="Send them home.", desk=cast.shahlo.desk, due_on=due, by=cast.zarina, at=NOON
    )
    later = NOON + timedelta(days=5)

    assert whats(cast.shahlo) == ["Do what was asked after a visit"]
    assert remedy_page(cast.shahlo, remedy.pk, at=NOON).what == "Send them home."
    with pytest.raises(NotPermitted):
        visit_page(cast.shahlo, visit.pk, at=NOON)
    assert whats(cast.nigina) == []
    assert whats(cast.nigina, later) == ["Ask after what was asked after a visit"]
    with pytest.raises(NotPermitted):
        actions.answer_remedy(remedy=remedy, became="done", evidence="x", by=cast.zarina, at=NOON)
    with pytest.raises(Refused):
        actions.answer_remedy(remedy=remedy, became="done", evidence=" ", by=cast.shahlo, at=NOON)
    actions.answer_remedy(remedy=remedy, became="not_done", evidence="No bus yet.", by=cast.shahlo, at=later)
    assert whats(cast.shahlo, later) == whats(cast.nigina, later) == []
    assert remedy_page(cast.zarina, remedy.pk, at=later).evidence == "No bus yet."
    with pytest.raises(Conflict):
        actions.answer_remedy(remedy=remedy, became="done", evidence="x", by=cast.shahlo, at=later)


def test_a_visit_is_made_or_not_let_in_once_and_a_repeat_visit_is_another(cast):
    site = a_site(by=cast.zarina, at=NOON)
    visit = a_visit_made(site, by=cast.zarina, at=NOON)

    with pytest.raises(Conflict):
        actions.record_refused(visit=visit, on=NOON.date(), refusal="shut", by=cast.zarina, at=NOON)
    a_visit(site, by=cast.zarina, at=NOON)

    assert [each.status for each in Visit.objects.order_by("planned_at", "status")] == ["made", "planned"]


def test_findings_of_a_site_stand_year_by_year(cast):
    site = a_site(by=cast.zarina, at=NOON, watched_since=NOON.date() - timedelta(days=500))
    before = NOON - timedelta(days=400)
    for at, answers in ((before, FORCED), (NOON, FREELY)):
        asked(a_visit_made(site, by=cast.zarina, at=at), 10, answers, by=cast.zarina, at=at)

    years = site_page(cast.zarina, site.pk, at=NOON).years

    assert [(each.year, each.asked, each.signs.yes) for each in years] == [(2026, 10, 0), (2025, 10, 10)]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"voluntary": "yes", "threat": "school"}, "freely"),
        ({"paid": "no", "pay": 5}, "pay"),
        ({"whom": "giants"}, "lists"),
        ({"on": NOON.date() + timedelta(days=1)}, "to come"),
        ({"site": None, "division": "TJ-XX"}, "region"),
    ],
)
def test_an_order_that_contradicts_itself_is_refused(cast, other, said):
    site = a_site(by=cast.zarina, at=NOON)

    with pytest.raises(Refused) as refused:
        an_order(**{"site": site, **other}, by=cast.zarina, at=NOON)

    assert said in refused.value.reason


def test_a_site_watched_no_more_keeps_what_was_found_and_takes_no_visit(cast):
    site = a_site(by=cast.zarina, at=NOON)
    actions.stop_watching(site=site, on=NOON.date(), by=cast.zarina, at=NOON)

    site.refresh_from_db()
    with pytest.raises(Refused):
        a_visit(site, by=cast.zarina, at=NOON)
    with pytest.raises(Conflict):
        actions.stop_watching(site=site, on=NOON.date(), by=cast.zarina, at=NOON)
