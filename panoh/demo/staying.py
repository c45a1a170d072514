"""Residence permits of the demonstration: some foreign people ask to stay; a few are refused, and for others courts go on."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.people import Plan
from panoh.justice.actions import (
    appeal_refusal,
    ask_extension,
    ask_permit,
    count_victim,
    grant_permit,
    open_criminal_case,
    refuse_permit,
)
from panoh.justice.models import ResidencePermit
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Officer
from panoh.registry.queries.consents import consent_to

SHARE = 0.7
DAY = timedelta(days=1)


def stays(officers: dict[str, Officer], plan: Plan, case: Case, *, at: datetime) -> Life:
    """Only whoever is no citizen. Its own dice leave the other lives as they are."""
    random = Random(f"{plan!r} stays")  # noqa: S311  # invented lives must be the same every time, not secret
    if plan.given.nationality in ("", "TJ") or random.random() > SHARE:
        return
    at = yield at + timedelta(hours=random.randint(20, 90))
    if not _agrees(case):
        return
    court = case.track == Case.Track.ADULT and random.random() < 0.4
    if court:
        _before_a_court(officers, plan, case, at)
    ground = "cooperation" if court else "personal"
    authority = officers["migration"]
    asked = ask_permit(
        case=case,
        ground=ground,
        to_desk=authority.desk,
        made_by="desk",
        words="Invented.",
        by=officers["intake"],
        at=at,
    )
    if random.random() < 0.2:
        return
    at = yield at + random.randint(4, 24) * DAY
    if not _agrees(case):
        return
    if case.track == Case.Track.ADULT and random.random() < 0.2:
        refuse_permit(request=asked, reasons="Invented: a paper is missing.", by=authority, at=at)
        at = yield at + 3 * DAY
        told = {"asked_of": "court", "words": "Invented."}
        appeal_refusal(request=asked, **told, on=at.date(), by=officers["intake"], at=at)
        return
    days = random.choice((60, 90, 180)) * DAY
    permit = grant_permit(request=asked, from_on=at.date(), until_on=(at + days).date(), by=authority, at=at)
    if court:
        yield from _goes_on(officers, permit, at + days - 40 * DAY)


def _before_a_court(officers: dict[str, Officer], plan: Plan, case: Case, at: datetime) -> None:
    """With the person's yes; which criminal case it is stays inside justice."""
    record_consent(
        case=case, purpose="police", given=True, language="ru", explained=True, by=officers[plan.seat], at=at
    )
    by = officers["investigator"]
    crime = open_criminal_case(on=at.date(), articles=["130.1"], region="TJ-DU", file_number="INVENTED", by=by, at=at)
    count_victim(criminal_case=crime, reference=case.reference, by=by, at=at)


def _goes_on(officers: dict[str, Officer], permit: ResidencePermit, at: datetime) -> Life:
    """While proceedings run; of the others the end comes near, and somebody is reminded of it."""
    at = yield at
    if not _agrees(permit.request.case):
        return
    authority = officers["migration"]
    asked = ask_extension(permit=permit, to_desk=authority.desk, made_by="desk", by=officers["intake"], at=at)
    at = yield at + 9 * DAY
    assert permit.until_on is not None
    if _agrees(asked.case):
        grant_permit(request=asked, from_on=permit.until_on, by=authority, at=at)


def _agrees(case: Case) -> bool:
    """Who has withdrawn since is shown to nobody; a child’s case needs no yes."""
    return case.track == Case.Track.CHILD or consent_to(case, "service", "referral") is not None
