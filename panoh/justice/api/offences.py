"""API of the register of offences."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Schema

from panoh.instruments.kinds.offence import OffenceClass, Range
from panoh.justice.api.router import router
from panoh.justice.queries.offences import Listed, offence_for, offences_for
from panoh.registry.pages import officer_of


class RangeOut(Schema):
    """Both ends are allowed; an end that was not seen is empty."""

    at_least: int | None
    at_most: int | None

    @staticmethod
    def of(given: Range | None) -> RangeOut | None:
        return RangeOut(at_least=given.at_least, at_most=given.at_most) if given else None


class PenaltyRangeOut(Schema):
    text: str
    part: str
    valid_from: date | None
    valid_to: date | None
    prison_years: RangeOut | None
    detention_days: RangeOut | None
    fine: RangeOut | None
    fine_indices: RangeOut | None
    verification: list[str]


class RegisteredOffenceOut(Schema):
    """`in_force`: today; empty where the register does not know since when."""

    key: str
    book: str
    article: str
    parts: list[str]
    title: dict[str, str]
    counted_as: OffenceClass
    migration: bool
    in_force: bool | None
    valid_from: date | None
    valid_to: date | None
    iccs: list[str]
    penalties: list[PenaltyRangeOut]
    provisional: bool

    @staticmethod
    def of(line: Listed) -> RegisteredOffenceOut:
        each = line.offence
        return RegisteredOffenceOut(
            key=each.key,
            book=each.book,
            article=each.article,
            parts=list(each.parts),
            title={"en": each.title.en, "ru": each.title.ru, "tg": each.title.tg},
            counted_as=each.offence_class,
            migration=each.migration,
            in_force=line.in_force,
            valid_from=each.valid_from,
            valid_to=each.valid_to,
            iccs=[code.code for code in each.iccs if code.code],
            penalties=[
                PenaltyRangeOut(
                    text=seen.text.en,
                    part=seen.part,
                    valid_from=seen.valid_from,
                    valid_to=seen.valid_to,
                    prison_years=RangeOut.of(seen.prison_years),
                    detention_days=RangeOut.of(seen.detention_days),
                    fine=RangeOut.of(seen.fine),
                    fine_indices=RangeOut.of(seen.fine_indices),
                    verification=sorted({str(cited.verification) for cited in seen.sources}),
                )
                for seen in each.penalties
            ],
            provisional=each.provisional,
        )


class AskedOffences(Schema):
    """`text`: an article however it is written, or a word of the title. `counted_as`: a class, or migration."""

    text: str = ""
    book: str = ""
    counted_as: str = Field("", pattern="^(|trafficking|related|neighbouring|outside|migration)$")


class OffencesOut(Schema):
    """`candidates`: what an article as written could mean where it is not clear; then none is chosen."""

    offences: list[RegisteredOffenceOut]
    part: str
    candidates: list[str]


@router.get("/offences", response=OffencesOut)
def read_offences(request: HttpRequest, asked: Query[AskedOffences]) -> OffencesOut:
    found = offences_for(officer_of(request), **asked.dict(), on=timezone.localdate())
    return OffencesOut(
        offences=[RegisteredOffenceOut.of(each) for each in found.lines],
        part=found.part,
        candidates=list(found.candidates),
    )


@router.get("/offences/{offence_key}", response=RegisteredOffenceOut)
def read_offence(request: HttpRequest, offence_key: str) -> RegisteredOffenceOut:
    return RegisteredOffenceOut.of(offence_for(officer_of(request), offence_key, on=timezone.localdate()).line)
