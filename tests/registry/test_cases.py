"""Cases move by the procedure only, clocks start and stop with the state, and consent reaches every receiver."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from panoh.registry.access import Act
from panoh.registry.actions import (
    PersonGiven,
    clocks,
    disclose,
    open_case,
    record_consent,
    register_person,
    take_step,
    withdraw_consent,
)
from panoh.registry.models import Case, CaseStep, Consent, LedgerEntry, Purpose
from panoh.registry.queries import case_for, cases_for, find_people, read_identity
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db

GIVEN = PersonGiven(
    names=(("Муҳаббат Ҷӯраева", "passport"),),
    sex="female",
    born_from=1990,
    born_to=1990,
    documents=(("passport", "DEMO 123"),),
)
ALONE = frozenset({"private_place", "independent_interpreter"})


@pytest.fixture
def case(cast, now) -> Case:
    person = register_person(given=GIVEN, by=cast.zarina, at=now)
    return open_case(person=person, track="adult", by=cast.zarina, at=now)


@pytest.fixture
def presumed(case, cast, now) -> Case:
    return take_step(case=case, step="screen", to="presumed", met=ALONE, by=cast.zarina, at=now)


def test_a_step_moves_the_case_and_is_kept(presumed):
    assert presumed.state == "presumed"
    assert list(CaseStep.objects.values_list("step", "to_state")) == [("open", "signal"), ("screen", "presumed")]


def test_entering_a_state_starts_its_clocks_and_stops_the_last(presumed, now):
    running = set(presumed.clocks.filter(stopped_at=None).values_list("clock", flat=True))

    assert "referral" in running
    assert "screening_of_detained" not in running
    assert presumed.clocks.get(clock="referral").due_at == now + timedelta(hours=24)


def test_an_adult_is_not_referred_without_consent(presumed, cast, now):
    with pytest.raises(OutOfOrder, match="not consented"):
        take_step(case=presumed, step="refer", met=frozenset({"consent_recorded"}), by=cast.zarina, at=now)

    assert Case.objects.get().state == "presumed"
    assert LedgerEntry.objects.last().act == "take_step.refused"


def test_a_step_out_of_order_says_so_and_is_on_record(case, cast, now):
    with pytest.raises(OutOfOrder):
        take_step(case=case, step="take_in", by=cast.nigina, at=now)

    assert LedgerEntry.objects.last().detail == {"refused": "out_of_order"}


def test_of_two_officers_with_the_same_page_one_is_told(case, cast, now):
    stale = Case.objects.get(pk=case.pk)
    take_step(case=case, step="screen", to="presumed", met=ALONE, by=cast.zarina, at=now)

    with pytest.raises(Conflict, match="Someone else"):
        take_step(case=stale, step="screen", to="presumed", met=ALONE, by=cast.zarina, at=now)


def test_a_desk_sees_its_own_cases_and_no_others(case, cast):
    assert cases_for(cast.zarina).count() == 1
    assert cases_for(cast.behruz).count() == 0
    assert cases_for(cast.shahlo).count() == 0
    assert cases_for(cast.safar).count() == 0


def test_who_may_not_see_a_case_does_not_learn_that_it_exists(case, cast):
    with pytest.raises(NotPermitted, match="no such case"):
        case_for(cast.shahlo, case.pk)


def test_withdrawn_consent_closes_the_receivers_view_at_once(case, cast, now):
    consent = record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    disclose(
        case=case,
        to_desk=cast.shahlo.desk,
        purpose="service",
        fields=("names",),
        consent=consent,
        by=cast.zarina,
        at=now,
    )
    assert cases_for(cast.shahlo).count() == 1

    withdraw_consent(consent=consent, by=cast.zarina, at=now + timedelta(days=1))

    assert cases_for(cast.shahlo).count() == 0


def test_nothing_of_an_adult_is_disclosed_without_consent(case, cast, now):
    with pytest.raises(Refused, match="not agreed"):
        disclose(
            case=case, to_desk=cast.shahlo.desk, purpose="service", fields=(), consent=None, by=cast.zarina, at=now
        )


def test_reading_who_someone_is_leaves_a_line_with_fields_and_purpose(case, cast, now):
    identity = read_identity(case=case, viewer=cast.zarina, purpose="interview", at=now)

    line = LedgerEntry.objects.last()
    assert identity.name == "Муҳаббат Ҷӯраева"
    assert (line.act, line.purpose, line.officer) == ("read_identity", "interview", cast.zarina)
    assert "names" in line.fields


def test_a_post_without_the_right_reads_no_identity(case, cast, now):
    with pytest.raises(NotPermitted):
        read_identity(case=case, viewer=cast.rustam, purpose="curiosity", at=now)


@pytest.mark.parametrize("spelling", ["МУХАББАТ ДЖУРАЕВА", "MUKHABBAT DZHURAEVA", "Ҷӯраева Муҳаббат"])
def test_a_person_is_found_under_another_spelling(case, spelling):
    assert case.person in find_people(names=(spelling,))


def test_a_person_is_found_by_a_paper_written_with_other_letters(case):
    assert list(find_people(documents=("demo-123",))) == [case.person]


@pytest.mark.parametrize(
    ("given", "track"),
    [
        (PersonGiven(born_from=1990, born_to=1990), "adult"),
        (PersonGiven(born_from=2010, born_to=2010), "child"),
        (PersonGiven(birth_date="2008-11-17", born_from=2008, born_to=2008), "child"),
        (PersonGiven(birth_date="2008-11-16", born_from=2008, born_to=2008), "adult"),
        (PersonGiven(born_from=2004, born_to=2008), "child"),
        (PersonGiven(born_from=1990, born_to=1990, age_in_doubt=True), "child"),
        (PersonGiven(), "adult"),
    ],
)
def test_doubt_about_age_counts_as_a_child(given, track):
    assert given.track(date(2026, 11, 16)) == track


def test_a_paused_case_resumes_where_it_stood(presumed, cast, now):
    pause = {"pause_grounds", "risk_noted"}
    take_step(case=presumed, step="pause", met=frozenset(pause), by=cast.nigina, at=now)

    take_step(case=presumed, step="resume", met=frozenset({"contact_again"}), by=cast.nigina, at=now)

    assert presumed.state == "presumed"


@pytest.fixture
def agreed(case, cast, now):
    return record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )


def show(case, desk, fields, consent, by, at, *, to_answer=False):
    return disclose(
        case=case,
        to_desk=desk,
        purpose="service",
        fields=fields,
        consent=consent,
        to_answer=to_answer,
        by=by,
        at=at,
    )


def test_a_desk_that_only_has_to_answer_does_not_see_the_case(case, cast, agreed, now):
    show(case, cast.shahlo.desk, ("sex", "service"), agreed, cast.zarina, now, to_answer=True)

    assert cases_for(cast.shahlo).count() == 0
    assert cases_for(cast.shahlo, Act.ANSWER_REFERRAL).count() == 1


def test_a_desk_is_shown_the_fields_named_and_no_others(case, cast, agreed, now):
    show(case, cast.shahlo.desk, ("names",), agreed, cast.zarina, now)

    identity = read_identity(case=case, viewer=cast.shahlo, purpose="welcome", at=now)

    assert identity.name == "Муҳаббат Ҷӯраева"
    assert identity.documents == ()
    assert LedgerEntry.objects.last().fields == ["names"]


def test_nothing_is_disclosed_on_a_consent_withdrawn_in_another_window(case, cast, agreed, now):
    withdraw_consent(consent=Consent.objects.get(), by=cast.zarina, at=now)

    with pytest.raises(Refused, match="not agreed"):
        show(case, cast.shahlo.desk, ("names",), agreed, cast.zarina, now)


def test_an_event_starts_and_stops_the_clocks_that_wait_for_it(presumed, now):
    clocks.on_event(case=presumed, event="shelter_needed_now", at=now)
    assert presumed.clocks.get(clock="emergency_shelter").due_at == now + timedelta(hours=2)

    clocks.on_event(case=presumed, event="shelter_given_or_not_wanted", at=now + timedelta(hours=1))

    assert presumed.clocks.get(clock="emergency_shelter").stopped_at == now + timedelta(hours=1)


def test_an_event_no_clock_knows_is_a_slip_of_the_pen(presumed, now):
    with pytest.raises(ValueError, match="no clock"):
        clocks.on_event(case=presumed, event="shelter_gven", at=now)


def test_what_is_shown_of_a_child_rests_on_no_consent_of_somebody_else(case, cast, now):
    """Whoever withdraws theirs would else close the shelter's view of the child."""
    girl = PersonGiven(names=(("Ситора", "self"),), sex="female", born_from=2014, born_to=2014)
    child = open_case(person=register_person(given=girl, by=cast.zarina, at=now), track="child", by=cast.zarina, at=now)
    others = record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    shown = {"to_desk": cast.shahlo.desk, "purpose": "service", "fields": ("names",)}
    disclose(case=child, consent=others, by=cast.zarina, at=now, **shown)

    withdraw_consent(consent=others, by=cast.zarina, at=now + timedelta(days=1))

    assert child.disclosures.get().consent is None
    assert list(cases_for(cast.shahlo)) == [child]


@pytest.mark.parametrize("purpose", [each for each in Purpose.values if each != "service"])
def test_a_yes_to_one_purpose_shows_her_for_no_other(case, cast, agreed, now, purpose):
    """She agreed to a service: nothing of hers goes to the police, or to a newspaper, by that (promise 4)."""
    told = {"purpose": purpose, "fields": ("names",), "consent": agreed, "by": cast.zarina, "at": now}

    with pytest.raises(Refused, match="not agreed"):
        disclose(case=case, to_desk=cast.behruz.desk, **told)
    assert not case.disclosures.exists()
