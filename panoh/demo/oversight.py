"""Who watches the watchers: a case opened in an emergency, a reading that stood out, names whose time is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from panoh.demo.clockwork import Life
from panoh.identification.actions.retention import ask_to_erase, keep_names
from panoh.identification.queries.retention import closed_cases
from panoh.instruments.library import screening_instruments
from panoh.registry import access
from panoh.registry.actions.emergencies import notice_emergency, open_in_emergency, review_emergency
from panoh.registry.actions.reading_reviews import keep_unusual, review_reading
from panoh.registry.models import Case, Officer
from panoh.registry.queries.people import read_identity
from panoh.registry.queries.purposes import saying
from panoh.screening.actions import answer_second, hold_against


def oversight(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    yield _emergency(officers, start=until - timedelta(days=9), reviewed=True)
    yield _emergency(officers, start=until - timedelta(minutes=50), reviewed=False)
    yield _night(officers["decider"], start=until - timedelta(days=16))
    yield _held(officers, start=until - timedelta(days=25))
    yield _readings(officers["data-protection"], start=until - timedelta(days=20))
    yield _names(officers["data-protection"], start=until - timedelta(days=5))


def _emergency(officers: dict[str, Officer], *, start: datetime, reviewed: bool) -> Life:
    """Police in Sughd meet somebody with a card of the mechanism, who was followed."""
    at = yield start
    by, watch = officers["police-sughd"], officers["data-protection"]
    cases = Case.objects.filter(state="recovery", track=Case.Track.ADULT, desk=officers["border-guard"].desk)
    case = next(
        (each for each in cases.order_by("-opened_at", "pk") if not access.may(by, access.Act.SEE_CASE, each)), None
    )
    if case is None:
        return
    opening = open_in_emergency(reference=case.reference, because="Invented: two men follow her.", by=by, at=at)
    if reviewed:
        at = yield at + timedelta(hours=1)
        notice_emergency(opening=opening, by=officers["border-guard"], at=at)
        at = yield at + timedelta(days=1)
        words = "Invented: the report of the patrol says the same."
        review_emergency(opening=opening, outcome="justified", words=words, by=watch, at=at)


def _night(by: Officer, *, start: datetime) -> Life:
    """Three days of ordinary work, and a night in which one decider opened the names of six people."""
    at = yield start.replace(hour=11)
    for _day in range(3):
        _reads(by, 9, at=at)
        at = yield at + timedelta(days=1)
    at = yield at.replace(hour=23)
    _reads(by, 6, at=at)


def _reads(by: Officer, people: int, *, at: datetime) -> None:
    cases = Case.objects.filter(state="recovery").select_related("person").order_by("-opened_at", "pk")
    for case in cases[:people]:
        with saying(lambda: "supervision"):
            read_identity(case=case, viewer=by, purpose="case_page", at=at)


def _held(officers: dict[str, Officer], *, start: datetime) -> Life:
    """Two officers held a set of questions against its text, page by page; another place waits for the second."""
    at = yield start
    sets, intake = screening_instruments(), officers["intake"]
    places = ("Invented: page 14", "Invented: page 15")
    held = [hold_against(instrument=sets[0], document=sets[0].id, place=each, by=intake, at=at) for each in places]
    at = yield at + timedelta(days=2)
    answer_second(confirmation=held[0], agrees=True, by=officers["decider"], at=at)


def _readings(watch: Officer, *, start: datetime) -> Life:
    """Every few days one of what stood out is looked into; the newest wait."""
    at = yield start
    while True:
        found = next(iter(keep_unusual(by=watch, at=at)), None)
        if found is not None:
            review_reading(
                kind=found.kind,
                day=found.on,
                officer=Officer.objects.filter(pk=found.officer).first(),
                case=Case.objects.filter(pk=found.case).first() if found.case else None,
                outcome="explained",
                words="Invented: a flight had landed.",
                by=watch,
                at=at,
            )
        at = yield at + timedelta(days=4)


def _names(watch: Officer, *, start: datetime) -> Life:
    """One person asked for it and a second officer has to sign; one case is kept for a trial."""
    at = yield start
    asked, *others = [*closed_cases().order_by("opened_at")[:2], None]
    if asked is None:
        return
    ask_to_erase(case=asked, because="person_asked", by=watch, at=at)
    if others[0] is not None:
        keep_names(case=others[0], because="proceedings", until=(at + timedelta(days=300)).date(), by=watch, at=at)
