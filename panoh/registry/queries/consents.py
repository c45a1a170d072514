"""What the person of a case agrees to at this moment: the one way every stage asks it (rules/word.py)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from panoh.registry.models import Case, Consent, Desk
from panoh.registry.rules.word import Word, standing


@dataclass(frozen=True)
class Agreed:
    """All that was said in one case, read once, for pages that ask about many desks."""

    said: tuple[Consent, ...]
    adult: bool

    def to(self, purposes: Collection[str] | None = None, *, desk: Desk | None = None) -> tuple[Consent, ...]:
        """The yeses that stand for one of `purposes`, the newest first; `desk`: for showing it to this one."""
        found = {each.pk: each for each in self.said}
        words = map(word_of, self.said)
        stand = standing(words, adult=self.adult, purposes=purposes, to=desk.pk if desk else None)
        return tuple(found[each.key] for each in stand)


def agreed_in(case: Case) -> Agreed:
    return Agreed(tuple(case.consents.order_by("pk")), case.track == Case.Track.ADULT)


def consent_to(case: Case, *purposes: str, desk: Desk | None = None) -> Consent | None:
    """The newest yes that stands for one of `purposes`, or None."""
    return next(iter(agreed_in(case).to(purposes, desk=desk)), None)


def words_of(consents: Iterable[Consent]) -> tuple[Word, ...]:
    return tuple(map(word_of, consents))


def word_of(consent: Consent) -> Word:
    return Word(
        key=consent.pk,
        purpose=consent.purpose,
        giver=consent.giver,
        given=consent.given,
        at=consent.recorded_at,
        withdrawn_at=consent.withdrawn_at,
        to=consent.to_desk_id,
    )
