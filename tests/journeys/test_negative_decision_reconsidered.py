"""A woman is refused at first instance, told so safely, asks again, and others identify her – page by page, help all along."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from panoh.identification import actions
from panoh.identification.models import Decision, Telling
from panoh.referral.models import Need
from panoh.registry.models import Case, LedgerEntry, Officer
from tests.identification.panels import FOUND, WRITTEN, sits_at
from tests.journeys import ways

pytestmark = pytest.mark.django_db
TOLD = {
    "to_whom": "person",
    "way": "in_person",
    "language": "tg",
    "interpreter": "independent",
    "outcome": "understood",
    "paper": "would_betray",
}


def page(officer: Officer, case: Case, door: str, /, **sent: str) -> int:
    """Send a form as an officer who sees where the case stands now."""
    client = Client()
    client.force_login(officer)
    seen = Case.objects.get(pk=case.pk).state
    return client.post(f"/identification/{case.pk}/{door}/", {"seen": seen, **sent}).status_code


def decided(outcome: str) -> dict[str, str]:
    return {"outcome": outcome, "form": "labour", "reasons": ways.REASONS, "no_conflict": "on", **FOUND}


def test_refused_told_asked_again_and_identified_by_others(cast):
    at = timezone.localtime()
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=at).case
    ways.lodged(case, by=cast.zarina, at=at)
    others = [
        Officer.objects.create(post=cast.davlat.post, username=name, name=name.title()) for name in ("bek", "zeb")
    ]
    assert page(cast.nigina, case, "take-in", looked="on") == 302

    assert page(cast.davlat, case, "decide", **decided("negative")) == 302
    assert page(cast.gulnora, case, "proposal", no_conflict="on") == 302
    assert page(cast.zarina, case, "tell", **{**TOLD, "interpreter": "companion"}) == 422
    assert page(cast.zarina, case, "tell", **TOLD) == 302
    assert page(cast.zarina, case, "reconsider", asked_by="person", grounds="Her sister kept the contract.") == 302
    assert page(cast.davlat, case, "decide", **decided("positive")) == 422  # took part before
    assert page(others[0], case, "decide", **decided("positive")) == 302
    assert Case.objects.get(pk=case.pk).state == "recovery"

    assert page(cast.zarina, case, "apply", made_by="representative", decide_now="on") == 302
    assert page(cast.rustam, case, "open-formal", agencies_asked="on") == 302
    members = (cast.rustam, sits_at("panel_health.formal_decider", "lola"))
    assert page(cast.rustam, case, "panel/convene", members=[str(each.pk) for each in members]) == 302
    for member in members:
        assert page(member, case, "panel/declare", declaration="sits") == 302
        assert page(member, case, "panel/vote", outcome="positive", **FOUND) == 302
    assert page(cast.rustam, case, "panel/conclude", form="labour", reasons=WRITTEN) == 302

    assert Case.objects.get(pk=case.pk).state == "identified"
    last = Decision.objects.get(stage="formal")
    paper = actions.print_certificate(decision=last, by=cast.nigina, at=timezone.localtime())
    assert paper.startswith(b"%PDF")
    assert Telling.objects.get().paper == "would_betray"
    assert "ask_for_reconsideration" in set(LedgerEntry.objects.values_list("act", flat=True))
    assert Need.objects.filter(case=case, met_at=None).count() == Need.objects.filter(case=case).count()
