"""A post's own work in a few lines: how much waits, how much of it is late, and references. Never a name, never a place.

Nothing is pushed by itself: whoever runs the installation calls `panoh digest`, by hand or by the machine's own timer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from panoh.desk.work import STAGES, waiting
from panoh.registry import access, ledger
from panoh.registry.actions.officers import require_of_own_agency
from panoh.registry.acts import act
from panoh.registry.models import DigestSent, Officer, Post
from panoh.registry.references import is_reference
from panoh.registry.refusals import Refused
from panoh.registry.worklists import WorkItem, added, in_words

MOST = 20


@dataclass(frozen=True)
class Digest:
    """`late` and `next_due` hold references of cases only; what is known by another name is counted and not named."""

    post: Post
    language: str
    total: int
    late: tuple[str, ...]
    next_due: tuple[str, ...]
    waiting: int

    def lines(self) -> tuple[str, ...]:
        """In the language of the post's officer."""
        with translation.override(self.language):
            made = [ngettext("%(n)s thing waits for you.", "%(n)s things wait for you.", self.total)]
            parts = ((_("Late: %s"), self.late), (_("Next: %s"), self.next_due))
            made += [said % ", ".join(references) for said, references in parts if references]
            if self.waiting:
                made.append(_("Waiting on others: %s") % in_words(self.waiting))
            return (made[0] % {"n": in_words(self.total)}, *made[1:])


class MailFailed(Exception):
    """The mail server did not take it. Nothing is recorded as sent; the next call tries again."""


def digests(*, now: datetime) -> tuple[Digest, ...]:
    """One for each post with an officer and something to do or to wait for."""
    posts = Post.objects.filter(officers__is_active=True).select_related("desk__agency").distinct().order_by("pk")
    made = (digest(post, now=now) for post in posts)
    return tuple(each for each in made if each.total or each.waiting)


def digest(post: Post, *, now: datetime) -> Digest:
    """What waits for any officer in the post, each thing once."""
    officers = tuple(post.officers.filter(is_active=True).select_related("post__desk__agency").order_by("pk"))
    mine, total = _mine(officers, now=now)
    late = [each for each in mine if each.overdue(now)]
    ahead = [each for each in mine if not each.overdue(now)]
    return Digest(
        post=post,
        language=officers[0].language,
        total=total,
        late=_references(late),
        next_due=_references(ahead),
        waiting=max(waiting(officer).total for officer in officers),
    )


def _mine(officers: tuple[Officer, ...], *, now: datetime) -> tuple[list[WorkItem], int]:
    """The lines of all officers, each once; of the counts the highest, since most of the work is the post's."""
    lists = [[stage.worklist(officer, now=now) for stage in STAGES.values()] for officer in officers]
    total = max(added(each.total for each in found) for found in lists)
    return sorted({item for found in lists for each in found for item in each.items}), total


def _references(items: list[WorkItem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.reference for each in items if is_reference(each.reference)))[:MOST]


def send_digest(*, digest: Digest, at: datetime) -> bool:
    """False where it went out today already. Raises MailFailed where the server did not take it.

    The day is taken before the mail leaves and given back if it does not: a slow server holds up no act, and of two
    calls at once one finds the day taken. Killed in between, one day's digest is lost and none goes twice.
    """
    if not _take_day(digest=digest, by=None, at=at):
        return False
    with translation.override(digest.language):
        subject = _("Panoh: what waits for your post")
    try:
        send_mail(subject, "\n".join(digest.lines()) + "\n", settings.DEFAULT_FROM_EMAIL, [digest.post.mail])
    except Exception as failed:  # whatever a mail server, a name server or a socket raises
        _give_day_back(digest=digest, by=None, at=at)
        raise MailFailed(type(failed).__name__) from failed
    return True


@act
def _take_day(*, digest: Digest, by: None, at: datetime) -> bool:
    day = {"post": digest.post, "on": timezone.localdate(at)}
    _row, fresh = DigestSent.objects.get_or_create(**day, defaults={"at": at})
    if fresh:
        ledger.write(act="send_digest", by=by, at=at, subject=f"post:{digest.post.pk}", total=digest.total)
    return fresh


@act
def _give_day_back(*, digest: Digest, by: None, at: datetime) -> None:
    DigestSent.objects.filter(post=digest.post, on=timezone.localdate(at)).delete()
    ledger.write(act="digest_not_sent", by=by, at=at, subject=f"post:{digest.post.pk}")


@act
def set_post_mail(*, post: Post, mail: str, by: Officer, at: datetime) -> Post:
    """Where the post's digest goes; empty ends it. An agency's administrator says it for their own posts. The address
    itself stays out of the ledger."""
    access.require(by, access.Act.MANAGE_POSTS)
    held = Post.objects.select_for_update(no_key=True, of=("self",)).select_related("desk").get(pk=post.pk)
    require_of_own_agency(by, held)
    if mail and not _is_address(mail):
        raise Refused(
            gettext_lazy("This is no mail address."),
            gettext_lazy("Write one address, like desk@agency.tj, or leave it empty."),
            subject=f"post:{post.pk}",
        )
    held.mail = mail
    held.save(update_fields=["mail"])
    ledger.write(act="set_post_mail", by=by, at=at, subject=f"post:{post.pk}", has_mail=bool(mail))
    return held


def _is_address(mail: str) -> bool:
    try:
        validate_email(mail)
    except ValidationError:
        return False
    return True
