"""Acts of a return and of a child's custody and what each meets, in rows as in `bad_input`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from panoh.protection import actions as protection
from panoh.protection.models import Custody, CustodyAccess, Return
from panoh.protection.queries.returns import mark_of_return
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Officer
from tests.proof.bad_input import FRONT, Ready, Row, Run, on_case
from tests.proof.two_at_once import InHand
from tests.protection.returns import CALM, WISH, given, prepared

MANAGER = ("parvina",)
HELD = {"held_by": "transit", "basis": "court"}


def _managed(it: InHand) -> Case:
    """Somebody Parvina answers for."""
    Case.objects.filter(pk=it.case.pk).update(manager=it.who("parvina"))
    return it.seen


def _plans(it: InHand, by: Officer, at: datetime) -> Run:
    _managed(it)
    return on_case(protection.plan_return, given=given(at))(it, by, at)


def _on_return(act: Callable[..., object], *, stands: str = "", over: bool = False, **more: object) -> Ready:
    """On a return for which everything is there; `stands`: departed, or three months ago. `over`: it puts its words in the
    place of others."""

    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        found = Return.objects.filter(case=it.case)
        if not found.exists():
            row = prepared(_managed(it), by=it.who("parvina"), at=it.now)
            if stands:
                protection.depart(of_return=row, by=it.who("parvina"), at=it.now)
            if stands == "long ago":
                yes = {"purpose": "follow_up", "given": True, "language": "tg", "explained": True}
                record_consent(case=it.case, **yes, by=it.who("zarina"), at=it.now)
                found.update(departed_at=it.now - timedelta(days=95))
        seen = found.select_related("case__person", "desk").get()
        after = {"after": mark_of_return(seen)} if over else {}
        return lambda: act(of_return=seen, **more, **after, by=by, at=at)

    return ready


def _changes(it: InHand, by: Officer, at: datetime) -> Run:
    return _on_return(protection.change_return, over=True, given=given(at))(it, by, at)


def _arrives(it: InHand, by: Officer, at: datetime) -> Run:
    came = {"arrived_on": it.now.date(), "words": "well"}
    return _on_return(protection.receive_return, stands="departed", **came)(it, by, at)


def _held(it: InHand, by: Officer, at: datetime) -> Run:
    since = protection.Held(**HELD, since=it.now.date())
    return on_case(protection.open_custody, given=since)(it, by, at)


def _on_custody(act: Callable[..., object], **more: object) -> Ready:
    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        if not Custody.objects.filter(case=it.case).exists():
            _held(it, it.who("zarina"), it.now)()
        seen = Custody.objects.select_related("case", "roster_entry").get(case=it.case)
        return lambda: act(custody=seen, **more, by=by, at=at)

    return ready


def _reviews(it: InHand, by: Officer, at: datetime) -> Run:
    seen = {"outcome": "placement", "child_heard": True, "guardian_present": False, "words": "a room of six"}
    ahead = at.date() + timedelta(days=30)
    return _on_custody(protection.review_custody, **seen, next_on=ahead)(it, by, at)


def _answers_monitors(it: InHand, by: Officer, at: datetime) -> Run:
    if not CustodyAccess.objects.filter(custody__case=it.case).exists():
        asks = _on_custody(protection.ask_custody_access, monitor="ngo", asked_on=it.now.date())
        asks(it, it.who("zarina"), it.now)()
    seen = CustodyAccess.objects.select_related("custody__case").get(custody__case=it.case)
    told = {"given": False, "refused_because": "no_reason", "answered_on": it.now.date()}
    return lambda: protection.answer_custody_access(asked=seen, **told, by=by, at=at)


RISK = {"answers": CALM, "conclusion": "safe", "danger": "nobody there knows"}
BODY = {"desk": None, "body": "Sisters, Tashkent", "agreed_with": "Madina", "fields": ("names",)}
TODAY_ON = {"needs_consent": True}
"""With the yes to the referral a case manager of another desk goes, and with them whatever they prepare."""

OF_RETURNS: dict[str, Row] = {
    "plan_return": Row("", MANAGER, _plans, **TODAY_ON),
    "change_return": Row("", MANAGER, _changes, **TODAY_ON),
    "assess_return_risk": Row("", MANAGER, _on_return(protection.assess_return_risk, over=True, **RISK), **TODAY_ON),
    "record_return_wish": Row("", MANAGER, _on_return(protection.record_return_wish, over=True, **WISH), **TODAY_ON),
    "name_receiver": Row("", MANAGER, _on_return(protection.name_receiver, over=True, **BODY), **TODAY_ON),
    "call_off_return": Row("", MANAGER, _on_return(protection.call_off_return, because="not_safe"), **TODAY_ON),
    "depart": Row("", MANAGER, _on_return(protection.depart), while_running=True, **TODAY_ON),
    "receive_return": Row("", MANAGER, _arrives, **TODAY_ON),
    "record_return_contact": Row(
        "",
        MANAGER,
        _on_return(protection.record_return_contact, stands="long ago", months=3, came="spoke"),
        **TODAY_ON,
    ),
    "open_custody": Row("child", FRONT, _held),
    "review_custody": Row("child", FRONT, _reviews, again=True),
    "ask_custody_access": Row(
        "child",
        FRONT,
        _on_custody(protection.ask_custody_access, monitor="ngo", asked_on=date(2026, 11, 16)),
        again=True,
    ),
    "answer_custody_access": Row("child", FRONT, _answers_monitors),
    "end_custody": Row(
        "child",
        FRONT,
        _on_custody(protection.end_custody, because="reunited", ended_on=date(2026, 11, 16)),
    ),
}
