"""Acts about penalties on a person and what each meets, in rows as in `bad_input`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from panoh.justice import actions as justice
from panoh.justice.models import Penalty, Relief
from panoh.registry.models import Officer
from tests.proof.bad_input import CENTRE, FRONT, Ready, Row, Run, on_case
from tests.proof.two_at_once import InHand


def _penalty(it: InHand) -> Penalty:
    if not it.case.penalties.exists():
        justice.record_penalty(case=it.case, given=FINE, by=it.who("zarina"), at=it.now)
    return Penalty.objects.select_related("case").get(case=it.case)


def _on_penalty(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        seen = _penalty(it)
        return lambda: act(penalty=seen, **more, by=by, at=at)

    return ready


def _records_relief(it: InHand, by: Officer, at: datetime) -> Run:
    if not _penalty(it).reliefs.exists():
        asked = {**ANNUL, "on": it.now.date()}
        justice.ask_relief(penalty=_penalty(it), **asked, by=it.who("zarina"), at=it.now)
    seen = Relief.objects.select_related("penalty__case").get(penalty__case=it.case)
    return lambda: justice.record_relief(relief=seen, became="granted", on=at.date(), by=by, at=at)


def _looks_at_the_link(it: InHand, by: Officer, at: datetime) -> Run:
    stands = _penalty(it).assessments.filter(replaced_at=None).values_list("pk", flat=True).first()
    return _on_penalty(justice.assess_link, **LINK, after=stands)(it, by, at)


def _asks_relief(it: InHand, by: Officer, at: datetime) -> Run:
    return _on_penalty(justice.ask_relief, **ANNUL, on=at.date())(it, by, at)


FINE = justice.PenaltyGiven(kind="fine", on=date(2026, 11, 1), authority="police", article="130 КоАП")
ANNUL = {"kind": "annulment", "asked_of": "court", "words": ""}
LINK = {"compulsion": "yes", "causation": "unknown", "reasons": "He sent her there."}
OF_PENALTIES: dict[str, Row] = {
    "record_penalty": Row("", CENTRE, on_case(justice.record_penalty, given=FINE), again=True),
    "assess_link": Row("", FRONT, _looks_at_the_link),
    "ask_relief": Row("", FRONT, _asks_relief, again=True),
    "record_relief": Row("", FRONT, _records_relief),
}
