"""Acts about an independent advocate and what each meets, in rows as in `bad_input`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from panoh.protection import actions as protection
from panoh.protection.models import Advocate
from panoh.registry.models import Officer
from tests.proof.bad_input import FRONT, Ready, Row, Run
from tests.proof.two_at_once import InHand


def _wants_an_advocate(it: InHand, by: Officer, at: datetime) -> Run:
    if not it.case.consents.filter(purpose="advocate").exists():
        yes = {"purpose": "advocate", "given": True, "language": "tg", "explained": True}
        record_consent(case=it.case, **yes, by=it.who("zarina"), at=it.now)
    chosen = {"desk": it.who("mavzuna").desk, "wished": True, "shares": ("names",)}
    return on_case(protection.name_advocate, **chosen)(it, by, at)


def _advocate(act: Callable[..., object], *, stands: bool, **more: object) -> Ready:
    """The act on whom the person named, who has said yes or not yet."""

    def ready(it: InHand, by: Officer, at: datetime) -> Run:
        if not Advocate.objects.filter(case=it.case).exists():
            named = _wants_an_advocate(it, it.who("zarina"), it.now)()
            if stands:
                protection.answer_as_advocate(advocate=named, accepted=True, by=it.who("mavzuna"), at=it.now)
        seen = Advocate.objects.select_related("case", "desk__agency", "disclosure").get(case=it.case)
        return lambda: act(advocate=seen, **more, by=by, at=at)

    return ready


OF_ADVOCATES: dict[str, Row] = {
    "name_advocate": Row("", FRONT, _wants_an_advocate, needs_consent=True),
    "answer_as_advocate": Row(
        "",
        ("mavzuna",),
        _advocate(protection.answer_as_advocate, stands=False, accepted=False, decline_reason="full"),
        needs_consent=True,
        while_shown=True,
    ),
    "end_advocate": Row("", FRONT, _advocate(protection.end_advocate, stands=True, because="wish")),
    "note_decisions": Row(
        "",
        ("mavzuna",),
        _advocate(protection.note_decisions, stands=True),
        again=True,
        needs_consent=True,
        while_shown=True,
    ),
}
