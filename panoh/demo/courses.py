"""What people ask of the mechanism themselves: to be looked at again, for the status at once, for a pause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.identification.actions import apply_for_status, ask_for_reconsideration, pause_case, resume_case
from panoh.registry.models import Case, Officer


def courses(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    yield _applications(officers["intake"], start=until - timedelta(days=75))
    yield _looked_at_again(start=until - timedelta(days=200))
    yield _pauses(officers, start=until - timedelta(days=50))


def _applications(by: Officer, *, start: datetime) -> Life:
    """Every two weeks one person puts it in their own words; it counts from the day they were first spoken to."""
    at = yield start
    while True:
        cases = Case.objects.filter(state="recovery", track=Case.Track.ADULT, application=None)
        case = cases.order_by("-opened_at", "pk").first()
        if case is not None:
            words = "Invented: they kept my papers for a year. I want it written down that it was not my fault."
            apply_for_status(case=case, made_by="person", words=words, by=by, at=at)
        at = yield at + timedelta(days=14)


def _looked_at_again(*, start: datetime) -> Life:
    """Of those who were told that they were not recognised, some ask others to look again."""
    at = yield start
    while True:
        told = Case.objects.filter(state="preliminary_negative", reconsiderations=None).exclude(manager=None)
        told = told.filter(track=Case.Track.ADULT).select_related("manager__post__desk")
        case = (
            told.filter(clocks__clock="reconsideration_request", clocks__stopped_at=None).order_by("opened_at").first()
        )
        if case is not None and case.manager is not None:
            grounds = "Invented: the employer has been charged since; a friend saw the papers being taken."
            ask_for_reconsideration(case=case, asked_by="person", grounds=grounds, by=case.manager, at=at)
            at = yield at + timedelta(days=60)
        at = yield at + timedelta(days=5)


def _pauses(officers: dict[str, Officer], *, start: datetime) -> Life:
    """Three times nobody answered in the agreed way; somebody goes on looking until she calls."""
    at = yield start
    while True:
        manager = officers["case-manager"]
        case = (
            Case.objects.filter(state="recovery", track=Case.Track.ADULT, manager=manager, stays=None)
            .order_by("opened_at")
            .first()
        )
        if case is not None:
            risk = "Invented: she may be with the man she fled from."
            pause_case(case=case, asked_by_person=False, attempts=3, risk=risk, by=manager, at=at)
            at = yield at + timedelta(days=18)
            resume_case(case=case, words="Invented: she called from her aunt's house.", by=manager, at=at)
        at = yield at + timedelta(days=20)
