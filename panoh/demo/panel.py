"""The panel of an invented life: members of three agencies, sometimes a conflict of interest, sometimes dissent."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Strand
from panoh.demo.people import Plan
from panoh.identification.actions import conclude_panel, convene_panel, declare_for_panel, invite_to_panel, vote
from panoh.identification.models import Panel
from panoh.registry.models import Case, Officer

FOUND = {
    "positive": {
        "act": "Invented: recruited by an acquaintance and taken to the place of work.",
        "means": "Invented: deceived about pay, and the papers were kept by the employer.",
        "purpose": "Invented: long hours without pay, and nobody was free to leave.",
    },
    "negative": {
        "act": "Invented: the person travelled alone and found the work without help.",
        "means": "Invented: no deception, force or pressure could be found.",
        "purpose": "Invented: wages were paid late, yet the person could leave and did.",
    },
}
OTHER = {"positive": "negative", "negative": "positive"}


def panel(
    officers: dict[str, Officer], plan: Plan, case: Case, outcome: str, random: Random, *, at: datetime
) -> Strand:
    """Three sit. Whoever has a conflict of interest is replaced; of three, one may see it differently."""
    chair = officers["commission"]
    others = [officers[seat] for seat in ("panel-labour", "panel-health", "panel-justice", "panel-ngo")]
    random.shuffle(others)
    members = [chair, *others[:2]]
    called = convene_panel(case=case, members=members, by=chair, at=at)
    if random.random() < 0.2:
        at = yield at + timedelta(days=1)
        declare_for_panel(panel=called, conflict_of_interest=True, by=members[2], at=at)
        members[2] = others[2]
        invite_to_panel(panel=called, members=[members[2]], by=chair, at=at)
    dissenter = random.choice(members) if random.random() < 0.25 else None
    for member in members:
        at = yield at + timedelta(days=random.randint(1, 9))
        _vote(called, OTHER[outcome] if member is dissenter else outcome, by=member, at=at)
    at = yield at + timedelta(days=random.randint(1, 5))
    reasons = " ".join(FOUND[outcome].values())
    conclude_panel(panel=called, form=plan.form, reasons=reasons, by=chair, at=at)
    return at


def _vote(panel: Panel, outcome: str, *, by: Officer, at: datetime) -> None:
    declare_for_panel(panel=panel, conflict_of_interest=False, by=by, at=at)
    vote(panel=panel, outcome=outcome, elements=found_in(panel.case, outcome), by=by, at=at)


def found_in(case: Case, outcome: str) -> dict[str, str]:
    """A reason on each element; of a child nothing on means."""
    return {key: text for key, text in FOUND[outcome].items() if key != "means" or case.track == "adult"}
