"""What somebody typed and sent while something else was asked first: it stands in that answer, and is sent on from there."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpRequest

PASSWORD, CAME_BY = "unlock_password", "unlock_came_by"
"""Our own, of the page that asks whether somebody is still there."""
OWN_SIGN_IN = frozenset({"add_app", "new_sheet", "remove_factor", "own_password"})
"""Pages on which passwords and codes are typed: nothing of what is sent there is written into another page."""
ASKED_BESIDE = "opened_for"
"""What something is opened for, answered in one sending with what was typed."""
NEVER = frozenset(
    {"password", PASSWORD, CAME_BY, "csrfmiddlewaretoken", f"{ASKED_BESIDE}-purpose", f"{ASKED_BESIDE}-back"}
)


def typed_in(request: HttpRequest) -> dict[str, Any]:
    """For `typed.html`: every field with its text as it was sent, and whether there was a file, which no page can send again.
    `sends`: whether something was sent here that can be sent again at all."""
    sends = request.method == "POST" and not _of_own_sign_in(request)
    typed = (
        [(name, text) for name, texts in request.POST.lists() for text in texts if name not in NEVER] if sends else []
    )
    return {"typed": typed, "files": bool(request.FILES), "sends": sends}


def words_in(request: HttpRequest) -> list[str]:
    """What was written in words, of all that was sent: for a page that cannot send it again, to be copied from. A choice, a key,
    a number or a day is nothing one would have to write anew."""
    return [text for _name, text in typed_in(request)["typed"] if text.strip() and not _CHOSEN.fullmatch(text.strip())]


_CHOSEN = re.compile(r"[a-z0-9_.:+/=-]*|[A-Z]{2,3}(-[A-Z0-9]+)?|[A-Za-z0-9_-]{20,}|[0-9T:+.Z-]+", re.ASCII)
"""Keys of choices and records, codes of countries and regions, marks, numbers and days."""


def _of_own_sign_in(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.view_name in OWN_SIGN_IN
