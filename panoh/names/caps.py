"""What holds a score down however alike the sounds are: a man and a woman, a father and his son, one part only."""

from __future__ import annotations

from collections.abc import Callable

from panoh.names.alignment import Alignment
from panoh.names.parts import Part

Said = tuple[str, str, str]


def _sexes_differ(found: Alignment) -> Said | None:
    one = {m.one.sex for m in found.matches} | {p.sex for p in found.alone_one}
    other = {m.other.sex for m in found.matches} | {p.sex for p in found.alone_other}
    if {frozenset(one - {""}), frozenset(other - {""})} == {frozenset("m"), frozenset("f")}:
        return ("", "", "the endings say a man and a woman")
    return None


def _roles_crossed(found: Alignment) -> Said | None:
    """Карим Раҳимов and Раҳим Каримов, Рустам Аҳмадович and Аҳмад Рустамович: the parts stand in each other's role."""
    changed = {(_kind(m.one), _kind(m.other)) for m in found.matches if _kind(m.one) != _kind(m.other)}
    if any((there, here) in changed for here, there in changed):
        return ("", "", "two parts changed places in form")
    return None


def _kind(part: Part) -> str:
    return "family" if part.role == "son-ending" else part.role


def _father_against_family(found: Alignment) -> Said | None:
    for match in found.matches:
        if {match.one.role, match.other.role} == {"father", "family"}:
            return (match.one.text, match.other.text, "a father's name against a Russian family name")
    return None


def _son_against_father(found: Alignment) -> Said | None:
    """Азамат Кадыров and Кадыров Кубаныч Азаматович: a given name held against a father's, another given name alone."""
    for match, alone in ((m, side) for m in found.matches for side in (found.alone_one, found.alone_other)):
        if {match.one.role, match.other.role} == {"father", ""} and any(not p.role and not p.weak for p in alone):
            return (match.one.text, match.other.text, "a given name against a father's name")
    return None


def _lone_against_full(found: Alignment) -> Said | None:
    if len(found.matches) == 1 and (found.alone_one or found.alone_other):
        return (found.matches[0].one.text, found.matches[0].other.text, "only one part to go by")
    return None


def _only_initials(found: Alignment) -> Said | None:
    if sum(1 for match in found.matches if not (match.one.initial or match.other.initial)) == 0:
        return ("", "", "initials only")
    return None


CAPS: tuple[tuple[Callable[[Alignment], Said | None], float], ...] = (
    (_sexes_differ, 0.6),
    (_roles_crossed, 0.6),
    (_father_against_family, 0.75),
    (_son_against_father, 0.7),
    (_lone_against_full, 0.7),
    (_only_initials, 0.5),
)
"""(What was found, the most the score may then be.) Our own weights (provisional)."""
