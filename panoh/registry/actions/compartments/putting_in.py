"""Putting a case in a compartment: it is shut at once, by one officer, since danger does not wait for a second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Case, Compartment, CompartmentMember, Officer
from panoh.registry.queries.compartments import PUT_IN, SEE, compartment_of, without_reach
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.rules.compartments import AGREED_WITHIN


@act
def put_in_compartment(
    *, case: Case, heads: Sequence[Officer], members: Sequence[Officer], because: str, by: Officer, at: datetime
) -> Compartment:
    """Shut the case to everybody but these. Whoever puts it in is a head; another head agrees within days, or takes it out
    with them. What other desks hold stays theirs to give: the bed, the help under way; they see no more of the case."""
    access.require(by, PUT_IN, case)
    if not any(each.pk != by.pk for each in heads):
        raise Refused(
            _("A compartment has two heads, and you are one."),
            _("Choose a second head: they agree to it, and answer for it when you are away."),
        )
    reached_by_all(heads, case, PUT_IN)
    reached_by_all(members, case, SEE)
    leading = {by.pk, *(each.pk for each in heads)}
    named = {each.pk: each.pk in leading for each in (by, *heads, *members)}
    return shut_case(case, named, because, by=by, at=at)


def shut_case(
    case: Case, named: Mapping[int, bool], because: str, *, by: Officer, at: datetime, together: UUID | None = None
) -> Compartment:
    """`named`: the officers by their keys, and whether each leads."""
    if not because.strip():
        raise Refused(_("It is not said why."), _("Write in a few words who is dangerous to the person."))
    Case.objects.select_for_update(no_key=True).get(pk=case.pk)
    if compartment_of(case):
        raise Conflict(_("A colleague put it in a compartment meanwhile."), _("Open the case again."))
    made = Compartment(case=case, put_in_at=at, put_in_by=by, review_due=at + AGREED_WITHIN, together=together)
    vault.seal(made, {"because": because.strip()})
    made.save(force_insert=True)
    CompartmentMember.objects.bulk_create(
        CompartmentMember(compartment=made, officer_id=pk, is_head=leads, named_at=at, named_by=by)
        for pk, leads in named.items()
    )
    ledger.write(act="put_in_compartment", by=by, at=at, subject=f"case:{case.pk}", members=sorted(named))
    return made


def reached_by_all(officers: Iterable[Officer], case: Case, asked: access.Act) -> None:
    for each in without_reach(officers, case, asked):
        raise Refused(
            _("The post of %(name)s does not reach this case.") % {"name": each.name},
            _("A compartment opens no case. Show the case to their desk first, or leave them out."),
            subject=f"case:{case.pk}",
        )
