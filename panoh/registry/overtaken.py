"""Words that take the place of others say which they saw there: of two pages opened at once, the second does not win unseen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.registry.refusals import Conflict


def unless_overtaken(after: object, stands: object, *, subject: str) -> None:
    """`after`: what the page or the caller saw, empty where nothing stood; `stands`: what stands now, read with the case or the
    record locked. Either is a key of a row or a mark. Raises Conflict: an older page would put “no danger” in the place of
    “he is at her door”."""
    if str(after or "") == str(stands or ""):
        return
    raise Conflict(
        _("Somebody wrote of this since you opened it: a colleague, or this form sent twice."),
        _("Read what stands now. What you wrote is kept: send it again if it still holds."),
        subject=subject,
    )


def unless_newer(after: int | None, stands: int | None, *, subject: str) -> None:
    """Where one page holds many lines and any of them may be written over. `after`: the newest key of a line the caller saw,
    `stands`: the key of the line that is written over. Raises Conflict where that one came later."""
    unless_overtaken(stands if (stands or 0) <= (after or 0) else after, stands, subject=subject)
