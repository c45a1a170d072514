"""Who waits for a full interview because a short form asked for one, and when others seen in short are seen again."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import Case as Choice
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from panoh.instruments import library
from panoh.instruments.kinds.screening import Step
from panoh.registry import access
from panoh.registry.models import Case, CaseStep, Consent, Officer, Purpose
from panoh.screening.models import Finding, Screening
from panoh.screening.rules.two_steps import StepTaken, full_interview_due

SIGNAL, NEGATIVE = "signal", "screened_negative"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def first_steps() -> tuple[str, ...]:
    """The ids of the short forms."""
    return tuple(each.id for each in library.screening_instruments() if each.step is Step.FIRST)


def latest_findings() -> QuerySet[Finding]:
    """The last finding of each interview; one that was corrected since counts no more."""
    later = Finding.objects.filter(screening=OuterRef("screening"), pk__gt=OuterRef("pk"))
    return Finding.objects.filter(~Exists(later))


def waiting_for_full(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Of those `with_signs`, whom nobody asked in full since: nor the desk an operation was handed over to, which asks
    the person of the same line in a case of its own."""
    of_line = Finding.objects.filter(screening__roster_entry__screenings__case=OuterRef("pk"))
    elsewhere = of_line.filter(at__gte=OuterRef("signs_at")).exclude(screening__instrument__in=first_steps())
    return with_signs(cases).filter(~Exists(elsewhere))


def with_signs(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those of `cases` in whom a short form recorded a sign, first at `signs_at`, not answered in the case by a full
    interview since. Whoever was offered the full interview and declined it is not pressed."""
    of_case = latest_findings().filter(screening__case=OuterRef("pk"))
    in_full = of_case.exclude(screening__instrument__in=first_steps()).order_by("-at")
    signs = of_case.filter(screening__instrument__in=first_steps(), at__gt=OuterRef("in_full_at")).exclude(positive=[])
    in_short = Screening.objects.filter(instrument__in=first_steps(), case__isnull=False)
    found = cases.filter(state__in=(SIGNAL, NEGATIVE), pk__in=in_short.values("case")).annotate(
        in_full_at=Coalesce(Subquery(in_full.values("at")[:1]), Value(NEVER)),
        signs_at=Subquery(signs.order_by("at").values("at")[:1]),
    )
    declined = Consent.objects.filter(
        case=OuterRef("pk"), purpose=Purpose.INTERVIEW, given=False, recorded_at__gte=OuterRef("signs_at")
    )
    return found.filter(~Exists(declined), signs_at__isnull=False).order_by("signs_at")


def people_due_in_full(viewer: Officer) -> QuerySet[Case]:
    """Of the viewer's desk, the longest waiting first."""
    return waiting_for_full(access.of_own_desk(viewer, access.Act.SCREEN))


def seen_without_a_sign(cases: QuerySet[Case], *, states: tuple[str, ...] = (SIGNAL, NEGATIVE)) -> QuerySet[Case]:
    """Cases in whom nothing was found so far, in full or in short, with the `first` and the `last` time they were asked.

    Where only a short form was used the case stays a signal: its findings say when.
    """
    negative = CaseStep.objects.filter(case=OuterRef("pk"), to_state=NEGATIVE).order_by("at")
    of_case = Finding.objects.filter(screening__case=OuterRef("pk"))
    dated = cases.filter(state__in=states).annotate(
        first=Coalesce(Subquery(negative.values("at")[:1]), Subquery(of_case.order_by("at").values("at")[:1])),
        last=Choice(
            When(state=NEGATIVE, then=F("state_since")), default=Subquery(of_case.order_by("-at").values("at")[:1])
        ),
    )
    return dated.filter(first__isnull=False).filter(~Exists(with_signs(cases).filter(pk=OuterRef("pk"))))


def full_due_of(case: Case) -> datetime | None:
    """By when this person is to be asked in full; None where they need not be."""
    if not waiting_for_full(Case.objects.filter(pk=case.pk)).exists():
        return None
    rows = latest_findings().filter(screening__case=case).values_list("screening__instrument", "positive", "at")
    short = first_steps()
    return full_interview_due(StepTaken(instrument in short, bool(positive), at) for instrument, positive, at in rows)
