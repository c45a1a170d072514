"""Following what reports recommend: entered where it was not read, known again when reworded, owned, and acted upon."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import Narrative, Recommendation, RecommendationMatch, RecommendationStep
from panoh.assessment.queries.recommendations import owner_of
from panoh.assessment.rules.marked import stands_at
from panoh.assessment.rules.rewording import likeness
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer, Post
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused


@act
def enter_recommendation(*, narrative: Narrative, kind: str, words: str, by: Officer, at: datetime) -> Recommendation:
    """One that was not found in the text, by the words that say it."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    places = stands_at(narrative.text, words)
    if kind not in Recommendation.Kind.values or not words.strip() or len(places) != 1:
        raise Refused(
            _("These words do not stand in the text just once."),
            _("Copy them without any change, and as many as make the place clear."),
            subject=f"narrative:{narrative.pk}",
        )
    there = narrative.recommendations.filter(kind=kind)
    if there.filter(start=places[0]).exists():
        raise OutOfOrder(_("It is here already."), _("Look at it in the list."), subject=f"narrative:{narrative.pk}")
    made = Recommendation.objects.create(
        narrative=narrative,
        kind=kind,
        number=(there.aggregate(last=Max("number"))["last"] or 0) + 1,
        words=words,
        start=places[0],
        end=places[0] + len(words),
        entered_by=by,
        at=at,
    )
    ledger.write(act="enter_recommendation", by=by, at=at, subject=_subject(made), kind=kind)
    return made


@act
def match_recommendations(
    *, earlier: Recommendation, later: Recommendation, same: bool, because: str = "", by: Officer, at: datetime
) -> RecommendationMatch:
    """Whether two of different years are one, reworded. The likeness is kept with the decision; it decides nothing."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    if earlier.narrative.report > later.narrative.report:
        earlier, later = later, earlier
    one, other = earlier.narrative, later.narrative
    if one.country != other.country or one.report == other.report or earlier.kind != later.kind:
        raise Refused(
            _("They are of one report, of two countries, or of two kinds."),
            _("Choose two of one country and of different years."),
            subject=_subject(later),
        )
    found, said = likeness(earlier.words, later.words), because.strip()
    if (same and not found.proposed and not said) or len(said) > 500:
        raise Refused(
            _("They share few words, so it has to be said why they are one."),
            _("Write the reason, in at most 500 letters."),
            subject=_subject(later),
        )
    last = RecommendationMatch.objects.filter(earlier=earlier, later=later).order_by("pk").last()
    if last is not None and last.same == same:
        raise OutOfOrder(_("This was decided so already."), _("Look at it in the list."), subject=_subject(later))
    made = RecommendationMatch.objects.create(
        earlier=earlier, later=later, same=same, score=found.score, because=said, by=by, at=at
    )
    ledger.write(act="match_recommendations", by=by, at=at, subject=_subject(later), earlier=earlier.pk, same=same)
    return made


@act
def record_step(
    *,
    recommendation: Recommendation,
    owner: Post,
    state: str,
    words: str,
    evidence: str = "",
    by: Officer,
    at: datetime,
) -> RecommendationStep:
    """Who owns it and what was done. Whoever keeps the assessment names the owner; the owner tells of the work."""
    owns = owner_of(recommendation)
    if not access.may(by, access.Act.KEEP_ASSESSMENT) and (owns != by.post_id or owner.pk != owns):
        raise NotPermitted(
            _("Your post (%(post)s) does not own this recommendation.") % {"post": by.post},
            _("Ask whoever keeps the assessment to name your post as its owner."),
            subject=_subject(recommendation),
        )
    if (
        state not in RecommendationStep.State.values
        or not words.strip()
        or max(len(words) / 2000, len(evidence) / 300) > 1
    ):
        raise Refused(
            _("A step says where it stands and what was done."),
            _("Choose the state, and write at most 2000 letters, with at most 300 for what shows it."),
            subject=_subject(recommendation),
        )
    if state == RecommendationStep.State.DONE and not evidence.strip():
        raise Refused(
            _("What is done has something that shows it."),
            _("Name the document, with its day and where it is, or choose “under way”."),
            subject=_subject(recommendation),
        )
    made = RecommendationStep.objects.create(
        recommendation=recommendation,
        owner=owner,
        state=state,
        words=words.strip(),
        evidence=evidence.strip(),
        by=by,
        at=at,
    )
    ledger.write(act="record_step", by=by, at=at, subject=_subject(recommendation), state=state, owner=owner.code)
    return made


def _subject(recommendation: Recommendation) -> str:
    return f"recommendation:{recommendation.pk}"
