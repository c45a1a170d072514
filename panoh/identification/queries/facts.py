"""What is on record in a case that a step of identification asks for, named as the procedure names it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from panoh.identification.models import Decision
from panoh.identification.queries.applications import applications_in
from panoh.identification.queries.reviews import decisions_in
from panoh.identification.queries.stages import reviewed_at
from panoh.registry.access import Role
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Desk, Disclosure, Person, Purpose
from panoh.registry.queries import clocks_of
from panoh.registry.queries.consents import agreed_in
from panoh.registry.rules.age import MAJORITY

_TOLD = Beside(
    lambda of: Disclosure.objects.filter(case=of, to_desk__posts__role=Role.GUARDIAN, to_answer=False).order_by("pk")[
        :1
    ]
)


def facts(case: Case, *, at: datetime) -> frozenset[str]:
    """The preconditions that are true by the records alone."""
    found = {
        "consent_recorded": _referral_consent(case),
        "child_authority_informed": guardianship_told(case),
        "first_decision_preliminary": reviewed_at(case) == Decision.Stage.PRELIMINARY,
        "first_decision_formal": reviewed_at(case) == Decision.Stage.FORMAL,
        "period_over_or_asked": _asked_for_decision(case)
        or (reflection_ends(case) is not None and not reflection_runs(case, at=at)),
    }
    return frozenset(key for key, true in found.items() if true)


def eighteenth(person: Person) -> datetime | None:
    """The day a child may turn eighteen at the earliest, by the birth years on record; None where none is known."""
    if person.born_from is None:
        return None
    return datetime(person.born_from + MAJORITY, 1, 1, tzinfo=timezone.get_current_timezone())


def guardianship_told(case: Case) -> bool:
    """Whether a guardianship desk was ever shown the case; a disclosure ended since was still made. Being asked for a
    service (`to_answer`) shows the desk a question, not the child's case."""
    return _TOLD.first(case) is not None


def guardianship_desk(case: Case) -> Desk | None:
    """The guardianship desk of the case's region, or of the region around it, or else the first of the country."""
    desks = Desk.objects.filter(posts__role=Role.GUARDIAN).distinct().order_by("pk")
    near = [desk for desk in desks if desk.region and case.region.startswith(desk.region)]
    return max(near, key=lambda desk: len(desk.region), default=desks.first())


def reflection_ends(case: Case) -> datetime | None:
    """When the guaranteed recovery period ends, while it is running or over but not yet used."""
    return next((each.due_at for each in clocks_of(case) if each.clock == "reflection"), None)


def reflection_runs(case: Case, *, at: datetime) -> bool:
    ends = reflection_ends(case)
    return ends is not None and at <= ends


def open_proposal(case: Case) -> Decision | None:
    """The proposal that waits for a second signature, if any."""
    return next((each for each in decisions_in(case) if each.status == Decision.Status.PROPOSED), None)


def _asked_for_decision(case: Case) -> bool:
    """The person applied and does not want to wait."""
    return any(each.decide_now for each in applications_in(case))


def _referral_consent(case: Case) -> bool:
    return any(each.explained and each.language for each in agreed_in(case).to((Purpose.REFERRAL,)))
