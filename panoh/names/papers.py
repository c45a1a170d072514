"""Which papers an invented person carries and how each writes the name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from panoh.names import writing
from panoh.names.family import (
    Sex,
    patronymic,
    persian_family,
    slavic_family,
    tajik_family,
    uzbek_family,
    uzbek_patronymic,
)
from panoh.names.fold import Script
from panoh.names.stock import Name


class WrittenName(NamedTuple):
    """A name as one paper has it."""

    text: str
    script: Script
    source: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """What every spelling of one invented person is made from."""

    nation: str
    given: Name
    family: Name
    father: Name
    sex: Sex

    @property
    def family_as_written(self) -> str:
        """The family name with its ending, in the script of the person's people."""
        if self.nation in ("AF", "BD"):
            return self.family.own
        if self.nation == "UZ":
            return uzbek_family(self.family.own, self.sex)
        return slavic_family(self.family.own, self.sex)

    @property
    def patronymic(self) -> str:
        """The father's name as it stands third; empty where papers do not carry one."""
        if self.nation in ("AF", "BD"):
            return ""
        if self.nation == "UZ":
            return uzbek_patronymic(self.father.own, self.sex)
        return patronymic(self.father.own, self.sex)

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.family_as_written, self.given.own, self.patronymic) if part)

    @property
    def short(self) -> str:
        return f"{self.given.own} {self.family_as_written}"


Paper = Callable[[Bearer], WrittenName]


def _paper(source: str, script: Script, write: Callable[[Bearer], str]) -> Paper:
    return lambda bearer: WrittenName(write(bearer), script, source)


def _in_persian(bearer: Bearer) -> str:
    family = persian_family(bearer.family.persian, bearer.sex) if bearer.nation == "TJ" else bearer.family.persian
    return f"{bearer.given.persian} {family}"


def _in_russian_list(bearer: Bearer) -> str:
    return f"{bearer.family.russian} {bearer.given.russian}"


def _uzbek_in_russian(bearer: Bearer) -> str:
    written = writing.uzbek_in_russian(f"{bearer.family_as_written} {bearer.given.own} {bearer.father.own}").split(" ")
    return " ".join((*written[:2], patronymic(written[2], bearer.sex)))


def _respected(bearer: Bearer) -> str:
    return f"{'Mst.' if bearer.sex == 'f' else 'Md.'} {bearer.given.own} {bearer.family.own}"


def _tajik_form(bearer: Bearer) -> str:
    return f"{tajik_family(bearer.family.own)} {bearer.given.own}"


_TRAVEL = _paper("travel passport", "latin", lambda bearer: writing.machine_line(bearer.short))
_FRENCH = _paper("Soviet travel passport", "latin", lambda bearer: writing.french(bearer.short))
_RUSSIAN = _paper("Russian court paper", "cyrillic", lambda bearer: writing.russian(bearer.full))
_LIBRARY = _paper("library entry", "latin", lambda bearer: writing.library(bearer.short))
_OWN = _paper("birth certificate", "cyrillic", lambda bearer: bearer.full)
_RUSSIAN_LIST = _paper("Russian migration card", "cyrillic", _in_russian_list)

CARRIED: dict[str, tuple[Paper, ...]] = {
    "TJ": (
        _OWN,
        _paper("passport", "latin", lambda bearer: writing.passport(bearer.short)),
        _RUSSIAN,
    ),
    "UZ": (
        _paper("passport", "latin", lambda bearer: bearer.full),
        _paper("birth certificate", "cyrillic", lambda bearer: writing.uzbek_cyrillic(bearer.short)),
        _paper("Russian migration card", "cyrillic", _uzbek_in_russian),
    ),
    "RU": (_OWN, _TRAVEL),
    "AF": (
        _paper("tazkira", "persian", _in_persian),
        _paper("visa", "latin", lambda bearer: f"{bearer.given.latin} {bearer.family.latin}"),
    ),
    "KG": (_OWN, _TRAVEL, _RUSSIAN),
    "BD": (_paper("passport", "latin", lambda bearer: _respected(bearer).upper()),),
}
"""The papers every invented person of a people carries."""

FOUND_LATER: dict[str, tuple[Paper, ...]] = {
    "TJ": (
        *CARRIED["TJ"],
        _TRAVEL,
        _FRENCH,
        _LIBRARY,
        _paper("note in Dari", "persian", _in_persian),
        _paper("new birth certificate", "cyrillic", _tajik_form),
        _paper("new passport", "latin", lambda bearer: writing.passport(_tajik_form(bearer))),
        _paper("typed letter", "cyrillic", lambda bearer: writing.bare_tajik(bearer.short)),
        _paper("old computer file", "cyrillic", lambda bearer: writing.legacy_font(bearer.full)),
    ),
    "UZ": (
        *CARRIED["UZ"],
        _paper("old passport", "latin", lambda bearer: writing.machine_line(_uzbek_in_russian(bearer))),
    ),
    "RU": (*CARRIED["RU"], _FRENCH, _LIBRARY),
    "AF": (*CARRIED["AF"], _RUSSIAN_LIST),
    "KG": (*CARRIED["KG"], _FRENCH),
    "BD": (*CARRIED["BD"], _RUSSIAN_LIST, _paper("work permit", "latin", lambda bearer: bearer.short)),
}
"""Papers in which the same person may be met again."""


def papers_of(bearer: Bearer) -> tuple[WrittenName, ...]:
    """The names a person's own papers carry."""
    return tuple(paper(bearer) for paper in CARRIED[bearer.nation])


def another_paper(bearer: Bearer, random: Random) -> WrittenName:
    """One more spelling: another paper, sometimes with the order turned or a doubled letter written once."""
    written = random.choice(FOUND_LATER[bearer.nation])(bearer)
    for slip in (_turned, _single_letters):
        if random.random() < 0.25:
            written = written._replace(text=slip(written.text))
    return written


def _turned(text: str) -> str:
    first, *rest = text.split(" ")
    return " ".join((*rest, first)) if "." not in first and "‘" not in text and "qizi" not in text else text


def _single_letters(text: str) -> str:
    return "".join(letter for place, letter in enumerate(text) if place == 0 or letter != text[place - 1])
