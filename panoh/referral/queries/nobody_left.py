"""Needs for which every desk that fits has said no, before they are late: they come at once to the post of what is left.

Few are asked about: those that were refused already and are not late yet. Of each the columns the directory asks are read,
and no record: most of them still have a desk to ask, and are not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from datetime import datetime
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from panoh.instruments.referral import service
from panoh.referral.models import URGENT_FIRST, Need, NeedsAssessment, Referral, Response
from panoh.referral.queries.directory import Directory, directory, who
from panoh.referral.queries.open import SAID_NO, refused_already
from panoh.referral.rules.fit import Wanted
from panoh.registry.asking import Asked
from panoh.registry.models import Consent, Officer
from panoh.registry.parts import waiting
from panoh.registry.prepared import Answer, Row
from panoh.registry.records import columns_of

WHEN = ("pk", "rank", "recorded_at", "urgency", "last_no")
"""Of a need without a desk: its place in the order, and what says by when it is to have one."""
_ASKED = (
    *("service", "with_children", "case__region", "case__track", "case__person__sex"),
    *("language", "step_free", "long_term", "guarded"),
)


def looking_for_desk(needs: QuerySet[Need]) -> QuerySet[Need]:
    """In the order in which they are to have one, with when a desk last said no."""
    no = Response.objects.filter(referral__need=OuterRef("pk"), referral__status=Referral.Status.DECLINED)
    last_no = Coalesce(Subquery(no.order_by("-at").values("at")[:1]), F("recorded_at"))
    return needs.annotate(rank=URGENT_FIRST, last_no=last_no).order_by("rank", "recorded_at", "pk")


def _refused(viewer: Officer, now: datetime) -> QuerySet[Need]:
    """With what the directory is asked of a need, as `wanted` says it of a record."""
    said = NeedsAssessment.objects.filter(case=OuterRef("case")).order_by("-assessed_at", "-pk")
    agreed = Consent.objects.filter(case=OuterRef("case")).order_by("-recorded_at", "-pk")
    languages = [Subquery(each.exclude(language="").values("language")[:1]) for each in (said, agreed)]
    return looking_for_desk(refused_already(viewer, now=now)).annotate(
        language=Coalesce(*languages, Value(""), output_field=CharField()),
        **{each: Subquery(said.values(each)[:1]) for each in ("step_free", "long_term", "guarded")},
    )


class NoDeskLeft:
    """Held against the directory as it is now: whoever opens, closes or fills up counts at once."""

    looks_at = waiting(_refused, *WHEN, *_ASKED)

    def ask(self, asked: Asked, on: tuple[Hashable, ...] = ()) -> Answer:
        refused = self.looks_at.ask(asked, on)
        return lambda: self._left(list(refused()), asked)

    def _left(self, rows: list[Row], asked: Asked) -> list[Row]:
        if not rows:
            return []
        known, said_no = asked.once(directory), _who_said_no([row[0] for row in rows])
        return [row[: len(WHEN)] for row in rows if not _any_left(known, row, said_no[row[0]], asked.now)]


def _any_left(known: Directory, row: Row, said_no: set[int], now: datetime) -> bool:
    urgency, (what, with_children, region, track, sex, *more) = row[3], row[len(WHEN) :]
    language, *fits = more
    step_free, long_term, guarded = map(bool, fits)
    wanted = Wanted(
        region=region,
        who=who(track, sex, with_children=with_children),
        language=language,
        urgent=urgency == Need.Urgency.NOW,
        asks=service(what).asks,
        step_free=step_free,
        long_term=long_term,
        guarded=guarded,
    )
    return known.any_left(what, wanted=wanted, but=said_no, at=now)


def _who_said_no(needs: list[Any]) -> dict[Any, set[int]]:
    """Need by need. None of them has a question under way that would outweigh an old answer."""
    found: dict[Any, set[int]] = defaultdict(set)
    for need, desk in columns_of(_answers, "need", ("need", "to_desk"), needs):
        found[need].add(desk)
    return found


def _answers() -> QuerySet[Referral]:
    return Referral.objects.filter(status__in=SAID_NO).order_by()
