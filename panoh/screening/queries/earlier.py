"""Whether a person may be on record already: told only of cases the officer may see, and by reference only."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from panoh.registry import access
from panoh.registry.models import Case, KeyKind, Officer, PersonKey


def earlier_cases(case: Case, viewer: Officer) -> QuerySet[Case]:
    """Cases of people who share a document number or a name key with this one; `by_paper` where a number is shared.

    Works on the blind index of the registry, so nobody's particulars are opened. The same name is not the same person.
    """
    own = PersonKey.objects.filter(person=case.person_id).values("digest")
    alike = PersonKey.objects.filter(digest__in=own).exclude(person=case.person_id)
    by_paper = alike.filter(kind=KeyKind.DOCUMENT, person=OuterRef("person"))
    seen = access.within(Case.objects.all(), viewer, access.Act.SEE_CASE)
    return (
        seen.filter(person__in=alike.values("person"))
        .annotate(by_paper=Exists(by_paper))
        .order_by("-by_paper", "-opened_at")
    )
