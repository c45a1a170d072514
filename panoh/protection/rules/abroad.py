"""Whether a body abroad may be told of a person: where anything of them is told, the data-protection officer says so first.

Help does not wait: a body that is told nothing of the person can be asked at once, and the officer's silence escalates.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

Standing = Literal["", "waits", "approved", "refused"]
NOT_NEEDED: Standing = ""
WAITS: Standing = "waits"
APPROVED: Standing = "approved"
REFUSED: Standing = "refused"


def standing(fields: Collection[str], answers: Collection[bool | None]) -> Standing:
    """`answers`: of the transfers that stand for this body, the newest last; None where nobody answered yet."""
    if not fields:
        return NOT_NEEDED
    newest = tuple(answers)[-1] if answers else None
    return WAITS if newest is None else APPROVED if newest else REFUSED
