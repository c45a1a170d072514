"""Rates of days and averages of spans, with their source. What stood before is kept; two rates never answer for one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from panoh.prevention.models import ExchangeRate
from panoh.prevention.queries.rates import as_rate
from panoh.prevention.rules.rate_lines import Span
from panoh.prevention.rules.rates import Rate, RateKind, overlap, rate_can_be
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Installation, Officer
from panoh.registry.refusals import Conflict, Refused
from panoh.registry.wording import day


@act
def record_rates(
    *,
    currency: str,
    kind: str,
    spans: Sequence[Span],
    source: str,
    after: int | None = None,
    by: Officer,
    at: datetime,
) -> tuple[ExchangeRate, ...]:
    """All of them or none. The same span once more puts the rate right; another span over the same day is refused. `after`: the
    newest rate the caller saw; those of the same spans that came later are told, all of them, and not put right unseen."""
    access.require(by, access.Act.KEEP_MONEY)
    if kind not in {*RateKind}:
        raise Refused(_("A rate is one of a day, or the average of a span."), _("Choose one of the two."))
    if not spans:
        raise Refused(_("No line holds a rate."), _("Write at least one day with its rate."))
    given = [Rate(currency, first, last, per, RateKind(kind), source.strip()) for first, last, per in spans]
    list(Installation.objects.select_for_update(no_key=True))  # of two at once the second sees what the first gave
    rows = list(ExchangeRate.objects.filter(currency=currency, kind=kind, replaced_at=None))
    standing = [as_rate(each) for each in rows]
    newer = {(each.first, each.last): each for each in rows if each.pk > (after or 0)}
    _seen(given, newer)
    for number, rate in enumerate(given, start=1):
        _check(rate, number, standing, given[: number - 1], at=at)
    made = tuple(_kept(each, by=by, at=at) for each in given)
    subject = f"rates:{currency}"
    ledger.write(act="record_rates", by=by, at=at, subject=subject, kind=kind, number=len(made))
    return made


def _check(rate: Rate, number: int, standing: Sequence[Rate], above: Sequence[Rate], *, at: datetime) -> None:
    named = {"n": number, "first": day(rate.first), "last": day(rate.last)}
    if not rate_can_be(rate, today=timezone.localdate(at)):
        raise Refused(
            _("Line %(n)s, %(first)s – %(last)s: this rate cannot be.") % named,
            _(
                "A rate is above nothing, of days that have come, with its source; the dollar has none. Nothing was taken."
            ),
        )
    same = (rate.first, rate.last)
    for other in (*above, *(each for each in standing if (each.first, each.last) != same)):
        if overlap(rate, other):
            both = named | {"other_first": day(other.first), "other_last": day(other.last)}
            raise Refused(
                _(
                    "Line %(n)s, %(first)s – %(last)s: the rate of %(other_first)s – %(other_last)s stands for some of it."
                )
                % both,
                _("Give the same days to put that rate right, or other days. Nothing of the list was taken."),
            )


def _seen(given: Sequence[Rate], newer: Mapping[tuple[date, date], ExchangeRate]) -> None:
    """What stands is told in the refusal itself, of every line: of a list of many days nobody finds one by looking, and sent
    again it counts as seen; before any other fault, since the page sent again counts as newer."""
    lines = [(number, newer.get((rate.first, rate.last))) for number, rate in enumerate(given, start=1)]
    told = [_newer(number, stands) for number, stands in lines if stands]
    if told:
        raise Conflict(
            format_lazy(" ".join(["{}"] * len(told)), *told),
            _("Send the list again if yours is right, or leave that line out. Nothing of the list was taken."),
            subject=f"rates:{given[0].currency}",
        )


def _newer(number: int, stands: ExchangeRate) -> object:
    return _(
        "Line %(n)s, %(first)s – %(last)s: since you opened this, a rate of %(rate)s was recorded for it, by “%(source)s”."
    ) % {
        "n": number,
        "first": day(stands.first),
        "last": day(stands.last),
        "rate": f"{stands.per_dollar.normalize():f}",
        "source": stands.source,
    }


def _kept(rate: Rate, *, by: Officer, at: datetime) -> ExchangeRate:
    same = ExchangeRate.objects.filter(currency=rate.currency, kind=rate.kind, first=rate.first, last=rate.last)
    same.filter(replaced_at=None).update(replaced_at=at)
    return ExchangeRate.objects.create(
        currency=rate.currency,
        kind=rate.kind,
        first=rate.first,
        last=rate.last,
        per_dollar=rate.per_dollar.quantize(Decimal("0.000001")),
        source=rate.source,
        recorded_by=by,
        recorded_at=at,
    )
