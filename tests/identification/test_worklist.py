"""Work comes to the post that owns it, most urgent first; a missed clock brings it to one more desk and moves nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from panoh.identification import actions
from panoh.identification.queries import case_block, worklist
from panoh.identification.queries.tasks import TASKS
from panoh.instruments import countries
from panoh.registry.models import Case, CaseClock, CaseStep, Officer
from tests.identification.conftest import decide

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def lines(officer, now):
    return [(item.reference, item.escalated) for item in worklist(officer, now=now).items]


def test_a_presumed_person_waits_at_the_desk_that_met_them_and_nowhere_else(woman, cast, now):
    assert lines(cast.zarina, now) == [(woman.reference, False)]
    for other in (cast.behruz, cast.nigina, cast.davlat, cast.rustam, cast.shahlo, cast.safar, cast.jamshed):
        assert lines(other, now) == []


def test_a_referral_not_lodged_in_a_day_comes_to_the_intake_desk_as_well(woman, cast, now):
    later = now + timedelta(hours=25)

    assert lines(cast.nigina, later) == [(woman.reference, True)]
    assert lines(cast.zarina, later) == [(woman.reference, False)]
    assert Case.objects.get().state == "presumed"


def test_a_referral_waits_at_intake_and_late_at_the_preliminary_decider(referred, cast, now):
    assert lines(cast.nigina, now) == [(referred.reference, False)]
    assert lines(cast.davlat, now) == []

    assert lines(cast.davlat, now + 3 * DAY) == [(referred.reference, True)]


def test_a_decision_missed_on_the_sixth_working_day_escalates_and_the_case_stays_where_it_is(pending, cast, now):
    """Scenario 3 of the reference: Monday to Monday are five working days; on Tuesday the panel sees it."""
    last_minute = now.replace(hour=23, minute=59) + 7 * DAY
    assert lines(cast.rustam, last_minute) == []

    sixth = now + 8 * DAY

    assert lines(cast.rustam, sixth) == [(pending.reference, True)]
    assert lines(cast.davlat, sixth) == [(pending.reference, False)]
    case = Case.objects.get()
    assert (case.state, CaseStep.objects.last().to_state) == ("preliminary_pending", "preliminary_pending")
    assert decide(case, by=cast.davlat, at=sixth).status == "final"


def test_a_proposal_waits_for_colleagues_and_not_for_its_author(pending, cast, now):
    decide(pending, outcome="negative", by=cast.davlat, at=now)

    assert lines(cast.davlat, now) == []
    item = worklist(cast.gulnora, now=now).items[0]
    assert "proposal" in item.what
    assert item.address.endswith("/proposal/")


def test_a_proposal_nobody_signs_escalates_like_any_late_decision(pending, cast, now):
    decide(pending, outcome="negative", by=cast.davlat, at=now)

    assert lines(cast.rustam, now + 9 * DAY) == [(pending.reference, True)]


def test_a_case_comes_to_the_panel_when_the_recovery_period_is_over(pending, cast, now):
    decide(pending, by=cast.davlat, at=now)
    assert lines(cast.rustam, now + 30 * DAY) == []

    item = worklist(cast.rustam, now=now + 31 * DAY).items[0]

    assert (item.since, item.escalated, item.overdue(now + 31 * DAY)) == (True, False, False)
    actions.open_formal_decision(case=pending, asked_by_person=False, by=cast.malika, at=now + 31 * DAY)
    assert "formally" in worklist(cast.rustam, now=now + 31 * DAY).items[0].what


def test_a_late_formal_decision_comes_to_the_intake_desk(pending, cast, now):
    decide(pending, by=cast.davlat, at=now)
    actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.malika, at=now)

    late = [item.what for item in worklist(cast.nigina, now=now + 91 * DAY).items if item.escalated]
    assert len(late) == 2  # the formal decision, and telling the person of the preliminary one


def test_a_paused_case_is_on_no_list(pending, cast, now):
    Case.objects.update(state="suspended")

    assert lines(cast.davlat, now + 9 * DAY) == []
    assert lines(cast.rustam, now + 9 * DAY) == []


def test_the_most_urgent_comes_first_and_the_rest_is_counted(presume, cast, now):
    old, new = presume(at=now - 2 * DAY), presume(at=now)
    for _ in range(52):
        presume(at=now - DAY)

    found = worklist(cast.zarina, now=now)

    assert found.items[0].reference == old.reference
    assert new.reference not in {item.reference for item in found.items}
    assert (len(found.items), found.total) == (50, 54)


def test_the_list_takes_as_many_reads_for_a_hundred_cases_as_for_five(presume, cast, now):
    counted = []
    for wanted in (5, 100):
        while Case.objects.count() < wanted:
            presume()
        for officer in (cast.zarina, cast.nigina):
            fresh = Officer.objects.select_related("post__desk").get(pk=officer.pk)
            with CaptureQueriesContext(connection) as reads:
                worklist(fresh, now=now + 2 * DAY)
            counted.append(len(reads))

    assert counted[:2] == counted[2:]
    assert max(counted) <= 20


def test_the_reason_for_a_line_is_the_clock_of_the_procedure_in_the_readers_language(woman, cast, now):
    from django.utils import translation

    assert worklist(cast.zarina, now=now).items[0].why == "Referral after screening"
    with translation.override("tg"):
        assert worklist(cast.zarina, now=now).items[0].why == "Равон кардан пас аз пурсиш"


def test_a_clock_that_was_stopped_asks_nothing(woman, cast, now):
    CaseClock.objects.update(stopped_at=now)

    assert lines(cast.zarina, now) == []


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("zarina", ["lodge", "refusal"]),
        ("nigina", ["lodge", "refusal", "pause", "manager"]),
        ("davlat", []),
        ("rustam", []),
    ],
)
def test_the_block_of_a_presumed_adult_shows_each_post_its_own_doors(agreed, cast, now, name, pages):
    block = case_block(getattr(cast, name), agreed, now=now)

    assert [door.page for door in block.doors] == pages
    assert not any(door.shut for door in block.doors)


def test_a_door_that_is_shut_says_why(woman, cast, now):
    block = case_block(cast.zarina, woman, now=now)

    lodge = next(door for door in block.doors if door.page == "lodge")
    assert "not consented" in lodge.shut.reason.en
    assert lodge.shut.way_forward.en


@pytest.mark.parametrize("task", [task for task in TASKS if task.clock != "telling"], ids=lambda task: task.clock)
def test_a_clock_that_runs_means_that_its_work_is_still_to_be_done(task):
    """Every way out of the state stops the clock or pauses the case, so the list need not look at the state."""
    procedure = countries.procedure("tj")
    started = {procedure.state(code).key for code in task.rule(procedure).starts_on}
    left = {code for state in task.states(procedure) for step in procedure.steps_from(state) for code in step.to}

    assert started == set(task.states(procedure))
    assert left - {procedure.state(state).code for state in task.states(procedure)} <= {
        *task.rule(procedure).stops_on,
        *task.rule(procedure).pauses_on,
    }
