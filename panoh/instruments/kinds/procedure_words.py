"""The words a written procedure may use for its states, steps and clocks: each a closed list, since the proofs rest on it."""

from __future__ import annotations

from enum import StrEnum


class Adopted(StrEnum):
    """How far the country has gone in making the procedure binding."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    ADOPTED = "adopted"


class Means(StrEnum):
    """What a state stands for, whatever a country calls it. The promises are proved over these."""

    CONTACT = "contact"
    PROTECTION = "protection"
    PENDING = "pending"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    REVIEW = "review"
    PAUSE = "pause"
    OWN_CHOICE = "own_choice"
    """The adult declined or withdrew. A child can never come here."""
    SUPPORT = "support"
    RETURN = "return"
    """The person is back in another country, or handed to a body there."""
    CLOSED = "closed"


class ChildRule(StrEnum):
    """What takes the place of an adult's consent where the person is, or may be, a child."""

    NOT_NEEDED = "not_needed"
    ASSENT = "assent"
    """Consent is not needed; the child's own wish is asked for and written down."""
    GUARDIAN = "guardian"
    BEST_INTERESTS = "best_interests"
    """The guardian decides after a best-interests assessment made for this step."""
    UNAVAILABLE = "unavailable"
    """The step does not exist for a child."""


class ForWhom(StrEnum):
    ANYONE = "anyone"
    ADULT = "adult"
    CHILD = "child"


class Unit(StrEnum):
    HOURS = "hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"


class ClockKind(StrEnum):
    LIMIT = "limit"
    """Something must be done by then."""
    MINIMUM = "minimum"
    """Something is guaranteed to last at least until then."""
    WINDOW = "window"
    """The person may ask for something until then; asking later is possible, with reasons."""
    VALIDITY = "validity"
    """A paper is too old after then."""
