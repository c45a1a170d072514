"""What the API tells of a finding: everything its page shows, in English, with codes beside the words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema


class CitedOut(Schema):
    text: str
    source: str
    place: str
    verification: str


class ElementOut(Schema):
    element: str
    shown: bool
    needed: bool
    missing: bool
    ways: list[str]
    dimensions: list[str]
    items: list[str]
    could_show: list[str]


class ToAskOut(Schema):
    """`becomes`: the outcome a yes alone leads to. `still_needed`: how many others of its dimension it needs beside it."""

    id: str
    question: str
    why: str
    makes_positive: bool
    becomes: str | None
    still_needed: int | None


class GuardOut(Schema):
    counted_as: str
    written_reason: bool
    supervisor_review: bool
    words: str
    missing: list[str]


class OffenceOut(Schema):
    """`in_force`: null where the register does not know since when."""

    key: str
    book: str
    article: str
    title: str
    offence_class: str
    valid_from: date | None
    valid_to: date | None
    in_force: bool | None
    provisional: bool


class LabelOut(Schema):
    code: str
    label: str
    meaning: str
    present: list[str]
    missing: list[str]
    protective: bool
    neighbour: str
    differs: list[str]
    becomes_trafficking_when: list[str]
    ask: list[str]
    cited: CitedOut
    offences: list[OffenceOut]


class LookOut(Schema):
    id: UUID
    case: UUID
    due_on: date
    why: str
    planned_by: str
    planned_at: datetime
    ended_at: datetime | None
    ended_because: str
    way_kept: bool
    way: str = ""
    """Only where the look was asked for by its id, by a post that may know who the person is."""


class FindingOut(Schema):
    screening: UUID
    outcome: str
    presumed: bool
    on_judgement: bool
    provisional: bool
    positive: list[str]
    instrument: str
    instrument_version: str
    at: datetime
    by: str
    because: list[dict[str, Any]]
    elements: list[ElementOut]
    labels: list[LabelOut]
    guards: list[GuardOut]
    what_else: dict[str, str]
    ask_next: list[ToAskOut]
    still_open: list[str]
    unanswered: int
    does_not_mean: list[str]
    see_again: datetime | None
    second_look: LookOut | None
    findings_elsewhere: int


class FoundOut(Schema):
    screening: UUID
    instrument: str
    outcome: str
    presumed: bool
    on_judgement: bool
    at: datetime
    labels: list[str]


class DifferingOut(Schema):
    question: str
    yes: list[datetime]
    no: list[datetime]


class PersonFindingsOut(Schema):
    """`found`: the gravest first. `labels`: of all talks together. A presumption stands whatever came later."""

    presumed_since: datetime | None
    findings_differ: bool
    found: list[FoundOut]
    labels: list[LabelOut]
    guards: list[GuardOut]
    differing: list[DifferingOut]
    second_look: LookOut | None
