"""The danger a person is in: judged by people, sealed, looked at again the sooner the greater it is; measures with a desk."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.protection.actions import add_measure, assess_risk, end_measure
from panoh.protection.models import RiskAssessment, SafetyMeasure
from panoh.protection.queries import worklist
from panoh.protection.queries.safety import safety_page
from panoh.protection.rules.safety import in_time, latest_review
from panoh.registry import vault
from panoh.registry.actions import forget_words, review_emergency
from panoh.registry.models import EmergencyOpening, LedgerEntry, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused

TODAY = date(2026, 11, 16)
DANGER = "канарейка: the recruiter knows her village"


def judged(case, by, at, **other):
    given = {"level": "serious", "danger": DANGER, "own_view": "he will come", "review_on": TODAY + timedelta(days=7)}
    return assess_risk(case=case, **{"after": None, **given, **other}, by=by, at=at)


@pytest.fixture
def measure(accepted, cast, now):
    case = accepted()
    return add_measure(
        case=case, what="канарейка: a new number", desk=cast.shahlo.desk, review_on=TODAY, by=cast.shahlo, at=now
    )


@pytest.mark.parametrize("level", ["none_seen", "possible", "serious", "immediate"])
def test_the_last_day_is_in_time_and_the_day_after_is_not(level):
    last = latest_review(level, today=TODAY)

    assert in_time(last, level=level, today=TODAY)
    assert not in_time(last + timedelta(days=1), level=level, today=TODAY)
    assert not in_time(TODAY - timedelta(days=1), level=level, today=TODAY)


def test_the_greater_the_danger_the_sooner_it_is_looked_at_again():
    days = [latest_review(level, today=TODAY) for level in ("immediate", "serious", "possible", "none_seen")]

    assert days == sorted(set(days))


def test_it_is_sealed_on_record_and_forgotten_with_the_person(accepted, cast, now):
    risk = judged(accepted(), cast.shahlo, now)

    assert vault.unseal(RiskAssessment.objects.get())["danger"] == DANGER
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    forget_words(risk.case, by=cast.nigina, at=now)
    assert vault.unseal(RiskAssessment.objects.get()) == {}


def test_the_newest_stands_and_those_before_are_kept(accepted, cast, now):
    case = accepted()
    first = judged(case, cast.zarina, now)
    judged(case, cast.shahlo, now + timedelta(hours=1), level="immediate", review_on=TODAY, after=first.pk)

    page = safety_page(cast.shahlo, case, at=now)

    assert [(each.row.level, each.row.replaced_at is None) for each in page.risks] == [
        ("immediate", True),
        ("serious", False),
    ]
    assert LedgerEntry.objects.filter(act="read_safety").count() == 1


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"danger": " "}, "how great"),
        ({"level": "unheard"}, "how great"),
        ({"review_on": TODAY + timedelta(days=8)}, "too late"),
    ],
)
def test_half_an_assessment_is_refused(accepted, cast, now, other, says):
    with pytest.raises(Refused, match=says):
        judged(accepted(), cast.shahlo, now, **other)

    assert not RiskAssessment.objects.exists()


def test_who_does_not_look_after_the_person_judges_nothing(accepted, cast, now):
    with pytest.raises(NotPermitted):
        judged(accepted(), cast.behruz, now)


def test_a_review_comes_to_the_worklist_and_is_late_afterwards(accepted, cast, now):
    judged(accepted(), cast.shahlo, now)

    assert not [each for each in worklist(cast.shahlo, now=now).items if each.why == "Safety"]
    (late,) = [each for each in worklist(cast.shahlo, now=now + timedelta(days=9)).items if each.why == "Safety"]
    assert late.escalated


def test_a_file_opened_without_right_is_work_until_the_danger_was_judged_again(accepted, cast, now):
    case = accepted()
    before = judged(case, cast.shahlo, now)
    opening = EmergencyOpening.objects.create(
        case=case, officer=cast.behruz, opened_at=now, until_at=now + timedelta(hours=4)
    )
    firuza, later = cast.officers["firuza"], now + timedelta(hours=5)

    def lines(officer, at):
        return [each for each in worklist(officer, now=at).items if "without right" in each.what]

    desk = Officer.objects.filter(post__desk=case.desk).first()
    review_emergency(opening=opening, outcome="breach", words="No emergency; she knows him.", by=firuza, at=later)

    [line] = lines(desk, later)
    assert (line.due_at, line.escalated) == (later + timedelta(days=1), False)
    assert lines(desk, later + timedelta(days=2))[0].escalated
    judged(case, cast.shahlo, later + timedelta(hours=1), after=before.pk)
    assert lines(desk, later + timedelta(hours=2)) == []


def test_a_measure_waits_for_the_desk_that_does_it(measure, cast, now):
    assert [each.what for each in worklist(cast.shahlo, now=now).items if each.why == "Safety"] == [
        "Look at the safety measure again"
    ]


def test_a_desk_that_does_not_know_the_person_gets_no_measure(accepted, cast, now):
    with pytest.raises(Refused, match="would tell it about them"):
        add_measure(case=accepted(), what="x", desk=cast.parvina.desk, review_on=TODAY, by=cast.shahlo, at=now)


def test_a_measure_ends_once_and_by_those_who_work_on_it(measure, cast, now):
    with pytest.raises(NotPermitted):
        end_measure(measure=measure, by=cast.nigina, at=now)

    end_measure(measure=measure, by=cast.shahlo, at=now)

    with pytest.raises(Conflict):
        end_measure(measure=measure, by=cast.shahlo, at=now)


def test_by_page_with_what_was_typed_kept_when_refused(accepted, cast, client):
    case = accepted()
    client.force_login(cast.shahlo)
    page = reverse("protection:safety", args=[case.pk])
    filled = {"level": "none_seen", "danger": DANGER, "own_view": "", "review_on": date.today().isoformat()}

    refused = client.post(page, {**filled, "review_on": "2020-01-01"})
    client.post(page, filled)
    client.post(
        reverse("protection:measure", args=[case.pk]),
        {"what": "a new number", "desk": cast.shahlo.desk.pk, "review_on": "2099-01-01"},
    )
    shown = client.get(page).content.decode()
    client.post(reverse("protection:end_measure", args=[SafetyMeasure.objects.get().pk]))

    assert (refused.status_code, DANGER in refused.content.decode()) == (422, True)
    assert DANGER in shown
    assert "a new number" in shown
    assert "no danger seen now" in client.get(reverse("case", args=[case.pk])).content.decode()
    assert SafetyMeasure.objects.get().ended_at is not None


def test_by_api(accepted, cast, client):
    case = accepted()
    client.force_login(cast.shahlo)
    path = f"/api/protection/cases/{case.pk}"
    risk = {"level": "possible", "danger": DANGER, "review_on": date.today().isoformat()}
    done = {"what": "a new number", "desk": cast.shahlo.desk.code, "review_on": "2099-01-01"}

    made = [
        client.post(f"{path}/{name}", body, content_type="application/json")
        for name, body in (("risk", risk), ("measures", done))
    ]
    told = client.get(f"{path}/safety").json()
    over = client.post(f"/api/protection/measures/{told['measures'][0]['id']}/end", {}, content_type="application/json")

    assert [each.status_code for each in (*made, over)] == [201, 201, 204]
    assert (told["risks"][0]["danger"], told["measures"][0]["what"]) == (DANGER, "a new number")
