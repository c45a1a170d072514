"""What is asked beside the indicators, and how much each reason to see somebody first weighs."""

from __future__ import annotations

SEEN = ("in_danger", "injured", "alone", "detained")
"""What an officer can see or hear of a person without an interview."""

FACTS = ("act", "sexual_use")

WEIGHTS: dict[str, int] = {
    "child": 64,
    "in_danger": 32,
    "injured": 16,
    "alone": 8,
    "detained": 4,
    "presumed": 2,
    "some_sign": 1,
}
"""Each weighs more than all after it together (our own order, provisional: children first as in triage on arrival)."""
