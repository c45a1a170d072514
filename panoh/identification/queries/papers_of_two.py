"""How the papers of two records stand to each other, told by blind entries: no number is opened for it."""

from __future__ import annotations

from enum import StrEnum

from panoh.registry.key_ring import ring
from panoh.registry.models import KeyKind, Person, PersonKey


class Papers(StrEnum):
    """Letters that look alike in Cyrillic and Latin, O and 0, I and 1 are one here, as everywhere papers are found."""

    UNKNOWN = "unknown"
    """One of the two has no paper on record."""
    SAME = "same"
    OTHERS = "others"


def papers_of(one: Person, another: Person) -> Papers:
    kept = PersonKey.objects.filter(kind=KeyKind.DOCUMENT, under=ring().found_by, person__in=(one, another))
    held: dict[object, set[str]] = {one.pk: set(), another.pk: set()}
    for person, digest in kept.values_list("person", "digest"):
        held[person].add(digest)
    if not all(held.values()):
        return Papers.UNKNOWN
    return Papers.SAME if held[one.pk] & held[another.pk] else Papers.OTHERS
