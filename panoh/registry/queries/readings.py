"""Who opened whose name: for the person who asks, and for the data-protection officer who watches."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from panoh.instruments.registry import reading_watch
from panoh.names.keys import keys
from panoh.registry import access, vault
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
from panoh.registry.rules.unusual_reading import Reading, Unusual, unusual

OPENS_A_NAME = "read_identity"


@dataclass(frozen=True)
class Reader:
    """One officer who opened the name in a case: how often, first and last, which fields and what for."""

    officer: Officer
    times: int
    first: datetime
    last: datetime
    fields: tuple[str, ...]
    purposes: tuple[str, ...]


def readers_of(case: Case, *, viewer: Officer) -> tuple[Reader, ...]:
    """Everybody who opened the name in this case, the last one first: what the person may be told."""
    access.require(viewer, access.Act.READ_LEDGER)
    lines = LedgerEntry.objects.filter(subject=f"case:{case.pk}", act=OPENS_A_NAME).exclude(officer=None)
    by_officer: dict[Officer, list[LedgerEntry]] = {}
    for line in lines.select_related("officer__post__desk__agency").order_by("seq"):
        by_officer.setdefault(line.officer, []).append(line)  # type: ignore[arg-type]  # lines without are left out
    found = [_reader(officer, own) for officer, own in by_officer.items()]
    return tuple(sorted(found, key=lambda each: each.last, reverse=True))


def _reader(officer: Officer, lines: Sequence[LedgerEntry]) -> Reader:
    fields = dict.fromkeys(field for line in lines for field in line.fields)
    purposes = dict.fromkeys(line.purpose for line in lines if line.purpose)
    return Reader(officer, len(lines), lines[0].at, lines[-1].at, tuple(fields), tuple(purposes))


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
    reads = list(lines.filter(act=OPENS_A_NAME).order_by("seq").values_list("officer", "at", "subject"))
    did = lines.exclude(act=OPENS_A_NAME).exclude(act__endswith=".refused")
    found = unusual(
        _readings(reads),
        watch,
        worked={(officer, subject[5:]) for officer, subject in did.values_list("officer", "subject").distinct()},
        acts=Counter(dict(did.values_list("officer").annotate(n=Count("seq")))),
        namesakes=_namesakes(reads, shared_by_at_most=watch.kinds["namesake"].shared_by_at_most),
    )
    done = set(ReadingReview.objects.values_list("kind", "day", "officer", "case"))
    return tuple(each for each in found if _as_reviewed(each) not in done)


def _as_reviewed(each: Unusual) -> tuple[object, ...]:
    return each.kind, each.on, each.officer or None, UUID(each.case) if each.case else None


def first_line_since(at: datetime) -> int:
    """The first line of the ledger from this moment on. Lines follow each other in time and without a gap."""
    head = LedgerHead.objects.filter(pk=1).values_list("seq", flat=True).first() or 0

    def is_later(seq: int) -> bool:
        return LedgerEntry.objects.filter(pk=seq, at__gte=at).exists()

    return bisect_left(range(1, head + 1), True, key=is_later) + 1


def _readings(reads: Sequence[tuple[int, datetime, str]]) -> list[Reading]:
    cases = Case.objects.filter(pk__in={subject[5:] for _, _, subject in reads})
    desks = {str(pk): (desk, manager) for pk, desk, manager in cases.values_list("pk", "desk", "manager")}
    own = dict(Officer.objects.filter(pk__in={officer for officer, _, _ in reads}).values_list("pk", "post__desk"))
    made = []
    for officer, at, subject in reads:
        desk, manager = desks.get(subject[5:], (None, None))
        made.append(Reading(officer, timezone.localtime(at), subject[5:], own[officer] == desk or officer == manager))
    return made


def _namesakes(reads: Sequence[tuple[int, datetime, str]], *, shared_by_at_most: int) -> set[tuple[int, str]]:
    """(officer, case) where the two share a name few people on record have; compared as blind keys, no name is opened."""
    pairs = {(officer, subject[5:]) for officer, _, subject in reads}
    officers = Officer.objects.in_bulk({officer for officer, _ in pairs})
    theirs = {
        pk: {vault.blind("name", key) for key in keys(each.name) if key.startswith("w:")}
        for pk, each in officers.items()
    }
    held = PersonKey.objects.filter(kind=KeyKind.NAME, digest__in=set().union(*theirs.values()))
    counted = (
        held.values("digest").annotate(people=Count("person", distinct=True)).filter(people__lte=shared_by_at_most)
    )
    rare = set(counted.values_list("digest", flat=True))
    people: dict[str, set[str]] = {}
    for digest, case in held.filter(digest__in=rare).values_list("digest", "person__cases"):
        people.setdefault(str(case), set()).add(digest)
    return {(officer, case) for officer, case in pairs if theirs[officer] & people.get(case, set())}
