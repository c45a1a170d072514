"""A silence of any urgency reaches the post the data names, and no other; a no leads to the next desk in one click."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from panoh.instruments import countries
from panoh.instruments.referral import answer_period
from panoh.referral.actions import answer, record_need, refer
from panoh.referral.models import Need, Referral
from panoh.referral.queries import worklist
from panoh.referral.rules.escalation import left_since
from panoh.registry.models import Officer
from panoh.registry.rules.clocks import due

REMIND = "Remind the desk, or ask another one too"


def whats(viewer, now) -> list[str]:
    return [item.what for item in worklist(Officer.objects.get(pk=viewer.pk), now=now).items]


@pytest.mark.parametrize("urgency", Need.Urgency.values)
def test_the_post_named_is_a_role_of_the_procedure(urgency):
    assert answer_period(urgency).escalates_to in {role.key for role in countries.procedure("tj").roles if role.post}


@pytest.mark.parametrize("urgency", Need.Urgency.values)
@pytest.mark.parametrize("day", range(14))
def test_counting_back_and_counting_on_agree(urgency, day, now):
    """A holiday and two week-ends lie within."""
    calendar, period = countries.calendar("tj"), answer_period(urgency)
    at = now + timedelta(days=day)

    edge = left_since(at, period, calendar)

    assert due(edge - timedelta(seconds=1), period, calendar) < at
    assert due(edge + timedelta(seconds=1), period, calendar) >= at


@pytest.mark.django_db
@pytest.mark.parametrize("urgency", Need.Urgency.values)
def test_a_question_without_answer_reaches_the_named_post(urgency, case, shelter, agreed, cast, now):
    need = record_need(case=case, service="subsistence", urgency=urgency, note="", by=cast.zarina, at=now)
    sent = refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)

    before, after = sent.answer_due - timedelta(minutes=1), sent.answer_due + timedelta(minutes=1)

    assert REMIND not in whats(cast.nigina, before)
    assert REMIND in whats(cast.nigina, after)
    assert REMIND in whats(cast.zarina, after)
    assert REMIND not in whats(cast.davlat, after)
    assert [each.escalated for each in worklist(cast.shahlo, now=after).items] == [True]


@pytest.mark.django_db
@pytest.mark.parametrize("urgency", Need.Urgency.values)
def test_a_need_without_a_desk_reaches_the_named_post(urgency, case, cast, now):
    record_need(case=case, service="subsistence", urgency=urgency, note="", by=cast.zarina, at=now)
    end: datetime = due(now, answer_period(urgency), countries.calendar("tj"))

    assert whats(cast.nigina, end - timedelta(minutes=1)) == []
    assert whats(cast.nigina, end + timedelta(minutes=1)) == ["Find a desk"]
    assert whats(cast.davlat, end + timedelta(minutes=1)) == []


@pytest.mark.django_db
def test_after_a_no_the_next_desk_is_chosen_already(client, sent, need, cast, now):
    answer(referral=sent, accepted=False, decline_reason="full", words="", by=cast.shahlo, at=now)
    client.force_login(cast.zarina)

    page = client.get(reverse("referral:need", args=[need.pk])).content.decode()

    chosen = next(part for part in page.split("<input") if " checked" in part)
    assert f'value="{cast.parvina.desk.code}"' in chosen
    client.post(reverse("referral:need", args=[need.pk]), {"to_desk": cast.parvina.desk.code, "message": ""})
    assert Referral.objects.latest("sent_at").to_desk == cast.parvina.desk
