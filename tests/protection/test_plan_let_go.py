"""A plan never outlives its desk's view of the case: it ends, its words stay sealed, and another desk can begin anew."""

from __future__ import annotations

import pytest

from panoh.protection.actions import draw_up_plan, end_plan
from panoh.protection.models import SupportPlan
from panoh.registry import vault
from panoh.registry.actions import disclose, record_consent, withdraw_consent
from panoh.registry.models import Case, Consent, LedgerEntry
from panoh.registry.refusals import NotPermitted, Refused

WISH = "канарейка: to sew again"


@pytest.fixture
def plan(accepted, cast, now) -> SupportPlan:
    return draw_up_plan(case=accepted(), wish=WISH, by=cast.shahlo, at=now)


def withdrawn(plan, cast, now):
    consent = Consent.objects.get(case=plan.case, purpose="service")
    withdraw_consent(consent=consent, by=cast.nigina, at=now)
    plan.refresh_from_db()
    return plan


def shown_to(desk, case, cast, now, purpose="service"):
    yes = record_consent(case=case, purpose=purpose, given=True, language="tg", explained=True, by=cast.nigina, at=now)
    disclose(case=case, to_desk=desk, purpose=purpose, fields=("plan",), consent=yes, by=cast.nigina, at=now)


def test_a_withdrawal_ends_the_plan_of_the_desk_that_is_shut_out(plan, cast, now):
    withdrawn(plan, cast, now)

    assert (plan.ended_because, plan.ended_at) == ("no_view", now)
    assert vault.unseal(plan)["wish"] == WISH
    assert LedgerEntry.objects.get(act="withdraw_consent").detail["kept_ended"] == 1


def test_another_desk_can_begin_a_plan_after_that(plan, cast, now, officer_elsewhere):
    withdrawn(plan, cast, now)
    shown_to(officer_elsewhere.desk, plan.case, cast, now)

    fresh = draw_up_plan(case=plan.case, wish="rest", by=officer_elsewhere, at=now)

    assert fresh.desk == officer_elsewhere.desk
    assert SupportPlan.objects.filter(ended_at=None).get() == fresh


def test_a_desk_that_still_sees_the_case_keeps_its_plan(plan, cast, now):
    """The person takes back one yes, and another one, to something else, shows the case to the desk."""
    shown_to(cast.shahlo.desk, plan.case, cast, now, purpose="follow_up")

    first = Consent.objects.filter(case=plan.case, purpose="service").earliest("pk")
    withdraw_consent(consent=first, by=cast.nigina, at=now)

    plan.refresh_from_db()
    assert plan.ended_at is None


def test_a_plan_left_behind_before_blocks_nobody(plan, cast, now, officer_elsewhere):
    """A plan of a desk shut out at the very moment it began one."""
    plan.case.disclosures.update(ended_at=now)
    shown_to(officer_elsewhere.desk, plan.case, cast, now)

    draw_up_plan(case=plan.case, wish="rest", by=officer_elsewhere, at=now)

    plan.refresh_from_db()
    assert plan.ended_because == "no_view"


def test_nobody_says_of_a_running_plan_that_its_desk_is_shut_out(plan, cast, now):
    with pytest.raises(Refused, match="reason from the list"):
        end_plan(plan=plan, because="no_view", by=cast.shahlo, at=now)


def test_a_manager_of_another_desk_goes_with_the_yes_to_the_referral(someone, cast, now):
    case = someone()
    yes = record_consent(
        case=case, purpose="referral", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    case.refresh_from_db()
    plan = draw_up_plan(case=case, wish=WISH, by=cast.parvina, at=now)

    withdraw_consent(consent=yes, by=cast.zarina, at=now)

    case.refresh_from_db()
    plan.refresh_from_db()
    assert (case.manager, plan.ended_because) == (None, "no_view")
    with pytest.raises(NotPermitted):
        draw_up_plan(case=case, wish=WISH, by=cast.parvina, at=now)
