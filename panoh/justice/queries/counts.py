"""Criminal cases by stage for every post, so that investigations are no longer opaque: counts, never a person or a case."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from panoh.justice.models import CriminalCase, CriminalStage, Defendant, StageArticle, VictimLink
from panoh.justice.queries.offences import register
from panoh.justice.rules.counts import Crimes, InOneCase, Row, Suspects, Victims, by_stage
from panoh.registry import access
from panoh.registry.models import Officer


@dataclass(frozen=True)
class Counts:
    """`rows`: one a stage, the last of all. `labels` says a stage in words."""

    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[tuple[str, Row], ...]:
        labels = dict(CriminalCase.Stage.choices)
        return tuple((str(labels.get(row.stage, "")), row) for row in self.rows)


def counts_for(viewer: Officer) -> Counts:
    access.require(viewer, access.Act.SEE_FIGURES)
    return Counts(by_stage(_counted(), CriminalCase.Stage.values))


def _counted() -> list[InOneCase]:
    """Four reads, however many criminal cases there are."""
    articles = offences_now()
    officials = Count("pk", filter=Q(official=Defendant.Official.YES))
    people = Defendant.objects.values_list("criminal_case").annotate(many=Count("pk"), officials=officials).order_by()
    suspects = {case: (many, of_them) for case, many, of_them in people}
    hurt = dict(_victims())
    return [
        InOneCase(
            stage=stage,
            migration_only=migration_only(articles[case]),
            crimes=Crimes(len(articles[case])),
            suspects=Suspects(suspects.get(case, (0, 0))[0]),
            officials=Suspects(suspects.get(case, (0, 0))[1]),
            victims=Victims(hurt.get(case, 0)),
        )
        for case, stage in CriminalCase.objects.values_list("pk", "stage")
    ]


def _victims() -> list[tuple[object, int]]:
    rows = VictimLink.objects.filter(ended_at=None).values_list("criminal_case")
    return list(rows.annotate(Count("pk")).order_by())


def offences_now() -> dict[object, set[str]]:
    """By criminal case the offences it is about at its newest stage."""
    newest = CriminalStage.objects.filter(taken_back_at=None).values("criminal_case").annotate(last=Max("pk"))
    rows = StageArticle.objects.filter(stage__in=newest.values("last")).values_list("stage__criminal_case", "offence")
    found: dict[object, set[str]] = defaultdict(set)
    for case, offence in rows:
        found[case].add(offence)
    return found


def migration_only(offences: set[str]) -> bool:
    """Every article is about migration: left out of the totals without it."""
    return bool(offences) and all(register().offence(each).migration for each in offences)
