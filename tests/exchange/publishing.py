"""A publication that waits for its answer, for houses that show every page."""

from __future__ import annotations

from datetime import datetime

from panoh.exchange.public.actions import propose_publication
from panoh.registry.models import Officer
from panoh.statistics.actions.editions import prepare_edition, sign_edition
from panoh.statistics.models import Publication
from panoh.statistics.rules.periods import Period, PeriodKind


def proposed_half(analyst: Officer, signer: Officer, *, at: datetime) -> Publication:
    """Of the second half of last year, in which nobody was counted: without a table there is nothing to attack."""
    period = Period(PeriodKind.SECOND_HALF, at.year - 1)
    edition = prepare_edition(period=period, by=analyst, at=at)
    sign_edition(edition=edition, approved=True, by=signer, at=at)
    return propose_publication(edition=edition, by=analyst, at=at)
