"""An answer file is begun for a report, and its items are handed to the posts that answer them by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import AnswerFile, HandedItem
from panoh.assessment.queries.answers.files import item_asked, text_approved, text_waiting
from panoh.instruments import assessment
from panoh.registry import access, ledger
from panoh.registry.access import Role
from panoh.registry.acts import act
from panoh.registry.models import Officer, Post
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.statistics.rules.periods import Period, PeriodKind


@act
def begin_answers(*, report: int, due_on: date, by: Officer, at: datetime) -> AnswerFile:
    """The file of a report whose period has begun; one at a time, and a new version only as a correction."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    today = timezone.localdate(at)
    if not assessment.tier_history().first_report <= report <= 2100:
        raise Refused(
            _("%(year)s is no year of a report.") % {"year": report}, _("Give the year the report comes out in.")
        )
    if Period(PeriodKind.TIP_REPORTING_PERIOD, report - 1).first > today:
        raise Refused(
            _("The period of this report has not begun: there is nothing to answer yet."),
            _("The report of a year covers 1 April of the year before to 31 March. Choose an earlier one."),
        )
    if AnswerFile.objects.filter(report=report).exists():
        raise OutOfOrder(
            _("There is an answer file for this report."), _("Open it; once it is approved it can be corrected there.")
        )
    due_by(due_on, today)
    made = new_file(report, 1, None, "", due_on, by, at)
    ledger.write(act="begin_answers", by=by, at=at, subject=subject(made), report=report)
    return made


@act
def hand_out_items(
    *, file: AnswerFile, items: Sequence[str], post: Post, due_on: date, by: Officer, at: datetime
) -> list[HandedItem]:
    """These items to this post, to be answered by a day. Handed to another post before, they are that post's no more."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    held = opened(file)
    if not items:
        raise Refused(_("No item was chosen."), _("Mark the items this post is to answer."), subject=subject(file))
    wanted = [item_asked(held, each) for each in dict.fromkeys(items)]
    if Role(post.role) not in access.TABLE[access.Act.SEE_FIGURES]:
        raise Refused(_("This post may not see figures."), _("Choose a post that works on cases, law or figures."))
    due_at = due_by(due_on, timezone.localdate(at))
    keys = [each.id for each in wanted]
    HandedItem.objects.filter(file=held, item__in=keys, open=True).update(open=False)
    made = HandedItem.objects.bulk_create(
        HandedItem(file=held, item=key, post=post, due_at=due_at, by=by, at=at) for key in keys
    )
    ledger.write(act="hand_out_items", by=by, at=at, subject=subject(file), post=post.code, items=keys)
    return made


def opened(file: AnswerFile) -> AnswerFile:
    """Locked, and only while it may still be written in: neither put up nor approved."""
    held = AnswerFile.objects.select_for_update(no_key=True).get(pk=file.pk)
    if text_waiting(held):
        raise OutOfOrder(
            _("The file was put up and waits for its second signature."),
            _("Have it signed or refused first; refused, it can be written in again."),
            subject=subject(file),
        )
    if text_approved(held):
        raise OutOfOrder(
            _("The file was approved: nothing in it is ever altered."),
            _("Correct it: a new version names this one and begins with its answers."),
            subject=subject(file),
        )
    return held


def new_file(
    report: int, number: int, corrects: AnswerFile | None, because: str, due_on: date, by: Officer, at: datetime
) -> AnswerFile:
    try:
        with transaction.atomic():  # two who begin at once: the number is given once
            return AnswerFile.objects.create(
                report=report,
                number=number,
                questionnaire=assessment.questionnaire().version,
                due_on=due_on,
                corrects=corrects,
                because=because,
                begun_by=by,
                begun_at=at,
            )
    except IntegrityError:
        raise Conflict(_("Somebody began it at the same moment."), _("Open the list of answer files again.")) from None


def due_by(due_on: date, today: date) -> datetime:
    """The end of that day."""
    if not today <= due_on <= today + timedelta(days=800):
        raise Refused(_("The day by which it is due has passed, or is too far away."), _("Choose a day from today on."))
    return timezone.make_aware(datetime.combine(due_on + timedelta(days=1), time.min))


def subject(file: AnswerFile) -> str:
    return f"answer_file:{file.pk}"
