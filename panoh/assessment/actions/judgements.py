"""What a person judges of a standard or criterion, and the documents they name as evidence. Never a tier."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.assessment.actions.closing import close_what_is_shown
from panoh.assessment.models import EvidenceDocument, HandedGap, Judgement
from panoh.instruments.assessment import criteria, tier_history
from panoh.instruments.kinds.criterion import Criterion
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, Refused


@act
def judge_criterion(
    *, country: str, report: int, criterion: str, judged: str, reasons: str, by: Officer, at: datetime
) -> Judgement:
    """One person's judgement, by name and with reasons; it stands beside those of others and beside the evidence."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    _criterion(country, report, criterion, at)
    if judged not in Judgement.Judged.values:
        raise Refused(_("It is met, met in part, not met, or cannot be told."), _("Choose one of these."))
    if not reasons.strip() or len(reasons) > 2000:
        raise Refused(_("A judgement has its reasons."), _("Write them, in at most 2000 letters."))
    made = Judgement.objects.create(
        country=country,
        report=report,
        criterion=criterion,
        version=criteria().version,
        judged=judged,
        reasons=reasons.strip(),
        by=by,
        at=at,
    )
    subject = f"criterion:{country}.{report}.{criterion}"
    ledger.write(act="judge_criterion", by=by, at=at, subject=subject, judged=judged, judgement=made.pk)
    return made


@act
def name_document(
    *,
    country: str,
    report: int,
    criterion: str,
    evidence: str,
    title: str,
    on: date,
    found_at: str,
    issuer: str,
    issued_by: str,
    by: Officer,
    at: datetime,
) -> EvidenceDocument:
    """A document that exists, with its day, who issued it and where it can be found. A plan for next year is no evidence. The
    post a gap was handed to names it as well as those who keep the assessment; what was handed out is done if that shows it.
    A document changes no figure and lifts no presumption: that takes the number. Named before its issuer was asked, it is
    named again with it, and that is all that changes of it. `Conflict`: it is named already."""
    about = {"country": country, "report": report, "criterion": criterion, "evidence": evidence}
    if not HandedGap.objects.filter(**about, open=True, post=by.post_id).exists():
        access.require(by, access.Act.KEEP_ASSESSMENT)
    asked = _criterion(country, report, criterion, at)
    if evidence not in {each.key for each in asked.evidence}:
        raise Refused(
            _("This criterion asks for no such evidence."), _("Choose what the document shows from its list.")
        )
    _whole(title, found_at, issuer, issued_by)
    if on > timezone.localdate(at):
        raise Refused(_("The document is of a day still to come."), _("Name one that exists; plans do not count."))
    _shows_the_year(asked, evidence, report, on)
    known = _named_without_issuer(about, title, on)
    said = {"title": title.strip(), "on": on, "found_at": found_at.strip()}
    made = known or EvidenceDocument(**about, **said, by=by, at=at)
    made.issuer, made.issued_by = issuer, issued_by.strip()
    made.save()
    close_what_is_shown(country)
    subject = f"criterion:{country}.{report}.{criterion}"
    ledger.write(act="name_document", by=by, at=at, subject=subject, evidence=evidence, document=made.pk)
    return made


def _whole(title: str, found_at: str, issuer: str, issued_by: str) -> None:
    if not title.strip() or not found_at.strip() or max(len(title), len(found_at)) > 300:
        raise Refused(
            _("A document has a title, and a place where it can be found."),
            _("Write both, in at most 300 letters each."),
        )
    if issuer not in EvidenceDocument.Issuer.values or not issued_by.strip() or len(issued_by) > 200:
        raise Refused(
            _("It is not said who issued the document."),
            _("Choose what kind of body it was, and name it in at most 200 letters."),
        )


def _shows_the_year(asked: Criterion, evidence: str, report: int, on: date) -> None:
    """What is presumed not done without data was done in the year before the report, or it was not: no older paper shows it.
    Laws and agreements hold from before, and are not asked for so."""
    of_year = {each.key for each in asked.evidence if each.presumed}
    if evidence in of_year and on.year < report - 1:
        raise Refused(
            _("What is asked for was done in %(year)s: a document of before shows nothing of it.")
            % {"year": report - 1},
            _("Name a document of that year or later."),
        )


def _named_without_issuer(about: dict[str, Any], title: str, on: date) -> EvidenceDocument | None:
    """The same document, where it was named before anybody asked who issued it; None where it is new."""
    of_day = EvidenceDocument.objects.select_for_update(no_key=True).filter(**about, on=on).order_by("pk")
    named = [each for each in of_day if each.title.casefold() == title.strip().casefold()]
    open_yet = [each for each in named if not each.issuer]
    if named and not open_yet:
        raise Conflict(_("This document is named for it already."), _("It stands beside the evidence; name another."))
    return open_yet[0] if open_yet else None


def _criterion(country: str, report: int, key: str, at: datetime) -> Criterion:
    history, found = tier_history(), criteria().find(key)
    if found is None or country not in {each.code for each in history.countries}:
        raise Refused(
            _("There is no such country, standard or criterion."), _("Open the criteria of a country and choose there.")
        )
    if not history.first_report <= report <= at.year + 1:
        raise Refused(
            _("%(year)s is no year of a report.") % {"year": report},
            _("Give the year the report came out in, from %(first)s on.") % {"first": history.first_report},
        )
    return found
