"""What a machine that watches the server is told, in the text format of Prometheus: counts and seconds, nothing of anybody."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from django.db import Error
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from panoh.desk.readiness import database_answers
from panoh.desk.request_counts import BOUNDS, CLASSES, counted
from panoh.registry.models import CaseClock, DigestSent, LedgerEntry, Post
from panoh.registry.queries.emergencies import late_reviews

Sample = tuple[str, float]
COPY = "make_copy"


def metrics_text(*, folder: Path, now: datetime) -> str:
    """`folder`: where the processes of the server keep their counts of requests."""
    reachable, found = database_answers(), list(_of_requests(folder))
    try:
        found += _of_records(now) if reachable else ()
    except Error:
        reachable = False
    return "".join([*found, _told("database_reachable", "gauge", "1 where the database answers", [("", reachable)])])


def _of_requests(folder: Path) -> Iterator[str]:
    requests = counted(folder)
    by_class = [(f'{{status="{name}"}}', number) for name, number in zip(CLASSES, requests.by_class, strict=True)]
    yield _told("requests_total", "counter", "requests answered since the server was started", by_class)
    within = [(f'_bucket{{le="{bound}"}}', number) for bound, number in zip(BOUNDS, requests.within, strict=True)]
    rest = [('_bucket{le="+Inf"}', requests.total), ("_sum", requests.seconds), ("_count", requests.total)]
    yield _told("request_seconds", "histogram", "how long they took", [*within, *rest])


def _of_records(now: datetime) -> Iterator[str]:
    tail = _ledger.read_on()
    acts = [(f'{{act="{name}"}}', number) for name, number in sorted(tail.acts.items())]
    yield _told("acts_total", "counter", "lines of the ledger by the name of the act", acts)
    late = CaseClock.objects.filter(stopped_at=None, due_at__lt=now).count()
    yield _told("clocks_late", "gauge", "running clocks of cases past their day", [("", late)])
    unreviewed = late_reviews(now).count()
    yield _told(
        "emergency_reviews_late", "gauge", "cases opened in an emergency, not reviewed in time", [("", unreviewed)]
    )
    yield _told("digests_waiting", "gauge", "posts with an address not written to today", [("", _unsent(now))])
    if tail.copied_at is not None:
        age = (now - tail.copied_at).total_seconds()
        yield _told("backup_age_seconds", "gauge", "since the last copy was made", [("", age)])


def _unsent(now: datetime) -> int:
    sent = DigestSent.objects.filter(on=timezone.localdate(now)).values("post")
    return Post.objects.exclude(mail="").filter(officers__is_active=True).exclude(pk__in=sent).distinct().count()


class _LedgerRead:
    """The ledger only grows: each process counts a line once, and all come to the same numbers."""

    def __init__(self) -> None:
        self.acts: Counter[str] = Counter()
        self.copied_at: datetime | None = None
        self._last, self._seal = 0, ""
        self._one_at_a_time = threading.Lock()

    def read_on(self) -> _LedgerRead:
        with self._one_at_a_time:
            if not LedgerEntry.objects.filter(
                seq=self._last, seal=self._seal
            ).exists():  # another database was put back
                self.acts, self.copied_at, self._last = Counter(), None, 0
            newest = LedgerEntry.objects.order_by("-seq").values_list("seq", "seal").first()
            if newest is not None and newest[0] > self._last:
                self._count(LedgerEntry.objects.filter(seq__gt=self._last, seq__lte=newest[0]), newest)
        return self

    def _count(self, lines: QuerySet[LedgerEntry], newest: tuple[int, str]) -> None:
        """In one walk: the first call goes over every line there is, and no index leads to acts."""
        for name, number, at in lines.order_by().values_list("act").annotate(Count("seq"), Max("at")):
            self.acts[name] += number
            self.copied_at = at if name == COPY else self.copied_at
        self._last, self._seal = newest


_ledger = _LedgerRead()


def _told(name: str, kind: str, about: str, samples: Iterable[Sample]) -> str:
    lines = [f"# HELP panoh_{name} {about}", f"# TYPE panoh_{name} {kind}"]
    lines += [f"panoh_{name}{of} {float(value):.15g}" for of, value in samples]
    return "\n".join(lines) + "\n"
