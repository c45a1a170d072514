"""An item is answered by the post it was handed to, and the answer checked by another person."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.assessment.actions.answers.begun import opened, subject
from panoh.assessment.models import AnswerFile, HandedItem, ItemAnswer, ItemCheck
from panoh.assessment.queries.answers.files import held, item_asked, may_answer, may_check, owner_of_item
from panoh.assessment.rules.answers.said import Said, faults
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.registry.wording import spoken


@act
def answer_item(
    *, file: AnswerFile, item: str, said: Said, after: int | None = None, by: Officer, at: datetime
) -> ItemAnswer:
    """`after`: the answer its writer had before their eyes; if another was written meanwhile both are shown."""
    access.require(by, access.Act.SEE_FIGURES)
    kept = opened(file)
    asked, owner = item_asked(kept, item), owner_of_item(kept, item)
    if not may_answer(by, owner):
        raise NotPermitted(
            _("This item was not handed to your post (%(post)s).") % {"post": by.post},
            _("Ask whoever keeps the assessment to hand it to you."),
            subject=subject(file),
        )
    newest = held(kept).answers.get(item)
    if newest is not None and after != newest.pk:
        raise Conflict(
            _("Somebody answered this item meanwhile."),
            _("Their answer stands above yours. Put both together and keep the answer again."),
            subject=subject(file),
            both=newest,
        )
    for fault in faults(said, asked, today=timezone.localdate(at)):
        raise Refused(spoken(fault), _("Change this and keep the answer again; nothing you wrote is lost."))
    made = ItemAnswer.objects.create(file=kept, item=item, said=said.as_json(), by=by, at=at)
    HandedItem.objects.filter(file=kept, item=item, open=True).update(open=False)
    ledger.write(act="answer_item", by=by, at=at, subject=subject(file), item=item, kind=said.kind.value)
    return made


@act
def check_answer(*, answer: ItemAnswer, holds: bool, because: str = "", by: Officer, at: datetime) -> ItemCheck:
    """Another person says that it holds and names nobody, or sends it back to the post that answers."""
    access.require(by, access.Act.SEE_FIGURES)
    file = opened(answer.file)
    if answer.by_id == by.pk:
        raise OutOfOrder(_("You wrote this answer."), _("Another person checks it."), subject=subject(file))
    if not may_check(by, answer, owner_of_item(file, answer.item)):
        raise NotPermitted(
            _("Your post does not check this answer, or it was checked."),
            _("A colleague at the desk that answers, or whoever keeps the assessment, checks it."),
            subject=subject(file),
        )
    if held(file).answers.get(answer.item) != answer:
        raise Conflict(_("Another answer was written meanwhile."), _("Open the item again and check that one."))
    if (not holds and not because.strip()) or len(because) > 2000:
        raise Refused(_("An answer sent back says why."), _("Write what has to change, in at most 2000 letters."))
    made = _checked(answer, holds, because.strip(), by, at)
    if not holds:
        _wait_again(file, answer.item)
    ledger.write(act="check_answer", by=by, at=at, subject=subject(file), item=answer.item, holds=holds)
    return made


def _checked(answer: ItemAnswer, holds: bool, because: str, by: Officer, at: datetime) -> ItemCheck:
    try:
        with transaction.atomic():  # two who check at once: the database takes one
            return ItemCheck.objects.create(
                answer=answer, answered_by=answer.by, holds=holds, because=because, by=by, at=at
            )
    except IntegrityError:
        raise Conflict(_("Somebody checked this answer already."), _("Open the item again.")) from None


def _wait_again(file: AnswerFile, item: str) -> None:
    """The item lies with its post again."""
    last = HandedItem.objects.filter(file=file, item=item).order_by("-pk").first()
    if last is not None and not last.open:
        last.open = True
        last.save(update_fields=["open"])
