"""Forgetting what was written about a person: by destroying keys, at every stage that wrote something."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from panoh.registry.models import Case, Consent, Officer, SealedRecord


def forget_words(case: Case, *, by: Officer, at: datetime) -> None:
    """Destroy the keys of every sealed record about this case, whatever stage it belongs to. Part of another act.

    Each record says itself how it leads to its case (`ABOUT_CASE`), so no stage above has to be known here.
    """
    for model in sealed_models():
        if model.ABOUT_CASE is not None:
            forget_records(model._default_manager.filter(**{model.ABOUT_CASE: case}), by=by, at=at)


def forget_records(rows: QuerySet[Any], *, by: Officer | None, at: datetime) -> int:
    """Destroy the keys of these sealed records, with what they say outside the seal; who was still waited for because of one
    is waited for no more. `by`: None where a copy is put back. Gives how many there were. Part of another act."""
    model = rows.model
    if (ends := model.ENDS_FORGOTTEN) is not None:
        told = model._default_manager.filter(pk=OuterRef("pk")).values(ends.else_by)[:1]
        rows.filter(ends.open).update(**ends.becomes, **{ends.by: by or Subquery(told), ends.at: at})
    return rows.update(sealed=None, sealed_key=None, **model.FORGOTTEN_WITH)


def forget_what_rests_on(consent: Consent) -> int:
    """Destroy the keys of what was kept only because of this consent. Part of its withdrawal; gives how many there were."""
    return sum(
        model._default_manager.filter(**{model.RESTS_ON_CONSENT: consent})
        .exclude(sealed=None)
        .update(sealed=None, sealed_key=None)
        for model in sealed_models()
        if model.RESTS_ON_CONSENT is not None
    )


def sealed_models() -> list[type[SealedRecord]]:
    """Every kind of record with a sealed payload."""
    return SealedRecord.__subclasses__()
