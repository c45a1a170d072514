"""Why two records may be one person's, in words an officer reads: which part fits which, and how the birth dates stand."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.screening.rules.matching import Births, Likeness, Strength

FOUND: dict[str, Promise] = {
    "the same name": _("the same name"),
    "the same name without a second part": _("the same name without a second part"),
    "the same name without the article": _("the same name without the article"),
    "the same name without Abdul-": _("the same name without Abdul-"),
    "nearly the same sounds": _("nearly the same sounds"),
    "two different names": _("two different names"),
    "different": _("different"),
    "another initial": _("another initial"),
    "the same initial": _("the same initial"),
    "an initial that fits": _("an initial that fits"),
    "only one part to go by": _("only one part to go by"),
    "initials only": _("initials only"),
    "a father's name against a Russian family name": _("a father's name against a Russian family name"),
    "a given name against a father's name": _("a given name against a father's name"),
    "the endings say a man and a woman": _("the endings say a man and a woman"),
    "two parts changed places in form": _("two parts changed places in form"),
    "nothing to compare": _("nothing to compare"),
}
BIRTHS: dict[Births, Promise] = {
    Births.SAME: _("the same day of birth"),
    Births.NEAR: _("birth dates that differ by one part, or one of them guessed"),
    Births.OPEN: _("birth dates that do not contradict each other; one is not known to the day"),
    Births.AGAINST: _("different birth dates"),
}
STRENGTHS: dict[str, Promise] = {
    Strength.PAPER: _("the same document number"),
    Strength.STRONG: _("name and day of birth"),
    Strength.LIKELY: _("a name alike and a birth that fits"),
}


@dataclass(frozen=True)
class Reason:
    """One reason: what stands on the list, what on record (both empty where it is not about a part of a name), and how
    they fit. `speaks_against`: it makes one person of them less likely."""

    listed: str
    known: str
    words: str
    speaks_against: bool = False


def reasons_of(strength: str, births: Births, likeness: Likeness | None) -> tuple[Reason, ...]:
    """The paper first, then births, then the name part by part."""
    papers = (Reason("", "", str(STRENGTHS[strength])),) if strength == Strength.PAPER else ()
    born = Reason("", "", str(BIRTHS[births]), speaks_against=births is Births.AGAINST)
    parts = likeness.name.reasons if likeness else ()
    return (*papers, born, *(_of_part(*part) for part in parts))


def _of_part(listed: str, known: str, found: str, points: float) -> Reason:
    words = FOUND.get(found)
    return Reason(listed, known, str(words) if words is not None else found, speaks_against=points < 0.7)
