"""A case shut to everybody but named members: for the few in so great a danger that nobody else may learn they are on record.

A compartment opens nothing. It takes the case out of the reach a post has, and leaves it to members within theirs.
"""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from panoh.registry.models.agencies import Officer
from panoh.registry.models.any_of import AnyOf
from panoh.registry.models.cases import Case
from panoh.registry.models.sealed import SealedRecord
from panoh.registry.moment import moment
from panoh.registry.prepared import Left


class Compartment(SealedRecord):
    """One case, from when to when. It is shut as soon as one officer puts it in, and open only after two heads took it out.

    `together`: what cases share that are kept together, a sister's beside hers: whoever is a member of one is of all.
    Sealed: why, what each review found, why it is to end.
    """

    ABOUT_CASE = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="compartments")
    put_in_at = models.DateTimeField()
    put_in_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    review_due = models.DateTimeField()
    out_asked_at = models.DateTimeField(null=True)
    out_asked_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    out_at = models.DateTimeField(null=True)
    out_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    together = models.UUIDField(null=True)

    @property
    def number(self) -> str:
        """By which whoever watches speaks of it: the case has a reference of its own, which is the members'."""
        return str(self.pk)[:8]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(out_at=None), name="one_compartment_of_a_case"),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("put_in_by")), name="two_put_a_case_in_a_compartment"
            ),
            models.CheckConstraint(
                condition=Q(out_at=None, out_by=None)
                | (Q(out_asked_by__isnull=False, out_by__isnull=False) & ~Q(out_by=F("out_asked_by"))),
                name="two_take_a_case_out_of_a_compartment",
            ),
        ]


class CompartmentMember(models.Model):
    """An officer to whom the case still exists. `is_head`: names members, reviews, lets in, takes out with another head.
    `until_at`: let in during an emergency, for hours."""

    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="members")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    is_head = models.BooleanField(default=False)
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    until_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["compartment", "officer"],
                condition=Q(ended_at=None, until_at=None),
                name="one_membership_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["officer", "compartment"], condition=Q(ended_at=None), name="members_now")]


def members_now() -> QuerySet[CompartmentMember]:
    """Who is a member at this moment, and still holds their post."""
    still = Q(until_at=None) | Q(until_at__gt=moment())
    return CompartmentMember.objects.filter(still, ended_at=None, officer__is_active=True)


def kept_together(compartment: Compartment) -> QuerySet[Compartment]:
    """This one and those kept together with it, as far as they stand, always in the same order."""
    shared = Compartment.objects.filter(pk=compartment.pk, together__isnull=False).values("together")
    return Compartment.objects.filter(Q(pk=compartment.pk) | Q(together__in=shared), out_at=None).order_by("pk")


def shut_to(officer: Officer) -> QuerySet[Compartment, UUID]:
    """The cases that do not exist for this officer. Few, so a list is held against them without looking at each."""
    own = members_now().filter(compartment=OuterRef("pk"), officer=officer)
    return Compartment.objects.filter(~Exists(own), out_at=None).values_list("case", flat=True)


def shut_to_work(officer: Officer) -> QuerySet[Compartment]:
    """And those in which they were let in for some hours: nothing of the case is theirs to do but what they came in for.
    `let_in`: which these are."""
    own = members_now().filter(compartment=OuterRef("pk"), officer=officer)
    found = Compartment.objects.filter(~Exists(own.filter(until_at=None)), out_at=None)
    return found.annotate(let_in=Exists(own.filter(until_at__isnull=False)))


def let_in_to(officer: Officer) -> QuerySet[CompartmentMember, UUID]:
    """The cases in a compartment in which this officer was let for some hours, and is no member: an emergency opens them,
    and nothing their post or desk reaches besides."""
    hours = members_now().filter(officer=officer, until_at__isnull=False, compartment__out_at=None)
    named = members_now().filter(compartment=OuterRef("compartment"), officer=officer, until_at=None)
    return hours.filter(~Exists(named)).values_list("compartment__case", flat=True)


def not_let_in(officer: Officer, case: str = "case") -> Q:
    """Leaves out what an emergency opened to the officer for some hours: for what is no part of an emergency. `case`: as in
    `not_shut`."""
    return ~Q(**{f"{case}__in": let_in_to(officer)})


class _ShutToWhoAsks(Left):
    """The cases shut to whoever asks, read once for all that is asked together: they are few."""

    def __init__(self, *, to_work: bool) -> None:
        name = "shut_to_work" if to_work else "shut"
        super().__init__(lambda asked: getattr(asked, name), models.UUIDField(), name)

    def sent(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return AnyOf.given(value, connection)


_SHUT_TO_WHO_ASKS = {to_work: _ShutToWhoAsks(to_work=to_work) for to_work in (False, True)}


def not_shut(officer: Officer, case: str = "case", *, to_work: bool = False) -> Q:
    """Leaves out what is in a compartment the officer is no member of. `case`: the way from the record to its case, or
    "pk" of cases themselves. `to_work`: what they were let in for some hours too."""
    if getattr(officer, "asks_much", False) and connection.vendor == "postgresql":  # SQLite looks them up for less
        return ~Q(**{f"{case}__any_of" if case == "pk" else f"{case}__pk__any_of": _SHUT_TO_WHO_ASKS[to_work]})
    shut = shut_to_work(officer).values_list("case", flat=True) if to_work else shut_to(officer)
    return ~Q(**{f"{case}__in": shut})


def _out_of(model: type[models.Model], way: str, officer: Officer, *, to_work: bool) -> Q:
    """`not_shut`, step by step: the few records on the way that belong to a shut case are left out by their keys, so that no
    row of `model` is looked up on the way to its case."""
    first, _, rest = way.partition("__")
    to = model._meta.get_field(first).related_model if rest else None
    if not isinstance(to, type):
        return not_shut(officer, way, to_work=to_work)
    return ~Q(**{f"{first}__in": to._default_manager.filter(~_out_of(to, rest, officer, to_work=to_work))})


@cache
def ways_to_case(model: type[models.Model]) -> tuple[str, ...]:
    """Every way from a record to the case it is about, for `not_shut`: one where there always is one, all where it may be
    missing (an interview before there was a case leads there by its line)."""
    if model is Case:
        return ("pk",)
    about = getattr(model, "ABOUT_CASE", None)
    ways: list[str] = [about] if about else []
    for each in model._meta.get_fields():
        if not isinstance(each, models.ForeignKey) or each.name == about:
            continue
        to = each.related_model
        if to is Case:
            ways.append(each.name)
        elif isinstance(to, type) and to is not model and not (ways and _always(model, ways[0])):
            ways += [f"{each.name}__{way}" for way in ways_to_case(to) if way != "pk"]
    always = [way for way in ways if _always(model, way)]
    return tuple(always[:1] or dict.fromkeys(ways))


def _always(model: type[models.Model], way: str) -> bool:
    """No step of the way can be missing."""
    for step in way.split("__"):
        field = model._meta.get_field(step)
        if not isinstance(field, models.ForeignKey) or field.null:
            return False
        model = field.related_model
    return True


def left_open(rows: QuerySet[Any, Any], officer: Officer, *, to_work: bool = False) -> QuerySet[Any, Any]:
    """Of these records those that are about no case shut to the officer. `to_work`: as in `not_shut`."""
    model: type[models.Model] = rows.model
    if not getattr(model, "SHUT_WITH_CASE", True):
        return rows
    for way in ways_to_case(model):
        rows = rows.filter(_out_of(model, way, officer, to_work=to_work))
    return rows
