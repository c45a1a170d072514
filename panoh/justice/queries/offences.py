"""The country's register of offences for a reader: each with its book, whether it is in force, and how far it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.offence import Offence, OffenceRegister
from panoh.instruments.kinds.source import Citation, Source, Words
from panoh.justice.rules.offences import look_up
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused


@dataclass(frozen=True)
class Listed:
    """`in_force`: on the day of reading; None where the register does not know since when."""

    offence: Offence
    book: Words
    in_force: bool | None


@dataclass(frozen=True)
class Register:
    lines: tuple[Listed, ...]
    part: str
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class OnePage:
    """`cited`: each text it rests on, with the place and how far that place was verified."""

    line: Listed
    cited: tuple[tuple[Citation, Source], ...]


def register() -> OffenceRegister:
    return countries.offences(settings.COUNTRY)


def offences_for(viewer: Officer, *, text: str, book: str, counted_as: str, on: date) -> Register:
    access.require(viewer, access.Act.SEE_FIGURES)
    found = look_up(register(), text, book=book, counted_as=counted_as)
    return Register(tuple(_listed(each, on) for each in found.offences), found.part, found.candidates)


def offence_for(viewer: Officer, key: str, *, on: date) -> OnePage:
    access.require(viewer, access.Act.SEE_FIGURES)
    try:
        offence = register().offence(key)
    except KeyError:
        raise Refused(
            _("The register has no such offence."), _("Look it up by its article or a word of its title.")
        ) from None
    known = countries.sources(settings.COUNTRY)
    return OnePage(_listed(offence, on), tuple((each, known[each.source]) for each in _citations(offence)))


def _listed(offence: Offence, on: date) -> Listed:
    return Listed(offence, register().book(offence.book).name, offence.in_force(on))


def _citations(offence: Offence) -> tuple[Citation, ...]:
    penalties = (cited for each in offence.penalties for cited in each.sources)
    codes = (cited for each in offence.iccs for cited in each.sources)
    return tuple(dict.fromkeys((*offence.sources, *penalties, *codes)))
