"""What can be wrong with a file, in codes; the act that refuses it puts them into words."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    PACKED = "packed"
    """A ZIP or another packed file; also a Word document, which is one."""
    HEIC = "heic"
    PROGRAM = "program"
    UNKNOWN = "unknown"
    CUT_SHORT = "cut_short"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNPACKS_TOO_FAR = "unpacks_too_far"
    ACTS = "acts"
    """A PDF that does something when it is opened."""
    CARRIES_FILES = "carries_files"
    LOCKED = "locked"
    CANNOT_BE_LOOKED_THROUGH = "cannot_be_looked_through"
    TELLS_A_PLACE = "tells_a_place"
    TWO_IN_ONE = "two_in_one"


class Unfit(Exception):
    """This file is not taken, and why; `figures` go into the wording."""

    def __init__(self, fault: Fault, **figures: int) -> None:
        super().__init__(fault.value)
        self.fault, self.figures = fault, figures
