"""What a reading is for, where the law asks: said by the officer, who is asked once and again after an hour, and kept in the
line of every reading.

Nobody is asked who works on the case, by their desk or as its manager; to whom the person lets it be shown; who opened it in an
emergency, with the reason for that; or on whose step the procedure waits where the case stands; nor anybody for the name of a
person whose names were erased. What is left are posts whose
reach is every case: they read beyond their own work, by no word of the person, and the law lets a state body do that for a
purpose of the state or to protect others (instruments/countries/*/reading_purposes.yaml). Help asks for no name and waits for
no purpose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.reading_purpose import ReadingPurpose, ReadingPurposes
from panoh.registry import access
from panoh.registry.models import Case, Officer
from panoh.registry.moment import moment
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import Refused
from panoh.registry.standing import standing
from panoh.registry.wording import spoken

_said: ContextVar[Callable[[], str]] = ContextVar("what an officer said they open names for", default=str)


ANSWERED = frozenset({"certificate", "interview"})
"""Opened by the act of writing a paper for the person, or by whoever holds the interview with them: what for is answered by
that. Never by a page that only might lead to such an act: it would be a way around the question."""


class PurposeAsked(Refused):
    """The law asks what this is opened for, and nothing was said yet."""

    code = "purpose_asked"
    asks = True


@contextmanager
def saying(purpose: Callable[[], str]) -> Iterator[None]:
    """Within, readings that are asked for a purpose have this one. Looked up when it is needed: most readings are not asked."""
    before = _said.set(purpose)
    try:
        yield
    finally:
        _said.reset(before)


def purposes() -> ReadingPurposes:
    return countries.reading_purposes(settings.COUNTRY)


def offered() -> tuple[ReadingPurpose, ...]:
    return purposes().on(timezone.localdate(moment()))


def is_missing(viewer: Officer, act: access.Act, case: Case) -> bool:
    """For a page that shows the question in place of a name."""
    return _is_asked(viewer, act, case) and not _standing()


def require_purpose(viewer: Officer, act: access.Act, case: Case) -> None:
    """Before a paper is made: it would otherwise leave without the name, and nobody would know why."""
    of_reading(viewer, act, case)


def of_reading(viewer: Officer, act: access.Act, case: Case, *, own: str = "") -> dict[str, str]:
    """For the ledger line of a reading: the page's `own` word, or beside it what the officer said. Raises PurposeAsked where
    the law asks and nothing was said."""
    if own in ANSWERED or not _is_asked(viewer, act, case):
        return {"purpose": own}
    said = _standing()
    if not said:
        choices = ", ".join(f"{each.key} ({spoken(each.name)})" for each in offered())
        raise PurposeAsked(
            _("You do not work on this case, and the law asks what you open it for."),
            _("Say it once; over the API in the header X-Purpose, as one of: %(all)s.") % {"all": choices},
            subject=f"case:{case.pk}",
        )
    return {"purpose": said, **({"opened": own} if own else {})}


def _standing() -> str:
    said = _said.get()()
    return said if said in {each.key for each in offered()} else ""


def _is_asked(viewer: Officer, act: access.Act, case: Case) -> bool:
    if access.scope(viewer, act) is not access.Scope.ALL:
        return False
    if case.has_no_name and act is access.Act.READ_IDENTITY:
        return False
    if viewer.role in {step.owner for step in procedure_of(case).steps_from(case.state)}:
        return False
    stands = standing(viewer, case)
    return not (stands.ours or stands.asked or stands.opened)
