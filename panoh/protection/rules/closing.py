"""When a case may be closed: the person knows what was decided and may still ask, and they hear of the closing safely."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NotClosed(StrEnum):
    """Why a case is not closed now."""

    UNTOLD = "untold"
    """A decision is in effect that nobody told the person."""
    MAY_STILL_ASK = "may_still_ask"
    """The time to ask for reconsideration runs, and closing would end it."""
    NO_LAST_NEEDS = "no_last_needs"
    NOT_TOLD_WHY = "not_told_why"
    CHILD_ALONE = "child_alone"
    NO_GUARDIAN = "no_guardian"
    WAY_NOT_AGREED = "way_not_agreed"
    NO_CONSENT_TO_CONTACT = "no_consent_to_contact"


@dataclass(frozen=True)
class Closing:
    """What is looked at. `wished`: the person asked for it, or has died, so that nothing they may ask for is cut off."""

    wished: bool
    untold: bool
    may_still_ask: bool
    child: bool
    told: str
    way_agreed: bool
    last_needs: bool
    words: bool
    follow_up_agreed: bool
    follow_up_consent: bool


def not_closed(given: Closing) -> NotClosed | None:
    looks = (
        (given.untold and given.told != "not_possible", NotClosed.UNTOLD),
        (given.may_still_ask and not given.wished, NotClosed.MAY_STILL_ASK),
        (not given.last_needs, NotClosed.NO_LAST_NEEDS),
        (given.told == "not_possible" and not given.words, NotClosed.NOT_TOLD_WHY),
        (given.child and given.told in {"in_person", "telephone"}, NotClosed.CHILD_ALONE),
        (not given.child and given.told == "guardian", NotClosed.NO_GUARDIAN),
        (given.told == "telephone" and not given.way_agreed, NotClosed.WAY_NOT_AGREED),
        (given.follow_up_agreed and not given.follow_up_consent, NotClosed.NO_CONSENT_TO_CONTACT),
    )
    return next((why for holds, why in looks if holds), None)
