"""Whether somebody may depart today: every condition of a safe return by itself, each with what is still to be done.

Nothing here turns anybody away from help, and nobody is returned by a score: people assess, and the rule only says what
has not been looked at yet, or was found to speak against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from panoh.instruments.kinds.returning import RiskFactor
from panoh.instruments.kinds.source import Words
from panoh.protection.rules.abroad import NOT_NEEDED, REFUSED, WAITS
from panoh.protection.rules.returns_words import MISSING

YES, NO, UNKNOWN = "yes", "no", "unknown"
ANSWERS = (YES, NO, UNKNOWN)
IN_PRIVATE = frozenset({"alone", "interpreter", "trusted"})
PRECONDITIONS = frozenset({"return_risk_assessed", "return_voluntary", "receiving_body_named"})
"""What the procedure waits for, shown by the records once nothing lacks."""


@dataclass(frozen=True)
class Risk:
    """The assessment that stands. `good_until`: as long as the country's limit lets it count."""

    factors: Mapping[str, str]
    conclusion: str
    good_until: datetime


@dataclass(frozen=True)
class Wish:
    """The newest word of the person."""

    wished: bool
    present: str
    told_free: bool


@dataclass(frozen=True)
class Prepared:
    """Everything on record about one return. `shared`: the person agrees to what the receiver is told, or is a child.
    `transfer`: how it stands with what the receiver abroad is told (rules/abroad.py)."""

    child: bool
    risk: Risk | None
    wish: Wish | None
    receiver_named: bool
    shared: bool
    interests: bool
    guardian: bool
    document: str
    fit: bool | None
    escort: str
    unmarked: bool
    reintegration: bool
    transfer: str = NOT_NEEDED


@dataclass(frozen=True)
class Lacking:
    """One condition that is not met, and the way to meet it."""

    key: str
    reason: Words
    way_forward: Words


def lacks(prepared: Prepared, factors: tuple[RiskFactor, ...], *, at: datetime) -> tuple[Lacking, ...]:
    """What still stands between the person and a safe departure at this moment; nothing where all is done."""
    return tuple(Lacking(key, *MISSING[key]) for key, missing in _CONDITIONS if missing(prepared, factors, at))


def kept_from(risk: Risk, factors: tuple[RiskFactor, ...]) -> tuple[RiskFactor, ...]:
    """The factors for which a child is not returned: doubt counts as yes."""
    return tuple(each for each in factors if each.never_for_child and risk.factors.get(each.key) != NO)


def faults_of(
    given: Mapping[str, str], conclusion: str, measures: str, factors: tuple[RiskFactor, ...]
) -> Words | RiskFactor | None:
    """Why this is no assessment yet: a factor nobody answered, or a grave one with nothing done against it."""
    for each in factors:
        if given.get(each.key) not in ANSWERS:
            return each
    if set(given) - {each.key for each in factors}:
        return MISSING["factor"][0]
    grave = any(each.grave and given[each.key] != NO for each in factors)
    if conclusion == "safe" and grave:
        return MISSING["measures"][0]
    if conclusion == "with_measures" and not measures.strip():
        return MISSING["measures"][0]
    return None


Missing = Callable[[Prepared, tuple[RiskFactor, ...], datetime], bool]


def _no_risk(prepared: Prepared, _factors: tuple[RiskFactor, ...], _at: datetime) -> bool:
    return prepared.risk is None


def _too_old(prepared: Prepared, _factors: tuple[RiskFactor, ...], at: datetime) -> bool:
    return prepared.risk is not None and at > prepared.risk.good_until


def _not_safe(prepared: Prepared, _factors: tuple[RiskFactor, ...], _at: datetime) -> bool:
    return prepared.risk is not None and prepared.risk.conclusion not in {"safe", "with_measures"}


def _to_exploiter(prepared: Prepared, factors: tuple[RiskFactor, ...], _at: datetime) -> bool:
    return prepared.child and prepared.risk is not None and bool(kept_from(prepared.risk, factors))


def _no_wish(prepared: Prepared, _factors: tuple[RiskFactor, ...], _at: datetime) -> bool:
    return prepared.wish is None or not prepared.wish.wished


def _not_private(prepared: Prepared, _factors: tuple[RiskFactor, ...], _at: datetime) -> bool:
    wish = prepared.wish
    return wish is not None and wish.wished and (wish.present not in IN_PRIVATE or not wish.told_free)


_CONDITIONS: tuple[tuple[str, Missing], ...] = (
    ("risk", _no_risk),
    ("too_old", _too_old),
    ("not_safe", _not_safe),
    ("to_exploiter", _to_exploiter),
    ("wish", _no_wish),
    ("private", _not_private),
    ("receiver", lambda prepared, _factors, _at: not prepared.receiver_named),
    ("shared", lambda prepared, _factors, _at: prepared.receiver_named and not prepared.shared),
    ("transfer", lambda prepared, _factors, _at: prepared.transfer == WAITS),
    ("transfer_refused", lambda prepared, _factors, _at: prepared.transfer == REFUSED),
    ("interests", lambda prepared, _factors, _at: prepared.child and not prepared.interests),
    ("guardian", lambda prepared, _factors, _at: prepared.child and not prepared.guardian),
    ("document", lambda prepared, _factors, _at: prepared.document not in {"has", "not_needed"}),
    ("fit", lambda prepared, _factors, _at: prepared.fit is not True),
    (
        "escort",
        lambda prepared, _factors, _at: (
            prepared.escort not in ({"arranged"} if prepared.child else {"arranged", "not_needed"})
        ),
    ),
    ("unmarked", lambda prepared, _factors, _at: not prepared.unmarked),
    ("reintegration", lambda prepared, _factors, _at: not prepared.reintegration),
)
