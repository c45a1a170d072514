"""What readers say of a fact: accept, correct, reject, settle where they differ, and add one the reader did not find."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.assessment.actions.closing import close_what_is_shown
from panoh.assessment.models import Fact, FactVerdict, Narrative
from panoh.assessment.queries.facts import as_read, standing_of
from panoh.assessment.rules.given import Values, faults
from panoh.assessment.rules.marked import stands_at
from panoh.assessment.rules.readers import Standing, State
from panoh.instruments.assessment import vocabulary
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.wording import spoken

LONGEST_REASON = 500


@act
def judge_fact(*, fact: Fact, values: Values | None, because: str = "", by: Officer, at: datetime) -> FactVerdict:
    """One reader's verdict: `values` as read accepts, others correct, None rejects. It stands beside what others said."""
    held, standing = _held(fact, by)
    wanted = None if values is None else values.as_json()
    if any(each.reader == by.pk and each.values == wanted for each in standing.counts):
        raise OutOfOrder(
            _("You said this of the fact already."),
            _("It stands. If you think otherwise now, choose something else."),
            subject=_subject(held),
        )
    return _keep(held, values, because, settles=False, by=by, at=at)


@act
def settle_fact(*, fact: Fact, values: Values | None, because: str, by: Officer, at: datetime) -> FactVerdict:
    """A third person decides between readers who differ, with reasons. What each said stays."""
    held, standing = _held(fact, by)
    if standing.state is not State.DIFFERING:
        raise Conflict(
            _("The readers of this fact do not differ (any more)."), _("Open it again to see where it stands.")
        )
    if not standing.may_settle(by.pk):
        raise OutOfOrder(
            _("You are one of those who differ."),
            _("Ask a third person to settle it, or change your own verdict."),
            subject=_subject(held),
        )
    return _keep(held, values, because, settles=True, by=by, at=at)


@act
def add_fact(
    *, narrative: Narrative, quote: str, start: int | None = None, values: Values, by: Officer, at: datetime
) -> Fact:
    """A fact the reader did not find, by the words that say it. Whoever adds it has accepted it. Raises Conflict where these
    words say the same already, as after a second press or in a second window."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    begins = _place(narrative, quote, start)
    _hold_together(values)
    _not_there(narrative, begins, begins + len(quote), values)
    made = Fact.objects.create(
        narrative=narrative,
        measure=values.measure,
        status=values.status,
        value=values.value,
        unit=values.unit,
        year=values.year,
        breakdown=dict(values.breakdown),
        actor=values.actor,
        usd=values.usd,
        quote=quote,
        start=begins,
        end=begins + len(quote),
        added_by=by,
        at=at,
    )
    FactVerdict.objects.create(fact=made, kind=FactVerdict.Kind.ACCEPTED, values=as_read(made).as_json(), by=by, at=at)
    close_what_is_shown(narrative.country, values.measure)
    ledger.write(act="add_fact", by=by, at=at, subject=_subject(made), measure=made.measure)
    return made


def _held(fact: Fact, by: Officer) -> tuple[Fact, Standing]:
    """Locked, so that of two who judge at once the second sees what the first said."""
    access.require(by, access.Act.KEEP_ASSESSMENT)
    held = Fact.objects.select_for_update(no_key=True).get(pk=fact.pk)
    return held, standing_of(held)


def _keep(fact: Fact, values: Values | None, because: str, *, settles: bool, by: Officer, at: datetime) -> FactVerdict:
    kind = _kind(fact, values)
    if values is not None:
        _hold_together(values)
    said = because.strip()
    if (kind is not FactVerdict.Kind.ACCEPTED or settles) and not said:
        raise Refused(
            _("A correction, a rejection and a settlement say why."), _("Write the reason."), subject=_subject(fact)
        )
    if len(said) > LONGEST_REASON:
        raise Refused(_("The reason is too long."), _("Say it in at most 500 letters."), subject=_subject(fact))
    kept = None if values is None else values.as_json()
    made = FactVerdict.objects.create(fact=fact, kind=kind, values=kept, because=said, settles=settles, by=by, at=at)
    for measure in {fact.measure, values.measure if values else fact.measure}:  # one fact less may end a disagreement
        close_what_is_shown(fact.narrative.country, measure)
    name = "settle_fact" if settles else "judge_fact"
    ledger.write(act=name, by=by, at=at, subject=_subject(fact), kind=kind.value)
    return made


def _kind(fact: Fact, values: Values | None) -> FactVerdict.Kind:
    if values is None:
        return FactVerdict.Kind.REJECTED
    alike = values.as_json() == as_read(fact).as_json()
    return FactVerdict.Kind.ACCEPTED if alike else FactVerdict.Kind.CORRECTED


def _hold_together(values: Values) -> None:
    for fault in faults(values, vocabulary()):
        raise Refused(spoken(fault), _("Correct this and send it again."))


def _not_there(narrative: Narrative, start: int, end: int, values: Values) -> None:
    """The text is locked, so that of two who add the same at once the second finds what the first added."""
    held = Narrative.objects.select_for_update(no_key=True).get(pk=narrative.pk)
    for each in held.facts.filter(start__lt=end, end__gt=start):
        if values.as_json() in (as_read(each).as_json(), standing_of(each).values):
            raise Conflict(
                _("These words say the same already (fact %(number)s).") % {"number": each.pk},
                _("Open it there and say what you think of it. If another count is meant, say which part of it."),
            )


def _place(narrative: Narrative, quote: str, start: int | None) -> int:
    """Where the quote stands. Words that stand there more than once need their place."""
    places = stands_at(narrative.text, quote)
    if not quote.strip() or not places or (start is not None and start not in places):
        raise Refused(
            _("These words do not stand in the text like that."),
            _("Mark them in the text and copy them without any change."),
            subject=f"narrative:{narrative.pk}",
        )
    if start is None and len(places) > 1:
        raise Refused(
            _("These words stand in the text %(many)s times.") % {"many": len(places)},
            _("Mark a longer piece, so that one place is meant."),
            subject=f"narrative:{narrative.pk}",
        )
    return places[0] if start is None else start


def _subject(fact: Fact) -> str:
    return f"fact:{fact.pk}"
