"""Cases as a workbook of the Human Trafficking Case Data Standard 2.0 (by IOM, CC BY 4.0): its objects and codes, no name and no
reference. Only cases the officer may print, by the period they were opened in; which ones stands in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.exchange.figures.files import Bytes, pieces
from panoh.exchange.writing import write_book
from panoh.identification.models import Decision
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, CaseStep, Officer
from panoh.registry.refusals import Refused
from panoh.statistics.queries.counting import Span
from panoh.statistics.queries.figures import zone
from panoh.statistics.rules.periods import Period

MOST = 5_000
GENDER = {"female": "Feminine", "male": "Masculine"}
EXPLOITATION = {"labour": "ForcedLabour", "sexual": "SexualExploitation", "other": "Other"}
CLOSED = frozenset({"closed", "withdrawn", "returned"})
PERSON = ("record", "prs_Gender", "prs_Citizenship")
VICTIM = ("record", "vic_TraffickingStatus", "vic_TypeOfExploitation")
CASE = ("record", "cas_Status", "cas_IncomingReferralDate")
ABOUT = (
    ("Standard", "Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, CC BY 4.0"),
    (
        "Not for publication",
        "One row is one case. Numbers are those of this file only; no name and no reference is in it.",
    ),
    ("Empty", "Not known, or the standard has no code for it."),
    (
        "vic_TraffickingStatus",
        "Actual and not a victim only on a formal decision in effect; possible where a victim was presumed.",
    ),
)


@act
def take_out_cases(*, period: Period, by: Officer, at: datetime) -> Bytes:
    """Written now, streamed afterwards."""
    access.require(by, access.Act.PRINT_CASE)
    span = Span(period, zone(), timezone.localdate(at))
    opened = Case.objects.filter(opened_at__gte=span.start, opened_at__lt=span.end)
    cases = access.within(opened, by, access.Act.PRINT_CASE)
    number = cases.count()
    if not 0 < number <= MOST:
        raise Refused(
            _("%(number)s cases of this period are in your reach.") % {"number": number},
            _("A file holds from 1 to %(most)s: choose another period, such as a month.") % {"most": MOST},
        )
    rows = list(_described(cases))
    file = BytesIO()  # it has few rows; a file would stay open where nobody waits for the last piece
    write_book(file, {"About": ABOUT, **_sheets(rows)})
    found = [str(case.pk) for case in rows]
    fields = (*PERSON[1:], *VICTIM[1:], *CASE[1:])
    ledger.write(act="take_out_cases", by=by, at=at, fields=fields, purpose="htcds", found=found)
    return pieces(file)


def _described(cases: QuerySet[Case]) -> Iterator[Any]:
    formal = Decision.objects.filter(case=OuterRef("pk"), stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL)
    presumed = CaseStep.objects.filter(case=OuterRef("pk"), to_state="presumed")
    found = cases.select_related("person").order_by("opened_at", "pk")
    yield from found.annotate(
        actual=Exists(formal.filter(outcome="positive")),
        none=Exists(formal.filter(outcome="negative")),
        possible=Exists(presumed),
    )


def _sheets(cases: Sequence[Any]) -> dict[str, list[tuple[object, ...]]]:
    numbered = list(enumerate(cases, start=1))
    return {
        "Person": [PERSON, *((n, GENDER.get(each.person.sex, ""), each.person.nationality) for n, each in numbered)],
        "VictimContext": [VICTIM, *((n, _status(each), EXPLOITATION.get(each.form, "")) for n, each in numbered)],
        "Case": [
            CASE,
            *(
                (n, "Closed" if each.state in CLOSED else "Active", f"{timezone.localdate(each.opened_at)}")
                for n, each in numbered
            ),
        ],
    }


def _status(case: Any) -> str:
    """A positive decision goes before an earlier negative one, which was reconsidered."""
    if case.actual:
        return "ActualVictimOfTrafficking"
    if case.none:
        return "NotAVictimOfTrafficking"
    return "PossibleVictimOfTrafficking" if case.possible else ""
