"""Pages and API of training, money, campaigns and the hotline: what an officer does there, and that nothing typed is lost."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from panoh.prevention.models import BudgetLine, ExchangeRate, HotlineContact
from panoh.registry.models import Certificate, TrainedOnly, TrainingSession
from tests.cast import as_after_second_step
from tests.prevention.kept import NUMBER, a_session, prevented

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def as_(officer) -> Client:
    client = Client()
    client.force_login(officer)
    return as_after_second_step(client)


@pytest.fixture
def today():
    """Pages read the clock: what they show is made for today."""
    return timezone.localtime()


def body(answer) -> str:
    return answer.content.decode()


def test_from_a_planned_session_to_a_certificate_through_the_pages(cast, today):
    keeper, officer = as_(cast.nigina), as_(cast.zarina)
    day = timezone.localdate(today).isoformat()
    given = {"curriculum": "first_line", "first_day": day, "last_day": day, "place": "Khujand", "teacher": "TIP Centre"}
    typed = keeper.post(reverse("prevention:plan_session"), {**given, "payer": "state", "seats": "0"})
    assert typed.status_code == 422
    assert 'value="Khujand"' in body(typed)
    keeper.post(reverse("prevention:plan_session"), {**given, "payer": "state", "seats": "9"})
    session = TrainingSession.objects.get()
    page = reverse("prevention:session", args=[session.pk])

    refused = keeper.post(reverse("prevention:certify", args=[session.pk]), {"username": "zarina"})
    assert refused.status_code == 422
    assert "Zarina did not attend this session." in body(refused)
    keeper.post(reverse("prevention:take_seat", args=[session.pk]), {"username": "zarina"})
    refused = keeper.post(reverse("prevention:record_hours", args=[session.pk]), {"username": "zarina", "hours": "x"})
    assert "no whole number" in body(refused)
    assert 'value="x"' in body(refused), "what was typed stays in its own field"
    unknown = keeper.post(reverse("prevention:take_seat", args=[session.pk]), {"username": "nobody-of-ours"})
    assert 'value="nobody-of-ours"' in body(unknown)
    keeper.post(reverse("prevention:record_hours", args=[session.pk]), {"username": "zarina", "hours": "16"})
    keeper.post(reverse("prevention:certify", args=[session.pk]), {"username": "zarina"})

    assert Certificate.objects.get().officer == cast.zarina
    assert "Was there for 16 hours." in body(keeper.get(page))
    assert "Recognising and referring: counts until" in body(officer.get(reverse("prevention:training")))
    assert "Zarina" not in body(as_(cast.behruz).get(page)).split("<main")[1].split("</main>")[0]


def test_an_officer_takes_a_seat_and_gives_it_up(cast, today):
    session = a_session(cast.nigina, at=today, days=9)
    officer = as_(cast.zarina)

    officer.post(reverse("prevention:take_seat", args=[session.pk]))
    assert "Give up your seat" in body(officer.get(reverse("prevention:session", args=[session.pk])))
    officer.post(reverse("prevention:give_up_seat", args=[session.pk]))
    assert not session.attendances.exists()


def test_two_agencies_keep_an_act_for_the_trained_through_the_pages(cast, today):
    a_session(cast.nigina, at=today, days=30, curriculum="status_decisions")
    day = timezone.localdate(today)
    given = {"kept": "decide_preliminary", "document": "Order 12", "document_on": day.isoformat()}

    soon = as_(cast.davlat).post(reverse("prevention:propose_trained_only"), {**given, "from_day": day.isoformat()})
    assert "Nobody is locked out overnight" in body(soon)
    assert 'value="Order 12"' in body(soon)
    later = {**given, "from_day": (day + 95 * DAY).isoformat()}
    as_(cast.davlat).post(reverse("prevention:propose_trained_only"), later)
    page = body(as_(cast.rustam).get(reverse("prevention:trained_only")))
    assert "it waits for another agency" in page
    proposal = TrainedOnly.objects.get().pk
    assert as_(cast.gulnora).post(reverse("prevention:adopt_trained_only", args=[proposal])).status_code == 422
    as_(cast.rustam).post(reverse("prevention:adopt_trained_only", args=[proposal]))
    assert "Adopted: from" in body(as_(cast.zarina).get(reverse("prevention:trained_only")))


def test_pasted_rates_name_the_wrong_line_and_keep_what_was_typed(cast, today):
    analyst, day = as_(cast.alisher), timezone.localdate(today)
    given = {"currency": "TJS", "kind": "daily", "source": "National Bank"}
    wrong = f"{day.isoformat()} 10.62\n31.02.2026 10.5"

    answer = analyst.post(reverse("prevention:record_rates"), {**given, "spans": wrong})
    assert answer.status_code == 422
    assert "Line 2, “31.02.2026 10.5”: there is no such day" in body(answer)
    assert wrong in body(answer)
    assert not ExchangeRate.objects.exists()
    analyst.post(reverse("prevention:record_rates"), {**given, "spans": f"{day:%d.%m.%Y} 10,62"})
    assert "10.6200 TJS" in body(analyst.get(reverse("prevention:rates")))


def test_an_older_page_of_rates_keeps_what_was_typed_and_may_be_sent_again(cast, today):
    analyst, day, page = as_(cast.alisher), timezone.localdate(today).isoformat(), reverse("prevention:record_rates")
    given = {"currency": "TJS", "kind": "daily", "source": "National Bank"}
    typed = {**given, "source": "My own paper", "spans": f"{day} 10.54"}
    call = {**given, "rates": [{"first": day, "last": day, "per_dollar": "10.6"}]}
    seen = analyst.get(page).context["form"]["after"].value()
    as_(cast.nigina).post(page, {**given, "spans": f"{day} 10.45"})

    stale = analyst.post(page, {**typed, "after": seen or ""})
    stale_call = analyst.post("/api/prevention/money/rates", call, content_type="application/json")

    assert (stale.status_code, stale_call.status_code) == (409, 409)
    assert all(each in body(stale) for each in ("10.45", "My own paper", f"{day} 10.54"))
    assert analyst.post(page, {**typed, "after": stale.context["form"]["after"].value()}).status_code == 302
    newest = max(each["id"] for each in analyst.get(f"/api/prevention/money/rates?year={day[:4]}").json()["rates"])
    sent = analyst.post("/api/prevention/money/rates", {**call, "after": newest}, content_type="application/json")
    assert sent.status_code == 201


def test_of_several_rates_recorded_since_each_is_told_before_one_may_be_put_right(cast, today):
    analyst, page = as_(cast.alisher), reverse("prevention:record_rates")
    day = timezone.localdate(today)
    first, second, third = (each.isoformat() for each in (day + DAY, day - DAY, day))
    given = {"currency": "TJS", "kind": "daily", "source": "National Bank"}
    as_(cast.nigina).post(page, {**given, "spans": f"{second} 10.45\n{third} 10.47"})

    stale = analyst.post(page, {**given, "spans": f"{first} 10.6\n{second} 10.54\n{third} 10.56", "after": ""})

    assert stale.status_code == 409
    assert all(f"Line {line}, " in body(stale) and rate in body(stale) for line, rate in ((2, "10.45"), (3, "10.47")))


def test_a_line_shows_the_rate_of_the_day_or_that_there_is_none(cast, today):
    keeper, day = as_(cast.nigina), timezone.localdate(today)
    told = {"programme": "training", "title": "Courses", "year": day.year, "payer": "state", "currency": "TJS"}
    keeper.post(reverse("prevention:open_line"), told)
    line = BudgetLine.objects.get()
    keeper.post(reverse("prevention:spend", args=[line.pk]), {"amount": "500", "on": day.isoformat(), "words": "Rooms"})

    assert "no rate for this day" in body(keeper.get(reverse("prevention:line", args=[line.pk])))
    assert "no rate: TJS" in body(as_(cast.alisher).get(reverse("statistics:money")))


def test_a_call_is_recorded_passed_on_and_called_back(cast, today):
    officer, day = as_(cast.zarina), timezone.localdate(today)
    officer.post(reverse("prevention:contacts"), {"topic": "papers", "language": "tg"})
    contact = HotlineContact.objects.get()
    at = {"contact_id": contact.pk}

    told = {"words": "They took her passport."}
    assert "only if they agree" in body(officer.post(reverse("prevention:pass_on", kwargs=at), told))
    officer.post(reverse("prevention:pass_on", kwargs=at), {**told, "agreed": "on"})
    call = {"number": NUMBER, "safe_time": "after six", "until": day.isoformat()}
    officer.post(reverse("prevention:ask_to_call_back", kwargs=at), call)
    assert NUMBER not in body(officer.get(reverse("prevention:contact", kwargs=at)))
    assert NUMBER in body(officer.post(reverse("prevention:number", kwargs=at)))
    officer.post(reverse("prevention:called_back", kwargs=at))

    assert "the number is destroyed" in body(officer.get(reverse("prevention:contact", kwargs=at)))
    assert officer.post(reverse("prevention:number", kwargs=at)).status_code == 422
    assert "passed on as a signal" in body(officer.get(reverse("prevention:contacts")))


def sent(client: Client, path: str, **given: object):
    return client.post(f"/api/prevention/{path}", json.dumps(given, default=str), content_type="application/json")


def test_the_api_does_the_same_with_the_same_refusals(cast, today):
    ids = prevented(cast, at=today)
    keeper, day = as_(cast.nigina), timezone.localdate(today)

    refused = sent(keeper, f"training/sessions/{ids['session_id']}/certificates", officer="zarina")
    assert refused.status_code == 422
    assert refused.json()["reason"] == "Zarina did not attend this session."
    assert sent(keeper, f"training/sessions/{ids['session_id']}/seat", officer="zarina").status_code == 201
    held = keeper.get("/api/prevention/training/shares").json()["roles"]
    assert next(each for each in held if each["role"] == "first_responder")["trained"] == 1
    line = keeper.get(f"/api/prevention/money/lines/{ids['line_id']}").json()
    assert (line["line"]["left"], line["spendings"][0]["dollars"]) == ("4900.00", None)
    rates = [{"first": day, "last": day, "per_dollar": "10"}]
    assert sent(keeper, "money/rates", currency="TJS", kind="daily", source="Bank", rates=rates).status_code == 201
    line = keeper.get(f"/api/prevention/money/lines/{ids['line_id']}").json()
    assert line["spendings"][0] | {"id": 0, "on": ""} == {
        "id": 0, "amount": "100.00", "currency": "TJS", "on": "", "words": "Rooms", "provider": "",
        "taken_back": False, "dollars": "10.00", "rate": "10.000000", "source": "Bank",
    }  # fmt: skip
    unknown = sent(keeper, f"training/sessions/{ids['session_id']}/hours", officer="nobody", hours=1)
    assert "No officer signs in as “nobody”" in unknown.json()["reason"]
    money = keeper.get(f"/api/statistics/money?year={day.year}").json()
    assert money["one_rate"]
    assert money["lines"][0]["spent"]["dollars"] == "10.00"


def test_every_page_of_it_opens_in_every_language(cast, today):
    prevented(cast, at=today)
    client = as_(cast.nigina)
    names = ("training", "shares", "ending", "trained_only", "lines", "rates", "campaigns", "action_plan", "contacts")

    for language in ("en", "ru", "tg"):
        client.post(reverse("set_language"), {"language": language})
        for name in names:
            assert client.get(reverse(f"prevention:{name}")).status_code == 200
