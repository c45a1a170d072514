"""Where whoever could reconsider took part before, the page and a line of the intake desk say so at once, and once it is late."""

from __future__ import annotations

from copy import copy
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.models import Decision
from panoh.identification.queries import case_block, worklist
from panoh.identification.queries.missed import lies_with
from panoh.identification.queries.nobody_left import _of_nobody
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.worklists import MOST
from tests.identification.conftest import decide

pytestmark = pytest.mark.django_db
TOLD = "Nobody is left who may decide"


@pytest.fixture
def asked(pending, cast, now) -> Case:
    """Refused by davlat and gulnora, who are the only deciders there are."""
    Officer.objects.filter(post__role="preliminary_decider").exclude(pk__in=[cast.davlat.pk, cast.gulnora.pk]).update(
        is_active=False
    )
    proposed = decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)
    actions.sign(decision=proposed, by=cast.gulnora, at=now)
    case = Case.objects.get()
    actions.ask_for_reconsideration(case=case, asked_by="person", grounds="A new paper.", by=cast.zarina, at=now)
    return case


def named(cast) -> Officer:
    return Officer.objects.create(post=cast.davlat.post, username="parviz", name="Parviz", password="!")


def lines(officer: Officer, now) -> list[str]:
    return [item.what for item in worklist(officer, now=now).items]


def told(officer: Officer, now) -> list[str]:
    return [each for each in lines(officer, now) if each.startswith(TOLD)]


def copied(row, **changed):
    made = copy(row)
    made._state.adding = True
    for field, value in changed.items():
        setattr(made, field, value)
    return made


def _rows(case: Case, now) -> list[tuple[object, ...]]:
    clock = CaseClock.objects.get(case=case, clock="reconsideration_decision", stopped_at=None)
    return [(clock.pk, now, case.pk, case.procedure_version)]


def test_the_page_says_so_and_so_does_a_line_of_the_intake_desk_at_once_and_when_it_is_late(asked, cast, client, now):
    client.force_login(cast.zarina)

    assert TOLD in client.get(reverse("identification:case", args=[asked.pk])).content.decode()
    for at in (now, now + timedelta(days=30)):
        assert len(told(cast.nigina, at)) == 1
        assert not told(cast.zarina, at)
    (line,) = [each for each in worklist(cast.nigina, now=now).items if each.what.startswith(TOLD)]
    assert (line.reference, line.due_at, line.since) == (asked.reference, now, True)


def test_it_comes_when_the_last_who_could_leaves_and_not_before(asked, cast, now):
    parviz = named(cast)
    assert not told(cast.nigina, now)

    Officer.objects.filter(pk=parviz.pk).update(is_active=False)

    assert len(told(cast.nigina, now)) == 1


def test_no_line_while_the_case_is_paused_nor_of_a_panel_with_members_left(asked, cast, now):
    Case.objects.update(state="suspended")
    assert not told(cast.nigina, now)
    Case.objects.update(state="reconsideration")

    Decision.objects.update(stage="formal")

    assert not told(cast.nigina, now), "rustam and malika sit on the panel"
    Officer.objects.filter(post__role="formal_decider").update(is_active=False)
    assert len(told(cast.nigina, now)) == 1


def test_many_cases_are_looked_at_in_as_many_reads_as_one(asked, cast, now):
    worklist(cast.nigina, now=now)
    with CaptureQueriesContext(connection) as one:
        _of_nobody(_rows(asked, now))
    with CaptureQueriesContext(connection) as many:
        found = _of_nobody(_rows(asked, now) * 50)

    assert len(found) == 50
    assert len(one) == len(many)


def test_one_is_found_behind_more_than_are_listed_where_somebody_is_left(asked, cast, now):
    clock = CaseClock.objects.get(case=asked, clock="reconsideration_decision", stopped_at=None)
    others = [copied(asked, pk=uuid4(), reference=f"many-{n}") for n in range(MOST + 2)]
    Case.objects.bulk_create(others)
    before = clock.started_at - timedelta(hours=1)
    CaseClock.objects.bulk_create(copied(clock, pk=None, case=each, started_at=before) for each in others)

    assert len(told(cast.nigina, now)) == 1


def test_somebody_new_in_the_post_ends_it_and_has_it_on_their_list(asked, cast, now):
    parviz = named(cast)

    assert not case_block(cast.zarina, asked, now=now).nobody_left
    assert not told(cast.nigina, now)
    assert not told(cast.nigina, now + timedelta(days=30))
    assert "Look again at a negative decision of others" in lines(parviz, now)


def test_a_reconsideration_lies_with_the_post_of_its_stage_and_not_with_whoever_asked(asked):
    clock = procedure_of(asked).clock("reconsideration_decision")

    assert CaseClock.objects.filter(case=asked, clock=clock.key, stopped_at=None).exists()
    assert lies_with(clock, procedure_of(asked), asked) == "Preliminary decision maker"


def test_while_a_refusal_waits_for_its_second_signature_a_pause_is_still_a_door(pending, cast, now):
    decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)

    pages = {
        officer: {door.page for door in case_block(officer, pending, now=now).doors}
        for officer in (cast.nigina, cast.gulnora)
    }

    assert "pause" in pages[cast.nigina]
    assert "proposal" not in pages[cast.nigina], "they may not sign it"
    assert "proposal" in pages[cast.gulnora]
