"""How a number is read from what somebody sent: one way for all pages, so that none breaks over what is no number at all."""

from __future__ import annotations

GREATEST = 2**63 - 1
"""What a database keeps in the column of a number; no record has a greater one."""


def whole_number(text: str, *, least: int = 0, most: int = GREATEST) -> int | None:
    """The number written in `text`, in the digits 0 to 9; None where it is none, or not from `least` to `most`.

    The length is looked at first: Python refuses to read more than 4,300 digits, and reads fewer of them slowly."""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)):
        return None
    number = int(text)
    return number if least <= number <= most else None
