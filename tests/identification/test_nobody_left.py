"""Where whoever could reconsider took part before, the page says so at once, and the line of the intake desk once it is late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.identification import actions
from panoh.identification.queries import case_block, worklist
from panoh.identification.queries.missed import lies_with
from panoh.registry.models import Case, CaseClock, Officer
from panoh.registry.queries.procedures import procedure_of
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


def test_the_page_says_so_and_so_does_the_line_of_the_intake_desk_once_it_is_late(asked, cast, client, now):
    client.force_login(cast.zarina)

    assert TOLD in client.get(reverse("identification:case", args=[asked.pk])).content.decode()
    late = now + timedelta(days=30)
    assert [each for each in lines(cast.nigina, late) if each.startswith(TOLD)] != []
    assert not any(each.startswith(TOLD) for each in lines(cast.zarina, late))


def test_somebody_new_in_the_post_ends_it_and_has_it_on_their_list(asked, cast, now):
    parviz = named(cast)

    assert not case_block(cast.zarina, asked, now=now).nobody_left
    assert not any(each.startswith(TOLD) for each in lines(cast.nigina, now + timedelta(days=30)))
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
