"""The cast: one officer per post the tests need, by name. Safar, the administrator, must never see anything of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.test import Client

from panoh.registry.access import Role
from panoh.registry.actions.set_up import set_up_installation
from panoh.registry.key_ring import ring
from panoh.registry.models import Installation, Officer, Post
from panoh.registry.sessions import PROVEN, SECOND_STEP
from tests.written import AgainAsBefore

PARTS: dict[str, tuple[str, Role]] = {
    "zarina": ("border guard at Dushanbe airport", Role.FIRST_RESPONDER),
    "behruz": ("police officer elsewhere", Role.FIRST_RESPONDER),
    "nigina": ("intake desk of the TIP Centre", Role.INTAKE_DESK),
    "davlat": ("decides at first instance", Role.PRELIMINARY_DECIDER),
    "gulnora": ("decides at first instance too", Role.PRELIMINARY_DECIDER),
    "rustam": ("sits on the commission", Role.FORMAL_DECIDER),
    "malika": ("sits on the commission too", Role.FORMAL_DECIDER),
    "shahlo": ("runs the shelter", Role.SERVICE_PROVIDER),
    "farzona": ("works at the shelter too", Role.SERVICE_PROVIDER),
    "parvina": ("case manager at an NGO", Role.CASE_MANAGER),
    "mavzuna": ("independent advocate at an NGO", Role.ADVOCATE),
    "jamshed": ("investigates", Role.INVESTIGATOR),
    "manuchehr": ("prosecutor", Role.PROSECUTOR),
    "nozim": ("records what courts say", Role.COURT_LIAISON),
    "firuza": ("data-protection officer", Role.DATA_PROTECTION_OFFICER),
    "alisher": ("analyst", Role.ANALYST),
    "safar": ("administrator, sees nothing of a person", Role.ADMINISTRATOR),
}


SEATS = {
    "shahlo": "state_shelter_dushanbe.service_provider",
    "farzona": "state_shelter_dushanbe.service_provider",
    "parvina": "korvoni_umed_dushanbe.case_manager",
    "mavzuna": "modar_advocates.advocate",
}


def as_after_second_step(client: Client) -> Client:
    """A client that gave a password only, as if the second step had been taken too (tests/desk/test_second_step.py does)."""
    session = client.session
    session[PROVEN] = SECOND_STEP
    session.save()
    return client


@dataclass(frozen=True)
class Cast:
    """Officers by name: `cast.zarina`."""

    officers: dict[str, Officer]

    def __getattr__(self, name: str) -> Officer:
        try:
            return self.officers[name]
        except KeyError:
            raise AttributeError(name) from None


def hire(*, at: datetime) -> Cast:
    """Set the country up and put everyone in a post of their role. Two of one role hold different posts where the
    country has them, the same one otherwise. Done once in a process; from then on the same rows are written again."""
    _hired(at, ring().ledger)()
    return Cast(Officer.objects.select_related("post__desk__agency").in_bulk(field_name="username"))


@cache
def _hired(at: datetime, sealed_with: bytes) -> AgainAsBefore:
    return AgainAsBefore(lambda: _hire(at=at))


def _hire(*, at: datetime) -> None:
    set_up_installation(kind=Installation.Kind.REAL, at=at)
    used: set[int] = set()
    for name, (_, role) in PARTS.items():
        posts = list(Post.objects.filter(role=role).order_by("pk"))
        if name in SEATS:
            posts = [post for post in posts if post.code == SEATS[name]]
        post = next((each for each in posts if each.pk not in used), posts[0])
        used.add(post.pk)
        Officer.objects.create(post=post, username=name, name=name.title(), password="!")
