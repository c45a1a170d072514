"""Whether a decision was told in a way that is safe and can be understood. A way that is not safe tells nobody anything."""

from __future__ import annotations

from enum import StrEnum


class Unsafe(StrEnum):
    """Why this way of telling does not count."""

    CHILD_DIRECTLY = "child_directly"
    NO_GUARDIAN = "no_guardian"
    WAY_NOT_AGREED = "way_not_agreed"
    COMPANION = "companion"
    PAPER_FROM_AFAR = "paper_from_afar"
    PAPER_UNREACHED = "paper_unreached"
    NO_PAPER_SAID = "no_paper_said"


def unsafe(
    *, child: bool, to_whom: str, way: str, way_agreed: bool, interpreter: str, paper: str, reached: bool = True
) -> Unsafe | None:
    """`way_agreed`: the person agreed to a safe way of contact and has not withdrawn it. Face to face needs none. Whoever was
    not reached was given no paper, and knows of none."""
    looks = (
        (child and to_whom == "person", Unsafe.CHILD_DIRECTLY),
        (not child and to_whom == "guardian", Unsafe.NO_GUARDIAN),
        (way != "in_person" and not way_agreed, Unsafe.WAY_NOT_AGREED),
        (interpreter == "companion", Unsafe.COMPANION),
        (paper == "handed_over" and way in {"telephone", "video"}, Unsafe.PAPER_FROM_AFAR),
        (not reached and paper != "not_yet", Unsafe.PAPER_UNREACHED),
        (reached and paper == "not_yet", Unsafe.NO_PAPER_SAID),
    )
    return next((why for holds, why in looks if holds), None)
