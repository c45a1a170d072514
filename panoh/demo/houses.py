"""Day by day in the houses and desks that help: somebody goes out and comes back, is asked how they are, tells what was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.protection.actions import comes_back, goes_out, record_follow_up
from panoh.protection.models import Stay
from panoh.protection.queries.following import follow_ups_due
from panoh.referral.actions import note_report, report_service
from panoh.referral.models import Referral
from panoh.registry.models import Officer

HELPERS = ("legal-aid", "ngo-khujand", "iom", "shelter")
MONTHS = (3, 6, 12)


def days(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    yield _walks(officers["shelter"], start=until - timedelta(days=12, hours=2))
    yield _asked_after(officers, start=until - timedelta(days=150))
    for number, username in enumerate(HELPERS):
        yield _tells(officers[username], start=until - timedelta(days=90 - number))


def _walks(by: Officer, *, start: datetime) -> Life:
    """Each day another resident is out for some hours."""
    at, day = (yield start), 0
    while True:
        living = list(Stay.objects.filter(place__shelter__desk=by.desk, until_at=None).order_by("from_at", "pk"))
        if living:
            stay = living[day % len(living)]
            goes_out(stay=stay, by=by, at=at)
            at = yield at + timedelta(hours=4)
            if Stay.objects.filter(pk=stay.pk, until_at=None).exists():
                comes_back(stay=stay, by=by, at=at)
        day += 1
        at = yield at + timedelta(hours=20)


def _asked_after(officers: dict[str, Officer], *, start: datetime) -> Life:
    """After three, six and twelve months, in the way they agreed to; two of three are reached."""
    at, number = (yield start), 0
    while True:
        for username in ("case-manager", "iom", "shelter"):
            for months in MONTHS:
                left = follow_ups_due(officers[username], months, now=at).first()
                if left is not None:
                    came = "not_reached" if number % 3 == 2 else "spoke"
                    record_follow_up(departure=left, months=months, came=came, by=officers[username], at=at)
                    number += 1
        at = yield at + timedelta(days=4)


def _tells(by: Officer, *, start: datetime) -> Life:
    """Every few days one desk tells what came of the help; half of it was read by whoever sent the person."""
    at, number = (yield start), 0
    while True:
        accepted = Referral.objects.filter(to_desk=by.desk, status=Referral.Status.ACCEPTED, reports=None)
        helped = next(
            (each for each in accepted.order_by("sent_at", "pk") if each.standing == each.Status.ACCEPTED), None
        )
        if helped is not None:
            words = "Invented: there were ten minutes only." if number % 5 == 4 else ""
            report = report_service(
                referral=helped, outcome="given", reason="", below_standard=bool(words), words=words, by=by, at=at
            )
            if number % 2 == 0:
                at = yield at + timedelta(hours=6)
                note_report(report=report, by=helped.sent_by, at=at)
            number += 1
        at = yield at + timedelta(days=6)
