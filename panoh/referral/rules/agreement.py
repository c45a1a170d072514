"""Which agreement of an adult lets a need be shown to a desk. A child needs none: the duty to protect takes its place."""

from __future__ import annotations

from collections.abc import Collection

# Sharing with police, with a court or with a consulate is a purpose of its own: agreeing to a service elsewhere says
# nothing about it, nor one of them about another.
_OWN_PURPOSE = {"police": "police", "prosecutor": "police", "court": "court", "consulate": "consulate"}
_SERVICE = ("service", "referral")


def purposes_for(agency_kind: str) -> tuple[str, ...]:
    """The purposes any one of which lets an adult's need be shown to a desk of such an agency, the closest first."""
    own = _OWN_PURPOSE.get(agency_kind)
    return (own,) if own else _SERVICE


def shared_for(agency_kind: str) -> str:
    """What a child's need is shown for to a desk of such an agency: it rests on the duty to protect, on nobody's consent."""
    return purposes_for(agency_kind)[0]


# What a desk sees to decide whether it can help, and what it sees once it has said yes. No name before that; the
# reference, which tells nothing about the person, lets two desks speak of the same case on the phone.
SEEN_TO_ANSWER = ("reference", "sex", "track", "with_children", "step_free", "service", "urgency", "region", "message")
SEEN_OF_A_PLACE = ("long_term", "guarded")
SEEN_WHEN_ACCEPTED = ("names", "birth_date", "contact")


def seen_to_answer(asks: Collection[str]) -> tuple[str, ...]:
    """Whether somebody needs a place for long, or a guard, is shown only where a place is asked for."""
    return (*SEEN_TO_ANSWER, *SEEN_OF_A_PLACE) if "place" in asks else SEEN_TO_ANSWER
