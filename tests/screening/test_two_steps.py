"""A short form makes a full interview due and decides nothing: in the case, on the list, on the worklist, on the page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.instruments.library import screening_instrument
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, LedgerEntry
from panoh.screening.actions import (
    begin_screening,
    choose_instrument,
    decline,
    finish,
    open_operation,
    record_agreement,
    record_answers,
    screen_also,
)
from panoh.screening.actions.roster import import_roster
from panoh.screening.models import Finding, RosterEntry, Screening
from panoh.screening.queries import worklist
from panoh.screening.queries.coverage import coverage_of
from panoh.screening.queries.two_steps import full_due_of
from panoh.screening.queries.validation import validation_of
from panoh.screening.rules.predictive import Validation
from panoh.screening.rules.roster import RosterRow
from tests.screening.conftest import ADULT, COERCED

pytestmark = pytest.mark.django_db
SHORT = "first_line_adult"
ITEMS = [item.id for item in screening_instrument(SHORT).items]
A_SIGN, NO_SIGN = {"FLA.papers": "yes"}, dict.fromkeys(ITEMS, "no")


def asked(cast, at, answers, *, instrument=SHORT, case=None, entry=None) -> Screening:
    """A whole talk on one set of questions, finished."""
    screening = begin_screening(language="tg", case=case, roster_entry=entry, by=cast.zarina, at=at)
    record_agreement(screening=screening, by=cast.zarina, at=at)
    choose_instrument(screening=screening, instrument=instrument, by=cast.zarina, at=at)
    record_answers(screening=screening, answers=answers, by=cast.zarina, at=at)
    finish(screening=screening, by=cast.zarina, at=at)
    return Screening.objects.get(pk=screening.pk)


def waiting(cast, at) -> list[tuple[str, object]]:
    return [(item.what, item.due_at) for item in worklist(cast.zarina, now=at).items]


@pytest.fixture
def entry(cast, now) -> RosterEntry:
    operation = open_operation(kind="border", title="Post 4", on=now.date(), by=cast.zarina, at=now)
    import_roster(operation=operation, rows=[RosterRow(row=1, name="Invented One")], by=cast.zarina, at=now)
    return RosterEntry.objects.get()


@pytest.mark.parametrize("answers", [A_SIGN, NO_SIGN, {"FLA.debt": "unknown"}, dict.fromkeys(ITEMS, "yes")])
def test_a_short_form_moves_no_case_whatever_it_comes_to(cast, now, answers):
    screening = asked(cast, now, answers)

    assert (screening.case.state, screening.case.form) == ("signal", "unknown")
    assert Finding.objects.get().presumed is False
    assert LedgerEntry.objects.latest("seq").act == "finish"


def test_a_sign_puts_the_full_interview_on_the_worklist_within_a_day(cast, now):
    screening = asked(cast, now, A_SIGN)

    assert waiting(cast, now) == [("Hold the full interview", now + timedelta(hours=24))]
    assert full_due_of(screening.case) == now + timedelta(hours=24)
    assert worklist(cast.behruz, now=now).total == 0


def test_a_later_short_form_without_a_sign_takes_nothing_back(cast, now):
    case = asked(cast, now, A_SIGN).case

    asked(cast, now + timedelta(hours=2), NO_SIGN, case=case)

    assert waiting(cast, now) == [("Hold the full interview", now + timedelta(hours=24))]


def test_a_full_interview_answers_it_and_decides(cast, now):
    case = asked(cast, now, A_SIGN).case

    asked(cast, now + timedelta(hours=1), COERCED, instrument=ADULT, case=case)

    assert full_due_of(case) is None
    assert Case.objects.get().state == "presumed"


def test_a_full_interview_without_a_finding_answers_it_too(cast, now):
    case = asked(cast, now, A_SIGN).case

    asked(cast, now + timedelta(hours=1), {"act": "no"}, instrument=ADULT, case=case)

    assert full_due_of(case) is None
    assert Case.objects.get().state == "screened_negative"


def test_a_sign_after_a_full_interview_makes_another_due(cast, now):
    case = asked(cast, now, {"act": "no"}, instrument=ADULT).case

    asked(cast, now + timedelta(days=2), A_SIGN, case=case)

    assert Case.objects.get().state == "screened_negative"
    assert full_due_of(case) == now + timedelta(days=3)


def test_whoever_declines_the_full_interview_is_not_pressed(cast, now):
    case = asked(cast, now, A_SIGN).case

    record_consent(case=case, purpose="interview", given=False, language="tg", explained=True, by=cast.zarina, at=now)

    assert full_due_of(case) is None


def test_a_corrected_answer_counts_and_the_earlier_finding_stays(cast, now):
    screening = asked(cast, now, A_SIGN)

    record_answers(screening=screening, answers=NO_SIGN, by=cast.zarina, at=now)
    finish(screening=screening, by=cast.zarina, at=now)

    assert full_due_of(screening.case) is None
    assert Finding.objects.count() == 2


@pytest.mark.parametrize(("day", "due"), [(1, None), (25, 30), (40, 30)])
def test_without_a_sign_the_person_is_seen_again_after_thirty_days(cast, now, day, due):
    asked(cast, now, NO_SIGN)

    found = waiting(cast, now + timedelta(days=day))

    assert found == ([("See the person again", now + timedelta(days=due))] if due else [])


def test_after_a_second_short_look_the_third_is_due_at_ninety_days(cast, now):
    case = asked(cast, now, NO_SIGN).case

    asked(cast, now + timedelta(days=30), NO_SIGN, case=case)

    assert waiting(cast, now + timedelta(days=40)) == []
    assert waiting(cast, now + timedelta(days=85)) == [("See the person again", now + timedelta(days=90))]


def test_an_officer_may_presume_on_a_short_form_all_the_same(cast, now):
    screening = asked(cast, now, NO_SIGN)

    finish(screening=screening, on_judgement=True, by=cast.zarina, at=now)

    assert (Case.objects.get().state, Case.objects.get().form) == ("presumed", "unknown")


def test_on_a_list_a_sign_is_shown_as_a_full_interview_due(cast, now, entry):
    screening = asked(cast, now, A_SIGN, entry=entry)

    entry.refresh_from_db()
    coverage = coverage_of(entry.operation, now=now)
    assert (entry.status, coverage.number("second"), coverage.open, coverage.total) == ("second", 1, 1, 1)

    asked(cast, now + timedelta(hours=1), COERCED, instrument=ADULT, case=screening.case)
    entry.refresh_from_db()
    assert entry.status == "screened"


def test_on_a_list_no_sign_counts_as_reached(cast, now, entry):
    asked(cast, now, NO_SIGN, entry=entry)

    assert (coverage_of(entry.operation, now=now).reached, RosterEntry.objects.get().status) == (1, "screened")


def test_the_person_stays_in_the_queue_until_asked_in_full(cast, now, entry, client):
    asked(cast, now, A_SIGN, entry=entry)
    client.force_login(cast.zarina)

    page = client.get(reverse("screening:operation", args=[entry.operation_id])).content.decode()

    assert "full interview due" in page
    assert reverse("screening:begin_for", args=[entry.pk]) in page


def test_one_click_leads_from_the_short_form_to_the_full_set(cast, now, client):
    screening = asked(cast, now, A_SIGN)
    client.force_login(cast.zarina)

    page = client.get(reverse("screening:finding", args=[screening.pk])).content.decode()
    assert "A full interview is due" in page
    assert "Nothing was found this time" not in page
    assert reverse("screening:meaning", args=[SHORT]) in page
    answer = client.post(reverse("screening:also", args=[screening.pk]), {"instrument": ADULT})

    also = Screening.objects.exclude(pk=screening.pk).get()
    assert (also.instrument, also.case_id, also.agreed_at) == (ADULT, screening.case_id, screening.agreed_at)
    assert answer.url == reverse("screening:questions", args=[also.pk, 1])


def test_the_page_of_a_short_form_without_a_sign_clears_nobody(cast, now, client):
    screening = asked(cast, now, NO_SIGN)
    client.force_login(cast.zarina)

    page = client.get(reverse("screening:finding", args=[screening.pk])).content.decode()

    assert "The short form decides nothing" in page
    assert "This does not mean that the person was not trafficked" in page


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ({"talk": "first", "as_child": "no"}, "first_line_adult"),
        ({"talk": "first", "as_child": "unsure"}, "first_line_child"),
        ({"talk": "full", "as_child": "no", "about": "sexual"}, "ilo_ec_adult_sexual"),
        ({"as_child": "no", "about": "unsure"}, "ilo_ec_adult_labour"),
    ],
)
def test_the_officer_says_how_much_can_be_asked(begun, cast, now, client, given, chosen):
    record_agreement(screening=begun, by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    client.post(reverse("screening:instrument", args=[begun.pk]), given)

    assert Screening.objects.get().instrument == chosen


def test_a_full_interview_needs_to_know_what_it_is_about(begun, cast, now, client):
    record_agreement(screening=begun, by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    page = client.post(reverse("screening:instrument", args=[begun.pk]), {"talk": "full", "as_child": "no"})

    assert "This field is required" in page.content.decode()
    assert Screening.objects.get().instrument == ""


@pytest.mark.parametrize("page", ["finding", "paper"])
def test_neither_page_nor_paper_says_that_nothing_was_found_where_a_short_form_recorded_signs(cast, now, client, page):
    screening = asked(cast, now, A_SIGN)
    client.force_login(cast.zarina)

    shown = client.get(reverse(f"screening:{page}", args=[screening.pk])).content.decode()

    assert "<h1>A full interview is due</h1>" in shown
    assert "Nothing was found this time" not in shown
    assert "No label applies so far" not in shown


def test_the_page_of_all_findings_says_that_a_short_form_decides_nothing(cast, now, client):
    case = asked(cast, now, A_SIGN).case
    asked(cast, now, NO_SIGN, case=case)
    client.force_login(cast.zarina)

    shown = client.get(reverse("screening:findings", args=[case.pk])).content.decode()

    assert "A full interview is due: a short form recorded signs" in shown
    assert "signs on a short form; a full interview decides" in shown
    assert "no sign on a short form; it decides nothing" in shown
    assert "nothing found" not in shown


def test_first_results_are_set_beside_later_full_ones(cast, now):
    later = now + timedelta(hours=3)
    for answers, in_full in ((A_SIGN, COERCED), (A_SIGN, {"act": "no"}), (NO_SIGN, {"act": "no"}), (NO_SIGN, COERCED)):
        asked(cast, later, in_full, instrument=ADULT, case=asked(cast, now, answers).case)
    asked(cast, now, A_SIGN)  # not seen in full yet: says nothing

    found = validation_of(screening_instrument(SHORT))

    assert found == Validation(1, 1, 1, 1)
    assert (found.specificity, found.of_a_sign.shown) == (None, False)


def test_a_full_interview_in_the_same_talk_counts_as_the_second_step(cast, now):
    screening = asked(cast, now, A_SIGN)

    also = screen_also(screening=screening, instrument=ADULT, by=cast.zarina, at=now)
    record_answers(screening=also, answers=COERCED, by=cast.zarina, at=now)
    finish(screening=also, by=cast.zarina, at=now)

    assert full_due_of(screening.case) is None
    assert validation_of(screening_instrument(SHORT)).signs_and_presumed == 1


def test_whoever_declines_the_full_interview_from_the_list_is_not_pressed(cast, now, entry):
    asked(cast, now, A_SIGN, entry=entry)
    assert full_due_of(Case.objects.get()) is not None
    later = now + timedelta(hours=1)
    talk = begin_screening(roster_entry=entry, by=cast.zarina, at=later)

    decline(screening=talk, reason="not_now", by=cast.zarina, at=later)

    assert full_due_of(Case.objects.get()) is None
    assert waiting(cast, later) == []
    assert Screening.objects.get(pk=talk.pk).case is None
