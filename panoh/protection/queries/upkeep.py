"""What the viewer's own house says of itself: who works there today, the years of its money, its nights by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Shelter, StaffCount, YearBudget
from panoh.protection.queries.places import shelter_of
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.registry.refusals import OutOfOrder


@dataclass(frozen=True)
class StaffPage:
    """`now`: the latest count of each work; `earlier`: what was counted before, the newest first."""

    shelter: Shelter
    now: tuple[StaffCount, ...]
    earlier: tuple[StaffCount, ...]

    @property
    def newest(self) -> int | None:
        """The key of the count that was recorded last, whatever day it is about: what whoever sees the page has seen."""
        return max((each.pk for each in (*self.now, *self.earlier)), default=None)

    @property
    def women(self) -> int:
        return sum(each.women for each in self.now)

    @property
    def men(self) -> int:
        return sum(each.men for each in self.now)

    @property
    def trained(self) -> int:
        return sum(each.trained for each in self.now)


def own_shelter(viewer: Officer) -> Shelter:
    access.require(viewer, access.Act.SEE_SHELTERS)
    shelter = shelter_of(viewer)
    if shelter is None:
        raise OutOfOrder(
            _("Your desk runs no shelter in Panoh."), _("Open the shelter first; then its numbers can be kept.")
        )
    return shelter


def staff_page(viewer: Officer, *, today: date) -> StaffPage:
    shelter = own_shelter(viewer)
    rows = list(shelter.staff.filter(replaced_at=None, on__lte=today).order_by("-on", "-pk"))
    latest: dict[str, StaffCount] = {}
    for row in rows:
        latest.setdefault(row.work, row)
    order = StaffCount.Work.values
    now = sorted(latest.values(), key=lambda row: order.index(row.work))
    return StaffPage(shelter, tuple(now), tuple(row for row in rows if row not in now))


def budget_lines(viewer: Officer) -> tuple[YearBudget, ...]:
    """The newest year first. Sums of different currencies are never added."""
    shelter = own_shelter(viewer)
    return tuple(shelter.budgets.filter(replaced_at=None).order_by("-year", "payer", "currency"))


def newest_line(lines: tuple[YearBudget, ...]) -> int | None:
    """The key of the line that was recorded last."""
    return max((each.pk for each in lines), default=None)
