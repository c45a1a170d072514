"""What the person said in their own words, and what the officer notes beside it: sealed, apart, earlier wording kept."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused
from panoh.screening.actions.held import held_agreed, subject
from panoh.screening.actions.receipts import take, taken_before
from panoh.screening.models import Screening
from panoh.screening.queries.reading import is_mark_of, text_of, with_text
from panoh.screening.queries.screenings import instrument_of
from panoh.screening.rules.texts import MAIN, subjects


@act
def record_words(
    *,
    screening: Screening,
    text: str,
    about: str = MAIN,
    seen: str = "",
    change: UUID | None = None,
    by: Officer,
    at: datetime,
) -> Screening:
    """Keep one text of the interview. What stood there before is kept beside it.

    `about`: empty for the words at the end, `note` for the officer's own, or the part of the questions they belong to.
    `seen` is the mark of the text the page showed: where a colleague wrote since, nothing is saved.
    """
    held = held_agreed(screening, by)
    if taken_before(held, change):
        return held
    _has_a_place(held, about)
    kept = vault.unseal(held)
    now = text_of(kept, about)
    if seen and not is_mark_of(seen, now.words) and now.words != text and now.by != by.pk:
        raise Conflict(
            _("A colleague wrote here while you were writing."),
            _("Both texts are shown below. Bring them together and save again."),
            subject=subject(held),
            both=now,
        )
    if now.words != text:
        vault.seal(held, with_text(kept, about, now.replaced_by(text, by=by.pk, at=at)))
        held.save(update_fields=["sealed", "sealed_key"])
        ledger.write(act="record_words", by=by, at=at, subject=subject(held), fields=("words",), about=about)
    take(held, change, by=by, at=at)
    return held


def _has_a_place(held: Screening, about: str) -> None:
    if about not in subjects(instrument_of(held)):
        raise Refused(
            _("There is no place for words about “%(about)s” in this set of questions.") % {"about": about},
            _("Write them at the end of the interview, or under the questions they belong to."),
            subject=subject(held),
        )
