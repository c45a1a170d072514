"""Names whose time is over come before people; two officers erase, and nothing that names anybody is left at any stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from panoh.exchange.penalties.actions import compare_penalties, send_penalties
from panoh.identification.actions import ask_to_erase, erase_names, keep_names, refuse_to_erase
from panoh.identification.queries.retention import beyond_their_time, closed_cases, period, years_before
from panoh.referral.actions import record_need
from panoh.registry import vault
from panoh.registry.actions import PersonGiven, correct_person, review_emergency
from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.models import Case, EmergencyOpening, LedgerEntry, Person, PersonKey, SealedRecord
from panoh.registry.queries import find_people, in_use
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.models import RosterEntry
from panoh.screening.queries.lines import leads_to_lines
from panoh.screening.rules.roster import RosterRow
from tests.journeys import ways

pytestmark = pytest.mark.django_db
NAME = ways.WOMAN.names[0][0]
LISTED = RosterRow(row=1, name="Kanareyeva Muhabbat", birth_date="1990-04-02", born_from=1990, born_to=1990)


@pytest.fixture
def case(cast, now) -> Case:
    """A case with something written at every stage, closed six years ago. Before there was one she stood on a list of
    passengers, and the police asked about her."""
    shelter = ways.open_shelter(cast, at=now)
    flight = ways.came_by_flight((LISTED,), by=cast.zarina, at=now)
    asked_about(LISTED, by=cast.behruz, at=now)
    case = ways.interviewed(ways.WOMAN, entry=flight.roster.get(), by=cast.zarina, at=now).case
    ways.lodged(case, by=cast.zarina, at=now)
    ways.sheltered(case, shelter, cast, at=now)
    ways.attached(case, cast, at=now)
    Case.objects.filter(pk=case.pk).update(state="closed", state_since=now - timedelta(days=6 * 366))
    case.refresh_from_db()
    return case


def asked_about(row: RosterRow, *, by, at) -> None:
    content = f"name,date of birth,date,penalty\n{row.name},{row.birth_date},{at.date()},fine\n"
    sent = send_penalties(content=content.encode(), kind="fine", authority="police", by=by, at=at)
    compare_penalties(sent=sent, by=by, at=at)


def named_through(lines) -> set[str]:
    """Kinds of records that lead to these lines, whichever way, and have words or a key."""
    ways_to = [each for each in leads_to_lines() if issubclass(each.related_model, SealedRecord)]
    rows = {each.related_model: {f"{each.field.name}__in": lines} for each in ways_to}
    return {
        kind.__name__
        for kind, way in rows.items()
        if kind._default_manager.filter(**way).exclude(sealed=None, sealed_key=None).exists()
    }


@pytest.fixture
def firuza(cast):
    return cast.officers["firuza"]


@pytest.fixture
def asked(case, firuza, now):
    return ask_to_erase(case=case, because="period_over", by=firuza, at=now)


def beyond(now) -> list[Case]:
    return list(beyond_their_time(on=now.date()))


def test_a_case_closed_too_long_comes_before_people_and_nothing_is_erased_by_a_clock(case, now):
    assert beyond(now) == [case]
    assert beyond(now - timedelta(days=5 * 365)) == []
    assert find_people(names=(NAME,))


def test_two_officers_erase_and_no_word_about_the_person_is_left_at_any_stage(asked, case, cast, now):
    written = [
        kind
        for kind in sealed_models()
        if kind.ABOUT_CASE and kind.objects.filter(**{kind.ABOUT_CASE: case}).exclude(sealed=None).exists()
    ]
    assert len(written) > 3, "something was written at several stages"
    lines = list(case.roster_entries.values_list("pk", flat=True))
    assert "PenaltyHit" in named_through(lines), "and about her line before she had a case"

    erase_names(asked=asked, by=cast.nigina, at=now)

    for kind in sealed_models():
        if kind.ABOUT_CASE:
            assert not kind.objects.filter(**{kind.ABOUT_CASE: case}).exclude(sealed_key=None).exists(), kind
    assert not named_through(lines)
    assert not RosterEntry.objects.filter(pk__in=lines).exclude(sealed=None, sealed_key=None).exists()
    assert Person.objects.get(pk=case.person_id).sealed is None
    assert not PersonKey.objects.filter(person=case.person_id).exists()
    assert not find_people(names=(NAME,))
    assert beyond(now) == []


def test_what_figures_need_stays(asked, case, cast, now):
    erase_names(asked=asked, by=cast.nigina, at=now)

    case.refresh_from_db()
    assert (case.state, case.person.sex, case.person.nationality) == ("closed", "female", "TJ")
    assert case.steps.exists()


def test_nobody_erases_alone(asked, case, firuza, now):
    with pytest.raises(NotPermitted, match="asked for this yourself"):
        erase_names(asked=asked, by=firuza, at=now)

    assert find_people(names=(NAME,))
    assert LedgerEntry.objects.latest("seq").act == "erase_names.refused"


def test_who_does_not_agree_sends_it_back_and_it_comes_before_people_again(asked, case, cast, now):
    assert beyond(now) == []

    refuse_to_erase(asked=asked, by=cast.nigina, at=now)

    assert beyond(now) == [case]
    with pytest.raises(Conflict):
        erase_names(asked=asked, by=cast.nigina, at=now)


def test_names_are_kept_for_a_reason_until_a_day_and_come_back_then(case, firuza, now):
    until = now.date() + timedelta(days=300)

    keep_names(case=case, because="proceedings", until=until, by=firuza, at=now)

    assert beyond(now) == []
    assert list(beyond_their_time(on=until)) == [case]


@pytest.mark.parametrize("days", [0, -1, 3 * 366])
def test_a_day_outside_the_limit_is_refused(case, firuza, now, days):
    with pytest.raises(Refused, match="2 years"):
        keep_names(case=case, because="proceedings", until=now.date() + timedelta(days=days), by=firuza, at=now)


@pytest.mark.parametrize(
    ("act", "because"), [(keep_names, "period_over"), (ask_to_erase, "proceedings"), (ask_to_erase, "tired")]
)
def test_a_reason_of_the_other_list_is_refused(case, firuza, now, act, because):
    more = {"until": now.date() + timedelta(days=9)} if act == keep_names else {}

    with pytest.raises(Refused, match="no reason"):
        act(case=case, because=because, **more, by=firuza, at=now)


def test_before_the_time_only_the_person_asks(case, firuza, now):
    Case.objects.filter(pk=case.pk).update(state_since=now - timedelta(days=30))

    with pytest.raises(OutOfOrder, match="not over"):
        ask_to_erase(case=case, because="period_over", by=firuza, at=now)
    assert ask_to_erase(case=case, because="person_asked", by=firuza, at=now)


def test_an_open_case_is_never_erased(cast, firuza, now):
    running = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case

    with pytest.raises(OutOfOrder, match="not closed"):
        ask_to_erase(case=running, because="person_asked", by=firuza, at=now)


def test_what_was_asked_before_a_case_was_taken_up_again_is_no_answer_after(asked, case, cast, now):
    Case.objects.filter(pk=case.pk).update(state_since=now + timedelta(days=30))

    with pytest.raises(OutOfOrder, match="taken up again"):
        erase_names(asked=asked, by=cast.nigina, at=now + timedelta(days=60))
    assert find_people(names=(NAME,))


def test_a_case_taken_up_again_after_somebody_asked_is_not_erased(asked, case, cast, now):
    Case.objects.filter(pk=case.pk).update(state="presumed")

    with pytest.raises(OutOfOrder, match="not closed"):
        erase_names(asked=asked, by=cast.nigina, at=now)


def test_somebody_who_is_in_another_case_too_is_forgotten_in_this_one_only(asked, case, cast, now):
    other = ways.interviewed(ways.ANOTHER, by=cast.zarina, at=now).case
    Case.objects.filter(pk=other.pk).update(person=case.person)

    erase_names(asked=asked, by=cast.nigina, at=now)

    case.refresh_from_db()
    assert case.person_id != Case.objects.get(pk=other.pk).person_id
    assert find_people(names=(NAME,)), "the other case still needs the name"


def test_a_second_question_while_one_waits_is_refused(asked, case, cast, firuza, now):
    for act in (
        lambda: ask_to_erase(case=case, because="person_asked", by=cast.nigina, at=now),
        lambda: keep_names(case=case, because="proceedings", until=now.date() + timedelta(days=9), by=firuza, at=now),
    ):
        with pytest.raises(Conflict, match="A colleague asked"):
            act()


def test_who_may_not_decide_is_refused(case, cast, now):
    with pytest.raises(NotPermitted):
        ask_to_erase(case=case, because="person_asked", by=cast.zarina, at=now)


def test_a_state_that_is_an_end_in_another_version_closes_no_case_that_keeps_its_own(case, cast, now, monkeypatch):
    """A newer text ends a state in which the person, by the text their case keeps, is waited for."""
    house = in_use()[0]
    waits = next(each for each in house.states if each.kind != "end")
    ended = tuple(replace(each, kind="end") if each.key == waits.key else each for each in house.states)
    newer = replace(house, version="2027.9", states=ended)
    monkeypatch.setattr("panoh.identification.queries.retention.in_use", lambda: (house, newer))
    Case.objects.filter(pk=case.pk).update(state=waits.key, procedure_version=house.version)
    assert not closed_cases().exists()

    Case.objects.filter(pk=case.pk).update(procedure_version="2027.9")
    assert list(closed_cases()) == [case]
    Case.objects.filter(pk=case.pk).update(procedure_version="before the texts", state="closed")
    assert list(closed_cases()) == [case]


def test_no_act_writes_a_word_about_somebody_who_was_erased(asked, case, cast, firuza, now):
    opening = EmergencyOpening.objects.create(
        case=case, officer=cast.shahlo, opened_at=now, until_at=now + timedelta(hours=4)
    )
    erase_names(asked=asked, by=cast.nigina, at=now)
    case.refresh_from_db()
    assert case.erased_at == now

    review_emergency(opening=opening, outcome="justified", words="She came back.", by=firuza, at=now)

    opening.refresh_from_db()
    assert (opening.outcome, opening.sealed_key) == ("justified", None)
    with pytest.raises(vault.NothingIsKept):
        record_need(case=case, service="safe_accommodation", urgency="soon", note="Ask her", by=cast.nigina, at=now)
    with pytest.raises(vault.NothingIsKept):
        correct_person(person=case.person, given=PersonGiven(names=((NAME, "self"),)), by=cast.nigina, at=now)
    with pytest.raises(OutOfOrder):
        ways.attached(case, cast, at=now)
    assert not find_people(names=(NAME,))
    for kind in sealed_models():
        if kind.ABOUT_CASE:
            assert not kind.objects.filter(**{kind.ABOUT_CASE: case}).exclude(sealed_key=None).exists(), kind


def test_years_are_counted_over_a_leap_day():
    assert years_before(date(2028, 2, 29), 5) == date(2023, 2, 28)
    assert period().years_after_closing == 5


def test_the_way_through_the_pages(case, cast, firuza, client):
    client.force_login(firuza)
    listed = client.get(reverse("identification:retention")).content.decode()
    assert case.reference in listed
    assert NAME not in listed
    late = client.post(
        reverse("identification:keep_names", args=[case.pk]), {"because": "proceedings", "until": "2020-01-01"}
    )
    assert 'value="2020-01-01"' in late.content.decode()
    client.post(reverse("identification:ask_to_erase", args=[case.pk]), {"because": "period_over"})
    assert "another officer signs" in client.get(reverse("identification:retention")).content.decode()

    client.force_login(cast.nigina)
    page = client.get(reverse("identification:retention")).content.decode()
    assert "<details><summary>Erase the names for good</summary>" in page, "a second look comes first"
    assert "Yes, erase them for good" in page
    answer = client.post(reverse("identification:erase_names", args=[case.retentions.get().pk]), follow=True)

    assert "The names are erased." in answer.content.decode()
    assert not find_people(names=(NAME,))


def test_the_way_through_the_api(case, cast, firuza, client):
    client.force_login(firuza)
    assert [each["reference"] for each in client.get("/api/identification/retention").json()["over"]] == [
        case.reference
    ]
    made = client.post(
        f"/api/identification/cases/{case.pk}/retention/erase",
        {"because": "period_over"},
        content_type="application/json",
    )
    path = f"/api/identification/retention/{made.json()['id']}"
    client.force_login(cast.nigina)

    assert client.post(f"{path}/signature").status_code == 204
    assert client.post(f"{path}/refusal").status_code == 409
