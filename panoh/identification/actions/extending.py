"""Moving a deadline by a step the procedure names for it (nrm-procedure T25, T27, T28): who, why, until when, how often."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen
from panoh.identification.actions.course import keep_note
from panoh.identification.actions.held import hold
from panoh.identification.queries.extensions import extension_of, why_not
from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, Extension
from panoh.registry import access, ledger
from panoh.registry.actions import take_step
from panoh.registry.acts import act
from panoh.registry.models import Case, CaseClock, ClockExtension, Officer
from panoh.registry.refusals import OutOfOrder, Refused
from panoh.registry.rules.extensions import NotMoved, moved
from panoh.registry.wording import day


@act
def move_deadline(
    *, case: Case, step: str, until: date, because: str, words: str = "", by: Officer, at: datetime
) -> ClockExtension:
    """The clock is due at the end of `until`, and the earlier day stays on record. Nobody is moved, closed or refused."""
    access.require(by, access.Act.MOVE_DEADLINE, case)
    hold(case)
    require_chosen(case, because=(because, ClockExtension.Because.values))
    clock, extension = _extension(case, step)
    row = _running(case, clock)
    end = _end(row, clock, extension, until, at=at)
    made = ClockExtension.objects.create(
        running=row, step=step, was_due_at=row.due_at, due_at=end, because=because, by=by, at=at
    )
    row.due_at = end
    row.save(update_fields=["due_at"])
    take_step(case=case, step=step, by=by, at=at)
    keep_note(case, step, words, by=by, at=at)
    was, now = made.was_due_at.isoformat(), made.due_at.isoformat()
    ledger.write(
        act="move_deadline", by=by, at=at, subject=f"case:{case.pk}", clock=clock.key, was=was, due=now, because=because
    )
    return made


def _extension(case: Case, step: str) -> tuple[Clock, Extension]:
    found = extension_of(case, step)
    if found is None:
        raise Refused(
            _("The procedure names no such act that moves a deadline."),
            _("Open the case to see which deadlines your post may move; all others stand."),
            subject=f"case:{case.pk}",
        )
    return found


def _running(case: Case, clock: Clock) -> CaseClock:
    row = case.clocks.filter(clock=clock.key, stopped_at=None).first()
    if row is None:
        raise OutOfOrder(
            _("This deadline does not run in this case now."),
            _("Open the case again to see what is due."),
            subject=f"case:{case.pk}",
        )
    return row


def _end(row: CaseClock, clock: Clock, extension: Extension, until: date, *, at: datetime) -> datetime:
    calendar, moves = countries.calendar(settings.COUNTRY), row.extensions.count()
    end = moved(clock, extension, was=row.due_at, wished=until, moves=moves, at=at, calendar=calendar)
    if isinstance(end, NotMoved):
        raise Refused(*why_not(end, day(end.latest)), subject=f"case:{row.case_id}")
    return end
