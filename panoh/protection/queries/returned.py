"""Whom to contact after a return: only those who agreed, by whoever they trust with their case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from panoh.protection.models import Return, ReturnContact, Stay
from panoh.protection.queries.following import AHEAD, follow_up_due, period
from panoh.protection.queries.plans_due import answers_for_missed
from panoh.protection.rules.following import CLOCKS
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Consent, ContactRules, Officer, Purpose, in_force
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.queries.contact import may_contact
from panoh.registry.queries.people import read_identity
from panoh.registry.refusals import NotPermitted
from panoh.registry.reversing import address_of
from panoh.registry.rules.contact import Reach
from panoh.registry.worklists import WorkItem


@dataclass(frozen=True)
class ReturnContactPage:
    """`reach` is the way to the person as far as they share it with the viewer, under their own rules."""

    of_return: Return
    months: int
    name: str
    reach: Reach


def contacts_due(viewer: Officer, months: int, *, now: datetime) -> QuerySet[Return]:
    """For the case's manager; where there is none for the desk that received the person, or prepared the return, a week
    ahead; once missed also for the post that answers for missed reviews of plans."""
    asked = _ours(viewer)
    if answers_for_missed(viewer):
        asked |= Q(departed_at__lt=now - period(months))
    found = agreed_after_return(within=period(months)).filter(asked, departed_at__lt=now + AHEAD - period(months))
    done = ReturnContact.objects.filter(of_return=OuterRef("pk"), months=months, closes=True)
    return found.filter(~Exists(done)).order_by("departed_at", "pk")


def agreed_after_return(*, within: timedelta | None = None) -> QuerySet[Return]:
    """Returns after which the person may be contacted, on the same terms as after a stay: they agreed and stand by it, did
    not forbid every contact, and live in no house now. Of several returns of one person the last is followed."""
    yes = Consent.objects.filter(in_force(), case=OuterRef("case"), purpose=Purpose.FOLLOW_UP)
    if within is not None:
        yes = yes.filter(recorded_at__lte=OuterRef("departed_at") + within)
    housed = Stay.objects.filter(case=OuterRef("case"), until_at=None)
    never = ContactRules.objects.filter(case=OuterRef("case"), replaced_at=None, allowed=ContactRules.Allowed.NEVER)
    later = Return.objects.filter(case=OuterRef("case"), departed_at__gt=OuterRef("departed_at"))
    departed = Return.objects.filter(departed_at__isnull=False)
    return departed.filter(Exists(yes), ~Exists(never), ~Exists(housed), ~Exists(later))


def return_contact_parts() -> tuple[Part[WorkItem], ...]:
    return tuple(
        Part(
            (waiting(lambda viewer, now, months=months: contacts_due(viewer, months, now=now), "pk", "departed_at"),),
            each(partial(_contact, months)),
            lambda: Return.objects.select_related("case"),
            partial(follow_up_due, months),
        )
        for months in CLOCKS
    )


def _contact(months: int, row: Return, due_at: datetime, asked: Asked) -> WorkItem:
    case, viewer = row.case, asked.viewer
    theirs = row.receiver_desk_id or row.desk_id
    mine = case.manager_id == viewer.pk or (case.manager_id is None and theirs == viewer.desk.pk)
    return WorkItem(
        due_at=due_at,
        reference=case.reference,
        stage="protection",
        what=_("Contact the person as they agreed") if mine else _("Ask why it was not done, and see that it is"),
        why=_("%(months)s months after the return") % {"months": months},
        address=address_of("protection:return_contact", row.pk, months) if mine else address_of("case", case.pk),
        escalated=due_at < asked.now,
    )


def return_to_follow(viewer: Officer, return_id: UUID) -> Return:
    """A return the viewer's post follows up, or NotPermitted without telling whether it exists."""
    departed = Return.objects.select_related("case__person", "desk").filter(_ours(viewer), departed_at__isnull=False)
    found = departed.filter(pk=return_id).first()
    if found is None:
        raise NotPermitted(
            _("There is nobody to contact under this address, or it is for another desk to do."),
            _("Go back to your work to see what is yours."),
        )
    return found


def return_contact_page(viewer: Officer, return_id: UUID, months: int, *, at: datetime) -> ReturnContactPage:
    """Opens the safe contact, on record, for somebody who agreed to be contacted and for nobody else."""
    row = return_to_follow(viewer, return_id)
    if months not in CLOCKS or not agreed_after_return().filter(pk=row.pk).exists():
        raise NotPermitted(
            _("This person did not agree to be contacted, or does not stand by it any more."),
            _("Do not contact them. If they come to you, help does not depend on it."),
            subject=f"case:{row.case_id}",
        )
    who = read_identity(case=row.case, viewer=viewer, purpose="follow_up", at=at)
    return ReturnContactPage(row, months, who.name, may_contact(row.case, who.contact, viewer=viewer, at=at))


def _ours(viewer: Officer) -> Q:
    if not access.may(viewer, access.Act.FOLLOW_RETURN):
        return Q(pk__in=[])
    theirs = Q(receiver_desk=viewer.desk) | Q(receiver_desk=None, desk=viewer.desk)
    seen = Q(case__in=cases_for(viewer, access.Act.FOLLOW_RETURN))
    return seen & (Q(case__manager=viewer) | Q(case__manager=None) & theirs)
