"""What counts as written reasons, and which step of the procedure a decision takes."""

from __future__ import annotations

DIFFERENT_WORDS = 5
"""A reason is a sentence: fewer different words say nothing another officer, the person or a court could test."""

STEPS: dict[tuple[str, str], str] = {
    ("preliminary", "positive"): "find_reasonable_grounds",
    ("preliminary", "negative"): "find_no_reasonable_grounds",
    ("formal", "positive"): "identify",
    ("formal", "negative"): "not_identify",
}
STEPS_OF_REVIEW: dict[tuple[str, str], str] = {
    ("preliminary", "positive"): "reverse_preliminary",
    ("preliminary", "negative"): "uphold_preliminary",
    ("formal", "positive"): "reverse_formal",
    ("formal", "negative"): "uphold_formal",
}


def step_of(stage: str, outcome: str, *, review: bool) -> str:
    """The step a decision takes: the first time, or on reconsideration."""
    return (STEPS_OF_REVIEW if review else STEPS)[stage, outcome]


def says_something(*texts: str) -> bool:
    """Whether the texts together hold enough different words to be reasons; digits and signs are no words."""
    words = {word.casefold() for text in texts for word in text.split() if any(map(str.isalpha, word))}
    return len(words) >= DIFFERENT_WORDS
