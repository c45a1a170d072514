"""Forgetting what was written about a person: by destroying keys, at every stage that wrote something."""

from __future__ import annotations

from panoh.registry.models import Case, Consent, SealedRecord


def forget_words(case: Case) -> None:
    """Destroy the keys of every sealed record about this case, whatever stage it belongs to. Part of another act.

    Each record says itself how it leads to its case (`ABOUT_CASE`), so no stage above has to be known here.
    """
    for model in sealed_models():
        if model.ABOUT_CASE is not None:
            about = model._default_manager.filter(**{model.ABOUT_CASE: case})
            about.update(sealed=None, sealed_key=None, **model.FORGOTTEN_WITH)


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
