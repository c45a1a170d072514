"""Reckonings for answer files from people's cases: who found them, decisions, services, children. Persons count once each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django.db.models import Q, QuerySet

from panoh.assessment.queries.answers.about import About, in_all_languages, table
from panoh.assessment.rules.answers.counts import Count
from panoh.identification.models import Decision, Guardian, Refusal
from panoh.identification.queries.counted_as import also_among, counted_as, how_many
from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import services
from panoh.protection.models import Place, SafetyMeasure, ServiceGiven
from panoh.protection.queries.nights import occupancy
from panoh.referral.models import Referral, Response
from panoh.registry.models import BestInterests, Case, DeclineReason
from panoh.screening.models import Operation, RosterEntry, Screening
from panoh.statistics.rules.wording import NOT_KNOWN

OUTSIDE = frozenset({"ngo", "international_organisation", "shelter"})
"""Agencies that are no authority."""


def identified_by(about: About) -> Count:
    """By the agency whose officer opened the case; every one of them was confirmed by a formal decision."""
    agency = "case__opened_by__post__desk__agency__kind"
    rows = _positive(about).order_by("pk").values_list(counted_as("case__person"), agency)
    found = Counter("outside" if kind in OUTSIDE else "state" for kind in dict(rows[::-1]).values())
    listed = table(
        Words("Found by", "Кем найдены", "Кӣ ёфт"),
        (("state", _STATE, found["state"]), ("outside", _OUTSIDE, found["outside"])),
        parts=True,
    )
    return about.count("identified_by", _IDENTIFIED, "person", found.total(), [listed])


def status(about: About) -> Count:
    """Formal decisions in effect, and what still waits at the end. Days: from the opening of the case to the decision."""
    decided = Decision.objects.filter(stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL).filter(
        Q(signed_at__gte=about.span.start, signed_at__lt=about.span.end)
        | Q(signed_at=None, proposed_at__gte=about.span.start, proposed_at__lt=about.span.end)
    )
    rows = list(decided.values_list("outcome", "case__opened_at", "signed_at", "proposed_at"))
    outcomes = Counter(outcome for outcome, *_moments in rows)
    days = sorted(((signed or proposed) - opened).days for _outcome, opened, signed, proposed in rows)
    waiting = Case.objects.filter(state="formal_pending").count() if about.period.last >= about.on else None
    named = [
        ("granted", Words("granted", "предоставлен", "дода шуд"), outcomes[Decision.Outcome.POSITIVE]),
        ("refused", Words("refused", "отказан", "рад шуд"), outcomes[Decision.Outcome.NEGATIVE]),
        *(
            [("pending", Words("pending now", "рассматривается сейчас", "ҳоло дар баррасӣ"), waiting)]
            if waiting is not None
            else []
        ),
    ]
    lasted = [("median", _MEDIAN_DAYS, Words(str(days[len(days) // 2])) if days else 0)]
    tables = [table(_STATUS_TABLE, named), table(_DAYS, lasted)]
    return about.count("status", _STATUS, _DECISIONS, len(rows), tables)


def earlier_still_served(about: About) -> Count:
    """Identified before the period, and helped in it."""
    before = Decision.objects.filter(
        stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL, outcome=Decision.Outcome.POSITIVE
    ).filter(Q(signed_at__lt=about.span.start) | Q(signed_at=None, proposed_at__lt=about.span.start))
    found = also_among(_given(about), before)
    return about.count("earlier_still_served", _EARLIER, "person", how_many(found))


def referral_answers(about: About) -> Count:
    """A person may be referred several times: these are referrals."""
    sent = Referral.objects.filter(sent_at__gte=about.span.start, sent_at__lt=about.span.end)
    answers = Counter(Response.objects.filter(referral__in=sent).values_list("accepted", flat=True))
    many = sent.count()
    listed = table(
        Words("Answer", "Ответ", "Ҷавоб"),
        (
            ("accepted", Words("accepted", "приняты", "қабул"), answers[True]),
            ("declined", Words("declined", "отклонены", "рад"), answers[False]),
            (
                "other",
                Words("no answer, or withdrawn", "без ответа или отозваны", "бе ҷавоб ё бозхонд"),
                many - answers.total(),
            ),
        ),
        parts=True,
    )
    return about.count("referral_answers", _REFERRALS, _REFERRALS_UNIT, many, [listed])


def services_given(about: About) -> Count:
    """Persons by kind of help and by who paid; a person stands in several rows, and deliveries are counted beside them."""
    given = _given(about)
    person = counted_as("case__person")
    by_service = Counter(service for service, _person in set(given.values_list("service", person)))
    by_payer = Counter(payer for payer, _person in set(given.values_list("payer", person)))
    kinds = table(_SERVICE, ((each.key, each.name, by_service[each.key]) for each in services()))
    payers = table(
        Words("Who paid", "Кто платил", "Кӣ пардохт"),
        ((key, in_all_languages(label), by_payer[key]) for key, label in ServiceGiven.Payer.choices),
    )
    deliveries = table(_DELIVERIES, [("deliveries", _DELIVERIES, given.count())])
    return about.count("services_given", _SERVED, "person", how_many(given), [kinds, payers, deliveries])


def nights(about: About) -> Count:
    first, last = about.days
    found = occupancy(first=first, last=last, today=about.on).nights
    taken = Counter[str]()
    for each in found:
        taken[each.kind] += each.taken
    listed = table(_PLACES, ((kind, in_all_languages(_place(kind)), many) for kind, many in sorted(taken.items())))
    return about.count("nights", _NIGHTS, _NIGHTS_UNIT, taken.total(), [listed])


def children(about: About) -> Count:
    """Children's cases opened in the period, and for how many each thing was done."""
    cases = Case.objects.filter(track=Case.Track.CHILD, opened_at__gte=about.span.start, opened_at__lt=about.span.end)
    guarded = how_many(Guardian.objects.filter(case__in=cases))
    assessed = how_many(BestInterests.objects.filter(case__in=cases))
    listed = table(
        Words("Done for them", "Сделано", "Барояшон карда шуд"),
        (
            ("guardian", Words("with a guardian", "с опекуном", "бо васӣ"), guarded),
            ("interests", _ASSESSED, assessed),
        ),
    )
    return about.count("children", _CHILDREN, "person", how_many(cases, "person"), [listed])


def declined(about: About) -> Count:
    """Referrals an adult declined, and interviews declined: acts, since nothing is kept that would tell persons apart."""
    refused = Counter(
        Refusal.objects.filter(recorded_at__gte=about.span.start, recorded_at__lt=about.span.end).values_list(
            "reason", flat=True
        )
    )
    refused.update(
        Screening.objects.filter(
            outcome=Screening.Outcome.DECLINED, started_at__gte=about.span.start, started_at__lt=about.span.end
        ).values_list("declined_reason", flat=True)
    )
    rows = [(key, in_all_languages(label), refused[key]) for key, label in DeclineReason.choices]
    rows.append(("unknown", NOT_KNOWN, refused[""]))
    listed = table(Words("Why", "Почему", "Чаро"), rows, parts=True)
    return about.count("declined", _DECLINED, _TIMES, refused.total(), [listed])


def safety_measures(about: About) -> Count:
    found = SafetyMeasure.objects.filter(added_at__lt=about.span.end).filter(
        Q(ended_at=None) | Q(ended_at__gte=about.span.start)
    )
    return about.count("safety_measures", _SAFE, "person", how_many(found))


def operations(about: About) -> Count:
    """People on rosters of operations in the period, joined lines once, and how they were accounted for."""
    held = Operation.objects.filter(on__range=about.days)
    lines = RosterEntry.objects.filter(operation__in=held).exclude(status=RosterEntry.Status.JOINED)
    found = Counter(lines.values_list("status", flat=True))
    listed = table(
        Words("What became of them", "Что с ними стало", "Бо онҳо чӣ шуд"),
        (
            (key, in_all_languages(label), found[key])
            for key, label in RosterEntry.Status.choices
            if key != RosterEntry.Status.JOINED
        ),
        parts=True,
    )
    return about.count("operations", _OPERATIONS, _PEOPLE, found.total(), [listed])


def _positive(about: About) -> QuerySet[Decision]:
    rows = Decision.objects.filter(
        stage=Decision.Stage.FORMAL, status=Decision.Status.FINAL, outcome=Decision.Outcome.POSITIVE
    )
    start, end = about.span.start, about.span.end
    return rows.filter(
        Q(signed_at__gte=start, signed_at__lt=end) | Q(signed_at=None, proposed_at__gte=start, proposed_at__lt=end)
    )


def _given(about: About) -> QuerySet[ServiceGiven]:
    return ServiceGiven.objects.filter(on__range=about.days)


def _place(kind: str) -> object:
    return dict(Place.Kind.choices).get(kind, kind)


_STATE = Words("authorities", "государственные органы", "мақомоти давлатӣ")
_OUTSIDE = Words(
    "NGOs, shelters, international bodies; confirmed by the government",
    "НПО, приюты, международные органы; подтверждены правительством",
    "ТҒҲ, паноҳгоҳҳо, мақомоти байналмилалӣ; ҳукумат тасдиқ кард",
)
_IDENTIFIED = Words("Identified, by who found them", "Признанные, по тому, кто нашёл", "Эътирофшуда, аз рӯи ёбанда")
_STATUS = Words("Decisions on status", "Решения о статусе", "Қарорҳо дар бораи мақом")
_STATUS_TABLE = Words("Outcome", "Исход", "Натиҷа")
_DECISIONS = Words("decisions", "решения", "қарорҳо")
_DAYS = Words("Time taken", "Сколько длилось", "Чӣ қадар давом кард")
_MEDIAN_DAYS = Words("median of days", "медиана дней", "миёнаи рӯзҳо")
_EARLIER = Words(
    "Of earlier years, still helped", "Прошлых лет, ещё получают помощь", "Аз солҳои пеш, ҳанӯз кӯмак мегиранд"
)
_REFERRALS = Words("Referrals sent", "Направления", "Равонкуниҳо")
_REFERRALS_UNIT = Words("referrals", "направления", "равонкуниҳо")
_SERVICE = Words("Kind of help, persons", "Вид помощи, лица", "Намуди кӯмак, шахсон")
_SERVED = Words("Persons helped", "Получившие помощь", "Кӯмакгирифтагон")
_DELIVERIES = Words("Times help was given", "Сколько раз оказана помощь", "Чанд бор кӯмак расид")
_PLACES = Words("Kind of place", "Вид места", "Намуди ҷой")
_NIGHTS = Words("Nights in shelters", "Ночи в приютах", "Шабҳо дар паноҳгоҳҳо")
_NIGHTS_UNIT = Words("nights", "ночи", "шабҳо")
_CHILDREN = Words("Children in cases opened", "Дети в открытых делах", "Кӯдакон дар парвандаҳои кушода")
_ASSESSED = Words("best interests assessed", "наилучшие интересы оценены", "манфиатҳои беҳтарин баҳо дода шуд")
_DECLINED = Words("Interviews and referrals declined", "Отказы от опроса и направления", "Радди мусоҳиба ва равонкунӣ")
_TIMES = Words("times", "раз", "бор")
_SAFE = Words("Persons under measures", "Лица под мерами", "Шахсон таҳти тадбир")
_OPERATIONS = Words("People on rosters", "Люди в списках операций", "Одамон дар рӯйхати амалиётҳо")
_PEOPLE = Words("people", "люди", "одамон")

OF_CARE: dict[str, Callable[[About], Count]] = {
    each.__name__: each
    for each in (
        identified_by,
        status,
        earlier_still_served,
        referral_answers,
        services_given,
        nights,
        children,
        declined,
        safety_measures,
        operations,
    )
}
