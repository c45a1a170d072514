"""Publishing figures: one officer proposes what would be shown of an edition, another agrees. What is public stays."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.exchange.public.queries import before, overlapping
from panoh.exchange.release.attack import ranges_of_rounds
from panoh.exchange.release.refusal import NotReleased
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Installation, Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.wording import day
from panoh.statistics.models import Edition, Publication, PublicationAnswer
from panoh.statistics.queries.editions import fault_of, in_force
from panoh.statistics.rules.editions import digest, read
from panoh.statistics.rules.publication.text import published, text_of


@act
def propose_publication(*, edition: Edition, by: Officer, at: datetime) -> Publication:
    """Work out what of the edition that stands may be shown, and keep it for another officer to look at."""
    access.require(by, access.Act.PUBLISH_FIGURES)
    _hold_to_order(edition)
    text = _text(edition)
    made = Publication.objects.create(edition=edition, text=text, digest=digest(text), proposed_by=by, proposed_at=at)
    ledger.write(act="propose_publication", by=by, at=at, subject=f"publication:{made.pk}", digest=made.digest)
    return made


@act
def answer_publication(
    *, publication: Publication, agreed: bool, because: str = "", by: Officer, at: datetime
) -> PublicationAnswer:
    """Another officer agrees, and from now on everybody can read it; or does not, with reasons."""
    access.require(by, access.Act.PUBLISH_FIGURES)
    subject = f"publication:{publication.pk}"
    if publication.proposed_by_id == by.pk:
        raise Refused(_("You proposed this publication."), _("Another officer answers it."), subject=subject)
    if not agreed and not because.strip():
        raise Refused(_("Not publishing has reasons."), _("Write what has to be set right first."), subject=subject)
    if len(because) > 2000:
        raise Refused(_("The reasons are too long."), _("Write at most 2000 letters."), subject=subject)
    Installation.objects.select_for_update(no_key=True).first()  # what is public is compared with one at a time
    if agreed:
        _hold_to_what_was_proposed(publication, subject)
    made = _answer(publication, agreed, because.strip(), by, at)
    ledger.write(act="answer_publication", by=by, at=at, subject=subject, digest=publication.digest, agreed=agreed)
    return made


def _hold_to_order(edition: Edition) -> None:
    subject = f"edition:{edition.pk}"
    if in_force(edition.period) != edition or fault_of(edition):
        raise OutOfOrder(
            _("Only the edition of a period that stands is published."),
            _("Have it signed first; of several choose the newest."),
            subject=subject,
        )
    if edition.publications.filter(Q(answer=None) | Q(answer__agreed=True)).exists():
        raise OutOfOrder(
            _("This edition is public, or waits to be."), _("Open it in the list of publications."), subject=subject
        )
    if shared := overlapping(edition.period):
        raise Refused(
            _("Figures from %(first)s to %(last)s are public and share days with this period.")
            % {"first": day(shared.first), "last": day(shared.last)},
            _("From the two together what lies between could be reckoned. Publish periods that do not overlap."),
            subject=subject,
        )


def _text(edition: Edition) -> str:
    try:
        return text_of(published(read(edition.text), before(edition), ranges_of_rounds))
    except NotReleased as not_attacked:
        raise Refused(
            _("The tables could not be attacked, so nobody knows whether they are safe."),
            _("Ask whoever runs this server to install the extra “release” (HiGHS), and propose again."),
            subject=f"edition:{edition.pk}",
        ) from not_attacked


def _hold_to_what_was_proposed(publication: Publication, subject: str) -> None:
    """What is agreed to is made anew: with another publication between, it might not be safe any more."""
    edition = publication.edition
    stands = in_force(edition.period) == edition and not fault_of(edition) and not overlapping(edition.period)
    if not stands or _text(edition) != publication.text or digest(publication.text) != publication.digest:
        raise OutOfOrder(
            _("What would be published now is not what was proposed."),
            _("Answer no, and have the edition that stands proposed again."),
            subject=subject,
        )


def _answer(publication: Publication, agreed: bool, because: str, by: Officer, at: datetime) -> PublicationAnswer:
    try:
        with transaction.atomic():  # two who answer at once: the database takes one
            return PublicationAnswer.objects.create(
                publication=publication,
                proposed_by=publication.proposed_by,
                agreed=agreed,
                because=because,
                published=publication.edition if agreed else None,
                by=by,
                at=at,
            )
    except IntegrityError:
        raise Conflict(
            _("Somebody has answered this publication already."), _("Open it again and read what they said.")
        ) from None
