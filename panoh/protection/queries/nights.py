"""How full refuges were, month by month, and who found no place: counted without opening a name or telling a house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from panoh.identification.queries.counted_as import counted_as, how_many
from panoh.instruments import countries
from panoh.protection.models import Place, PlaceBefore, Shelter, Stay
from panoh.protection.queries.matching import ACCOMMODATION
from panoh.protection.queries.upkeep import own_shelter
from panoh.protection.rules.nights import DAY, BedKept, MonthNights, Slept, months, nights
from panoh.referral.models import Referral, Response
from panoh.registry.models import Officer


@dataclass(frozen=True)
class Turned:
    """Persons of one month: for whom a house had no place, whom it did not take for another reason, who waited at its
    end (or now)."""

    month: date
    full: int
    otherwise: int
    waiting: int


@dataclass(frozen=True)
class Occupancy:
    nights: tuple[MonthNights, ...]
    turned: tuple[Turned, ...]


def own_occupancy(viewer: Officer, *, today: date) -> Occupancy:
    """A year of the viewer's own house, this month included."""
    first = today.replace(day=1)
    for _month in range(11):
        first = (first - DAY).replace(day=1)
    return occupancy(first=first, last=today, today=today, shelter=own_shelter(viewer))


def occupancy(*, first: date, last: date, today: date, shelter: Shelter | None = None) -> Occupancy:
    """Of one house, or of all together."""
    zone = countries.calendar(settings.COUNTRY).zone
    places = Place.objects.filter(shelter=shelter) if shelter else Place.objects.all()
    stays = Stay.objects.filter(place__in=places, from_at__lt=_midnight(last + DAY, zone))
    stays = stays.filter(Q(until_at=None) | Q(until_at__gte=_midnight(first, zone)))
    rows = stays.values_list("place", "from_at", "until_at")
    slept = [
        Slept(bed, came.astimezone(zone).date(), left.astimezone(zone).date() if left else None)
        for bed, came, left in rows.iterator(chunk_size=5_000)
    ]
    found = nights(_beds(places), slept, first=first, last=last, today=today)
    return Occupancy(found, _turned(first, min(last, today), zone, shelter))


def _beds(places: QuerySet[Place]) -> list[BedKept]:
    """As each bed was, day by day, and as it is; days on which it was closed are left out."""
    before = PlaceBefore.objects.filter(place__in=places, in_use=True)
    was = before.values_list("place", "place__shelter", "place__room", "kind", "since", "until")
    now = places.filter(in_use=True).values_list("pk", "shelter", "room", "kind", "since")
    spans = [BedKept(bed, (house, room), kind, since, until) for bed, house, room, kind, since, until in was]
    spans += [BedKept(bed, (house, room), kind, since) for bed, house, room, kind, since in now]
    closed = places.exclude(pk__in=[each.bed for each in spans]).values_list("pk", "shelter", "room", "kind")
    # Closed, and nobody wrote when: how many were free is not known then, and is not guessed.
    return spans + [BedKept(bed, (house, room), kind, None) for bed, house, room, kind in closed]


def _turned(first: date, last: date, zone: tzinfo, shelter: Shelter | None) -> tuple[Turned, ...]:
    start, end = _midnight(first, zone), _midnight(last + DAY, zone)
    asked = Referral.objects.filter(need__service=ACCOMMODATION)
    asked = asked.filter(to_desk=shelter.desk_id) if shelter else asked
    declined = asked.filter(response__accepted=False, response__at__gte=start, response__at__lt=end)
    person = counted_as("need__case__person")
    by_month = declined.annotate(month=TruncMonth("response__at", tzinfo=zone)).values_list("month")
    full = Q(response__decline_reason=Response.Decline.FULL)
    rows = by_month.annotate(
        full=Count(person, filter=full, distinct=True), otherwise=Count(person, filter=~full, distinct=True)
    ).order_by()
    found = {month.date(): (no_place, other) for month, no_place, other in rows}
    return tuple(
        Turned(month, *found.get(month, (0, 0)), _waiting(asked, min(_midnight(_next(month), zone), end)))
        for month in months(first, last)
    )


def _waiting(asked: QuerySet[Referral], at: datetime) -> int:
    """Persons accepted and without the place at that moment, whose referral stood then."""
    stood = asked.filter(response__accepted=True, response__at__lt=at).exclude(status=Referral.Status.FAILED)
    for field in ("need__met_at", "disclosure__ended_at", "disclosure__until_at"):
        stood = stood.filter(Q(**{field: None}) | Q(**{f"{field}__gte": at}))
    return how_many(stood, "need__case__person")


def _next(month: date) -> date:
    return (month + 31 * DAY).replace(day=1)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone)
