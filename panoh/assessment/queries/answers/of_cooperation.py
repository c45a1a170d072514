"""Reckonings for answer files of work with others: cases handed abroad, cases of two agencies, partners outside the state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django.db.models import Count as Many

from panoh.assessment.queries.answers.about import About, table
from panoh.assessment.queries.answers.of_care import OUTSIDE
from panoh.assessment.rules.answers.counts import Count
from panoh.instruments.kinds.source import Words
from panoh.justice.models import CriminalStage, Transfer
from panoh.protection.models import ServiceGiven
from panoh.referral.models import Response
from panoh.registry.models import Agency


def cases_handed_abroad(about: About) -> Count:
    """Criminal cases closed in the period because another country took them over."""
    closed = CriminalStage.objects.filter(because=CriminalStage.Ended.ABROAD, on__range=about.days, taken_back_at=None)
    many = closed.values("criminal_case").distinct().count()
    return about.count("cases_handed_abroad", _ABROAD, "criminal_case", many)


def cases_of_two(about: About) -> Count:
    """Criminal cases that went to another agency in the period. Each is one record with one reference, whoever holds it, so
    that no total counts it twice."""
    moved = Transfer.objects.filter(received_at__gte=about.span.start, received_at__lt=about.span.end)
    times = list(moved.order_by().values("criminal_case").annotate(many=Many("pk")).values_list("many", flat=True))
    rows = Counter("once" if many == 1 else "more" for many in times)
    listed = table(
        _TIMES,
        (
            ("once", Words("once", "один раз", "як бор"), rows["once"]),
            ("more", Words("more than once", "больше одного раза", "зиёда аз як бор"), rows["more"]),
        ),
        parts=True,
    )
    return about.count("cases_of_two", _OF_TWO, "criminal_case", len(times), [listed])


def partners(about: About) -> Count:
    """Bodies outside the state that took a referral or helped somebody in the period: what working together came to."""
    took = Response.objects.filter(accepted=True, at__gte=about.span.start, at__lt=about.span.end)
    gave = ServiceGiven.objects.filter(on__range=about.days)
    took, gave = took.filter(referral__to_desk__agency__kind__in=OUTSIDE), gave.filter(desk__agency__kind__in=OUTSIDE)
    agencies = {
        *took.values_list("referral__to_desk__agency", flat=True),
        *gave.values_list("desk__agency", flat=True),
    }
    kinds = Counter(Agency.objects.filter(pk__in=agencies).values_list("kind", flat=True))
    tables = [
        table(_KIND, ((key, _KINDS[key], kinds[key]) for key in _KINDS), parts=True),
        table(_CAME_OF_IT, [("referrals", _TAKEN, took.count()), ("services", _GIVEN, gave.count())]),
    ]
    return about.count("partners", _PARTNERS, _BODIES, len(agencies), tables)


_ABROAD = Words(
    "Criminal cases handed to another country",
    "Уголовные дела, переданные другой стране",
    "Парвандаҳои ба кишвари дигар супурда",
)
_OF_TWO = Words(
    "Cases that went to another agency, counted once",
    "Дела, переданные другому ведомству, посчитаны один раз",
    "Парвандаҳои ба мақоми дигар гузашта, як бор ҳисобшуда",
)
_TIMES = Words("How often", "Сколько раз", "Чанд бор")
_PARTNERS = Words(
    "Partners outside the state who helped", "Партнёры вне государства, помогавшие", "Шарикони ғайридавлатии кӯмакрасон"
)
_BODIES = Words("bodies", "органы", "мақомот")
_KIND = Words("Kind of body", "Вид органа", "Намуди мақомот")
_KINDS = {
    "ngo": Words("NGOs", "НПО", "ТҒҲ"),
    "international_organisation": Words(
        "international organisations", "международные организации", "ташкилотҳои байналмилалӣ"
    ),
    "shelter": Words("shelters", "приюты", "паноҳгоҳҳо"),
}
_CAME_OF_IT = Words("What came of it", "Результат", "Натиҷа")
_TAKEN = Words("referrals taken", "принятые направления", "равонкуниҳои қабулшуда")
_GIVEN = Words("times help was given", "сколько раз оказана помощь", "чанд бор кӯмак расид")

OF_COOPERATION: dict[str, Callable[[About], Count]] = {
    each.__name__: each for each in (cases_handed_abroad, cases_of_two, partners)
}
