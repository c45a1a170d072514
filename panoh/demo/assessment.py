"""The assessment in the demonstration: real texts of the reports, in the public domain, and an invented one, being read by
invented officers.

A visitor finds most facts accepted, one corrected, one that two readers differ about, some unread; judgements that do not
agree; recommendations of two reports found to be one, reworded, with an owner; and a gap handed to a post.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from panoh.assessment.actions import (
    bring_narrative,
    hand_out_gap,
    judge_criterion,
    judge_fact,
    match_recommendations,
    name_document,
    record_step,
)
from panoh.assessment.models import Fact, Narrative
from panoh.assessment.queries.facts import as_read
from panoh.demo.clockwork import Life
from panoh.registry.models import Officer

STATE = "US Department of State"
TEXTS = (
    ("TJK-2015.txt", 2015, STATE),
    ("TJK-2021.txt", 2021, STATE),
    ("TJK-2021-intro.txt", 2021, STATE),
    ("TJK-2025-invented.txt", 2025, "Invented for the demonstration"),
)
HERE = Path(__file__).parent / "narratives"
LEFT = 5
"""Facts of one text that nobody has read yet."""


def assessed(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    yield _read(officers, start=until - timedelta(days=12))


def _read(officers: dict[str, Officer], *, start: datetime) -> Life:
    at = yield start
    analyst, commission = officers["analyst"], officers["commission"]
    told = [_brought(*each, analyst, at) for each in TEXTS]
    at = yield at + timedelta(hours=20)
    facts = [fact for each in told for fact in each.facts.order_by("start", "pk")]
    unread = {fact.pk for fact in told[1].facts.order_by("-start", "-pk")[:LEFT]}
    for fact in (each for each in facts if each.pk not in unread):
        judge_fact(fact=fact, values=as_read(fact), by=analyst, at=at)
    at = yield at + timedelta(hours=5)
    _corrected(facts[0], analyst, at)
    judge_fact(fact=facts[1], values=None, because="Invented: counted twice in the report.", by=commission, at=at)
    at = yield at + timedelta(days=1)
    _judged(analyst, commission, at)
    _owned(told[2], analyst, officers["prosecutor"], at)
    _reworded(told[2], told[3], analyst, at)
    _missing(analyst, officers["prosecutor"], at)


def _brought(name: str, report: int, publisher: str, by: Officer, at: datetime) -> Narrative:
    content = (HERE / name).read_bytes()
    return bring_narrative(content=content, country="TJK", report=report, publisher=publisher, by=by, at=at)


def _corrected(fact: Fact, by: Officer, at: datetime) -> None:
    values = replace(as_read(fact), actor="mixed")
    judge_fact(fact=fact, values=values, because="Invented: an organisation took part.", by=by, at=at)


def _judged(analyst: Officer, commission: Officer, at: datetime) -> None:
    about = {"country": "TJK", "report": 2021, "at": at}
    reasons = "Invented: article 130.1 covers every form."
    judge_criterion(**about, criterion="ms1", judged="met", reasons=reasons, by=commission)  # type: ignore[arg-type]  # three named fields
    reasons = "Invented: children are covered only with force, fraud or coercion."
    judge_criterion(**about, criterion="ms1", judged="partly", reasons=reasons, by=analyst)  # type: ignore[arg-type]  # likewise
    name_document(
        **about,  # type: ignore[arg-type]  # likewise
        criterion="ms1",
        evidence="law",
        title="Criminal Code, article 130.1",
        on=date(2020, 7, 1),
        issuer="state",
        issued_by="Invented: parliament",
        found_at="Invented: register of laws",
        by=analyst,
    )


def _owned(told: Narrative, analyst: Officer, owner: Officer, at: datetime) -> None:
    row = told.recommendations.filter(kind="recommendation").order_by("number").first()
    if row is None:
        raise LookupError("the text of the demonstration has lost its recommendations")
    words = "Invented: the working group meets in spring."
    record_step(recommendation=row, owner=owner.post, state="under_way", words=words, by=analyst, at=at)
    words = "Invented: a first draft of the procedures was sent round."
    record_step(recommendation=row, owner=owner.post, state="under_way", words=words, by=owner, at=at)


def _reworded(earlier: Narrative, later: Narrative, analyst: Officer, at: datetime) -> None:
    """The first two of both reports are one; whether the third is, nobody has said yet."""
    kind = "recommendation"
    pairs = zip(
        *(each.recommendations.filter(kind=kind).order_by("number")[:2] for each in (earlier, later)), strict=True
    )
    for one, other in pairs:
        match_recommendations(earlier=one, later=other, same=True, by=analyst, at=at)


def _missing(analyst: Officer, owner: Officer, at: datetime) -> None:
    due_on = at.date() + timedelta(days=30)
    about = {"country": "TJK", "report": 2025, "criterion": "ms1", "evidence": "law"}
    hand_out_gap(**about, post=owner.post, due_on=due_on, by=analyst, at=at)  # type: ignore[arg-type]  # as named
