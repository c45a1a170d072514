"""Cases kept together, as those of two sisters or of the witnesses of one trial: whoever is a member of one is of all."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.actions.compartments.heads import held_by_head
from panoh.registry.actions.compartments.putting_in import reached_by_all, shut_case
from panoh.registry.acts import act
from panoh.registry.models import Case, Compartment, CompartmentMember, Officer, kept_together, members_now
from panoh.registry.queries.compartments import PUT_IN, SEE
from panoh.registry.refusals import Conflict, OutOfOrder


@act
def put_in_beside(*, case: Case, beside: Compartment, because: str, by: Officer, at: datetime) -> Compartment:
    """Shut the case to everybody but the members of a compartment one leads already, from now on the same for both. Another head
    agrees to it as to every case; nobody who was let in for some hours sees the other."""
    access.require(by, PUT_IN, case)
    group = held_together(beside, by)
    standing = tuple(members_now().filter(compartment=group[0], until_at=None).select_related("officer"))
    reached_by_all([each.officer for each in standing if each.is_head], case, PUT_IN)
    reached_by_all([each.officer for each in standing], case, SEE)
    shared = group[0].together or uuid4()
    Compartment.objects.filter(pk__in=[each.pk for each in group]).update(together=shared)
    named = {each.officer_id: each.is_head for each in standing}
    return shut_case(case, named, because, by=by, at=at, together=shared)


@act
def keep_apart(*, compartment: Compartment, by: Officer, at: datetime) -> Compartment:
    """From now on its members are named for this case alone. Nothing opens: each member goes on seeing what they saw."""
    held = held_together(compartment, by)[0]
    if kept_together(held).count() < 2:
        raise OutOfOrder(_("No other case is kept together with it."), _("Nothing is left to do."))
    held.together = None
    held.save(update_fields=["together"])
    ledger.write(act="keep_apart", by=by, at=at, subject=f"case:{held.case_id}")
    return held


def held_together(compartment: Compartment, by: Officer) -> tuple[Compartment, ...]:
    """The compartment first, then those kept together with it, all locked, if the officer is one of its heads."""
    keys = tuple(kept_together(compartment).values_list("pk", flat=True))
    rows = Compartment.objects.select_for_update(no_key=True, of=("self",)).select_related("case")
    others = [each for each in rows.filter(pk__in=keys).order_by("pk") if each.pk != compartment.pk]
    held = held_by_head(compartment, by)
    if keys != tuple(kept_together(held).values_list("pk", flat=True)):
        raise Conflict(_("A case was put beside it or taken from it meanwhile."), _("Open the compartment again."))
    return (held, *others)


def memberships(group: tuple[Compartment, ...], officer: Officer) -> tuple[CompartmentMember, ...]:
    """What the officer is in each of them, not only for some hours."""
    return tuple(members_now().filter(compartment__in=group, officer=officer, until_at=None))
