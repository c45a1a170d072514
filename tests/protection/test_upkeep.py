"""A house says who works there in numbers and what a year costs; nobody else may, and what stood before is kept."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.protection.actions import record_budget, record_staff
from panoh.protection.models import StaffCount, YearBudget
from panoh.protection.queries.upkeep import budget_lines, staff_page
from panoh.protection.rules.upkeep import budget_can_be, staff_can_be
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

TODAY = date(2026, 11, 16)
SOME = Decimal(100)


@pytest.mark.parametrize(
    ("women", "men", "trained", "days", "can"),
    [(3, 1, 4, 0, True), (0, 0, 0, 0, True), (3, 1, 5, 0, False), (3, -1, 0, 0, False), (3, 1, 1, 1, False)],
)
def test_nobody_is_trained_who_does_not_work_there_and_no_day_lies_ahead(women, men, trained, days, can):
    on = TODAY + timedelta(days=days)

    assert staff_can_be(women=women, men=men, trained=trained, on=on, today=TODAY) is can


@pytest.mark.parametrize(
    ("year", "allocated", "spent", "currency", "can"),
    [
        (2026, SOME, None, "TJS", True),
        (2026, SOME, SOME * 2, "TJS", True),
        (2026, Decimal(0), Decimal(0), "TJS", True),
        (2027, SOME, None, "TJS", True),
        (2027, SOME, SOME, "TJS", False),
        (2028, SOME, None, "TJS", False),
        (1999, SOME, None, "TJS", False),
        (2026, -SOME, None, "TJS", False),
        (2026, SOME, -SOME, "TJS", False),
        (2026, SOME, None, "somoni", False),
    ],
)
def test_a_budget_has_a_year_in_reach_and_sums_without_a_minus(year, allocated, spent, currency, can):
    given = {"year": year, "allocated": allocated, "spent": spent, "currency": currency}

    assert budget_can_be(**given, today=TODAY) is can


def count(shelter, officer, at, **more):
    """By somebody who has just read what stands."""
    seen = shelter.staff.order_by("-pk").values_list("pk", flat=True).first()
    told = {"work": "social", "women": 2, "men": 1, "trained": 2, "on": at.date(), "after": seen} | more
    return record_staff(shelter=shelter, **told, by=officer, at=at)


@pytest.mark.django_db
def test_the_latest_count_of_each_work_stands_and_the_earlier_is_kept(shelter, cast, now):
    count(shelter, cast.shahlo, now, on=now.date() - timedelta(days=30))
    count(shelter, cast.shahlo, now, women=9)
    count(shelter, cast.farzona, now, women=3, trained=3)
    count(shelter, cast.shahlo, now, work="night", women=1, men=0, trained=0)

    page = staff_page(cast.shahlo, today=now.date())
    assert [(each.work, each.women) for each in page.now] == [("social", 3), ("night", 1)]
    assert (page.women, page.men, page.trained) == (4, 1, 3)
    assert [each.women for each in page.earlier] == [2]
    assert StaffCount.objects.filter(replaced_at=now).count() == 1
    line = LedgerEntry.objects.last()
    assert (line.act, line.subject, line.detail["work"]) == ("record_staff", f"shelter:{shelter.pk}", "night")


def fund(shelter, officer, at, **more):
    seen = shelter.budgets.order_by("-pk").values_list("pk", flat=True).first()
    told = {"year": 2026, "payer": "state", "currency": "TJS", "allocated": Decimal("1000.50"), "after": seen} | more
    return record_budget(shelter=shelter, **told, by=officer, at=at)


@pytest.mark.django_db
def test_a_year_has_one_line_a_payer_and_currency_and_what_is_not_known_is_not_nothing(shelter, cast, now):
    fund(shelter, cast.shahlo, now)
    fund(shelter, cast.shahlo, now, payer="international", currency="USD", spent=Decimal(0))
    fund(shelter, cast.farzona, now, allocated=Decimal(2000))

    lines = budget_lines(cast.shahlo)
    assert {(each.payer, each.allocated, each.spent) for each in lines} == {
        ("state", Decimal(2000), None),
        ("international", Decimal("1000.50"), Decimal(0)),
    }
    assert YearBudget.objects.count() == 3
    assert LedgerEntry.objects.last().act == "record_budget"


@pytest.mark.django_db
def test_what_a_colleague_wrote_since_is_not_written_over(shelter, cast, now):
    for act, table in ((count, StaffCount), (fund, YearBudget)):
        seen = act(shelter, cast.shahlo, now).pk
        theirs = act(shelter, cast.farzona, now, after=seen)

        for older in (seen, None):
            with pytest.raises(Conflict, match="since you opened it"):
                act(shelter, cast.shahlo, now, after=older)

        assert table.objects.get(replaced_at=None) == theirs
        assert LedgerEntry.objects.last().act.endswith(".refused")
        assert act(shelter, cast.shahlo, now, after=theirs.pk)


@pytest.mark.django_db
def test_another_line_is_recorded_whatever_was_seen(shelter, cast, now):
    count(shelter, cast.farzona, now, after=None)
    fund(shelter, cast.farzona, now, after=None)

    count(shelter, cast.shahlo, now, work="night", after=None)
    fund(shelter, cast.shahlo, now, payer="ngo", after=None)

    assert (StaffCount.objects.count(), YearBudget.objects.count()) == (2, 2)


@pytest.mark.django_db
def test_an_older_page_shows_both_versions_and_may_be_sent_again(shelter, client, cast, now):
    client.force_login(cast.shahlo)
    pages = {
        "staff": ({"work": "social", "women": 7, "men": 0, "trained": 1, "on": now.date().isoformat()}, count),
        "budget": ({"year": 2026, "payer": "state", "currency": "TJS", "allocated": "777"}, fund),
    }
    for name, (typed, act) in pages.items():
        page, path = reverse(f"protection:{name}"), f"/api/protection/{name}"
        seen = client.get(page).context["form"]["after"].value()
        act(shelter, cast.farzona, now)

        stale = client.post(page, {**typed, "after": seen or ""})
        stale_call = client.post(path, typed, content_type="application/json")

        assert (stale.status_code, stale_call.status_code) == (409, 409)
        assert 'value="7' in stale.content.decode()
        assert client.post(page, {**typed, "after": stale.context["form"]["after"].value()}).status_code == 302
        read = client.get(path).json()
        newest = max(each["id"] for each in (read["now"] if name == "staff" else read))
        assert client.post(path, {**typed, "after": newest}, content_type="application/json").status_code == 201


@pytest.mark.django_db
def test_refusals_say_why_and_change_nothing(shelter, other_house, officer_elsewhere, cast, now):
    for wrong in ({"trained": 4}, {"work": "spy"}, {"on": now.date() + timedelta(days=2)}):
        with pytest.raises(Refused, match="cannot be"):
            count(shelter, cast.shahlo, now, **wrong)
    with pytest.raises(Refused, match="never by those who stay there"):
        fund(shelter, cast.shahlo, now, payer="victim")
    with pytest.raises(Refused, match="cannot be"):
        fund(shelter, cast.shahlo, now, year=1980)
    for act in (count, fund):
        with pytest.raises(NotPermitted, match="desk that runs it"):
            act(shelter, officer_elsewhere, now)
        with pytest.raises(NotPermitted):
            act(shelter, cast.zarina, now)

    assert not StaffCount.objects.exists()
    assert not YearBudget.objects.exists()
    assert LedgerEntry.objects.last().act == "record_budget.refused"


@pytest.mark.django_db
def test_the_pages_record_and_lose_nothing_typed(shelter, client, cast, now):
    client.force_login(cast.shahlo)
    day = now.date().isoformat()
    good = {"work": "psychologist", "women": 1, "men": 0, "trained": 1, "on": day}

    client.post(reverse("protection:staff"), good)
    refused = client.post(reverse("protection:staff"), good | {"trained": 7})
    client.post(
        reverse("protection:budget"), {"year": 2026, "payer": "ngo", "currency": "EUR", "allocated": "77", "spent": ""}
    )

    assert "psychologist" in client.get(reverse("protection:staff")).content.decode()
    assert refused.status_code == 422
    assert 'value="7"' in refused.content.decode()
    budget = client.get(reverse("protection:budget")).content.decode()
    assert ">77 EUR<" in budget
    assert "not known" in budget


@pytest.mark.django_db
def test_the_api_does_the_same(shelter, client, cast, now):
    client.force_login(cast.shahlo)

    def send(path: str, **body: object):
        return client.post(f"/api/protection/{path}", data=body, content_type="application/json")

    staff = {"work": "guard", "women": 0, "men": 2, "trained": 1, "on": now.date().isoformat()}
    money = {"year": 2026, "payer": "state", "currency": "TJS", "allocated": "500.00", "spent": None}

    assert send("staff", **staff).status_code == 201
    assert send("staff", **staff | {"trained": 3}).status_code == 422
    assert send("budget", **money).status_code == 201
    kept = client.get("/api/protection/staff").json()["now"], client.get("/api/protection/budget").json()
    assert kept == ([{**staff, "id": StaffCount.objects.get().pk}], [{**money, "id": YearBudget.objects.get().pk}])


@pytest.mark.django_db
def test_a_desk_without_a_house_is_told_so(client, officer_elsewhere):
    client.force_login(officer_elsewhere)

    for page in ("staff", "budget", "nights"):
        assert "runs no shelter" in client.get(reverse(f"protection:{page}")).content.decode()
    assert client.get("/api/protection/staff").json()["way_forward"]
