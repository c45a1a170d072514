"""Writing down how large a population at risk is said to be, and that an operation was about one."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments.prevention import populations
from panoh.prevention.models import PopulationOperation, PopulationSize
from panoh.prevention.queries.visits import KEEP
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused
from panoh.screening.models import Operation
from panoh.screening.queries.operations import operation_for


@act
def record_size(
    *,
    population: str,
    as_of: date,
    source: str,
    mark: str,
    size: int | None = None,
    low: int | None = None,
    high: int | None = None,
    by: Officer,
    at: datetime,
) -> PopulationSize:
    """`size` left out says that the source does not know either; it is never taken as none."""
    access.require(by, KEEP)
    _require_known(population)
    if mark not in PopulationSize.Mark.values or not source.strip() or as_of > timezone.localdate(at):
        raise Refused(
            _("A size has a source, a day that is not to come, and how well it was verified."), _("Fill in all three.")
        )
    ranged = low is not None or high is not None
    if ranged and (size is None or low is None or high is None or not low <= size <= high):
        raise Refused(_("A range has two ends, and the size lies between them."), _("Correct the numbers."))
    made = PopulationSize.objects.create(
        population=population,
        size=size,
        low=low,
        high=high,
        as_of=as_of,
        source=source.strip(),
        mark=mark,
        at=at,
        by=by,
    )
    ledger.write(act="record_size", by=by, at=at, subject=f"population:{population}", size=size)
    return made


@act
def say_of_whom(*, operation: Operation, population: str, by: Officer, at: datetime) -> PopulationOperation:
    """The people of an operation are of this population. Said twice it is one."""
    access.require(by, access.Act.RUN_OPERATION)
    operation_for(by, operation.pk)
    _require_known(population)
    made, _new = PopulationOperation.objects.get_or_create(
        population=population, operation=operation, defaults={"at": at, "by": by}
    )
    ledger.write(act="say_of_whom", by=by, at=at, subject=f"operation:{operation.pk}", population=population)
    return made


def _require_known(population: str) -> None:
    if population not in {each.key for each in populations()}:
        raise Refused(_("There is no such population on the list."), _("Choose one of it."))
