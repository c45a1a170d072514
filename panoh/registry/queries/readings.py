"""Which readings stand out: for the data-protection officer who watches."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils import timezone

from panoh.instruments.registry import reading_watch
from panoh.names.keys import ONE_PART, keys
from panoh.registry import vault
from panoh.registry.models import (
    Case,
    KeyKind,
    LedgerEntry,
    LedgerHead,
    Officer,
    PersonKey,
    ReadingReview,
    UnusualReading,
)
from panoh.registry.queries.reading_subjects import LEADS, LIST, cases_of
from panoh.registry.rules.reading_acts import OF_LISTS, PERSONAL, READING_ACTS, rows_of
from panoh.registry.rules.unusual_reading import ListRead, Reading, Unusual, unusual

Read = tuple[int, datetime, str]
"""Which officer, when, and the case (or the record) that was opened."""


def unusual_readings(*, now: datetime) -> tuple[Unusual, ...]:
    """What nobody looked into yet, newest first: all that was found before and kept, and what the last days show."""
    kept = UnusualReading.objects.filter(reviewed_at=None)
    found = {each.matter: each for each in (*map(as_found, kept), *_of_the_last_days(now))}
    return tuple(sorted(found.values(), reverse=True))


def as_found(row: UnusualReading) -> Unusual:
    return Unusual(row.day, row.kind, row.officer_id or 0, str(row.case_id or ""), row.count, row.usual)


def _of_the_last_days(now: datetime) -> tuple[Unusual, ...]:
    watch = reading_watch()
    start = first_line_since(now - timedelta(days=watch.looks_back_days))
    lines = LedgerEntry.objects.filter(seq__gte=start).exclude(officer=None)
    reads = _reads(lines)
    did = lines.exclude(act__in=READING_ACTS).exclude(act__endswith=".refused")
    found = unusual(
        _readings(reads),
        watch,
        worked={(officer, subject[5:]) for officer, subject in did.values_list("officer", "subject").distinct()},
        acts=Counter(dict(did.values_list("officer").annotate(n=Count("seq")))),
        namesakes=_namesakes(reads, shared_by_at_most=watch.kinds["namesake"].shared_by_at_most),
        lists=_lists(lines),
    )
    done = set(ReadingReview.objects.values_list("kind", "day", "officer", "case"))
    return tuple(each for each in found if _as_reviewed(each) not in done)


def _as_reviewed(each: Unusual) -> tuple[object, ...]:
    return each.kind, each.on, each.officer or None, UUID(each.case) if each.case else None


_LONGEST = timedelta(minutes=10)
"""More than an act or a page takes."""


def first_line_since(at: datetime) -> int:
    """The first line of the ledger from this moment on. Lines follow each other without a gap, and in time but for what one act
    or page took: they are added when it ends, so it is looked from a little before."""
    at -= _LONGEST
    head = LedgerHead.objects.filter(pk=1).values_list("seq", flat=True).first() or 0

    def is_later(seq: int) -> bool:
        return LedgerEntry.objects.filter(pk=seq, at__gte=at).exists()

    return bisect_left(range(1, head + 1), True, key=is_later) + 1


def _reads(lines: QuerySet[LedgerEntry]) -> list[Read]:
    """Who opened something of whom, and when: by the case where there is one, else by the record. A page opens several parts
    of a case at once; within an hour an officer is counted once for each."""
    opened = lines.filter(act__in=PERSONAL).exclude(subject="").exclude(subject__startswith=f"{LIST}:").order_by("seq")
    hours = dict.fromkeys(
        (officer, at.replace(minute=0, second=0, microsecond=0), subject)
        for officer, at, subject in opened.values_list("officer", "at", "subject").iterator()
        if subject.partition(":")[0] in LEADS
    )
    cases = cases_of(subject for _, _, subject in hours)
    return list(dict.fromkeys((officer, at, cases.get(subject, subject)) for officer, at, subject in hours))


def _lists(lines: QuerySet[LedgerEntry]) -> list[ListRead]:
    opened = lines.filter(act__in=OF_LISTS).exclude(subject__startswith="roster:")
    return [
        ListRead(officer, timezone.localtime(at), of, told.get("people", 0), rows_of(told.get("rows", "")))
        for officer, at, of, told in opened.values_list("officer", "at", "subject", "detail").iterator()
    ]


def _readings(reads: Sequence[Read]) -> list[Reading]:
    """A line of a roster no case came of is taken for the officer's own work: only its own desks open it."""
    cases = Case.objects.filter(pk__in={case for _, _, case in reads if ":" not in case})
    desks = {str(pk): (desk, manager) for pk, desk, manager in cases.values_list("pk", "desk", "manager")}
    own = dict(Officer.objects.filter(pk__in={officer for officer, _, _ in reads}).values_list("pk", "post__desk"))
    made = []
    for officer, at, case in reads:
        desk, manager = desks.get(case, (None, None))
        ours = ":" in case or own[officer] == desk or officer == manager
        made.append(Reading(officer, timezone.localtime(at), case, ours))
    return made


def _namesakes(reads: Sequence[Read], *, shared_by_at_most: int) -> set[tuple[int, str]]:
    """(officer, case) where the two share a name few people on record have; compared as blind keys, no name is opened."""
    pairs = {(officer, case) for officer, _, case in reads}
    officers = Officer.objects.in_bulk({officer for officer, _ in pairs})
    theirs = {pk: {vault.blind("name", key) for key in keys(each.name, ONE_PART)} for pk, each in officers.items()}
    held = PersonKey.objects.filter(kind=KeyKind.NAME, digest__in=set().union(*theirs.values()))
    counted = (
        held.values("digest").annotate(people=Count("person", distinct=True)).filter(people__lte=shared_by_at_most)
    )
    rare = set(counted.values_list("digest", flat=True))
    people: dict[str, set[str]] = {}
    for digest, case in held.filter(digest__in=rare).values_list("digest", "person__cases"):
        people.setdefault(str(case), set()).add(digest)
    return {(officer, case) for officer, case in pairs if theirs[officer] & people.get(case, set())}
