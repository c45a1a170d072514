"""What waits for a post in referral: questions to answer, answers that are late, needs without a desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from panoh.referral.models import URGENT_FIRST, Need, Referral
from panoh.referral.queries.directory import Directory, directory
from panoh.referral.queries.open import SAID_NO, answer_due, looking_for_desk, overdue, to_answer, with_answers
from panoh.referral.queries.worklist_later import later_parts, what_is_needed
from panoh.referral.rules.offers import Offer, none_left
from panoh.registry.models import Officer
from panoh.registry.worklists import WorkItem, Worklist, added, most_urgent

SHOWN = 50


def worklist(viewer: Officer, *, now: datetime, shown: int = SHOWN) -> Worklist:
    """A fixed number of reads, however much waits. Nothing sealed is opened."""
    by_day = ("answer_due", "pk")
    asked, to_us = most_urgent(to_answer(viewer).prefetch_related("reminders").order_by(*by_day), shown)
    late, unanswered = most_urgent(overdue(viewer, now=now).order_by(*by_day), shown)
    urgent_first = looking_for_desk(viewer, now=now).order_by(URGENT_FIRST, "recorded_at", "pk")
    looking, without = most_urgent(with_answers(urgent_first), shown)
    later = later_parts(viewer, now=now, shown=shown)
    items = [
        *_to_answer(asked, now=now),
        *_late(late),
        *_looking(looking, now=now),
        *chain.from_iterable(lines for _count, lines in later),
    ]
    total = added((to_us, unanswered, without, *(count for count, _lines in later)))
    return Worklist("referral", tuple(sorted(items)[:shown]), total)


def _to_answer(asked: Iterable[Referral], *, now: datetime) -> Iterator[WorkItem]:
    for referral in asked:
        reminded = len(referral.reminders.all())
        why = what_is_needed(referral.need)
        if reminded:
            why += " · " + ngettext("reminded once", "reminded %(n)s times", reminded) % {"n": reminded}
        yield WorkItem(
            due_at=referral.answer_due,
            reference=referral.need.case.reference,
            stage="referral",
            what=_("Answer: can your desk help?"),
            why=why,
            address=reverse("referral:referral", args=[referral.pk]),
            escalated=referral.answer_due < now,
        )


def _late(late: Iterable[Referral]) -> Iterator[WorkItem]:
    for referral in late:
        yield WorkItem(
            due_at=referral.answer_due,
            reference=referral.need.case.reference,
            stage="referral",
            what=_("Remind the desk, or ask another one too"),
            why=_("%(need)s: no answer from %(desk)s")
            % {"need": what_is_needed(referral.need), "desk": referral.to_desk},
            address=reverse("referral:need", args=[referral.need_id]),
            escalated=True,
        )


def _looking(needs: list[Need], *, now: datetime) -> Iterator[WorkItem]:
    """The directory is read once for all of them, so that each line can name the next desk to ask."""
    known = directory() if needs else Directory({}, {})
    for need in needs:
        yield _look(need, known, known.offers_for(need, at=now), now)


def _look(need: Need, known: Directory, offered: tuple[Offer, ...], now: datetime) -> WorkItem:
    asked = need.referrals.all()
    answers = [each.response for each in asked if each.status == Referral.Status.DECLINED]
    last = max(answers, key=lambda each: each.at, default=None)
    by_when = answer_due(last.at if last else need.recorded_at, need.urgency)
    in_vain = any(each.status in SAID_NO for each in asked) and none_left(offered)
    why = what_is_needed(need)
    if last:
        why += " · " + _("declined: %(reason)s") % {"reason": last.get_decline_reason_display()}
    if in_vain:
        why += " · " + _("every desk that fits has said no")
    return WorkItem(
        due_at=by_when,
        reference=need.case.reference,
        stage="referral",
        what=_("Find another desk") if asked else _("Find a desk"),
        why=why + _next(offered, known),
        address=reverse("referral:need", args=[need.pk]),
        escalated=in_vain or by_when < now,
    )


def _next(offered: tuple[Offer, ...], known: Directory) -> str:
    names = [str(known.desks[offer.key]) for offer in offered if offer.may_ask]
    return " · " + _("next: %(desks)s") % {"desks": "; ".join(names[:2])} if names else ""
