"""Speaking with a person about what they need. It makes needs and closes none; help waits for no assessment (promise 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.referral.actions.needs import let_urgent_be_known, record_need
from panoh.referral.models import AssessedService, Need, NeedsAssessment
from panoh.referral.rules.assessing import more_urgent, on_the_sheet
from panoh.registry import access, ledger, vault
from panoh.registry.actions import keep_still
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.refusals import Refused


@dataclass(frozen=True)
class WishGiven:
    """What the person said to one service. `urgency` where they want it, and nowhere else."""

    service: str
    wish: str
    urgency: str = ""
    words: str = ""


@act
def assess_needs(
    *,
    case: Case,
    wishes: Sequence[WishGiven],
    own_words: str,
    not_wanted: str,
    language: str = "",
    with_children: bool = False,
    step_free: bool = False,
    long_term: bool = False,
    guarded: bool = False,
    not_heard: str = "",
    again_on: date | None = None,
    after: UUID | None,
    by: Officer,
    at: datetime,
) -> NeedsAssessment:
    """In any state, before any interview, and for whoever declined everything else. What is wanted becomes a need, once;
    an open need that cannot wait any more is made more urgent. `after`: the assessment seen when this one was written."""
    access.require(by, access.Act.RECORD_NEED, case)
    keep_still(case.pk)
    _follow(case, after, at)
    _check_wishes(case, wishes)
    _check_person(case, own_words, not_heard, language)
    if not (wishes or own_words.strip() or not_wanted.strip() or not_heard):
        raise _refused(case, _("Nothing was asked."), _("Ask after one thing at least, or write what the person says."))
    if again_on is not None and again_on < timezone.localdate(at):
        raise _refused(case, _("The day to ask again is over."), _("Choose today or a later day, or none."))
    assessment = NeedsAssessment(
        case=case,
        assessed_by=by,
        assessed_at=at,
        language=language,
        with_children=with_children,
        step_free=step_free,
        long_term=long_term,
        guarded=guarded,
        not_heard=not_heard,
        again_on=again_on,
    )
    words = {each.service: each.words.strip() for each in wishes if each.words.strip()}
    vault.seal(assessment, {"own_words": own_words.strip(), "not_wanted": not_wanted.strip(), "words": words})
    assessment.save(force_insert=True)
    for each in wishes:
        _keep(assessment, each, by=by, at=at)
    wanted = sum(each.wish == AssessedService.Wish.WANTED for each in wishes)
    subject = f"case:{case.pk}"
    ledger.write(act="assess_needs", by=by, at=at, subject=subject, assessment=str(assessment.pk), wanted=wanted)
    return assessment


def _keep(assessment: NeedsAssessment, said: WishGiven, *, by: Officer, at: datetime) -> None:
    need = _need(assessment, said, by=by, at=at) if said.wish == AssessedService.Wish.WANTED else None
    AssessedService.objects.create(
        assessment=assessment, service=said.service, wish=said.wish, urgency=said.urgency, need=need
    )


def _need(assessment: NeedsAssessment, said: WishGiven, *, by: Officer, at: datetime) -> Need:
    """The open need for this service, or a new one. What became less urgent stays as urgent as it was: an officer who
    looks for a desk decides that, not a sheet."""
    case = assessment.case
    stands = Need.objects.filter(case=case, service=said.service, met_at=None).order_by("recorded_at").first()
    if stands is None:
        return record_need(
            case=case,
            service=said.service,
            urgency=said.urgency,
            note=said.words.strip(),
            with_children=assessment.with_children,
            by=by,
            at=at,
        )
    if more_urgent(said.urgency, stands.urgency):
        stands.urgency = said.urgency
        stands.save(update_fields=["urgency"])
        let_urgent_be_known(stands, by=by, at=at)
        subject = f"case:{case.pk}"
        ledger.write(act="need_more_urgent", by=by, at=at, subject=subject, need=str(stands.pk), urgency=stands.urgency)
    return stands


def _follow(case: Case, after: UUID | None, at: datetime) -> None:
    """The case is locked: of two who assess at once, or of a form sent twice, the second is told."""
    newest = NeedsAssessment.objects.filter(case=case, followed_at=None)
    unless_overtaken(after, newest.values_list("pk", flat=True).first(), subject=f"case:{case.pk}")
    newest.update(followed_at=at)


def _check_wishes(case: Case, wishes: Sequence[WishGiven]) -> None:
    asked = on_the_sheet(child=case.track == Case.Track.CHILD)
    seen: set[str] = set()
    for each in wishes:
        named = {"service": each.service, "wish": each.wish, "urgency": each.urgency}
        if each.service not in asked:
            reason = _("“%(service)s” is not asked in an assessment of needs.") % named
            raise _refused(case, reason, _("Leave it out. Where the person names it themselves, record it as a need."))
        if each.service in seen:
            raise _refused(case, _("“%(service)s” stands twice.") % named, _("Keep one answer to each service."))
        seen.add(each.service)
        if each.wish not in AssessedService.Wish.values:
            reason = _("“%(wish)s” is no answer to “%(service)s”.") % named
            raise _refused(case, reason, _("Choose one of: %(all)s.") % {"all": ", ".join(AssessedService.Wish.values)})
        wanted = each.wish == AssessedService.Wish.WANTED
        if each.urgency not in (Need.Urgency.values if wanted else [""]):
            reason = _("How soon “%(service)s” is needed is said where it is wanted, and only there.") % named
            raise _refused(case, reason, _("Say: now, within days, or later."))


def _check_person(case: Case, own_words: str, not_heard: str, language: str) -> None:
    known = {each.code for each in countries.country(settings.COUNTRY).languages}
    if language and language not in known:
        raise _refused(
            case, _("This language is not in the list."), _("Choose one of the list, or say it in the words.")
        )
    if not_heard and not_heard not in NeedsAssessment.NotHeard.values:
        raise _refused(case, _("There is no such reason."), _("Choose one of the list."))
    if case.track == Case.Track.CHILD and not own_words.strip() and not not_heard:
        raise _refused(
            case,
            _("What the child says is missing."),
            _("Write it in the child's own words. Where the child cannot or does not want to speak, choose why."),
        )


def _refused(case: Case, reason: object, way_forward: object) -> Refused:
    return Refused(reason, way_forward, subject=f"case:{case.pk}")
