"""Penalties of the demonstration: some presumed people were fined, held or to be removed before anybody asked them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.people import Plan
from panoh.justice.actions import PenaltyGiven, ask_relief, assess_link, record_penalty, record_relief
from panoh.registry.models import Case, Officer

SHARE = 0.09
KINDS = (
    ("fine", "130 КоАП РТ", "police", "refund"),
    ("detention", "130 КоАП", "police", "release"),
    ("charge", "335 part 1", "border", "discontinuance"),
    ("removal", "", "migration", "stay"),
)


def penalised(officers: dict[str, Officer], plan: Plan, case: Case, *, at: datetime) -> Life:
    """Few people; some of the penalties nobody has looked at yet. Its own dice leave the other lives as they are."""
    random = Random(repr(plan))  # noqa: S311  # invented lives must be the same every time, not secret
    if random.random() > SHARE:
        return
    by, (kind, article, authority, relief) = officers[plan.seat], random.choice(KINDS)
    at = yield at + timedelta(hours=random.randint(1, 30))
    on = at.date() + timedelta(days=20) if kind == "removal" else at.date()
    given = PenaltyGiven(
        kind=kind,
        on=on,
        authority=authority,
        article=article,
        words="Invented.",
        place="Invented: isolator" if kind == "detention" else "",
        with_suspect=random.random() < 0.2 if kind == "detention" else None,
    )
    made = record_penalty(case=case, given=given, by=by, at=at)
    if random.random() < 0.25:
        return
    at = yield at + timedelta(hours=random.randint(2, 60))
    case.refresh_from_db()
    by = case.manager or by
    reasons = "Invented: her papers were taken and she was sent there."
    assess_link(penalty=made, compulsion="yes", causation="unknown", reasons=reasons, after=None, by=by, at=at)
    asked = ask_relief(penalty=made, kind=relief, asked_of=authority, on=at.date(), words="Invented.", by=by, at=at)
    at = yield at + timedelta(days=random.randint(2, 25))
    granted = random.random() < 0.7
    became = "granted" if granted else "refused"
    record_relief(relief=asked, became=became, on=at.date(), words="Invented.", by=by, at=at)
    if granted and random.random() < 0.8:
        at = yield at + timedelta(days=random.randint(1, 12))
        record_relief(relief=asked, became="done", on=at.date(), by=by, at=at)
