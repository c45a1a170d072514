"""How a short form does here: its results beside the later full results of the same people. Counts only, no one opened."""

from __future__ import annotations

from django.db.models import Case, Count, Exists, OuterRef, Subquery, When

from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.screening.queries.two_steps import first_steps, latest_findings
from panoh.screening.rules.predictive import Validation


def validation_of(instrument: ScreeningInstrument) -> Validation:
    """The first result on this short form of everyone who was seen in full afterwards."""
    short = latest_findings().filter(screening__instrument=instrument.id, on_judgement=False)
    earlier = latest_findings().filter(
        screening__instrument=instrument.id, screening__case=OuterRef("screening__case"), pk__lt=OuterRef("pk")
    )
    in_full = latest_findings().filter(screening__case=OuterRef("screening__case"), at__gte=OuterRef("at"))
    in_full = in_full.exclude(screening__instrument__in=(*first_steps(), "")).filter(on_judgement=False)
    paired = short.filter(~Exists(earlier)).annotate(
        signs=Case(When(positive=[], then=False), default=True),
        presumed_later=Subquery(in_full.order_by("at", "pk").values("presumed")[:1]),
    )
    rows = paired.filter(presumed_later__isnull=False).values_list("signs", "presumed_later")
    counts = {(signs, later): number for signs, later, number in rows.annotate(number=Count("pk")).order_by()}
    return Validation(
        signs_and_presumed=counts.get((True, True), 0),
        signs_not_presumed=counts.get((True, False), 0),
        no_sign_and_presumed=counts.get((False, True), 0),
        no_sign_not_presumed=counts.get((False, False), 0),
    )
