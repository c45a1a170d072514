"""What waits for a post in referral: questions to answer, answers that are late, needs without a desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.referral.models import Need, Referral
from panoh.referral.queries.directory import Directory, directory
from panoh.referral.queries.nobody_left import WHEN, NoDeskLeft, looking_for_desk
from panoh.referral.queries.open import (
    SAID_NO,
    answer_due,
    left_too_long,
    managed,
    of_desk,
    to_answer,
    waiting_for_answer,
    with_answers,
    without_desk,
)
from panoh.referral.queries.worklist_later import LATER, late_answers, of_referrals, what_is_needed
from panoh.referral.rules.offers import Offer, none_left
from panoh.registry.asking import Asked
from panoh.registry.models import Officer
from panoh.registry.parts import Part, each, listed, waiting
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem, Worklist

SHOWN = 50


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """A fixed number of reads, however much waits. Nothing sealed is opened."""
    found = listed(parts(viewer), Asked(viewer, now), shown=shown)
    return Worklist("referral", found.lines, found.total)


def parts(_viewer: Officer) -> tuple[Part[WorkItem], ...]:
    return PARTS


def _to_answer(referral: Referral, due_at: datetime, asked: Asked) -> WorkItem:
    reminded = len(referral.reminders.all())
    why = what_is_needed(referral.need)
    if reminded:
        why += " · " + ngettext("reminded once", "reminded %(n)s times", reminded) % {"n": reminded}
    return WorkItem(
        due_at=due_at,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Answer: can your desk help?"),
        why=why,
        address=address_of("referral:referral", referral.pk),
        escalated=due_at < asked.now,
    )


def _late(referral: Referral, due_at: datetime, _asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=referral.need.case.reference,
        stage="referral",
        what=_("Remind the desk, or ask another one too"),
        why=_("%(need)s: no answer from %(desk)s") % {"need": what_is_needed(referral.need), "desk": referral.to_desk},
        address=address_of("referral:need", referral.need_id),
        escalated=True,
    )


def _without_desk_of(viewer: Officer, now: datetime, whose: Q) -> QuerySet[Need]:
    return looking_for_desk(without_desk().filter(whose))


def by_when(_rank: int, _recorded_at: datetime, urgency: str, last_no: datetime) -> datetime:
    return answer_due(last_no, urgency)


def _looking(found: Sequence[tuple[Need, datetime]], asked: Asked) -> Iterator[WorkItem]:
    """The directory is read once for all of them, so that each line can name the next desk to ask."""
    known = asked.once(directory)
    for need, due_at in found:
        yield _look(need, due_at, known, known.offers_for(need, at=asked.now), asked.now)


def _look(need: Need, due_at: datetime, known: Directory, offered: tuple[Offer, ...], now: datetime) -> WorkItem:
    before = need.referrals.all()
    answers = [referral.response for referral in before if referral.status == Referral.Status.DECLINED]
    last = max(answers, key=lambda answer: answer.at, default=None)
    in_vain = any(referral.status in SAID_NO for referral in before) and none_left(offered)
    why = what_is_needed(need)
    if last:
        why += " · " + _("declined: %(reason)s") % {"reason": choice(last, "decline_reason")}
    if in_vain:
        why += " · " + _("every desk that fits has said no")
    return WorkItem(
        due_at=due_at,
        reference=need.case.reference,
        stage="referral",
        what=_("Find another desk") if before else _("Find a desk"),
        why=why + _next(offered, known),
        address=address_of("referral:need", need.pk),
        escalated=in_vain or due_at < now,
    )


def _next(offered: tuple[Offer, ...], known: Directory) -> str:
    names = [str(known.desks[offer.key]) for offer in offered if offer.may_ask]
    return " · " + _("next: %(desks)s") % {"desks": "; ".join(names[:2])} if names else ""


TO_ANSWER = Part(
    (waiting(lambda viewer, now: to_answer(viewer).order_by("answer_due", "pk"), "pk", "answer_due"),),
    each(_to_answer),
    lambda: of_referrals().prefetch_related("reminders"),
)
LATE = Part(late_answers(waiting_for_answer, "answer_due"), each(_late), of_referrals)
LOOKING = Part(
    (
        waiting(lambda viewer, now: _without_desk_of(viewer, now, of_desk(viewer)), *WHEN),
        waiting(lambda viewer, now: _without_desk_of(viewer, now, managed(viewer)), *WHEN),
        waiting(lambda viewer, now: _without_desk_of(viewer, now, left_too_long(viewer, now=now)), *WHEN),
        NoDeskLeft(),
    ),
    _looking,
    lambda: with_answers(Need.objects.all()),
    by_when,
)
PARTS = (TO_ANSWER, LATE, LOOKING, *LATER)
