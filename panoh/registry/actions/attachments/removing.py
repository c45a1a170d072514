"""Removing an attachment takes two: one officer sets it aside with a reason, another erases it or puts it back.

What was evidence must not vanish unseen; what is about another person must be shut at once.
"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Attachment, AttachmentContent, Officer
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@act
def set_aside_attachment(*, attachment: Attachment, because: str, by: Officer, at: datetime) -> Attachment:
    """Shut it now for everybody but those who remove. Nothing is lost by it."""
    _require(by, attachment)
    if because not in Attachment.SetAside.values:
        raise Refused(
            _("Setting something aside needs its reason."),
            _("Choose the reason from the list."),
            subject=f"case:{attachment.case_id}",
        )
    standing = Attachment.objects.filter(pk=attachment.pk, set_aside_at=None).exclude(sealed_key=None)
    if not standing.update(set_aside_at=at, set_aside_by=by, set_aside_because=because):
        raise _changed(attachment)
    return _written("set_aside_attachment", attachment, because=because, by=by, at=at)


@act
def put_back_attachment(*, attachment: Attachment, by: Officer, at: datetime) -> Attachment:
    """It stands in the case again as it did before; who set it aside, and why, stays in the ledger."""
    _require(by, attachment)
    aside = Attachment.objects.filter(pk=attachment.pk, set_aside_at__isnull=False, removed_at=None)
    if not aside.update(set_aside_at=None, set_aside_by=None, set_aside_because=""):
        raise _changed(attachment)
    return _written("put_back_attachment", attachment, by=by, at=at)


@act
def remove_attachment(*, attachment: Attachment, by: Officer, at: datetime) -> Attachment:
    """Erase what another officer set aside: its keys are destroyed. That it was there, who removed it and why remains."""
    _require(by, attachment)
    if Attachment.objects.filter(pk=attachment.pk, set_aside_by=by, removed_at=None).exists():
        raise Refused(
            _("You set this aside yourself; another officer has to look at it before it is erased."),
            _("Ask a colleague who works on the case, or the intake desk. You can put it back."),
            subject=f"case:{attachment.case_id}",
        )
    aside = Attachment.objects.filter(pk=attachment.pk, set_aside_at__isnull=False, removed_at=None)
    if not aside.update(removed_at=at, removed_by=by, sealed=None, sealed_key=None):
        raise _changed(attachment)
    AttachmentContent.objects.filter(attachment=attachment).update(sealed=None, sealed_key=None)
    return _written("remove_attachment", attachment, by=by, at=at)


def _require(by: Officer, attachment: Attachment) -> None:
    """Whoever works on the case and may open this attachment; a desk to which the case was shown takes nothing out of it."""
    mine = access.works_on(by, access.Act.REMOVE_ATTACHMENT, attachment.case)
    if not mine or not access.opens(by, attachment):
        raise NotPermitted(
            _("Your post may not remove this attachment."),
            _("Ask the desk that works on the case."),
            subject=f"case:{attachment.case_id}",
        )


def _changed(attachment: Attachment) -> Conflict:
    return Conflict(
        _("This attachment was set aside, put back or removed a moment ago."),
        _("Go back to the attachments to see what stands now."),
        subject=f"case:{attachment.case_id}",
    )


def _written(name: str, attachment: Attachment, *, by: Officer, at: datetime, **detail: str) -> Attachment:
    ledger.write(
        act=name,
        by=by,
        at=at,
        subject=f"case:{attachment.case_id}",
        fields=(attachment.belongs_to.field,),
        attachment=str(attachment.pk),
        **detail,
    )
    attachment.refresh_from_db()
    return attachment
