"""Two records that may be one person's: whose pairs a viewer may decide, and who is told of a pair that stands.

That somebody is in the mechanism is itself secret (decision 13). A record one of whose cases is shut to the viewer, or was opened
to them for some hours only, is compared with none and led to from nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from panoh.identification.models import SamePerson
from panoh.registry import access
from panoh.registry.models import Case, Officer, let_in_to, shut_to
from panoh.registry.queries.cases import no_such_case
from panoh.registry.refusals import Conflict, OutOfOrder

JOIN = access.Act.JOIN_RECORDS


def pairs_for(viewer: Officer) -> QuerySet[SamePerson]:
    """Pairs the viewer may decide or undo."""
    if access.scope(viewer, JOIN) is access.Scope.NONE:
        return SamePerson.objects.none()
    kept = kept_apart(viewer)
    return SamePerson.objects.exclude(Q(first__in=kept) | Q(second__in=kept))


def kept_apart(viewer: Officer) -> QuerySet[Case, Any]:
    """The people one of whose cases does not exist for the viewer, or was opened to them to help and for nothing else."""
    return Case.objects.filter(Q(pk__in=shut_to(viewer)) | Q(pk__in=let_in_to(viewer))).values("person")


def kept_among(viewer: Officer, people: Iterable[UUID]) -> frozenset[UUID]:
    """Those of them who are kept apart."""
    return frozenset(kept_apart(viewer).filter(person__in=list(people)).values_list("person", flat=True))


def may_compare(viewer: Officer, case: Case) -> bool:
    """For a page that shows a door: the record names somebody, and is compared with others by this viewer."""
    named = bool(case.person.sealed_key) and access.may(viewer, JOIN, case)
    return named and not kept_among(viewer, [case.person_id])


def require_both_open(viewer: Officer, *cases: Case) -> None:
    """Of whom a case is kept from the viewer, nothing is said; being let into one for some hours opens no comparing. In the
    words for a case that is not there."""
    if kept_among(viewer, [each.person_id for each in cases]):
        raise no_such_case(cases[0].pk)


def require_named(*cases: Case) -> None:
    """Who declined or was erased leaves an anonymous record, which is compared with none (promise 4)."""
    for each in cases:
        if not each.person.sealed_key:
            raise OutOfOrder(
                _("Of this person an anonymous record is kept, and nothing leads from it to another."),
                _("Whoever comes back is met as anybody is, and a new record begins."),
                subject=f"case:{each.pk}",
            )


def pair_for(viewer: Officer, pair_id: int, case: Case) -> SamePerson:
    """The pair as it was seen on the page; erased since, it is told as whatever else has changed."""
    found = pairs_for(viewer).filter(pk=pair_id).first()
    if found is None:
        raise Conflict(
            _("One of the two is not on record any more."), _("Open the list again."), subject=f"case:{case.pk}"
        )
    return found


def to_decide(viewer: Officer) -> QuerySet[SamePerson]:
    """What others said and waits for this officer, the longest waiting first. A record to which no case leads is looked at by
    nobody."""
    led_to = (Exists(Case.objects.filter(person=OuterRef(of))) for of in ("first", "second"))
    open_ones = pairs_for(viewer).filter(SamePerson.OPEN, *led_to).exclude(proposed_by=viewer)
    return open_ones.order_by("proposed_at", "pk")


def with_latest_cases(pairs: Iterable[SamePerson]) -> Iterator[tuple[SamePerson, Case, Case]]:
    """Each with the latest case of each of its records. One whose name was erased since they were asked for is left out."""
    found = tuple(pairs)
    cases = latest_cases(found)
    return (
        (pair, cases[pair.first_id], cases[pair.second_id])
        for pair in found
        if cases.keys() >= {pair.first_id, pair.second_id}
    )


def latest_cases(pairs: Iterable[SamePerson]) -> dict[UUID, Case]:
    """By the record: its latest case, to name a pair by. Of pairs the viewer may see."""
    people = {key for pair in pairs for key in (pair.first_id, pair.second_id)}
    return {each.person_id: each for each in Case.objects.filter(person__in=people).order_by("opened_at", "pk")}


def also_on_record(viewer: Officer, case: Case) -> tuple[Case, ...]:
    """Other cases of whom two officers held to be this person, for whoever may see both. Call it with a case they may see.
    What is opened to them in an emergency alone leads to no other and is led to by none."""
    mine = case.person_id
    pairs = SamePerson.objects.filter(SamePerson.STANDING).filter(Q(first=mine) | Q(second=mine))
    people = {key for pair in pairs.values_list("first", "second") for key in pair}
    if not people or not access.may_by_post(viewer, access.Act.SEE_CASE, case):
        return ()
    kept = kept_among(viewer, people)
    if mine in kept:
        return ()
    others = Case.objects.filter(person__in=people - kept - {mine}).order_by("opened_at", "pk")
    return tuple(each for each in others if access.may_by_post(viewer, access.Act.SEE_CASE, each))
