"""Classes of attachments: what a post may open, and what a disclosure names, is said by class and never file by file."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Class(StrEnum):
    IDENTITY = "identity"
    MEDICAL = "medical"
    CRIMINAL = "criminal"
    CONTRACT = "contract"
    OTHER = "other"

    @property
    def field(self) -> str:
        """As a disclosure and a line of the ledger name it."""
        return f"attachments.{self}"


CLASS_OF: dict[str, Class] = {
    "identity_paper": Class.IDENTITY,
    "medical_report": Class.MEDICAL,
    "injury": Class.MEDICAL,
    "police_or_court": Class.CRIMINAL,
    "forensic_report": Class.CRIMINAL,
    "messages": Class.CRIMINAL,
    "contract": Class.CONTRACT,
    "pay": Class.CONTRACT,
    "travel": Class.OTHER,
    "other": Class.OTHER,
}
"""Every kind of attachment (`models.Attachment.Kind`). A medical finding made for an investigation is a forensic report."""

MAY_BE_SHOWN: dict[str, frozenset[Class]] = {
    "referral": frozenset(Class) - {Class.CRIMINAL},
    "service": frozenset({Class.IDENTITY, Class.MEDICAL, Class.OTHER}),
    "police": frozenset(Class) - {Class.MEDICAL},
    "consulate": frozenset({Class.IDENTITY}),
    "foreign": frozenset({Class.IDENTITY, Class.CONTRACT, Class.OTHER}),
}
"""What a desk may be shown for a purpose at most; for a purpose that stands not here, nothing. A consulate proves who
somebody is and needs no file for it; a shelter needs no police paper; what a doctor wrote is not agreed to with the police."""


def kinds_of(classes: Iterable[Class]) -> tuple[str, ...]:
    wanted = frozenset(classes)
    return tuple(kind for kind, belongs_to in CLASS_OF.items() if belongs_to in wanted)


def named_in(fields: Iterable[str]) -> frozenset[Class]:
    named = frozenset(fields)
    return frozenset(each for each in Class if each.field in named)
