"""What a person agrees to now: of all their words about one purpose the latest counts, and a no takes back every yes
before it (promise 4). Asked by every stage that needs to know whether somebody agreed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

BY_THEMSELVES = "self"


@dataclass(frozen=True)
class Word:
    """One answer as it was recorded, `key` in the order of writing.

    `to`: the one desk they were asked about; None where they were asked about whoever the purpose names. Asked about one
    desk they say whether it may go on, and nothing of others.
    """

    key: int
    purpose: str
    giver: str
    given: bool
    at: datetime
    withdrawn_at: datetime | None = None
    to: int | None = None

    @property
    def taken_back(self) -> tuple[datetime, int] | None:
        """Since when this word is a no, if it is one."""
        since = self.withdrawn_at if self.given else self.at
        return None if since is None else (since, self.key)


def standing(
    words: Iterable[Word], *, adult: bool, purposes: Collection[str] | None = None, to: int | None = None
) -> tuple[Word, ...]:
    """The yeses that stand for one of `purposes` (any, where none is named), the newest first. `to`: for showing it to this
    desk; a yes that names another desk is none for it."""
    said = tuple(words)
    asked = (each for each in said if each.given and (purposes is None or each.purpose in purposes))
    alive = [
        each
        for each in asked
        if (to is None or each.to in (None, to))
        and not any(takes_back(no, each, adult=adult, to=each.to if to is None else to) for no in said)
    ]
    return tuple(sorted(alive, key=lambda each: (each.at, each.key), reverse=True))


def takes_back(no: Word, yes: Word, *, adult: bool, to: int | None = None) -> bool:
    """Whether `no` is a later word on the same thing. An adult speaks for themselves, whoever spoke before; a child's own no
    does not end what the guardian decided, nor the other way round."""
    since = no.taken_back
    if since is None or no.purpose != yes.purpose or since < (yes.at, yes.key):
        return False
    speaks = no.giver == yes.giver or (adult and no.giver == BY_THEMSELVES)
    return speaks and no.to in (None, to)
