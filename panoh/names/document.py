"""Numbers of travel and identity documents, so that one paper read by two people gives one number."""

from __future__ import annotations

import unicodedata

# Cyrillic letters that look like Latin ones; passports print the Latin letter, keyboards type either.
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
# By sound; a letter of two Latin ones is in no series we know of.
_SOUNDS = ("АБВГДЕЗИЙКЛМНОПРСТУФ", "ABVGDEZIYKLMNOPRSTUF")
_TO_LATIN, _TO_CYRILLIC = str.maketrans(*_SOUNDS), str.maketrans(*reversed(_SOUNDS))
_READ_AS_DIGIT = str.maketrans("OI", "01")


def normalise_number(number: str) -> str:
    """Capital Latin letters and digits only. O and 0 stay what was written: a letter may be part of the series.

    Other Cyrillic letters stay as they are, since no Latin letter is known to be meant.
    """
    text = unicodedata.normalize("NFKC", number).translate(_DIGITS).upper().translate(_LOOK_ALIKES)
    return "".join(character for character in text if character.isalnum())


def number_key(number: str) -> str:
    """For search only: O and 0, and I and 1, count as one. Two real documents may share a key."""
    return normalise_number(number).translate(_READ_AS_DIGIT)


def asked_numbers(number: str) -> frozenset[str]:
    """The keys by which a number is looked for: as it was typed, and with its letters in the other alphabet, by sound: ДЕМО
    12 may stand on record as DEMO 12, and the other way. Empty without a letter or digit."""
    text = unicodedata.normalize("NFKC", number).upper()
    return frozenset(filter(None, map(number_key, (text, text.translate(_TO_LATIN), text.translate(_TO_CYRILLIC)))))


def same_number(one: str, other: str) -> tuple[bool, str]:
    """Whether two numbers are one document's, with the reason. An empty number is never the same as anything."""
    mine, theirs = normalise_number(one), normalise_number(other)
    if not mine or not theirs:
        return False, "a number is missing"
    if mine == theirs:
        return True, "the same number"
    if number_key(one) == number_key(other):
        return False, "the same but for O and 0 or I and 1: look at the papers"
    return False, "different numbers"
