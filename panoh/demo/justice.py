"""Criminal cases of the demonstration: a handful of invented ones, each at another stage and with something to see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from panoh.demo.clockwork import Life, Strand
from panoh.justice.actions import (
    DefendantGiven,
    add_defendant,
    count_victim,
    freeze_asset,
    open_criminal_case,
    order_restitution,
    pronounce_sentence,
    receive_criminal_case,
    record_payment,
    record_stage,
    transfer_criminal_case,
)
from panoh.justice.models import CriminalCase, Defendant
from panoh.registry.models import Officer

MONTH = timedelta(days=30)
OFFICIAL = DefendantGiven(sex="male", nationality="TJ", official="yes")
SOMEBODY = DefendantGiven(sex="male", nationality="TJ", official="no", name="Invented: Defendant One")
WOMAN = DefendantGiven(sex="female", nationality="TJ", official="no")


def prosecutions(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    """Articles in spellings as files have them. The dates lie before today, so that a visitor finds each where it stands."""
    yield _judged(officers, ["ст. 130 прим 1 УК РТ"], start=until - 14 * MONTH)
    yield _closed(officers, ["335.2", "340"], start=until - 10 * MONTH)
    yield _brought(officers, ["130(1)", "239"], ("investigated", "charged"), OFFICIAL, start=until - 7 * MONTH)
    yield _on_its_way(officers, ["167"], start=until - 6 * MONTH)
    yield _brought(officers, ["335.1"], ("investigated",), SOMEBODY, start=until - 3 * MONTH)
    yield _brought(officers, ["130.2"], (), WOMAN, start=until - MONTH)


def _stages(case: CriminalCase, stages: tuple[str, ...], by: Officer, at: datetime) -> Strand:
    for stage in stages:
        at = yield at + timedelta(days=40)
        record_stage(criminal_case=case, stage=stage, on=at.date(), by=by, at=at)
    return at


def _begun(officers: dict[str, Officer], articles: list[str], given: DefendantGiven, at: datetime) -> CriminalCase:
    by = officers["investigator"]
    case = open_criminal_case(on=at.date(), articles=articles, region="TJ-DU", file_number="INVENTED", by=by, at=at)
    add_defendant(criminal_case=case, given=given, by=by, at=at)
    count_victim(criminal_case=case, by=by, at=at)
    return case


def _brought(
    officers: dict[str, Officer],
    articles: list[str],
    stages: tuple[str, ...],
    given: DefendantGiven,
    *,
    start: datetime,
) -> Life:
    at = yield start
    case = _begun(officers, articles, given, at)
    yield from _stages(case, stages, officers["investigator"], at)


def _judged(officers: dict[str, Officer], articles: list[str], *, start: datetime) -> Life:
    """One sentence within the range and one below it; restitution paid in part."""
    at = yield start
    case, investigator, court = _begun(officers, articles, SOMEBODY, at), officers["investigator"], officers["court"]
    add_defendant(criminal_case=case, given=OFFICIAL, by=investigator, at=at)
    freeze_asset(
        criminal_case=case, kind="vehicle", on=at.date(), value=Decimal(60_000), currency="TJS", by=investigator, at=at
    )
    at = yield from _stages(case, ("investigated", "charged"), investigator, at)
    sent = transfer_criminal_case(criminal_case=case, to_desk=court.desk, because="trial", by=investigator, at=at)
    at = yield at + timedelta(days=2)
    receive_criminal_case(transfer=sent, by=court, at=at)
    at = yield from _stages(case, ("tried", "sentenced"), court, at)
    people = Defendant.objects.filter(criminal_case=case).order_by("number")
    for who, prison, suspended in zip(people, (96, None), (None, 24), strict=True):
        pronounce_sentence(
            defendant=who,
            on=at.date(),
            article="130.1",
            convicted=True,
            custodial_months=prison,
            suspended_months=suspended,
            after="",
            by=court,
            at=at,
        )
    ordered = order_restitution(
        criminal_case=case, on=at.date(), amount=Decimal(30_000), currency="TJS", by=court, at=at
    )
    at = yield at + 2 * MONTH
    record_payment(restitution=ordered, on=at.date(), amount=Decimal(5_000), by=court, at=at)


def _closed(officers: dict[str, Officer], articles: list[str], *, start: datetime) -> Life:
    at = yield start
    case, by = _begun(officers, articles, WOMAN, at), officers["investigator"]
    at = yield from _stages(case, ("investigated",), by, at)
    at = yield at + MONTH
    record_stage(criminal_case=case, stage="closed", on=at.date(), because="no_evidence", by=by, at=at)


def _on_its_way(officers: dict[str, Officer], articles: list[str], *, start: datetime) -> Life:
    """A child was sold. The court's desk has not received the case yet."""
    at = yield start
    case, by = _begun(officers, articles, WOMAN, at), officers["investigator"]
    at = yield from _stages(case, ("investigated", "charged"), by, at)
    at = yield start + 6 * MONTH - timedelta(days=1)
    transfer_criminal_case(criminal_case=case, to_desk=officers["court"].desk, because="trial", by=by, at=at)
