"""An act kept for the trained: off by default, adopted by two agencies with a day ahead, said plainly to whoever is refused,
and never in the way of help (promise 2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.prevention.actions import (
    adopt_trained_only,
    end_trained_only,
    plan_session,
    propose_trained_only,
    take_back_certificate,
)
from panoh.prevention.queries.training import trained_only_page
from panoh.referral.actions import record_need
from panoh.registry.actions import open_in_emergency
from panoh.registry.models import LedgerEntry
from panoh.registry.queries.training import NotTrained
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import begin_screening, choose_instrument, record_agreement, screen_also, tell_needs_now
from tests.journeys import ways
from tests.prevention.test_training import certified, last_line, planned

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NOTICE = 90 * DAY


def proposed(cast, at, *, kept="decide_preliminary", curriculum="status_decisions", days=90, by=None):
    planned(cast, at, curriculum=curriculum)
    return propose_trained_only(
        kept=kept,
        from_day=at.date() + days * DAY,
        document="Order 12",
        document_on=at.date(),
        by=by or cast.davlat,
        at=at,
    )


def kept(cast, at, **more):
    """Adopted so long ago that it holds at `at`."""
    earlier = at - 100 * DAY
    return adopt_trained_only(proposal=proposed(cast, earlier, **more), by=cast.rustam, at=earlier)


def test_nothing_asks_for_a_certificate_until_two_agencies_adopted_it_and_its_day_has_come(cast, now):
    case = ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    proposal = proposed(cast, now)
    assert ways.decided(case, "positive", cast, at=now).status == "final"

    adopt_trained_only(proposal=proposal, by=cast.rustam, at=now)
    assert last_line() == ("adopt_trained_only", f"trained_only:{proposal.pk}")
    second = ways.lodged(ways.interviewed(ways.MAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    assert ways.decided(second, "positive", cast, at=now + 89 * DAY).status == "final"


def test_from_its_day_on_who_decides_without_a_certificate_is_told_what_is_missing_and_when_it_is_taught(cast, now):
    case = ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    kept(cast, now)
    planned(cast, now, curriculum="status_decisions", first_day=now.date() + 5 * DAY, last_day=now.date() + 6 * DAY)

    with pytest.raises(NotTrained) as refused:
        ways.decided(case, "positive", cast, at=now)

    assert "certificate of “Deciding on status” (Order 12)" in refused.value.reason
    assert "The next session begins on 21.11.2026: Dushanbe, training centre." in refused.value.way_forward
    assert "needs, danger, referral and a place wait for nobody" in refused.value.way_forward
    assert (refused.value.code, refused.value.status) == ("not_trained", 403)
    line = LedgerEntry.objects.last()
    assert (line.act, line.subject, line.detail["refused"]) == ("decide.refused", f"case:{case.pk}", "not_trained")


def test_where_no_session_is_planned_the_refusal_says_whom_to_ask(cast, now):
    case = ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    kept(cast, now)

    with pytest.raises(NotTrained) as refused:
        ways.decided(case, "positive", cast, at=now)

    assert "No session is planned yet: ask the intake desk" in refused.value.way_forward


def test_with_a_certificate_that_counts_the_same_officer_decides_and_without_it_not_any_more(cast, now):
    kept(cast, now)
    given = certified(cast, now, cast.davlat, curriculum="status_decisions")
    case = ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    assert ways.decided(case, "positive", cast, at=now).status == "final"

    second = ways.lodged(ways.interviewed(ways.MAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    take_back_certificate(certificate=given, because="x", by=cast.nigina, at=now)
    with pytest.raises(NotTrained):
        ways.decided(second, "positive", cast, at=now)


def test_the_second_signature_is_a_decision_too_and_a_certificate_that_ended_counts_no_more(cast, now):
    kept(cast, now)
    certified(cast, now, cast.davlat, curriculum="status_decisions")
    case = ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)

    with pytest.raises(NotTrained):  # Gulnora, who would sign, was not taught
        ways.decided(case, "negative", cast, at=now)


def test_a_full_interview_with_a_child_is_kept_and_everything_that_helps_the_child_is_not(cast, now):
    """Needs at once, a need, a short form, the referral and the emergency: none of them asks (promise 2)."""
    kept(cast, now, kept="interview_child", curriculum="child_interview")
    begun = begin_screening(in_danger=True, language="tg", track="child", by=cast.zarina, at=now)
    tell_needs_now(screening=begun, needs_now=["doctor"], by=cast.zarina, at=now)
    case = record_agreement(screening=begun, given=ways.GIRL, by=cast.zarina, at=now)

    with pytest.raises(NotTrained):
        choose_instrument(screening=begun, instrument=ways.CHILD, by=cast.zarina, at=now)
    choose_instrument(screening=begun, instrument="first_line_child", by=cast.zarina, at=now)
    with pytest.raises(NotTrained):
        screen_also(screening=begun, instrument=ways.CHILD, by=cast.zarina, at=now)
    with pytest.raises(NotTrained):
        begin_screening(instrument=ways.CHILD, in_danger=False, track="child", by=cast.zarina, at=now)
    need = record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
    assert need.case == case
    opening = open_in_emergency(reference=case.reference, because="She is here.", by=cast.behruz, at=now)
    assert opening.case == case

    certified(cast, now, cast.zarina, curriculum="child_interview")
    assert choose_instrument(screening=begun, instrument=ways.CHILD, by=cast.zarina, at=now).instrument == ways.CHILD


def test_with_everything_kept_for_the_trained_a_person_is_referred_sheltered_and_helped_all_the_same(cast, now):
    """Nobody in the cast holds any certificate, and the whole way of help is open."""
    for act, curriculum in (("interview_child", "child_interview"), ("decide_preliminary", "status_decisions")):
        kept(cast, now, kept=act, curriculum=curriculum)
    kept(cast, now, kept="decide_formally")
    woman = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case

    ways.lodged(woman, by=cast.zarina, at=now)
    _need, _referral, stay = ways.sheltered(woman, ways.open_shelter(cast, at=now), cast, at=now)

    assert stay.until_at is None


def test_an_act_that_helps_may_not_even_be_proposed(cast, now):
    for helps in ("record_need", "refer", "give_place", "open_in_emergency", "screen"):
        with pytest.raises(Refused, match="never waits for a certificate"):
            proposed(cast, now, kept=helps)


def test_nobody_is_locked_out_overnight(cast, now):
    with pytest.raises(Refused, match="at least 90 days from today"):
        proposed(cast, now, days=89)
    late = proposed(cast, now)
    with pytest.raises(OutOfOrder, match="too near by now"):
        adopt_trained_only(proposal=late, by=cast.rustam, at=now + DAY)


def test_without_a_session_before_its_day_nobody_could_learn_it(cast, now):
    told = {
        "kept": "decide_preliminary",
        "document": "Order 12",
        "document_on": now.date(),
        "by": cast.davlat,
        "at": now,
    }
    day = now.date() + NOTICE

    with pytest.raises(OutOfOrder, match="nobody could learn"):
        propose_trained_only(from_day=day, **told)
    plan_session(
        curriculum="status_decisions",
        first_day=day,
        last_day=day,
        place="x",
        teacher="x",
        payer="state",
        seats=9,
        by=cast.nigina,
        at=now,
    )
    with pytest.raises(OutOfOrder, match="nobody could learn"):
        propose_trained_only(from_day=day, **told)
    assert propose_trained_only(from_day=day + DAY, **told).pk


def test_one_agency_alone_adopts_nothing_and_one_ends_it_at_once(cast, now):
    proposal = proposed(cast, now)

    with pytest.raises(Refused, match="two agencies"):
        adopt_trained_only(proposal=proposal, by=cast.gulnora, at=now)
    with pytest.raises(NotPermitted):
        adopt_trained_only(proposal=proposal, by=cast.zarina, at=now)
    with pytest.raises(Conflict, match="proposed or adopted already"):
        proposed(cast, now)
    with pytest.raises(Refused, match="not said why"):
        end_trained_only(proposal=proposal, because=" ", by=cast.davlat, at=now)
    end_trained_only(proposal=proposal, because="Too few were taught.", by=cast.davlat, at=now)
    with pytest.raises(Conflict, match="ended meanwhile"):
        adopt_trained_only(proposal=proposal, by=cast.rustam, at=now)
    assert proposed(cast, now).pk != proposal.pk


def test_ended_it_opens_the_door_at_once(cast, now):
    rule = kept(cast, now)
    case = ways.lodged(ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case, by=cast.zarina, at=now)
    end_trained_only(proposal=rule, because="The only trained officer left.", by=cast.malika, at=now)

    assert ways.decided(case, "positive", cast, at=now).status == "final"


def test_the_page_says_how_many_would_be_refused_today(cast, now):
    certified(cast, now, cast.davlat, curriculum="status_decisions")
    proposed(cast, now)

    line = next(each for each in trained_only_page(cast.rustam, today=now.date()).lines if each.row)
    assert (line.listed.act, line.holders, line.lacking) == ("decide_preliminary", 4, 3)
