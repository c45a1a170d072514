"""The support plan: begun from the person's wish, agreed with them, looked at again on time, and never a condition of help."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import (
    GoalGiven,
    add_goal,
    agree_plan,
    close_goal,
    draw_up_plan,
    end_plan,
    record_service,
    review_plan,
)
from panoh.protection.models import PlanGoal, SupportPlan
from panoh.protection.queries import case_block, plan_page, worklist
from panoh.protection.queries.plan import mark_of_plan
from panoh.protection.rules.plan import NoSuchDay, agreed_as_it_stands, next_review, period
from panoh.registry import access, vault
from panoh.registry.actions import disclose, forget_words, withdraw_consent
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

WISH = "канарейка: to sew again, and to see her son"
TODAY = date(2026, 11, 16)


def goal(now, *, desk=None, days=10, text="канарейка: a sewing machine"):
    return GoalGiven(text, "ask the grant desk", desk, (now + timedelta(days=days)).date())


@pytest.fixture
def plan(accepted, cast, now) -> SupportPlan:
    """Kept by the shelter, with one goal of the shelter's."""
    goals = (goal(now, desk=cast.shahlo.desk),)
    return draw_up_plan(case=accepted(), wish=WISH, goals=goals, by=cast.shahlo, at=now)


@pytest.mark.parametrize(
    ("wished", "means"),
    [(None, date(2026, 12, 16)), (date(2026, 11, 17), date(2026, 11, 17)), (date(2026, 12, 16), date(2026, 12, 16))],
)
def test_a_review_comes_on_the_day_agreed_or_on_the_last_allowed(wished, means):
    assert next_review(wished=wished, latest=date(2026, 12, 16), on=TODAY) == means


@pytest.mark.parametrize("wished", [TODAY, date(2026, 11, 1), date(2026, 12, 17)])
def test_a_review_comes_neither_in_the_past_nor_too_late(wished):
    refused = next_review(wished=wished, latest=date(2026, 12, 16), on=TODAY)

    assert isinstance(refused, NoSuchDay)
    assert "16.12.2026" in refused.way_forward.tg


def test_the_first_review_has_a_shorter_period_than_later_ones():
    assert (period(0), period(1), period(7)) == ("plan_review", "plan_review_later", "plan_review_later")


@pytest.mark.parametrize(("agreed", "since", "stands"), [(True, 0, True), (True, 1, False), (False, 0, False)])
def test_a_yes_counts_for_the_plan_the_person_saw(agreed, since, stands):
    assert agreed_as_it_stands(agreed=agreed, goals_since=since) is stands


def test_what_the_person_wishes_is_sealed_and_no_line_of_the_ledger_repeats_it(plan):
    kept, row = SupportPlan.objects.get(), PlanGoal.objects.get()

    assert vault.unseal(kept)["wish"] == WISH
    assert "канарейка".encode() not in bytes(kept.sealed) + bytes(row.sealed)
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    assert LedgerEntry.objects.filter(act="draw_up_plan").count() == 1


def test_forgetting_the_person_reaches_the_plan(plan, cast, now):
    forget_words(plan.case, by=cast.nigina, at=now)

    assert vault.unseal(SupportPlan.objects.get()) == {}
    assert vault.unseal(PlanGoal.objects.get()) == {}


def test_a_second_plan_is_refused_and_the_first_stands(plan, cast, now):
    with pytest.raises(Conflict, match="already"):
        draw_up_plan(case=plan.case, wish="another", by=cast.farzona, at=now)

    assert SupportPlan.objects.get() == plan


def test_a_plan_without_a_wish_is_refused(accepted, cast, now):
    with pytest.raises(Refused, match="begins with what the person wishes"):
        draw_up_plan(case=accepted(), wish="  ", by=cast.shahlo, at=now)


def test_a_goal_of_yesterday_refuses_the_whole_plan(accepted, cast, now):
    with pytest.raises(Refused, match="by which day"):
        draw_up_plan(case=accepted(), wish=WISH, goals=(goal(now, days=-1),), by=cast.shahlo, at=now)

    assert not SupportPlan.objects.exists()


def test_a_desk_that_does_not_know_the_person_gets_no_goal(plan, cast, now):
    with pytest.raises(Refused, match="would tell it about them"):
        add_goal(plan=plan, given=goal(now, desk=cast.parvina.desk), by=cast.shahlo, at=now)


def test_a_goal_added_after_the_yes_is_to_be_gone_through_again(plan, cast, now):
    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.shahlo, at=now)
    assert plan_page(cast.shahlo, plan.case, at=now).agreed

    add_goal(plan=plan, given=goal(now), by=cast.shahlo, at=now + timedelta(minutes=1))

    assert not plan_page(cast.shahlo, plan.case, at=now).agreed


def test_a_yes_covers_no_goal_the_person_never_saw(plan, cast, now):
    gone_through = mark_of_plan(plan)
    add_goal(plan=plan, given=goal(now, text="testify"), by=cast.farzona, at=now)

    with pytest.raises(Conflict, match="since you opened it"):
        agree_plan(plan=plan, after=gone_through, by=cast.shahlo, at=now)

    plan.refresh_from_db()
    assert plan.agreed_at is None
    assert LedgerEntry.objects.last().act == "agree_plan.refused"
    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.shahlo, at=now)
    assert LedgerEntry.objects.last().act == "agree_plan"


def test_a_yes_is_to_be_said_anew_where_a_goal_was_closed_since_it_was_gone_through(plan, cast, now):
    gone_through, goal_of_it = mark_of_plan(plan), plan.goals.first()
    close_goal(goal=goal_of_it, outcome="not_wished", words="she will not go there", by=cast.farzona, at=now)

    with pytest.raises(Conflict, match="since you opened it"):
        agree_plan(plan=plan, after=gone_through, by=cast.shahlo, at=now)

    assert plan_page(cast.shahlo, plan.case, at=now).mark != gone_through


def test_a_yes_sent_twice_keeps_the_day_it_was_said(plan, cast, now):
    seen = mark_of_plan(plan)
    agree_plan(plan=plan, after=seen, by=cast.shahlo, at=now)

    with pytest.raises(Conflict):
        agree_plan(plan=plan, after=seen, by=cast.shahlo, at=now + timedelta(days=2))

    plan.refresh_from_db()
    assert plan.agreed_at == now


def test_a_plan_without_a_goal_is_not_agreed_to(accepted, cast, now):
    empty = draw_up_plan(case=accepted(), wish=WISH, by=cast.shahlo, at=now)

    with pytest.raises(Refused, match="no goal"):
        agree_plan(plan=empty, after=mark_of_plan(empty), by=cast.shahlo, at=now)


def test_the_yes_moves_an_identified_person_on_and_starts_the_clock_of_reviews(accepted, cast, now):
    case = accepted()
    Case.objects.filter(pk=case.pk).update(state="identified", manager=cast.parvina)
    case.refresh_from_db()
    plan = draw_up_plan(case=case, wish=WISH, goals=(goal(now),), by=cast.parvina, at=now)

    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.parvina, at=now)

    case.refresh_from_db()
    assert case.state == "long_term_support"
    assert case.clocks.filter(clock="plan_review", stopped_at=None).exists()

    review_plan(plan=plan, with_person=True, words="she sews", by=cast.parvina, at=now + timedelta(days=20))

    assert list(case.clocks.filter(stopped_at=None, clock__startswith="plan").values_list("clock", flat=True)) == [
        "plan_review_later"
    ]


def test_the_yes_is_on_record_where_the_procedure_waits_for_nothing(plan, cast, now):
    before = plan.case.state

    agree_plan(plan=plan, after=mark_of_plan(plan), by=cast.shahlo, at=now)

    plan.case.refresh_from_db()
    assert plan.case.state == before
    assert LedgerEntry.objects.last().detail["moves"] is False


def test_a_review_keeps_what_was_wished_before_and_shows_what_is_wished_now(plan, cast, now):
    review_plan(plan=plan, with_person=True, words="well", wish="a shop", by=cast.shahlo, at=now)
    review_plan(plan=plan, with_person=False, words="still well", by=cast.shahlo, at=now + timedelta(days=1))

    page = plan_page(cast.shahlo, plan.case, at=now)
    assert page.wish == "a shop"
    assert [each.words for each in page.reviews] == ["still well", "well"]
    assert vault.unseal(SupportPlan.objects.get())["wish"] == WISH


def test_a_review_planned_too_late_is_refused_and_nothing_changes(plan, cast, now):
    due = plan.review_due

    with pytest.raises(Refused, match="later than the procedure allows"):
        review_plan(plan=plan, with_person=True, words="x", next_on=TODAY + timedelta(days=200), by=cast.shahlo, at=now)

    plan.refresh_from_db()
    assert plan.review_due == due
    assert not plan.reviews.exists()


def test_a_goal_closes_once(plan, cast, now):
    row = plan.goals.get()
    close_goal(goal=row, outcome="reached", words="канарейка: she has it", by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="closed already"):
        close_goal(goal=row, outcome="not_wished", words="", by=cast.farzona, at=now)

    assert PlanGoal.objects.get().outcome == "reached"
    assert vault.unseal(PlanGoal.objects.get())["goal"] == "канарейка: a sewing machine"


def test_a_provider_sees_its_own_goal_and_neither_the_wish_nor_the_others(plan, officer_elsewhere, cast, now):
    disclose(
        case=plan.case,
        to_desk=officer_elsewhere.desk,
        purpose="service",
        fields=(),
        consent=plan.case.consents.get(),
        by=cast.zarina,
        at=now,
    )
    add_goal(plan=plan, given=goal(now, desk=officer_elsewhere.desk, text="lessons"), by=cast.shahlo, at=now)

    page = plan_page(officer_elsewhere, plan.case, at=now)

    assert (page.keeps, page.wish, [each.goal for each in page.goals]) == (False, "", ["lessons"])
    with pytest.raises(NotPermitted, match="keeps"):
        review_plan(plan=plan, with_person=True, words="x", by=officer_elsewhere, at=now)
    with pytest.raises(NotPermitted, match="works on this goal"):
        close_goal(
            goal=plan.goals.get(desk=cast.shahlo.desk), outcome="reached", words="", by=officer_elsewhere, at=now
        )


def test_consent_withdrawn_closes_the_plan_to_the_shelter(plan, cast, now):
    withdraw_consent(consent=plan.case.consents.get(), by=cast.zarina, at=now)

    with pytest.raises(NotPermitted):
        plan_page(cast.shahlo, plan.case, at=now)
    assert worklist(cast.shahlo, now=now + timedelta(days=60)).total == 0


def test_reading_the_plan_is_on_record(plan, cast, now):
    plan_page(cast.shahlo, plan.case, at=now)

    line = LedgerEntry.objects.last()
    assert (line.act, line.fields) == ("read_plan", ["wish", "goals", "reviews"])


def test_an_ended_plan_takes_no_more_and_help_goes_on(plan, cast, now):
    end_plan(plan=plan, because="not_wished", by=cast.shahlo, at=now)

    with pytest.raises(Conflict, match="has ended"):
        add_goal(plan=plan, given=goal(now), by=cast.shahlo, at=now)
    record_service(case=plan.case, service="medical_care", on=now.date(), payer="state", by=cast.shahlo, at=now)
    assert draw_up_plan(case=plan.case, wish="anew", by=cast.shahlo, at=now).pk != plan.pk


def test_a_goal_and_a_review_come_up_a_week_before_they_are_due(plan, cast, now):
    def work(days):
        items = worklist(cast.shahlo, now=now + timedelta(days=days)).items
        return [(each.what, each.escalated) for each in items if each.what != "Give a place"]

    assert work(0) == []
    assert work(4) == [("Do what the plan says, or say how it went", False)]
    assert ("Look at the plan again", False) in work(24)
    assert ("Look at the plan again", True) in work(31)


def test_a_missed_review_comes_to_the_post_the_procedure_names(plan, cast, now):
    early, late = (worklist(cast.nigina, now=now + timedelta(days=days)) for days in (29, 31))

    assert (early.total, late.total) == (0, 1)
    assert late.items[0].escalated
    assert worklist(cast.davlat, now=now + timedelta(days=31)).total == 0


@pytest.fixture
def asked_for_a_course(officer_elsewhere, cast, now):
    """The case was shown to another provider for a course: what does that desk know, and what may it do?"""

    def ask(case, *fields):
        said = {"case": case, "to_desk": officer_elsewhere.desk, "purpose": "service", "fields": fields}
        disclose(**said, consent=case.consents.get(), by=cast.zarina, at=now)
        return officer_elsewhere

    return ask


def test_a_desk_asked_for_a_course_makes_itself_no_keeper_of_the_plan(staying, asked_for_a_course, now):
    case = staying().case
    provider = asked_for_a_course(case, "names")

    with pytest.raises(NotPermitted, match="works on the case") as refused:
        draw_up_plan(case=case, wish=WISH, by=provider, at=now)

    assert "no service waits for a plan" in refused.value.way_forward
    assert access.may(provider, access.Act.KEEP_PLAN, case)
    assert not SupportPlan.objects.exists()
    assert LedgerEntry.objects.last().act == "draw_up_plan.refused"
    block = case_block(provider, case, now=now)
    assert (block.may_begin_plan, block.stays, block.sees_stays) == (False, (), False)


def test_nor_does_it_by_page_or_api(staying, asked_for_a_course, client):
    case = staying().case
    client.force_login(asked_for_a_course(case, "names"))
    home = reverse("protection:plan", args=[case.pk])

    shown = client.get(home)
    sent = client.post(home, {"wish": WISH})
    called = client.post(f"/api/protection/cases/{case.pk}/plan", {"wish": WISH}, content_type="application/json")

    assert "Begin the plan" not in shown.content.decode()
    assert (shown.status_code, sent.status_code, called.status_code) == (200, 403, 403)
    assert not SupportPlan.objects.exists()
    assert "Begin a support plan" not in client.get(reverse("case", args=[case.pk])).content.decode()


def test_a_desk_the_plan_was_shown_to_draws_one_up_and_is_not_told_of_the_safe_place_by_that(
    staying, asked_for_a_course, cast, now
):
    case = staying().case
    keeper = asked_for_a_course(case, "names", "plan")

    assert case_block(keeper, case, now=now).may_begin_plan
    assert draw_up_plan(case=case, wish=WISH, by=keeper, at=now).desk == keeper.desk
    to_them, to_the_house = (case_block(each, case, now=now) for each in (keeper, cast.shahlo))
    assert plan_page(keeper, case, at=now).keeps
    assert (to_them.stays, to_them.sees_stays) == ((), False)
    assert (len(to_the_house.stays), to_the_house.sees_stays) == (1, True)


def test_whoever_the_case_is_given_to_is_told_of_the_safe_place_with_a_plan_or_without(staying, cast, now):
    case = staying().case
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    case.refresh_from_db()

    told = [case_block(each, case, now=now) for each in (cast.parvina, cast.zarina, cast.nigina)]

    assert [(len(each.stays), each.sees_stays) for each in told] == [(1, True)] * 3
    assert told[0].may_begin_plan
