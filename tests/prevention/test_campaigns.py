"""Campaigns, the plan and the hotline: what is kept, what is refused, and that nobody who called can be found."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from panoh.identification.models import Signal
from panoh.identification.queries.signals import signal_page
from panoh.prevention.actions import (
    ask_to_call_back,
    called_back,
    open_line,
    pass_on,
    put_down_measure,
    record_campaign,
    record_contact,
    record_reach,
    record_spending,
    report_progress,
)
from panoh.prevention.models import CallBack, HotlineContact, PlanMeasure
from panoh.prevention.queries import worklist
from panoh.prevention.queries.campaigns import campaign_page, measure_page
from panoh.prevention.queries.hotline import contacts_for, read_number
from panoh.prevention.queries.hotline_figures import hotline_page
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.web.commands.digest import run
from tests.prevention.test_training import last_line

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NUMBER = "+992 900 11 22 33"


def a_campaign(cast, at, **more):
    told = {
        "title": "Before you go",
        "aim": "People know what a contract is.",
        "audiences": ["migrants"],
        "languages": ["tg", "ru"],
        "channels": ["radio"],
        "divisions": ["TJ-SU"],
        "first_day": at.date() - 10 * DAY,
        "last_day": at.date() + 10 * DAY,
    }
    return record_campaign(**told | more, by=cast.nigina, at=at)


def reach(cast, at, campaign, people=4000, how="estimated", method="Survey of listeners", on=None):
    told = {"people": people, "how": how, "method": method, "on": on or at.date()}
    return record_reach(campaign=campaign, **told, by=cast.nigina, at=at)


def test_a_campaign_says_what_it_reached_how_that_is_known_and_what_it_cost(cast, now):
    campaign = a_campaign(cast, now)
    reach(cast, now, campaign, people=10, how="counted", method="Tickets", on=now.date() - DAY)
    reach(cast, now, campaign)
    line = open_line(
        programme="prevention", year=2026, payer="state", currency="USD", title="Radio", by=cast.nigina, at=now
    )
    assert not campaign_page(cast.alisher, campaign.pk).cost.told
    record_spending(
        line=line, amount=Decimal(80), on=now.date(), words="Air", campaign=campaign, by=cast.nigina, at=now
    )

    page = campaign_page(cast.alisher, campaign.pk)
    assert (page.reach.people, page.reach.how, [each.people for each in page.earlier]) == (4000, "estimated", [10])
    assert page.cost.dollars == 80
    assert page.languages == ("Tajik", "Russian")


@pytest.mark.parametrize(
    "wrong",
    [{"languages": []}, {"languages": ["xx"]}, {"channels": ["rumour"]}, {"title": " "}, {"divisions": ["TJ-XX"]}],
)
def test_a_campaign_that_cannot_be_is_refused(cast, now, wrong):
    with pytest.raises(Refused, match="somebody it is for"):
        a_campaign(cast, now, **wrong)
    with pytest.raises(Refused, match="somebody it is for"):
        a_campaign(cast, now, last_day=now.date() - 11 * DAY)


def test_a_number_reached_without_its_way_of_counting_is_refused(cast, now):
    campaign = a_campaign(cast, now, divisions=[])
    assert campaign.divisions == ["TJ"]

    for wrong in ({"method": " "}, {"how": "guessed"}, {"on": now.date() + DAY}, {"on": now.date() - 11 * DAY}):
        with pytest.raises(Refused, match="how the number is known"):
            reach(cast, now, campaign, **wrong)
    with pytest.raises(NotPermitted, match="desk that holds it"):
        record_reach(campaign=campaign, people=1, how="counted", method="x", on=now.date(), by=cast.alisher, at=now)


def a_measure(cast, at, **more):
    told = {
        "plan": "Plan 2025-2027",
        "number": "3.2",
        "words": "Train two hundred officers.",
        "owner": cast.nigina.desk,
        "due_on": at.date() + 20 * DAY,
    }
    return put_down_measure(**told | more, by=cast.alisher, at=at)


def test_a_measure_waits_with_its_owner_until_it_is_done_and_every_word_stays(cast, now):
    measure = a_measure(cast, now, budget=Decimal(0), currency="TJS")
    what = "Say how far this measure of the plan came"
    assert [each.what for each in worklist(cast.nigina, now=now).items] == [what]
    assert worklist(cast.zarina, now=now).items == ()

    moved = now.date() + 90 * DAY
    report_progress(measure=measure, state="under_way", words="Money came late.", due_on=moved, by=cast.nigina, at=now)
    assert worklist(cast.nigina, now=now).items == ()
    report_progress(measure=measure, state="done", words="204 were taught.", by=cast.nigina, at=now + 95 * DAY)

    page = measure_page(cast.alisher, measure.pk, today=moved + 9 * DAY)
    assert (page.measure.state, page.measure.due_on, page.late) == ("done", moved, False)
    assert [each.due_on for each in page.progress] == [moved, now.date() + 20 * DAY]
    assert worklist(cast.nigina, now=now + 95 * DAY).items == ()
    assert last_line() == ("report_progress", f"measure_of_plan:{measure.pk}")


def test_a_measure_is_put_down_once_and_reported_by_its_owner(cast, now):
    measure = a_measure(cast, now)

    with pytest.raises(Conflict, match=r"measure 3\.2 already"):
        a_measure(cast, now)
    with pytest.raises(Refused, match="currency"):
        a_measure(cast, now, number="3.3", budget=Decimal(5))
    with pytest.raises(NotPermitted, match="desk whose it is"):
        report_progress(measure=measure, state="done", words="x", by=cast.alisher, at=now)
    with pytest.raises(Refused, match="not said how far"):
        report_progress(measure=measure, state="done", words=" ", by=cast.nigina, at=now)
    with pytest.raises(Refused, match="lies in the past"):
        report_progress(measure=measure, state="under_way", words="x", due_on=now.date() - DAY, by=cast.nigina, at=now)
    with pytest.raises(NotPermitted):
        put_down_measure(
            plan="x", number="1", words="x", owner=cast.nigina.desk, due_on=now.date(), by=cast.zarina, at=now
        )
    assert PlanMeasure.objects.get().state == "not_begun"


def a_contact(cast, at, by=None, **more):
    told = {"topic": "papers", "language": "tg", "division": "TJ-SU"}
    return record_contact(**told | more, by=by or cast.zarina, at=at)


def test_a_contact_has_no_place_for_a_name_or_a_number(cast, now):
    a_contact(cast, now)

    kept = {field.name for field in HotlineContact._meta.get_fields() if field.concrete}
    assert kept == {
        "id", "topic", "language", "division", "abroad", "in_danger", "child_possible", "desk", "signal", "at", "by",
    }  # fmt: skip
    assert LedgerEntry.objects.last().detail == {"topic": "papers"}


def test_what_was_told_goes_on_as_a_signal_only_if_the_caller_agrees(cast, now):
    contact = a_contact(cast, now, in_danger=True, child_possible=True)

    with pytest.raises(Refused, match="only if they agree"):
        pass_on(contact=contact, words="They took her passport.", agreed=False, by=cast.zarina, at=now)
    assert not Signal.objects.exists()
    signal = pass_on(contact=contact, words="They took her passport.", agreed=True, by=cast.zarina, at=now)

    assert (signal.source, signal.region, signal.in_danger, signal.child_possible) == ("hotline", "TJ-SU", True, True)
    assert signal_page(signal, cast.zarina, at=now).words == "They took her passport."
    assert [each.act for each in LedgerEntry.objects.order_by("seq")][-3:-1] == ["record_signal", "pass_on"]
    with pytest.raises(Conflict, match="passed on already"):
        pass_on(contact=contact, words="x", agreed=True, by=cast.zarina, at=now)


def test_a_number_to_call_back_is_sealed_read_on_record_and_destroyed_after_the_call(cast, now):
    contact = a_contact(cast, now)
    call = ask_to_call_back(
        contact=contact, number=NUMBER, safe_time="after six", until=now.date() + DAY, by=cast.zarina, at=now
    )
    assert [each.what for each in worklist(cast.zarina, now=now).items] == ["Call back, as they asked"]
    assert NUMBER.encode() not in bytes(CallBack.objects.get().sealed)

    assert read_number(cast.zarina, contact.pk, at=now).number == NUMBER
    assert last_line() == ("read_number", f"contact:{contact.pk}")
    called_back(call_back=call, by=cast.zarina, at=now)

    assert CallBack.objects.get().sealed is None
    assert worklist(cast.zarina, now=now).items == ()
    with pytest.raises(OutOfOrder, match="number is gone"):
        read_number(cast.zarina, contact.pk, at=now)
    with pytest.raises(OutOfOrder, match="no number any more"):
        called_back(call_back=call, by=cast.zarina, at=now)
    lines = " ".join(str(each.detail) + str(each.fields) for each in LedgerEntry.objects.all())
    assert "900" not in lines


def test_after_its_last_day_nobody_opens_a_number_and_the_next_contact_destroys_it(cast, now):
    contact, later = a_contact(cast, now), now + 3 * DAY
    ask_to_call_back(contact=contact, number=NUMBER, safe_time="", until=now.date() + DAY, by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="last day is over"):
        read_number(cast.zarina, contact.pk, at=later)
    assert worklist(cast.zarina, now=later).items == ()
    a_contact(cast, later)
    assert CallBack.objects.get().sealed is None


def test_the_daily_digest_destroys_numbers_whose_last_day_is_over(cast, now, settings, capsys):
    settings.EMAIL_HOST = "mail.example"
    ask_to_call_back(
        contact=a_contact(cast, now), number=NUMBER, safe_time="", until=now.date(), by=cast.zarina, at=now
    )
    CallBack.objects.update(until=timezone.localdate() - DAY)

    assert run(Namespace(mail=True, dry_run=True, post="")) == 0
    assert CallBack.objects.get().sealed is not None
    assert run(Namespace(mail=True, dry_run=False, post="")) == 0
    assert CallBack.objects.get().sealed is None
    assert NUMBER not in capsys.readouterr().out


def test_a_number_is_kept_for_a_week_at_most_and_has_digits(cast, now):
    contact = a_contact(cast, now)

    for number, until in (("call me", now.date()), (NUMBER, now.date() + 8 * DAY), (NUMBER, now.date() - DAY)):
        with pytest.raises(Refused, match="at most"):
            ask_to_call_back(contact=contact, number=number, safe_time="", until=until, by=cast.zarina, at=now)
    assert not CallBack.objects.exists()


def test_a_contact_is_seen_and_worked_on_by_the_desk_that_answered_it_alone(cast, now):
    contact = a_contact(cast, now)

    assert list(contacts_for(cast.behruz)) == []
    with pytest.raises(NotPermitted):
        pass_on(contact=contact, words="x", agreed=True, by=cast.behruz, at=now)
    with pytest.raises(NotPermitted):
        contacts_for(cast.alisher)
    for wrong in ({"language": "xx"}, {"topic": "x"}, {"abroad": True}, {"division": "TJ-XX"}):
        with pytest.raises(Refused, match="not in the lists"):
            a_contact(cast, now, **wrong)


def test_figures_of_the_hotline_show_numbers_by_month_topic_and_language_and_no_contact(cast, now):
    contact = a_contact(cast, now)
    a_contact(cast, now, by=cast.behruz, topic="child", language="ru")
    a_contact(cast, now - 40 * DAY)
    pass_on(contact=contact, words="x", agreed=True, by=cast.zarina, at=now)

    page = hotline_page(cast.alisher, year=2026)
    assert (page.contacts, page.signals, page.percent) == (3, 1, 33)
    assert [(each.key, each.contacts, each.signals) for each in page.months if each.contacts] == [
        ("10", 1, 0),
        ("11", 2, 1),
    ]
    assert [(each.key, each.contacts) for each in page.languages] == [("tg", 2), ("ru", 1)]
    assert hotline_page(cast.alisher, year=2025).percent is None
