"""A panel at work, act by act, as its members take part."""

from __future__ import annotations

from datetime import datetime

from panoh.identification import actions
from panoh.identification.models import Panel
from panoh.identification.queries import panel_in
from panoh.registry.models import Case, Officer, Post

FOUND = {
    "act": "She was recruited at home and taken across the border.",
    "means": "Her papers were taken and a debt was named.",
    "purpose": "She cleaned houses for fourteen hours without pay.",
}
WRITTEN = "The majority found that papers were kept and a debt was named that nobody could pay."


def sits_at(code: str, name: str) -> Officer:
    """Somebody who holds a seat of the panel at another desk."""
    return Officer.objects.create(post=Post.objects.get(code=code), username=name, name=name.title(), password="!")


def votes(panel: Panel, outcome: str, *, by: Officer, at: datetime) -> None:
    actions.declare_for_panel(panel=panel, conflict_of_interest=False, by=by, at=at)
    actions.vote(panel=panel, outcome=outcome, elements=found_in(panel.case), by=by, at=at)


def found_in(case: Case) -> dict[str, str]:
    """A reason on each element; of a child nothing on means."""
    return {key: text for key, text in FOUND.items() if key != "means" or case.track == "adult"}


def decided_by(case: Case, ballots: dict[Officer, str], *, at: datetime) -> object:
    """Called together by the first member, voted on by each, concluded by the first."""
    first = next(iter(ballots))
    actions.convene_panel(case=case, members=list(ballots), by=first, at=at)
    for member, outcome in ballots.items():
        votes(panel_in(case), outcome, by=member, at=at)
    return actions.conclude_panel(panel=panel_in(case), form="labour", reasons=WRITTEN, by=first, at=at)
