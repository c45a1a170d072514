"""What officers of the demonstration attach to a case: a few pictures and papers, each of them invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.files import paper, picture
from panoh.registry.actions.attachments import add_attachment
from panoh.registry.models import Case, Officer

ONE_IN = 7
PAPERS: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
    ("travel", "Invented: a ticket, photographed", picture),
    ("contract", "Invented: what he was made to sign", lambda: paper("Work: picking. Pay: none is named.")),
    ("identity_paper", "Invented: a copy of a passport", lambda: picture("INVENT")),
    ("medical_report", "Invented: a doctor's letter", lambda: paper("To rest for two weeks.")),
)


def attached(case: Case, by: Officer, random: Random, *, at: datetime) -> Life:
    """In one case of a few, on the day of the interview or the day after."""
    if random.randrange(ONE_IN):
        return
    for kind, label, made in random.sample(PAPERS, random.randint(1, 2)):
        at = yield at + timedelta(minutes=random.randint(10, 900))
        case.refresh_from_db()
        if case.state == "declined_anonymous":
            return
        add_attachment(case=case, kind=kind, label=label, content=made(), by=by, at=at)
