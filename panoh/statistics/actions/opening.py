"""Opening a figure to the cases behind it: only those the officer may see anyway, and the opening is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.instruments.kinds.figure import Definition
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.refusals import Refused
from panoh.statistics.queries.counting import Span, cases_counted
from panoh.statistics.queries.editions import figure_as_it_stands, frozen_of
from panoh.statistics.queries.figures import PERSON, records_from, today, zone
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period
from panoh.statistics.rules.values import NotAvailable

AT_ONCE = 500


@dataclass(frozen=True)
class OpenedFigure:
    """`cases`: of those behind the figure the ones in the officer's reach, newest first, and at most so many at once."""

    definition: Definition
    figure: Figure
    cases: tuple[Case, ...]
    in_reach: int


@act
def open_figure(*, definition: Definition, period: Period, by: Officer, at: datetime) -> OpenedFigure:
    """The references of the cases a figure counts, as the records stand now; never a name."""
    access.require(by, access.Act.SEE_FIGURES)
    access.require(by, access.Act.SEE_CASE)
    since, on = records_from(), today(at)
    figure = figure_as_it_stands(definition, period, frozen_of(range(period.year, period.year + 1)), since=since, on=on)
    counted_by = definition.on(period.last)
    if definition.counting_unit != PERSON or counted_by is None or isinstance(figure.value, NotAvailable):
        raise Refused(
            _("There are no cases of people behind this figure."),
            _(
                "Figures of criminal cases open in justice, to those who keep them; a period without records opens to nothing."
            ),
        )
    behind = cases_counted(counted_by.rule, Span(period, zone(), on))
    reach = access.within(behind, by, access.Act.SEE_CASE).order_by("-opened_at", "pk")
    found = OpenedFigure(definition, figure, tuple(reach.select_related("desk__agency")[:AT_ONCE]), reach.count())
    ledger.write(
        act="open_figure",
        by=by,
        at=at,
        subject=f"figure:{definition.id}.{period.kind}.{period.year}",
        fields=("reference",),
        cases=found.in_reach,
    )
    return found
