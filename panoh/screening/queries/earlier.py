"""Whether a person may be on record already: told only of cases the officer may see, and by reference only."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, QuerySet

from panoh.registry.models import Case, Officer
from panoh.registry.queries import cases_for, recognised
from panoh.registry.queries.finding import in_order, sharing_with

SHOWN = 5


def earlier_cases(case: Case, viewer: Officer) -> tuple[Case, ...]:
    """The few cases of other people most like this one, by the number of a paper or by two parts of the name, where the officer
    may read it; `by_paper` where a number is shared.

    Works on the blind index of the registry, so nobody's particulars are opened. The same name is not the same person.
    """
    alike = sharing_with(case.person_id).exclude(person=case.person_id)
    found = in_order(alike, lambda rows: _told(viewer, rows), SHOWN)
    return tuple(sorted((each for each, _row in found), key=lambda each: not getattr(each, "by_paper", False)))


def _told(viewer: Officer, rows: dict[UUID, Any]) -> QuerySet[Case]:
    named, with_papers = ([person for person, row in rows.items() if row[by]] for by in ("names", "documents"))
    by_paper = recognised(viewer, by_name=(), by_paper=with_papers)
    return (
        cases_for(viewer)
        .filter(by_paper | recognised(viewer, by_name=named, by_paper=()))
        .annotate(by_paper=ExpressionWrapper(by_paper, output_field=BooleanField()))
    )
