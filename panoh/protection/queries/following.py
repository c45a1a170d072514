"""Whom to contact again after a stay: only those who agreed, by whoever they trust with their case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from panoh.instruments import countries
from panoh.protection.models import Departure, FollowUp, Return, Stay
from panoh.protection.queries.plans_due import answers_for_missed
from panoh.protection.rules.following import CLOCKS
from panoh.registry import access
from panoh.registry.asking import Asked
from panoh.registry.models import Case, Consent, ContactRules, Officer, Purpose, in_force
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.queries.contact import may_contact
from panoh.registry.queries.people import read_identity
from panoh.registry.refusals import NotPermitted
from panoh.registry.reversing import address_of
from panoh.registry.rules.clocks import due
from panoh.registry.rules.contact import Reach
from panoh.registry.worklists import WorkItem

AHEAD = timedelta(days=7)


@dataclass(frozen=True)
class FollowUpPage:
    """`reach` is the way to the person as far as they share it with the viewer, under their own rules."""

    departure: Departure
    months: int
    name: str
    reach: Reach


def follow_ups_due(viewer: Officer, months: int, *, now: datetime) -> QuerySet[Departure]:
    """For the case's manager, and where there is none for the house the person lived in, a week ahead; once missed
    also for the post that answers for missed reviews of plans, as the one who missed it cannot be the only one told."""
    asked = _ours(viewer)
    if answers_for_missed(viewer):
        asked |= Q(decided_at__lt=now - period(months))
    found = agreed_to_contact(within=period(months)).filter(asked, decided_at__lt=now + AHEAD - period(months))
    done = FollowUp.objects.filter(departure=OuterRef("pk"), months=months, closes=True)
    return found.filter(~Exists(done)).order_by("decided_at", "pk")


def agreed_to_contact(*, within: timedelta | None = None) -> QuerySet[Departure]:
    """Ends of stays after which the person may be contacted: they agreed and stand by it, did not say that nobody may
    contact them, live in no house now, and did not return since, which is followed by itself. `within`: they agreed before
    this time after the end was over, so that who agrees late is not owed the contacts whose day had passed."""
    yes = Consent.objects.filter(in_force(), case=OuterRef("stay__case"), purpose=Purpose.FOLLOW_UP)
    if within is not None:
        yes = yes.filter(recorded_at__lte=OuterRef("decided_at") + within)
    housed = Stay.objects.filter(case=OuterRef("stay__case"), until_at=None)
    never = ContactRules.objects.filter(
        case=OuterRef("stay__case"), replaced_at=None, allowed=ContactRules.Allowed.NEVER
    )
    left = Departure.objects.filter(decided_at__isnull=False, refused=False)
    returned = Return.objects.filter(case=OuterRef("stay__case"), departed_at__gte=OuterRef("decided_at"))
    left = left.exclude(because=Departure.Because.MOVED).filter(~Exists(returned))
    return left.filter(Exists(yes), ~Exists(never), ~Exists(housed))


def last_departure(case: Case) -> Departure | None:
    """The last end of a stay, where the person lives in no house now."""
    left = Departure.objects.filter(stay__case=case, decided_at__isnull=False, refused=False)
    left = left.exclude(because=Departure.Because.MOVED).select_related("stay__case", "stay__place__shelter__desk")
    housed = case.stays.filter(until_at=None).exists()
    return None if housed else left.order_by("-decided_at", "-pk").first()


def follow_up_parts() -> tuple[Part[WorkItem], ...]:
    return tuple(
        Part(
            (waiting(lambda viewer, now, months=months: follow_ups_due(viewer, months, now=now), "pk", "decided_at"),),
            each(partial(_follow_up, months)),
            lambda: Departure.objects.select_related("stay__case", "stay__place__shelter"),
            partial(follow_up_due, months),
        )
        for months in CLOCKS
    )


def _follow_up(months: int, departure: Departure, due_at: datetime, asked: Asked) -> WorkItem:
    case, viewer = departure.stay.case, asked.viewer
    house = case.manager_id is None and departure.stay.place.shelter.desk_id == viewer.desk.pk
    passed_on = not house and case.manager_id != viewer.pk
    address = address_of("case", case.pk)
    if not passed_on:
        address = address_of("protection:follow_up", departure.pk, months)
    return WorkItem(
        due_at=due_at,
        reference=case.reference,
        stage="protection",
        what=_("Ask why it was not done, and see that it is") if passed_on else _("Contact the person as they agreed"),
        why=_("%(months)s months after the stay in a shelter") % {"months": months},
        address=address,
        escalated=due_at < asked.now,
    )


def follow_up_due(months: int, left_at: datetime) -> datetime:
    clock = countries.procedure(settings.COUNTRY).clock(CLOCKS[months])
    return due(left_at, clock, countries.calendar(settings.COUNTRY))


def too_early(left_at: datetime, months: int, *, now: datetime) -> bool:
    """Whether it is on nobody's work yet: reckoned as the list is, so that what stands there can be done."""
    return left_at >= now + AHEAD - period(months)


def departure_to_follow(viewer: Officer, departure_id: UUID) -> Departure:
    """An end of a stay the viewer's post follows up, or NotPermitted without telling whether it exists."""
    found = Departure.objects.select_related("stay__case__person", "stay__place__shelter").filter(_ours(viewer))
    departure = found.filter(pk=departure_id).first()
    if departure is None:
        raise NotPermitted(
            _("There is nobody to contact under this address, or it is for another desk to do."),
            _("Go back to your work to see what is yours."),
        )
    return departure


def follow_up_page(viewer: Officer, departure_id: UUID, months: int, *, at: datetime) -> FollowUpPage:
    """Opens the safe contact, on record, for somebody who agreed to be contacted and for nobody else."""
    departure = departure_to_follow(viewer, departure_id)
    if months not in CLOCKS or not agreed_to_contact().filter(pk=departure.pk).exists():
        raise NotPermitted(
            _("This person did not agree to be contacted, or does not stand by it any more."),
            _("Do not contact them. If they come to you, help does not depend on it."),
            subject=f"case:{departure.stay.case_id}",
        )
    case = departure.stay.case
    who = read_identity(case=case, viewer=viewer, purpose="follow_up", at=at)
    return FollowUpPage(departure, months, who.name, may_contact(case, who.contact, viewer=viewer, at=at))


def _ours(viewer: Officer) -> Q:
    if not access.may(viewer, access.Act.KEEP_PLAN):
        return Q(pk__in=[])
    house = Q(stay__case__manager=None, stay__place__shelter__desk=viewer.desk)
    seen = Q(stay__case__in=cases_for(viewer, access.Act.KEEP_PLAN))
    return seen & (Q(stay__case__manager=viewer) | house)


def period(months: int) -> timedelta:
    """The procedure counts these in days (or in hours, for a country that tries it out)."""
    clock = countries.procedure(settings.COUNTRY).clock(CLOCKS[months])
    return timedelta(hours=clock.amount) if clock.unit == "hours" else timedelta(days=clock.amount)
