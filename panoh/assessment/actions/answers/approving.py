"""The whole file is put up word for word by one person and approved by another; a correction is another version."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.assessment.actions.answers.begun import due_by, new_file, opened, subject
from panoh.assessment.actions.closing import close_what_is_shown
from panoh.assessment.models import AnswerFile, AnswerSignature, AnswerText
from panoh.assessment.queries.answers.files import text_approved, whole_now
from panoh.assessment.queries.answers.of_assessment import own_country
from panoh.assessment.rules.answers.standing import State
from panoh.assessment.rules.answers.text import text_of
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.statistics.rules.editions import digest


@act
def put_up_answers(*, file: AnswerFile, with_gaps: bool, by: Officer, at: datetime) -> AnswerText:
    """The first signature. Counted at this moment; gaps stand in it, and have to be accepted knowingly."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    whole = whole_now(opened(file), now=at)
    waiting = [each.id for each in whole.lines if each.state is State.TO_CHECK]
    if waiting:
        raise OutOfOrder(
            _("Answers wait for a check: %(items)s.") % {"items": ", ".join(waiting)},
            _("Have another person check them first."),
            subject=subject(file),
        )
    if whole.gaps and not with_gaps:
        raise Refused(
            _("There are gaps: %(items)s.") % {"items": ", ".join(each.id for each in whole.gaps)},
            _("Have them answered, or say that the file goes out with its gaps: what is missing is read as not done."),
            subject=subject(file),
        )
    text = text_of(whole)
    made = AnswerText.objects.create(file=file, text=text, digest=digest(text), by=by, at=at)
    ledger.write(act="put_up_answers", by=by, at=at, subject=subject(file), digest=made.digest, gaps=len(whole.gaps))
    return made


@act
def sign_answers(*, text: AnswerText, approved: bool, because: str = "", by: Officer, at: datetime) -> AnswerSignature:
    """The second signature, by another person; or why not. Approved, the file stands and nothing in it is ever altered."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    if text.by_id == by.pk:
        raise OutOfOrder(
            _("You put this file up: yours is the first signature."),
            _("Another person approves it."),
            subject=subject(text.file),
        )
    if (not approved and not because.strip()) or len(because) > 2000:
        raise Refused(_("Not approving has reasons."), _("Write what has to be set right, in at most 2000 letters."))
    if digest(text.text) != text.digest:
        raise Refused(
            _("The text is not the one that was put up."),
            _("Do not sign it. Tell the data-protection officer, and put the file up again."),
            subject=subject(text.file),
        )
    made = _signed(text, approved, because.strip(), by, at)
    if approved:
        close_what_is_shown(own_country())
    ledger.write(act="sign_answers", by=by, at=at, subject=subject(text.file), digest=text.digest, approved=approved)
    return made


@act
def correct_answers(*, file: AnswerFile, because: str, due_on: date, by: Officer, at: datetime) -> AnswerFile:
    """Another version, which names this one and begins with its answers. This one stays as it was approved."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    if text_approved(file) is None:
        raise OutOfOrder(
            _("This file is not approved: it can be written in."), _("Answer its items there."), subject=subject(file)
        )
    if AnswerFile.objects.filter(corrects=file).exists():
        raise OutOfOrder(
            _("A newer version corrects this one already."), _("Open the newest version."), subject=subject(file)
        )
    if not because.strip() or len(because) > 2000:
        raise Refused(_("A correction says why."), _("Write it, in at most 2000 letters. Name no person."))
    due_by(due_on, timezone.localdate(at))
    made = new_file(file.report, file.number + 1, file, because.strip(), due_on, by, at)
    ledger.write(act="correct_answers", by=by, at=at, subject=subject(made), corrects=file.pk)
    return made


def _signed(text: AnswerText, approved: bool, because: str, by: Officer, at: datetime) -> AnswerSignature:
    try:
        with transaction.atomic():  # two who sign at once: the database takes one
            return AnswerSignature.objects.create(
                text=text, put_up_by=text.by, approved=approved, because=because, by=by, at=at
            )
    except IntegrityError:
        raise Conflict(_("Somebody has answered this already."), _("Open the file again.")) from None
