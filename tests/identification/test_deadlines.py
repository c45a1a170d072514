"""Moving a deadline: by the post and step the procedure names, later only; the earlier day stays seen, and nothing is closed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from panoh.identification import actions
from panoh.identification.models import CaseNote
from panoh.identification.queries import case_block, movable, running, worklist
from panoh.referral.actions import record_need
from panoh.registry.models import Case, CaseClock, ClockExtension, LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import decide

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WORDS = "The embassy answers on Thursday."


def move(case, *, by, at, **changed):
    given = {"step": "extend_preliminary", "until": date(2026, 11, 26), "because": "awaited", "words": WORDS, **changed}
    return actions.move_deadline(case=case, by=by, at=at, **given)


def clock_of(case, clock="preliminary_decision") -> CaseClock:
    return case.clocks.get(clock=clock)


def runs_today(case) -> CaseClock:
    """Pages go by the clock on the wall."""
    due = (timezone.localtime() + 3 * DAY).replace(hour=23, minute=59, second=59, microsecond=0)
    case.clocks.filter(clock="preliminary_decision").update(due_at=due)
    return clock_of(case)


@pytest.fixture
def recovering(pending, cast, now) -> Case:
    decide(pending, by=cast.davlat, at=now)
    return Case.objects.get()


def test_another_than_who_decides_gives_more_time_and_the_earlier_day_stays_seen(pending, cast, now):
    before = clock_of(pending).due_at

    moved = move(pending, by=cast.rustam, at=now)

    assert (moved.was_due_at, moved.due_at) == (before, clock_of(pending).due_at)
    assert clock_of(pending).due_at.astimezone(now.tzinfo).date() == date(2026, 11, 26)
    assert Case.objects.get().state == "preliminary_pending"
    assert WORDS.encode() not in bytes(CaseNote.objects.get().sealed)
    line = LedgerEntry.objects.last()
    assert (line.act, line.detail["clock"]) == ("move_deadline", "preliminary_decision")
    [shown] = [each for each in running(pending, now=now) if each.clock.key == "preliminary_decision"]
    assert [each.was_due_at for each in shown.moves] == [before]


def test_help_goes_on_and_the_moved_clock_escalates_when_it_runs_out(pending, cast, now):
    move(pending, by=cast.rustam, at=now)

    assert not [item for item in worklist(cast.rustam, now=clock_of(pending).due_at - DAY).items if item.escalated]
    assert [item.escalated for item in worklist(cast.rustam, now=clock_of(pending).due_at + DAY).items] == [True]
    assert Case.objects.get().state == "preliminary_pending"
    assert record_need(case=pending, service="medical_care", urgency="now", note="", by=cast.zarina, at=now).pk


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"until": date(2026, 11, 17)}, "never to an earlier one"),
        ({"until": date(2027, 2, 1)}, "so much more time"),
        ({"because": "no time"}, "not among what can be chosen"),
        ({"step": "tell_decision"}, "no such act"),
        ({"step": "no_such_step"}, "no such act"),
    ],
)
def test_what_the_procedure_does_not_allow_is_refused_and_nothing_moves(pending, cast, now, changed, says):
    before = clock_of(pending).due_at

    with pytest.raises(Refused, match=says) as told:
        move(pending, by=cast.rustam, at=now, **changed)

    assert told.value.way_forward
    assert clock_of(pending).due_at == before
    assert not ClockExtension.objects.exists()
    assert LedgerEntry.objects.last().act == "move_deadline.refused"


def test_once_is_once_and_late_is_late(pending, cast, now):
    due = clock_of(pending).due_at
    with pytest.raises(Refused, match="what is late stays late"):
        move(pending, by=cast.rustam, at=due + DAY)
    move(pending, by=cast.rustam, at=now)

    with pytest.raises(Refused, match="as often as the procedure allows"):
        move(pending, until=date(2026, 11, 27), by=cast.rustam, at=now)


def test_who_decides_does_not_move_their_own_deadline_and_others_none(pending, cast, now):
    with pytest.raises(OutOfOrder, match="belongs to another role"):
        move(pending, by=cast.davlat, at=now)
    for officer in (cast.zarina, cast.behruz, cast.shahlo, cast.jamshed, cast.safar):
        with pytest.raises(NotPermitted):
            move(pending, by=officer, at=now)
    assert movable(cast.davlat, pending, now=now) == ()
    assert [each.step.key for each in movable(cast.rustam, pending, now=now)] == ["extend_preliminary"]


def test_the_manager_lengthens_the_recovery_and_no_one_shortens_it(recovering, cast, now):
    actions.name_manager(case=recovering, manager=cast.parvina, by=cast.nigina, at=now)
    due = clock_of(recovering, "reflection").due_at

    with pytest.raises(Refused, match="never to an earlier one"):
        move(recovering, step="extend_recovery", until=(due - DAY).date(), because="need", by=cast.parvina, at=now)
    move(recovering, step="extend_recovery", until=(due + 30 * DAY).date(), because="need", by=cast.parvina, at=now)

    assert clock_of(recovering, "reflection").due_at == due + 30 * DAY
    with pytest.raises(OutOfOrder):
        actions.open_formal_decision(
            case=recovering, asked_by_person=False, agencies_asked=True, by=cast.rustam, at=due + DAY
        )


def test_after_a_pause_a_moved_deadline_runs_on_by_as_long_as_it_stood_still(pending, cast, now):
    move(pending, by=cast.rustam, at=now)
    due = clock_of(pending).due_at
    actions.pause_case(case=pending, asked_by_person=True, attempts=0, risk="She rests.", by=cast.nigina, at=now)

    actions.resume_case(case=pending, by=cast.nigina, at=now + 7 * DAY)

    assert clock_of(pending).due_at == due + 4 * DAY, "the working days of the pause, from Tuesday to Friday"


def test_the_database_keeps_no_deadline_moved_back_or_twice_from_one_day(pending, cast, now):
    made = move(pending, by=cast.rustam, at=now)
    same = {"running": made.running, "step": "x", "because": "need", "by": cast.rustam, "at": now}
    for was, due in ((made.due_at, made.was_due_at), (made.was_due_at, made.due_at + DAY)):
        with pytest.raises(IntegrityError), transaction.atomic():
            ClockExtension.objects.create(**same, was_due_at=was, due_at=due)


def test_the_page_shows_how_far_and_how_often_and_keeps_what_was_typed(pending, cast, now, client):
    client.force_login(cast.rustam)
    runs_today(pending)
    address = f"/identification/{pending.pk}/deadline/"
    page = client.get(address).content.decode()
    assert "Give more time for the preliminary decision" in page
    assert "once" in page

    given = {"seen": "preliminary_pending", "step": "extend_preliminary", "because": "awaited", "words": WORDS}
    answer = client.post(address, {**given, "until": "2029-01-01"})

    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert "Choose a day until" in answer.content.decode()


@pytest.mark.parametrize("officer", ["rustam", "nigina", "zarina"])
def test_the_door_is_open_to_who_may_move_it(pending, cast, now, officer):
    block = case_block(getattr(cast, officer), pending, now=now)

    assert ("move_deadline" in {door.page for door in block.beside}) is (officer == "rustam")


def test_by_page_and_by_api_it_is_one_act(pending, cast, now, client):
    client.force_login(cast.rustam)
    day = (runs_today(pending).due_at + 2 * DAY).date().isoformat()
    given = {"seen": "preliminary_pending", "step": "extend_preliminary", "because": "awaited", "until": day}
    address = f"/api/identification/cases/{pending.pk}/deadlines"
    [offered] = client.get(address).json()
    assert (offered["clock"], offered["left"]) == ("preliminary_decision", 1)

    answer = client.post(address, given, "application/json")

    assert answer.status_code == 200, answer.content
    assert answer.json()["due_at"].startswith(day)
    assert client.post(address, given, "application/json").status_code == 422
    assert client.get(address).json() == []
    shown = client.get(f"/case/{pending.pk}/").content.decode()
    assert "moved from" in shown
