"""Whether a person may be on record already: told only of cases the officer may see, and by reference only."""

from __future__ import annotations

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from panoh.registry.models import Case, KeyKind, Officer, PersonKey
from panoh.registry.queries import cases_for, recognised


def earlier_cases(case: Case, viewer: Officer) -> QuerySet[Case]:
    """Cases of people who share a document number or a name key with this one, where the officer may read it; `by_paper`
    where a number is shared.

    Works on the blind index of the registry, so nobody's particulars are opened. The same name is not the same person.
    """
    own = PersonKey.objects.filter(person=case.person_id).values("digest")
    alike = PersonKey.objects.filter(kind__in=KeyKind.values, digest__in=own).exclude(person=case.person_id)
    paper = Q(kind=KeyKind.DOCUMENT)
    named, with_papers = (list(alike.filter(which).values_list("person", flat=True)) for which in (~paper, paper))
    by_paper = recognised(viewer, by_name=(), by_paper=with_papers)
    return (
        cases_for(viewer)
        .filter(by_paper | recognised(viewer, by_name=named, by_paper=()))
        .annotate(by_paper=ExpressionWrapper(by_paper, output_field=BooleanField()))
        .order_by("-by_paper", "-opened_at")
    )
