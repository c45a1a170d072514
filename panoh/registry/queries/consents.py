"""What the person of a case agrees to at this moment: the one way every stage asks it (rules/word.py)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Consent, Desk, Disclosure, Officer, shown_now
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.word import Word, standing
from panoh.registry.standing import standing as standing_to


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
    return Agreed(_SAID.of(case), case.track == Case.Track.ADULT)


def sees_every_answer(viewer: Officer, case: Case) -> bool:
    """Whoever works on the case, and whoever opened it in an emergency."""
    return access.works_on(viewer, access.Act.SEE_CASE, case) or standing_to(viewer, case).opened


def consents_shown(viewer: Officer, case: Case) -> tuple[Consent, ...]:
    """Every answer to whoever sees every one; a desk that was shown the case sees those to what it was shown it for, and those
    it took down itself. The newest first."""
    return _SHOWN.of(case, sees_every_answer(viewer, case), viewer=viewer)


def _shown(case: Any, viewer: Officer, every: bool) -> QuerySet[Consent]:
    rows = Consent.objects.filter(case=case).order_by("-recorded_at")
    if every:
        return rows
    shown = Disclosure.objects.filter(shown_now(), case=case, to_desk=viewer.desk, to_answer=False)
    return rows.filter(Q(purpose__in=shown.values("purpose")) | Q(recorded_by__post__desk=viewer.desk))


_SAID = Beside(lambda of: Consent.objects.filter(case=of).order_by("pk"))
_SHOWN = Beside(_shown)


def consent_for(viewer: Officer, consent_id: int) -> Consent:
    """One answer shown to the viewer in a case they take consents in; whether another exists is told to nobody."""
    taking = access.within(Case.objects.all(), viewer, access.Act.TAKE_CONSENT)
    found = Consent.objects.select_related("case").filter(case__in=taking, pk=consent_id).first()
    if found is None or found not in consents_shown(viewer, found.case):
        raise NotPermitted(
            _("There is no such answer, or your desk was shown the case for something else."),
            _("Record the person’s no to it instead: the last word counts, whoever is told it."),
        )
    return found


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
