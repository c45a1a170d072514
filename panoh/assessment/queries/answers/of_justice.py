"""Reckonings for answer files from criminal cases: in their own units, as stages and judgments are dated. No name, no link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from statistics import median
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from panoh.assessment.queries.answers.about import About, in_all_languages, sums, table
from panoh.assessment.rules.answers.counts import Cell, Count
from panoh.instruments import countries
from panoh.instruments.kinds.source import Words
from panoh.justice.models import (
    Asset,
    CriminalCase,
    CriminalStage,
    Penalty,
    Relief,
    Restitution,
    RestitutionPayment,
    Sentence,
    StageArticle,
)

_Stage = CriminalCase.Stage


def offences_charged(about: About) -> Count:
    """One case may be charged with several articles: the rows exceed the cases."""
    stages = CriminalStage.objects.filter(kind=_Stage.CHARGED, on__range=about.days, taken_back_at=None)
    rows = StageArticle.objects.filter(stage__in=stages).values_list("offence", "stage__criminal_case").distinct()
    found = Counter(offence for offence, _case in rows)
    names = {each.key: each.title for each in countries.offences(settings.COUNTRY).offences}
    listed = table(
        Words("Article", "Статья", "Модда"),
        ((key, names.get(key, Words(key)), many) for key, many in found.most_common()),
    )
    cases = stages.values("criminal_case").distinct().count()
    return about.count("offences_charged", _CHARGED, "criminal_case", cases, [listed])


def cases_carried_over(about: About) -> Count:
    opened = _reached(_Stage.OPENED, before=about)
    return about.count("cases_carried_over", _CARRIED, "criminal_case", _not_past(opened, about, _Stage.CHARGED))


def prosecutions_pending(about: About) -> Count:
    """At the end of the period: charged and not judged, closed or taken elsewhere."""
    charged = _reached(_Stage.CHARGED, until=about)
    over = (_Stage.SENTENCED, _Stage.CLOSED)
    return about.count("prosecutions_pending", _PENDING, "criminal_case", _still(charged, about, over).count())


def cases_ended_without_charge(about: About) -> Count:
    charged = CriminalStage.objects.filter(
        kind=_Stage.CHARGED, criminal_case=OuterRef("criminal_case"), taken_back_at=None
    )
    closed = CriminalStage.objects.filter(kind=_Stage.CLOSED, on__range=about.days, taken_back_at=None)
    reasons = Counter(closed.exclude(Exists(charged)).values_list("because", flat=True))
    listed = table(
        Words("Why", "Почему", "Чаро"),
        ((key, in_all_languages(label), reasons[key]) for key, label in CriminalStage.Ended.choices),
        parts=True,
    )
    return about.count("cases_ended_without_charge", _ENDED, "criminal_case", reasons.total(), [listed])


def acquittals(about: About) -> Count:
    """Persons of whom no article ended in a conviction."""
    found = _judged(about)
    convicted = {who for who, yes in found if yes}
    return about.count("acquittals", _ACQUITTED, "suspect", len({who for who, _yes in found} - convicted))


def sentences(about: About) -> Count:
    """By the sentence that stands, one a person: of several articles the longest."""
    rows = Sentence.objects.filter(convicted=True, on__range=about.days, replaced_at=None)
    longest: dict[UUID, tuple[int, int]] = {}
    fined = set(rows.filter(fine__isnull=False).values_list("defendant", flat=True))
    for who, prison, suspended in rows.values_list("defendant", "custodial_months", "suspended_months"):
        before = longest.get(who, (0, 0))
        longest[who] = (max(before[0], prison or 0), max(before[1], suspended or 0))
    prison_only = sorted(prison for prison, _suspended in longest.values() if prison)
    listed = table(
        Words("Kind of sentence", "Вид наказания", "Намуди ҷазо"),
        (
            ("prison", Words("to prison", "лишение свободы", "маҳрумӣ аз озодӣ"), len(prison_only)),
            ("suspended", _SUSPENDED, sum(not prison and bool(held) for prison, held in longest.values())),
            ("fine", Words("fined", "штраф", "ҷарима"), len(fined)),
            ("least", Words("least time in prison", "минимальный срок", "мӯҳлати камтарин"), _months(prison_only[:1])),
            ("most", Words("most time in prison", "максимальный срок", "мӯҳлати бештарин"), _months(prison_only[-1:])),
            ("median", Words("median", "медиана", "миёна"), _months(prison_only and [median(prison_only)])),
        ),
    )
    return about.count("sentences", _SENTENCED, "suspect", len(longest), [listed])


def restitution(about: About) -> Count:
    ordered = Restitution.objects.filter(on__range=about.days)
    paid = RestitutionPayment.objects.filter(on__range=about.days)
    amounts = [
        *sums("ordered", Words("ordered", "присуждено", "муқаррар шуд"), ordered, "currency", "amount"),
        *sums("paid", Words("paid", "выплачено", "пардохт шуд"), paid, "restitution__currency", "amount"),
    ]
    cases = ordered.values("criminal_case").distinct().count()
    return about.count("restitution", _RESTITUTION, "criminal_case", cases, [table(_SUMS, amounts)])


def assets(about: About) -> Count:
    frozen = Asset.objects.filter(frozen_on__range=about.days)
    taken = Asset.objects.filter(settled_on__range=about.days, became=Asset.Became.CONFISCATED)
    amounts = [
        *sums("frozen", Words("frozen", "арестовано", "боздошта шуд"), frozen, "currency", "value"),
        *sums("taken", Words("confiscated", "конфисковано", "мусодира шуд"), taken, "currency", "value"),
    ]
    return about.count("assets", _ASSETS, _THINGS, frozen.count(), [table(_SUMS, amounts)])


def reliefs(about: About) -> Count:
    """Of penalties on persons with a case, or on a line of a list that has one since: what was asked of authorities, and
    what came of it."""
    of_cases = Penalty.objects.filter(Q(case__isnull=False) | Q(roster_entry__case__isnull=False))
    found = Relief.objects.filter(asked_on__range=about.days, penalty__in=of_cases)
    listed = table(
        Words("What came of it", "Результат", "Натиҷа"),
        (
            ("granted", Words("granted", "удовлетворено", "қонеъ шуд"), found.filter(granted=True).count()),
            ("refused", Words("refused", "отказано", "рад шуд"), found.filter(granted=False).count()),
            ("waiting", Words("not answered", "без ответа", "бе ҷавоб"), found.filter(granted=None).count()),
        ),
        parts=True,
    )
    kinds = Counter(of_cases.filter(imposed_on__range=about.days).values_list("kind", flat=True))
    penalties = table(
        Words("Penalties", "Наказания", "Ҷазоҳо"),
        ((key, in_all_languages(label), kinds[key]) for key, label in Penalty.Kind.choices),
    )
    return about.count("reliefs", _RELIEFS, _REQUESTS, found.count(), [listed, penalties])


def _reached(stage: str, *, before: About | None = None, until: About | None = None) -> QuerySet[CriminalCase]:
    """Cases that came to the stage before the period, or by its end."""
    last = Q(first__lt=before.days[0]) if before else Q(first__lte=until.days[1] if until else None)
    return CriminalCase.objects.annotate(first=Min("stages__on", filter=_at(stage))).filter(last).order_by()


def _not_past(cases: QuerySet[CriminalCase], about: About, stage: str) -> int:
    """Of the cases those that on the first day had neither come to the stage nor been closed."""
    past = Q(kind=stage) | Q(kind=_Stage.CLOSED)
    gone = CriminalStage.objects.filter(past, criminal_case=OuterRef("pk"), on__lt=about.days[0], taken_back_at=None)
    return cases.exclude(Exists(gone)).count()


def _still(cases: QuerySet[CriminalCase], about: About, over: Iterable[str]) -> QuerySet[CriminalCase]:
    gone = CriminalStage.objects.filter(
        criminal_case=OuterRef("pk"), kind__in=tuple(over), on__lte=about.days[1], taken_back_at=None
    )
    return cases.exclude(Exists(gone))


def _at(stage: str) -> Q:
    return Q(stages__kind=stage, stages__taken_back_at=None)


def _judged(about: About) -> list[tuple[UUID, bool]]:
    rows = Sentence.objects.filter(on__range=about.days, replaced_at=None)
    return list(rows.values_list("defendant", "convicted"))


def _months(found: Any) -> Cell | int:
    """Years in prison in words; nothing where nobody went."""
    if not found:
        return 0
    months = f"{Decimal(found[0]):.1f}".removesuffix(".0")
    return Words("{n} months", "{n} мес.", "{n} моҳ").fill(n=months)


_CHARGED = Words("Cases charged, by article", "Дела с обвинением, по статьям", "Парвандаҳои айбдор, аз рӯи модда")
_CARRIED = Words("Cases open on the first day", "Дела, открытые на первый день", "Парвандаҳои дар рӯзи аввал кушода")
_PENDING = Words("Prosecutions pending", "Незавершённые преследования", "Таъқиби тамомнашуда")
_ENDED = Words("Cases ended without a charge", "Дела, прекращённые без обвинения", "Парвандаҳои бе айбнома қатъшуда")
_ACQUITTED = Words("Persons acquitted", "Оправданные", "Сафедшудагон")
_SENTENCED = Words("Persons sentenced", "Наказанные по приговору", "Шахсони ҷазогирифта")
_SUSPENDED = Words("suspended only", "только условно", "танҳо шартӣ")
_RESTITUTION = Words("Cases with restitution ordered", "Дела с присуждённой компенсацией", "Парвандаҳо бо ҷуброн")
_SUMS = Words("Sums", "Суммы", "Маблағҳо")
_ASSETS = Words("Things frozen", "Арестованное имущество", "Молу мулки боздошта")
_THINGS = Words("things", "предметы", "ашё")
_RELIEFS = Words("Requests to lift a penalty", "Просьбы снять наказание", "Дархостҳои бекор кардани ҷазо")
_REQUESTS = Words("requests", "просьбы", "дархостҳо")

OF_JUSTICE: dict[str, Callable[[About], Count]] = {
    each.__name__: each
    for each in (
        offences_charged,
        cases_carried_over,
        cases_ended_without_charge,
        prosecutions_pending,
        acquittals,
        sentences,
        restitution,
        assets,
        reliefs,
    )
}
