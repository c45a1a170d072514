"""A second look is planned, reached by a way the person agreed to, changed, taken back, held; missed, it escalates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from panoh.registry import vault
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.queries.purposes import saying
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import (
    begin_screening,
    cancel_second_look,
    change_second_look,
    finish,
    plan_second_look,
    record_agreement,
    record_answers,
    record_case_attempt,
    screen_also,
)
from panoh.screening.models import Screening, SecondLook
from panoh.screening.queries import case_block, look_page, worklist
from tests.screening.conftest import ADULT, ADULT_SEXUAL, COERCED

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)
WAY = "канарейка: ask for Zulfiya at the bakery, before noon, say nothing of us"


@pytest.fixture
def screened(agreed, cast, now) -> Case:
    """Nothing was found this time."""
    record_answers(screening=agreed, answers={"act": "no"}, by=cast.zarina, at=now)
    finish(screening=agreed, by=cast.zarina, at=now)
    return Case.objects.get()


@pytest.fixture
def consent(screened, cast, now):
    """The person agreed to a safe way of contact."""
    return record_consent(
        case=screened, purpose="contact_channel", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )


@pytest.fixture
def look(screened, consent, cast, now) -> SecondLook:
    return plan_second_look(case=screened, on=DAY, why="trust", way=WAY, by=cast.zarina, at=now)


def talked_again(case: Case, cast, at) -> Screening:
    again = begin_screening(case=case, instrument=ADULT, language="tg", by=cast.zarina, at=at)
    record_agreement(screening=again, by=cast.zarina, at=at)
    record_answers(screening=again, answers=COERCED, by=cast.zarina, at=at)
    finish(screening=again, by=cast.zarina, at=at)
    return again


def test_a_plan_is_kept_with_its_way_sealed_and_stands_in_the_ledger(look, cast):
    line = LedgerEntry.objects.latest("seq")

    assert (line.act, line.detail) == ("plan_second_look", {"on": "2026-12-01", "why": "trust"})
    assert vault.unseal(look) == {"way": WAY}
    assert WAY.encode() not in bytes(look.sealed)


def test_without_consent_the_day_is_planned_and_no_way_is_kept(screened, cast, now):
    with pytest.raises(Refused, match="only with their consent"):
        plan_second_look(case=screened, on=DAY, why="trust", way=WAY, by=cast.zarina, at=now)

    look = plan_second_look(case=screened, on=DAY, why="trust", by=cast.zarina, at=now)

    assert (look.sealed, look.consent) == (None, None)


def test_the_database_keeps_no_way_without_a_consent(look):
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.filter(pk=look.pk).update(consent=None)


@pytest.mark.parametrize("day", [date(2026, 11, 15), date(2028, 1, 1)])
def test_a_day_gone_by_or_years_ahead_is_refused(screened, cast, now, day):
    with pytest.raises(Refused, match="from today on"):
        plan_second_look(case=screened, on=day, why="trust", by=cast.zarina, at=now)


def test_a_reason_from_outside_the_list_is_refused(screened, cast, now):
    with pytest.raises(Refused, match="from the list"):
        plan_second_look(case=screened, on=DAY, why="her brother Karim", by=cast.zarina, at=now)


def test_a_second_plan_beside_the_first_is_refused_and_names_it(look, cast, now):
    with pytest.raises(Conflict) as refusal:
        plan_second_look(case=look.case, on=DAY, why="open", by=cast.zarina, at=now)

    assert refusal.value.both == look


@pytest.mark.parametrize("who", ["behruz", "shahlo", "davlat", "safar"])
def test_who_may_not_screen_here_neither_plans_nor_reads(look, cast, now, who):
    officer = getattr(cast, who)
    with pytest.raises(NotPermitted):
        plan_second_look(case=look.case, on=DAY, why="open", by=officer, at=now)
    with pytest.raises(NotPermitted):
        look_page(officer, look.pk, at=now)


def test_reading_the_way_stands_in_the_ledger(look, cast, now):
    with saying(lambda: "coordination"):
        assert look_page(cast.nigina, look.pk, at=now).reach.way == WAY

    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.officer, line.fields) == ("read_second_look", cast.nigina, ["way"])


def test_a_withdrawn_consent_destroys_the_way_and_keeps_the_day(look, consent, cast, now):
    withdraw_consent(consent=consent, by=cast.zarina, at=now)

    page = look_page(cast.zarina, look.pk, at=now)

    assert (page.reach.way, page.look.sealed, page.look.sealed_key) == ("", None, None)
    assert (page.look.due_on, page.may_change) == (DAY, True)
    withdrawal = LedgerEntry.objects.get(act="withdraw_consent")
    assert withdrawal.detail["records_forgotten"] == 1


def test_another_day_keeps_the_earlier_plan_and_the_way(look, cast, now):
    fresh = change_second_look(look=look, on=DAY + timedelta(days=3), why="unwell", by=cast.zarina, at=now)

    look.refresh_from_db()
    assert (look.ended_because, fresh.instead_of, fresh.why) == ("other_day", look, "unwell")
    assert vault.unseal(fresh) == {"way": WAY}
    assert LedgerEntry.objects.latest("seq").act == "change_second_look"


def test_taken_back_with_a_reason_it_is_over_and_its_ways_are_destroyed(look, cast, now):
    fresh = change_second_look(look=look, on=DAY, why="trust", way="by telephone", by=cast.zarina, at=now)

    cancel_second_look(look=fresh, because="not_wished", by=cast.zarina, at=now)

    assert not SecondLook.objects.exclude(sealed=None).exists()
    with pytest.raises(OutOfOrder):
        cancel_second_look(look=fresh, because="not_wished", by=cast.zarina, at=now)


@pytest.mark.parametrize("because", ["", "screened", "other_day", "no time"])
def test_it_is_not_taken_back_without_a_reason_that_fits(look, cast, now, because):
    with pytest.raises(Refused, match="reason from the list"):
        cancel_second_look(look=look, because=because, by=cast.zarina, at=now)

    assert SecondLook.objects.get().ended_at is None


def test_screened_again_it_is_done_and_says_in_which_talk(look, cast, now):
    again = talked_again(look.case, cast, now + timedelta(days=20))

    look.refresh_from_db()
    assert (look.ended_because, look.seen_in, look.sealed) == ("screened", again, None)


def test_another_set_in_the_same_talk_is_no_second_look(agreed, look, cast, now):
    later = now + timedelta(minutes=20)
    also = screen_also(screening=agreed, instrument=ADULT_SEXUAL, by=cast.zarina, at=later)
    record_answers(screening=also, answers={"act": "no"}, by=cast.zarina, at=later)

    finish(screening=also, by=cast.zarina, at=later)

    look.refresh_from_db()
    assert look.ended_at is None


@pytest.mark.parametrize(
    ("day", "shown", "missed"), [(-9, False, False), (-6, True, False), (0, True, False), (1, True, True)]
)
def test_it_stands_on_the_desks_worklist_from_a_week_before_and_escalates_when_missed(look, cast, day, shown, missed):
    now = look.planned_at.replace(month=12, day=1) + timedelta(days=day)

    mine = worklist(cast.zarina, now=now)
    centre = worklist(cast.nigina, now=now)

    assert [item.escalated for item in mine.items] == ([missed] if shown else [])
    assert [item.escalated for item in centre.items] == ([True] if missed else [])
    assert worklist(cast.behruz, now=now).total == 0


def test_a_missed_look_closes_nothing_even_after_a_year(look, cast, now):
    mine = worklist(cast.zarina, now=now + timedelta(days=400))

    assert (mine.total, mine.items[0].escalated, mine.items[0].reference) == (1, True, look.case.reference)
    assert Case.objects.get().state == "screened_negative"


def test_the_usual_look_waits_while_one_is_planned_and_comes_back_when_it_is_taken_back(look, cast, now):
    at = now + timedelta(days=40)
    assert [item.what for item in worklist(cast.zarina, now=at).items] == ["Hold the second look"]

    cancel_second_look(look=look, because="mistake", by=cast.zarina, at=now)

    assert [item.what for item in worklist(cast.zarina, now=at).items] == ["See the person again"]


def test_a_presumed_person_can_be_seen_again_too(coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)

    plan_second_look(case=coerced.case, on=DAY, why="open", by=cast.zarina, at=now)

    assert worklist(cast.zarina, now=now + timedelta(days=14)).total == 1


# Pages


@pytest.fixture
def officer(client, cast):
    client.force_login(cast.zarina)
    return client


def test_the_day_proposed_is_the_usual_one_and_a_way_is_asked_only_after_consent(officer, screened, cast, now):
    page = officer.get(reverse("screening:plan_second_look", args=[screened.pk]))

    assert "way" not in page.context["form"].fields
    assert page.context["form"]["on"].value() >= date(2026, 12, 16)
    assert "Ask for consent" in page.content.decode()


def test_planning_on_the_page_ends_at_the_plan_with_the_way(officer, screened, consent):
    day = timezone.localdate() + timedelta(days=60)
    told = {"on": day.isoformat(), "why": "trust", "way": WAY}

    page = officer.post(reverse("screening:plan_second_look", args=[screened.pk]), told, follow=True)

    assert f"Second look on {day:%d.%m.%Y}" in page.content.decode()
    assert "ask for Zulfiya" in page.content.decode()


def test_a_refusal_keeps_what_was_typed(officer, screened, consent):
    told = {"on": "2019-01-15", "why": "trust", "way": WAY}

    page = officer.post(reverse("screening:plan_second_look", args=[screened.pk]), told)

    assert page.context["form"]["way"].value() == WAY
    assert "from today on" in page.content.decode()
    assert SecondLook.objects.count() == 0


def test_the_finding_and_the_case_show_the_plan_and_not_the_way(officer, look, cast, now):
    block = case_block(cast.zarina, look.case, now=now)
    assert block is not None
    assert block.look == look

    for address in (
        reverse("screening:finding", args=[Screening.objects.get().pk]),
        reverse("case", args=[look.case.pk]),
    ):
        page = officer.get(address).content.decode()
        assert "A second look is planned for 01.12.2026" in page
        assert "Zulfiya" not in page


def test_taking_back_through_the_page(officer, look):
    officer.post(reverse("screening:cancel_second_look", args=[look.pk]), {"because": "not_safe"})

    assert SecondLook.objects.get().ended_because == "not_safe"


def test_a_try_at_a_planned_look_is_kept_on_its_page(client, look, screened, cast):
    client.force_login(cast.zarina)

    answer = client.post(reverse("screening:case_attempt", args=[screened.pk]), {"outcome": "no_answer"}, follow=True)

    assert answer.redirect_chain[-1][0] == reverse("screening:second_look", args=[look.pk])
    page = answer.content.decode()
    assert "no answer · Zarina" in page
    assert SecondLook.objects.get().ended_at is None


def test_whoever_asked_not_to_be_contacted_is_not_looked_for_as_planned(look, screened, cast, now):
    record_case_attempt(case=screened, outcome="refused", by=cast.zarina, at=now)

    ended = SecondLook.objects.get()
    assert (ended.ended_because, ended.ended_by, vault.unseal(ended)) == ("not_wished", cast.zarina, {})
    assert worklist(cast.zarina, now=now + timedelta(days=40)).total == 0


def test_a_post_that_runs_no_operations_is_not_sent_to_their_page(client, screened, cast):
    Case.objects.update(manager=cast.parvina)
    client.force_login(cast.parvina)

    answer = client.post(reverse("screening:case_attempt", args=[screened.pk]), {"outcome": "called"})

    assert answer.url == reverse("screening:home")


def test_that_nobody_tries_again_takes_a_second_tap(client, look, cast):
    client.force_login(cast.zarina)

    page = client.get(reverse("screening:second_look", args=[look.pk])).content.decode()

    before, after = page.split("<summary>Asked not to be contacted</summary>")
    assert 'value="no_answer"' in before
    assert 'value="refused"' not in before
    assert 'value="refused"' in after
