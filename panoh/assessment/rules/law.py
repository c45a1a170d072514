"""The law that judges one report: the provisions in force on the day that report is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.statute import Provision, Statute


@dataclass(frozen=True)
class Law:
    """None stands for a provision that was not there yet, or not any more."""

    report: int
    due: date
    due_by: Provision
    watch_list: Provision | None
    limit: Provision | None
    waiver: Provision | None
    waiver_made_public: Provision | None
    one_year_rule: Provision | None
    action_plan: Provision | None
    interim_assessment: Provision | None
    special_case: Provision | None
    restrictions: Provision | None
    trade: Provision | None

    @property
    def limit_years(self) -> int:
        """Consecutive years on the watch list after which Tier 3 is due. Ask `limit` first."""
        return self.limit.number("years") if self.limit else 0

    @property
    def waiver_years(self) -> int:
        return self.waiver.number("years") if self.waiver else 0

    @property
    def counts(self) -> bool:
        """Whether a placement in this report is a year that counts towards the limit."""
        return self.limit is not None and self.report >= self.limit.number("counted_from_report")


def law_of(statute: Statute, report: int) -> Law:
    """The law on the day the report of that year is due; raises ValueError for a year before the statute."""
    due_by = statute.in_force("report_due", date(report, 6, 1))
    if due_by is None:
        raise ValueError(f"the statute knows no report of {report}")
    due = date(report, due_by.number("month"), due_by.number("day"))
    return Law(
        report=report,
        due=due,
        due_by=due_by,
        watch_list=statute.in_force("watch_list", due),
        limit=statute.in_force("watch_list_limit", due),
        waiver=statute.in_force("waiver", due),
        waiver_made_public=statute.in_force("waiver_made_public", due),
        one_year_rule=statute.in_force("one_year_rule", due),
        action_plan=statute.in_force("action_plan", due),
        interim_assessment=statute.in_force("interim_assessment", due),
        special_case=statute.in_force("special_case", due),
        restrictions=statute.in_force("restrictions", due),
        trade=statute.in_force("trade", due),
    )
