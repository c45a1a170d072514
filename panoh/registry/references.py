"""References people can read out on the phone: short, without look-alike letters, telling nothing about the person."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ACDEFHJKMNPQRTVWXY"


def new_reference() -> str:
    """Eight letters and digits in two groups, for example 7F3K-92QD; about 2·10¹¹ of them."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def is_reference(text: str) -> bool:
    """Whether a text is a case's reference and nothing else: what may leave the house by mail."""
    left, dash, right = text.partition("-")
    return dash == "-" and len(left) == len(right) == 4 and set(left + right) <= set(ALPHABET)


def reference_from(typed: str) -> str:
    """The reference somebody typed or heard: small letters, without the dash, or with spaces."""
    plain = "".join(each for each in typed.upper() if each.isalnum())
    return f"{plain[:4]}-{plain[4:]}" if len(plain) == 8 else typed.strip().upper()
