"""Screenings an officer may work on or read, and what they hold."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.instruments import library
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.registry import access
from panoh.registry.models import Case, Officer, not_shut
from panoh.registry.queries.cases import anonymous
from panoh.registry.reached import Reached
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import Screening
from panoh.screening.rules import AgeGroup, Answer
from panoh.screening.rules.path import Page, Standing, where_to_go_on


def screenings_for(viewer: Officer, act: access.Act = access.Act.SCREEN) -> QuerySet[Screening]:
    """With a case, those of the cases the viewer reads interviews in; in a case only shown to their desk, and before there
    is one, those their own desk began. Of whoever declined since none is open: what was answered stays for figures alone."""
    return _every(viewer, act).exclude(case__state=Case.DECLINED)


def _every(viewer: Officer, act: access.Act) -> QuerySet[Screening]:
    reach = access.scope(viewer, act)
    if reach is access.Scope.NONE:
        return Screening.objects.none()
    if reach is access.Scope.ALL:
        return Screening.objects.filter(not_shut(viewer))
    in_case = Exists(access.within(Case.objects.all(), viewer, access.Act.READ_SCREENING).filter(pk=OuterRef("case")))
    seen = Exists(access.within(Case.objects.all(), viewer, access.Act.SCREEN).filter(pk=OuterRef("case")))
    return Screening.objects.filter(in_case | Q(desk=viewer.desk) & (Q(case=None) | seen))


def screening_for(viewer: Officer, screening_id: UUID, act: access.Act = access.Act.SCREEN) -> Screening:
    """One screening, or NotPermitted: whether it exists is not told to those who may not see it. Raises OutOfOrder where the
    person declined since."""
    found = _ONE.of(viewer, screening_id, act)
    if found is None:
        raise NotPermitted(
            _("There is no such screening, or your post may not open it."),
            _("Ask the desk that began it, or begin a new one."),
            subject=f"screening:{screening_id}",
        )
    if found.case is not None and found.case.is_anonymous:
        raise anonymous(found.case)
    return found


_ONE = Reached(lambda viewer, act: _every(viewer, act).select_related("case__person", "started_by"))


def may_screen_anew(viewer: Officer, case: Case | None) -> bool:
    """Of whom no name is left nobody is screened again: whoever is back is met in a case of their own."""
    return access.may(viewer, access.Act.SCREEN, case) and not (case is not None and case.has_no_name)


def instrument_of(screening: Screening) -> ScreeningInstrument | None:
    """The set of questions chosen for this screening; None while none is chosen, and where a set an installation once
    added is no longer there: what was answered and found stays on record all the same."""
    return next((each for each in library.screening_instruments() if each.id == screening.instrument), None)


def answers_of(screening: Screening) -> dict[str, Answer]:
    """Current answers by question. What is missing was not asked yet."""
    rows = screening.answers.filter(replaced_at=None).values_list("item", "value")
    return {item: Answer(value) for item, value in rows}


def age_of(screening: Screening) -> AgeGroup:
    """The age the rule goes by: doubt stays doubt, and the child's way means a child."""
    case = screening.case
    if case is not None and case.person.age_in_doubt:
        return AgeGroup.UNKNOWN
    track = case.track if case is not None else screening.track
    return AgeGroup.CHILD if track == Case.Track.CHILD else AgeGroup.ADULT


def go_on(screening: Screening) -> tuple[Page, int]:
    """Where this interview goes on."""
    standing = Standing(
        declined=screening.outcome == Screening.Outcome.DECLINED,
        finished=screening.outcome == Screening.Outcome.FINISHED,
        conditions_told=bool(screening.language and screening.private_place),
        agreed=screening.agreed_at is not None,
        instrument=instrument_of(screening),
        answered=answers_of(screening) if screening.instrument else {},
        paused=screening.pauses.filter(resumed_at=None).exists(),
    )
    return where_to_go_on(standing)
