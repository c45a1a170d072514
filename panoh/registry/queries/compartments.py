"""Compartments: the members' own page, who may be named, and what the data-protection officer watches without seeing a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import (
    Case,
    Compartment,
    CompartmentMember,
    Officer,
    kept_together,
    members_now,
    shown_now,
)
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.compartments import HEADS

NOWHERE = UUID(int=0)
_HELD = Beside(
    lambda of: (
        Compartment.objects.filter(case=of, out_at=None).select_related("put_in_by", "out_asked_by").order_by("pk")
    )
)
PUT_IN, SEE = access.Act.PUT_IN_COMPARTMENT, access.Act.SEE_CASE


@dataclass(frozen=True)
class CompartmentPage:
    """`compartment` is None where the case is in none. `heads` and `others`: whom the case may be left to. `because` is opened
    for heads only. `beside`: the cases kept together with it that the viewer's post reaches. `led`: where it is in none, beside
    which cases the viewer can put it, one choice for all that are kept together."""

    case: Case
    compartment: Compartment | None
    members: tuple[CompartmentMember, ...]
    is_head: bool
    because: str
    out_because: str
    heads: tuple[Officer, ...]
    others: tuple[Officer, ...]
    beside: tuple[Case, ...]
    led: tuple[tuple[Compartment, str], ...]


def compartment_page(viewer: Officer, case: Case, *, at: datetime) -> CompartmentPage:
    """The case was reached already, so whoever asks is a member, or the case is in no compartment."""
    held = compartment_of(case)
    members = tuple(members_of(held)) if held else ()
    is_head = any(each.is_head and each.officer_id == viewer.pk for each in members)
    words = _words(held, viewer, at=at) if held and is_head else {}
    named = {each.officer_id for each in members if each.until_at is None}
    heads, others = (
        tuple(each for each in may_be_named(case, act) if each.pk not in named and each != viewer)
        for act in (PUT_IN, SEE)
    )
    because, out_because = (str(words.get(key, "")) for key in ("because", "out_because"))
    beside = cases_beside(viewer, held) if held else ()
    led = () if held else led_together(viewer)
    return CompartmentPage(case, held, members, is_head, because, out_because, heads, others, beside, led)


def compartment_of(case: Case) -> Compartment | None:
    return _HELD.first(case)


def cases_beside(viewer: Officer, held: Compartment) -> tuple[Case, ...]:
    """The other cases kept together with it, as far as the viewer's post reaches them."""
    others = kept_together(held).exclude(pk=held.pk).values("case")
    return tuple(access.within(Case.objects.filter(pk__in=others), viewer, SEE).order_by("reference"))


def led_by(viewer: Officer) -> QuerySet[Compartment]:
    heads = members_now().filter(officer=viewer, is_head=True).values("compartment")
    return Compartment.objects.filter(pk__in=heads, out_at=None).order_by("review_due", "pk")


def led_together(viewer: Officer) -> tuple[tuple[Compartment, str], ...]:
    """One of each group of cases the viewer leads, with the references of the group."""
    found: dict[UUID, tuple[Compartment, list[str]]] = {}
    for each in led_by(viewer).select_related("case").order_by("case__reference"):
        found.setdefault(each.together or each.pk, (each, []))[1].append(each.case.reference)
    return tuple((first, ", ".join(references)) for first, references in found.values())


def members_of(compartment: Compartment) -> QuerySet[CompartmentMember]:
    """Heads first."""
    now = members_now().filter(compartment=compartment).select_related("officer__post__desk__agency")
    return now.order_by("-is_head", "pk")


def compartment_for(viewer: Officer, compartment_id: UUID) -> Compartment:
    """One the viewer is a member of; whether it exists is told to nobody else."""
    mine = members_now().filter(officer=viewer).values("compartment")
    found = Compartment.objects.select_related("case").filter(pk=compartment_id, pk__in=mine, out_at=None).first()
    if found is None:
        raise NotPermitted(
            _("There is no such compartment, or you are no member of it."),
            _("Go back to your work and try again from there."),
        )
    return found


def member_for(viewer: Officer, member_id: int) -> CompartmentMember:
    """A membership in a compartment of the viewer's."""
    found = CompartmentMember.objects.select_related("officer").filter(pk=member_id).first()
    held = compartment_for(viewer, found.compartment_id if found else NOWHERE)
    assert found  # NOWHERE is refused
    found.compartment = held
    return found


def may_be_named(case: Case, act: access.Act) -> QuerySet[Officer]:
    """Everyone whose post reaches the case for `act`, as if it were in no compartment."""
    by_reach = {reach: [role for role, has in access.TABLE[act].items() if has is reach] for reach in access.Scope}
    own, shown = (
        by_reach[access.Scope.DESK],
        by_reach[access.Scope.DESK] + by_reach[access.Scope.DISCLOSED],
    )
    seeing = case.disclosures.filter(shown_now(), to_answer=False).values("to_desk")
    reaches = (
        Q(post__role__in=by_reach[access.Scope.ALL])
        | Q(post__role__in=own) & (Q(post__desk=case.desk_id) | Q(managed_cases=case))
        | Q(post__role__in=shown, post__desk__in=seeing)
    )
    found = Officer.objects.filter(reaches, is_active=True).distinct()
    return found.select_related("post__desk__agency").order_by("post__desk", "name", "pk")


def without_reach(officers: Iterable[Officer], case: Case, act: access.Act) -> tuple[Officer, ...]:
    """Of these those to whom naming would give nothing: a compartment opens no case."""
    reach = set(may_be_named(case, act).values_list("pk", flat=True))
    return tuple(each for each in officers if each.pk not in reach)


def watched(viewer: Officer) -> QuerySet[Compartment]:
    """Every compartment that stands, with how many heads it has: who watches sees no case and no reference."""
    access.require(viewer, access.Act.READ_LEDGER)
    return with_heads().select_related("put_in_by__post__desk__agency").order_by("review_due", "pk")


def with_heads() -> QuerySet[Compartment]:
    still = Q(members__ended_at=None, members__until_at=None, members__officer__is_active=True, members__is_head=True)
    return Compartment.objects.filter(out_at=None).annotate(heads=Count("members", filter=still))


def too_few(compartment: Compartment) -> bool:
    return members_now().filter(compartment=compartment, is_head=True).count() < HEADS


def _words(held: Compartment, viewer: Officer, *, at: datetime) -> dict[str, object]:
    with ledger.reading():
        subject, fields = f"case:{held.case_id}", ("because", "reviews")
        ledger.write(act="read_compartment", by=viewer, at=at, subject=subject, fields=fields, purpose="review")
        return vault.unseal(held)
