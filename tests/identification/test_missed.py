"""Every clock of the country's procedure that runs out comes to the post the procedure names; the person loses nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from panoh.identification.queries import worklist
from panoh.identification.queries.tasks import CLOCKS as CLOCKS_OF_TASKS
from panoh.instruments import countries
from panoh.instruments.kinds.procedure import ClockKind
from panoh.registry.access import Role
from panoh.registry.actions import disclose, record_consent, withdraw_consent
from panoh.registry.models import Case, CaseClock, CaseStep, Disclosure, LedgerEntry, Officer
from tests.cast import Cast

pytestmark = pytest.mark.django_db
CLOCKS = countries.procedure("tj").clocks
DAY = timedelta(days=1)
NAMED = {
    Role.INTAKE_DESK: "nigina",
    Role.PRELIMINARY_DECIDER: "davlat",
    Role.FORMAL_DECIDER: "rustam",
    Role.CASE_MANAGER: "parvina",
}


def started(case: Case, clock: str, *, due_at) -> CaseClock:
    """Only this clock runs, in a state of the procedure in which it does."""
    rule = countries.procedure("tj").clock(clock)
    CaseClock.objects.all().delete()
    state = countries.procedure("tj").state(rule.starts_on[0]).key if rule.starts_on else case.state
    Case.objects.filter(pk=case.pk).update(state=state)
    return CaseClock.objects.create(case=case, clock=clock, started_at=due_at - DAY, due_at=due_at)


def lines(officer: Officer, now):
    return [(each.reference, each.escalated or each.since) for each in worklist(officer, now=now).items]


def of_the_person():
    """All that is on record of people's ways, but for the reading of lists."""
    kept = (Case, CaseStep, CaseClock, Disclosure, LedgerEntry)
    return [list(kind.objects.order_by("pk").values()) for kind in kept]


@pytest.fixture
def woman(woman, cast, now):
    """She agreed to being followed up."""
    record_consent(case=woman, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now)
    return woman


def managed(case: Case, cast: Cast) -> Case:
    Case.objects.filter(pk=case.pk).update(manager=cast.parvina)
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.key)
def test_late_it_comes_to_the_post_the_procedure_names_and_nothing_happens_to_the_person(clock, woman, cast, now):
    case = managed(woman, cast)
    due_at = started(case, clock.key, due_at=now + DAY).due_at
    before = of_the_person()

    named = getattr(cast, NAMED[Role(clock.escalates_to)])

    assert (case.reference, True) not in lines(named, due_at)
    assert lines(named, due_at + timedelta(minutes=1)) == [(case.reference, True)]
    assert of_the_person() == before


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.key)
def test_the_line_says_what_since_when_with_whom_and_by_which_text(clock, woman, cast, now):
    case = managed(woman, cast)
    started(case, clock.key, due_at=now - DAY)

    item = worklist(getattr(cast, NAMED[Role(clock.escalates_to)]), now=now).items[0]

    assert clock.name.en in item.why
    assert (item.reference, item.due_at) == (case.reference, now - DAY)
    assert item.what
    assert item.rule.startswith(countries.sources("tj")[clock.sources[0].source].title)
    assert item.mark in {"official", "secondary", "provisional"}
    if clock.key != "reflection":  # opening the formal decision is the panel's own work
        assert item.with_whom


@pytest.mark.parametrize(
    "clock", [each for each in CLOCKS if each.escalates_to == "case_manager"], ids=lambda clock: clock.key
)
def test_while_nobody_manages_the_case_the_intake_desk_is_told(clock, woman, cast, now):
    started(woman, clock.key, due_at=now - DAY)

    assert lines(cast.parvina, now) == []
    assert lines(cast.nigina, now) == [(woman.reference, True)]

    managed(woman, cast)
    assert lines(cast.parvina, now) == [(woman.reference, True)]
    assert lines(cast.nigina, now) == []


def test_a_case_manager_who_left_counts_as_nobody(woman, cast, now):
    started(managed(woman, cast), "turning_eighteen", due_at=now - DAY)
    Officer.objects.filter(post__role=Role.CASE_MANAGER).update(is_active=False)

    assert lines(cast.nigina, now) == [(woman.reference, True)]


def test_a_desk_that_sees_the_case_by_consent_is_told_only_while_it_does(woman, cast, now):
    started(woman, "follow_up_3_months", due_at=now - DAY)
    agreed = record_consent(
        case=woman, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    disclose(
        case=woman,
        to_desk=cast.parvina.desk,
        purpose="service",
        fields=("names",),
        consent=agreed,
        by=cast.zarina,
        at=now,
    )

    assert lines(cast.parvina, now) == [(woman.reference, True)]
    assert lines(cast.nigina, now) == []

    Disclosure.objects.update(ended_at=now)
    assert lines(cast.parvina, now) == []
    assert lines(cast.nigina, now) == [(woman.reference, True)]


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.key)
def test_in_a_paused_case_those_stand_still_that_the_procedure_says_pause(clock, woman, cast, now):
    case = managed(woman, cast)
    started(case, clock.key, due_at=now - DAY)
    Case.objects.update(state="suspended")

    told = lines(getattr(cast, NAMED[Role(clock.escalates_to)]), now)

    assert bool(told) == (not clock.pauses_on)


def test_nobody_is_sent_after_somebody_who_did_not_agree_to_be_followed_up(woman, cast, now):
    started(managed(woman, cast), "follow_up_3_months", due_at=now - DAY)
    assert lines(cast.parvina, now) == [(woman.reference, True)]

    withdraw_consent(consent=woman.consents.get(purpose="follow_up"), by=cast.zarina, at=now)

    assert lines(cast.parvina, now) == []
    assert lines(cast.nigina, now) == []


@pytest.mark.parametrize(
    ("clock", "whom"),
    [
        ("child_guardian", "Guardian"),
        ("residence_permit", "Migration authority"),
        ("emergency_shelter", "Police, Dushanbe"),
        ("formal_decision", "Formal decision panel"),
    ],
)
def test_the_line_says_with_whom_the_work_lies(clock, whom, woman, cast, now):
    started(woman, clock, due_at=now - DAY)

    assert worklist(cast.nigina, now=now).items[0].with_whom == whom.replace("Police, Dushanbe", str(cast.zarina.desk))


def test_done_ends_it(woman, cast, now):
    clock = started(woman, "emergency_shelter", due_at=now - DAY)
    assert lines(cast.nigina, now) == [(woman.reference, True)]

    CaseClock.objects.filter(pk=clock.pk).update(stopped_at=now)

    assert lines(cast.nigina, now) == []


@pytest.mark.parametrize("name", ["zarina", "behruz", "davlat", "shahlo", "jamshed", "firuza", "alisher", "safar"])
def test_nobody_else_is_told(name, woman, cast, now):
    started(woman, "emergency_shelter", due_at=now - DAY)

    assert lines(getattr(cast, name), now) == []


def test_what_was_owed_to_the_person_and_kept_is_nobodys_fault(woman, cast, now):
    kinds = {clock.kind for clock in CLOCKS}
    assert kinds == set(ClockKind)
    started(managed(woman, cast), "support_after_negative", due_at=now - DAY)

    item = worklist(cast.parvina, now=now).items[0]

    assert (item.escalated, item.since) == (False, True)
    assert "no help ends" in item.what


def test_late_clocks_are_read_in_as_many_reads_for_forty_as_for_one(presume, cast, now):
    counted = []
    for wanted in (1, 40):
        while Case.objects.count() < wanted:
            case = presume()
            CaseClock.objects.filter(case=case).update(clock="emergency_shelter", due_at=now)
        with CaptureQueriesContext(connection) as reads:
            worklist(cast.nigina, now=now + DAY)
        counted.append(len(reads))

    assert counted[0] == counted[1]


def test_the_tasks_of_the_house_are_clocks_of_the_procedure():
    assert set(CLOCKS_OF_TASKS) <= {clock.key for clock in CLOCKS}


def test_a_review_that_the_procedures_own_clock_reports_is_not_told_twice(woman, cast, now):
    from panoh.protection.models import SupportPlan
    from panoh.protection.queries import worklist as of_protection
    from panoh.registry import vault

    plan = SupportPlan(
        case=woman, desk=cast.parvina.desk, drawn_up_by=cast.parvina, drawn_up_at=now - DAY, review_due=now - DAY
    )
    vault.seal(plan, {"wish": "a trade"})
    plan.save(force_insert=True)
    assert [each.reference for each in of_protection(cast.nigina, now=now).items] == [woman.reference]

    started(woman, "plan_review", due_at=now - DAY)

    assert lines(cast.nigina, now) == [(woman.reference, True)]
    assert of_protection(cast.nigina, now=now).total == 0
