"""What was written at any stage about somebody on a list goes with their line. Part of another act."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from panoh.registry.actions.forgetting import forget_records
from panoh.registry.models import Officer, SealedRecord
from panoh.screening.queries.lines import leads_to_lines


def forget_what_leads_back(lines: Collection[UUID], *, by: Officer | None, at: datetime) -> None:
    """Every sealed record that leads to one of these lines and to no case: its words, its keys, and whatever still waits
    because of it. What is about a case goes with that case (`forget_words`), and stays with another of the same person.

    The lines are locked, and whoever writes such a record locks its line first: none comes after, and none is missed.
    """
    for relation in leads_to_lines():
        model: Any = relation.related_model
        if not issubclass(model, SealedRecord):
            continue
        about: dict[str, Any] = {f"{relation.field.name}__in": lines}
        if model.ABOUT_CASE is not None:
            about[model.ABOUT_CASE] = None
        forget_records(model._default_manager.filter(**about), by=by, at=at)
