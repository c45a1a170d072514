"""What a court said of a defendant under an article: after a charge and a trial, held against the register's range."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.justice.actions.held import articles_read, held, refuse, subject
from panoh.justice.models import CriminalCase, CriminalStage, Defendant, Sentence
from panoh.justice.queries.cases import standing
from panoh.justice.queries.sentences import mark_of_sentences
from panoh.justice.rules.sentences import Given, held_against
from panoh.justice.rules.stages import JUDGED, Reached, may_be_judged
from panoh.protection.rules.money import is_money
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.refusals import Refused


@act
def pronounce_sentence(
    *,
    defendant: Defendant,
    on: date,
    article: str,
    convicted: bool,
    custodial_months: int | None = None,
    suspended_months: int | None = None,
    fine: Decimal | None = None,
    currency: str = "",
    after: str,
    by: Officer,
    at: datetime,
) -> Sentence:
    """What stands under this article for this defendant until now is replaced, and kept (an appeal). `after`: the mark of the
    sentences that were seen when this was written, empty for the first."""
    case = held(defendant.criminal_case, by)
    unless_overtaken(after, mark_of_sentences(Defendant.objects.get(pk=defendant.pk)), subject=subject(case))
    stages = standing(case)
    reached = [Reached(each.kind, each.on) for each in stages]
    refuse(may_be_judged(reached, on=on, today=timezone.localdate(at)), case)
    (offence, part), *_more = articles_read([article], on=on, about=subject(case))
    own_money = currency == countries.country(settings.COUNTRY).currency
    given = Given(custodial_months, suspended_months, fine, own_money=own_money)
    _check(given, currency, convicted, subject(case))
    charged = {each.offence for stage in stages if stage.kind == "charged" for each in stage.articles.all()}
    flags = held_against(given, offence, part, on=on, index=_index(on), charged=charged)
    stood = Sentence.objects.filter(defendant=defendant, offence=offence.key, part=part, replaced_at=None)
    stood.update(replaced_at=at)
    made = Sentence.objects.create(
        defendant=defendant,
        on=on,
        offence=offence.key,
        part=part,
        convicted=convicted,
        custodial_months=custodial_months,
        suspended_months=suspended_months,
        fine=fine,
        currency=currency,
        flags=[flag.value for flag in flags],
        at=at,
        by=by,
    )
    ledger.write(act="pronounce_sentence", by=by, at=at, subject=subject(case), convicted=convicted, flags=made.flags)
    return made


def take_back_sentences(case: CriminalCase, stages: Sequence[CriminalStage], *, at: datetime) -> int:
    """Part of taking back the newest of `stages`: no judgment outlives the stage it was said in. Gives how many fell."""
    gone, before = stages[-1], [Reached(each.kind, each.on) for each in stages[:-1]]
    stood = Sentence.objects.filter(defendant__criminal_case=case, replaced_at=None)
    fallen = [
        each
        for each in stood
        if may_be_judged(before, on=each.on, today=timezone.localdate(at)) is not None
        or (gone.kind in JUDGED and each.at >= gone.at and each.on >= gone.on)
    ]
    Sentence.objects.filter(pk__in=[each.pk for each in fallen]).update(replaced_at=at)
    for each in fallen:
        _stand_again(each, before, today=timezone.localdate(at))
    return len(fallen)


def _stand_again(fallen: Sentence, before: Sequence[Reached], *, today: date) -> None:
    """What the fallen one had replaced, where a court had said it in a stage that stands."""
    same = Sentence.objects.filter(defendant=fallen.defendant_id, offence=fallen.offence, part=fallen.part)
    replaced = same.filter(replaced_at=fallen.at, pk__lt=fallen.pk).order_by("pk").last()
    if replaced is not None and may_be_judged(before, on=replaced.on, today=today) is None:
        Sentence.objects.filter(pk=replaced.pk).update(replaced_at=None)


def _check(given: Given, currency: str, convicted: bool, about: str) -> None:
    months = [each for each in (given.custodial_months, given.suspended_months) if each is not None]
    nothing = not months and given.fine is None
    if not convicted and not nothing:
        raise Refused(
            _("Whoever is acquitted carries no sentence."),
            _("Leave the sentence empty, or record a conviction."),
            subject=about,
        )
    if not is_money(given.fine, currency) or any(each < 1 for each in months):
        raise Refused(
            _("A term is at least a month, and a fine an amount with its currency."),
            _("Leave empty what the court did not pronounce."),
            subject=about,
        )


def _index(on: date) -> Decimal | None:
    """The country's calculation index of that day."""
    amounts = countries.country(settings.COUNTRY).amounts
    fit = (each for each in amounts if each.key == "calculation_index" and each.valid_from <= on)
    return next((each.value for each in fit if each.valid_to is None or on <= each.valid_to), None)
