"""Attaching a file to a case, or a better copy of one. It is sealed with its line in the ledger, or nothing of it stays."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _

from panoh.registry import access, ledger, vault
from panoh.registry.actions.attachments.unfit import UnfitFile
from panoh.registry.acts import act
from panoh.registry.models import Attachment, AttachmentContent, Case, Officer
from panoh.registry.queries.cases import anonymous
from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.rules.attachments import Media, Unfit, cleaned
from panoh.registry.rules.attachments.limits import MOST_IN_A_CASE

LONGEST_LABEL = 200


@act
def add_attachment(*, case: Case, kind: str, label: str, content: bytes, by: Officer, at: datetime) -> Attachment:
    """Take one file in: known by its bytes, without what a camera wrote into it, sealed. `label`: what the officer calls it."""
    access.require(by, access.Act.ADD_ATTACHMENT, case)
    made = _taken_in(case, kind, label, content, replaces=None, by=by, at=at)
    _write("add_attachment", made, by=by, at=at)
    return made


@act
def replace_attachment(*, earlier: Attachment, label: str, content: bytes, by: Officer, at: datetime) -> Attachment:
    """Add a better copy. The earlier one is kept and stays open to whoever could open it; it leads to the better one."""
    access.require(by, access.Act.ADD_ATTACHMENT, earlier.case)
    _require_open(earlier, by)
    _hold(earlier.case)
    standing = Attachment.objects.filter(pk=earlier.pk, replaced_by=None, set_aside_at=None).first()
    if standing is None or standing.erased:
        raise Conflict(
            _("There is a better copy of this already, or it is set aside."),
            _("Go back to the attachments to see what stands now. Your file can be added as one of its own."),
            subject=f"case:{earlier.case_id}",
        )
    made = _taken_in(earlier.case, earlier.kind, label, content, replaces=standing, by=by, at=at)
    _write("replace_attachment", made, by=by, at=at, replaces=str(standing.pk))
    return made


def _require_open(earlier: Attachment, by: Officer) -> None:
    if not access.opens(by, earlier):
        raise NotPermitted(
            _("Your post may not open this attachment."),
            _("Add your file as one of its own."),
            subject=f"case:{earlier.case_id}",
        )


def _taken_in(
    case: Case,
    kind: str,
    label: str,
    content: bytes,
    *,
    replaces: Attachment | None,
    by: Officer,
    at: datetime,
) -> Attachment:
    media, kept = _looked_through(kind, label, content, subject=f"case:{case.pk}")
    _hold(case)
    _refuse_forgotten(case)
    digest = hashlib.sha256(kept).hexdigest()
    forms = vault.blind_forms(f"attachment of {case.pk}", digest)
    made = Attachment(
        case=case,
        number=_next_number(case, forms, len(kept)),
        kind=kind,
        media=media,
        size=len(kept),
        fingerprint=forms[-1],
        replaces=replaces,
        added_at=at,
        added_by=by,
    )
    # The digest of what was handed in proves later that this is the very file, though the place was taken out of it.
    handed_in = hashlib.sha256(content).hexdigest()
    vault.seal(made, {"label": label.strip(), "digest": digest, "handed_in": handed_in})
    made.save(force_insert=True)
    _keep(made, kept)
    return made


def _looked_through(kind: str, label: str, content: bytes, *, subject: str) -> tuple[Media, bytes]:
    if kind not in Attachment.Kind.values:
        raise Refused(_("What is it?"), _("Choose from the list what the file shows."), subject=subject)
    if len(label) > LONGEST_LABEL:
        raise Refused(_("What you call it is too long."), _("Use at most 200 letters."), subject=subject)
    try:
        return cleaned(content)
    except Unfit as unfit:
        raise UnfitFile.of(unfit, subject=subject) from None


def _keep(made: Attachment, kept: bytes) -> None:
    file = AttachmentContent(attachment=made)
    vault.seal_file(file, kept, belongs_to=file.bound_to)
    file.save(force_insert=True)


def _hold(case: Case) -> None:
    """Locked until the act is over: of two officers at once each gets a number, the limit holds for both together, and
    a person who is being forgotten leaves nothing that came a moment later."""
    Case.objects.select_for_update(no_key=True).only("pk").get(pk=case.pk)


def _refuse_forgotten(case: Case) -> None:
    if not Case.objects.filter(pk=case.pk, person__sealed__isnull=False).exists():
        raise anonymous(case)


def _next_number(case: Case, forms: tuple[str, ...], size: int) -> int:
    kept = case.attachments.filter(removed_at=None)
    same = kept.filter(fingerprint__in=forms).first()
    if same is not None:
        raise Conflict(
            _("This file is in the case already, as number %(number)s.") % {"number": same.number},
            _("Open that one. If this should be another file, check which one you chose."),
            subject=f"case:{case.pk}",
        )
    together = kept.aggregate(together=Sum("size"))["together"] or 0
    if together + size > MOST_IN_A_CASE:
        raise Refused(
            _("With this file the case would hold more than %(megabytes)s MB.")
            % {"megabytes": MOST_IN_A_CASE // 1_000_000},
            _("Add it smaller, or have something removed that is not needed."),
            subject=f"case:{case.pk}",
        )
    return (case.attachments.aggregate(last=Max("number"))["last"] or 0) + 1


def _write(name: str, made: Attachment, *, by: Officer, at: datetime, **detail: str) -> None:
    ledger.write(
        act=name,
        by=by,
        at=at,
        subject=f"case:{made.case_id}",
        fields=(made.belongs_to.field,),
        attachment=str(made.pk),
        **detail,
    )
