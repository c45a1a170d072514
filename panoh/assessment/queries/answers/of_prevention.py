"""Reckonings for answer files of prevention: training held, campaigns by whom they speak to, the hotline. No person of a case
is in any of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from django.conf import settings
from django.db.models import QuerySet

from panoh.assessment.queries.answers.about import About, in_all_languages, sums, table
from panoh.assessment.rules.answers.counts import Count, CountTable
from panoh.instruments import countries
from panoh.instruments.kinds.source import Words
from panoh.instruments.prevention.training import curricula
from panoh.prevention.models import BudgetLine, Campaign, HotlineContact, Spending
from panoh.protection.models import ServiceGiven
from panoh.registry.models import Attendance, TrainingSession

_Audience = Campaign.Audience


def training_held(about: About) -> Count:
    """Sessions that ended in the period and were not called off. People: who has a post and came, and others as counted."""
    held = TrainingSession.objects.filter(last_day__range=about.days, last_day__lte=about.on, called_off_at=None)
    rows = list(held.values_list("curriculum", "payer", "others"))
    came = Attendance.objects.filter(session__in=held, hours__gt=0)
    kinds = Counter(came.values_list("officer__post__desk__agency__kind", flat=True))
    taught, payers = Counter(each for each, *_rest in rows), Counter(payer for _each, payer, _others in rows)
    names = {each.key: each.name for each in curricula()}
    tables = [
        table(_TOPIC, ((key, names.get(key, Words(key)), many) for key, many in sorted(taught.items())), parts=True),
        table(_PAYER, _payers(payers), parts=True),
        table(
            _CAME,
            [
                *((f"agency.{kind}", _agency(kind), many) for kind, many in sorted(kinds.items())),
                ("others", _OTHERS, sum(others or 0 for *_rest, others in rows)),
            ],
        ),
    ]
    return about.count("training_held", _SESSIONS, _SESSIONS_UNIT, len(rows), tables)


def campaigns_to_migrants(about: About) -> Count:
    return _campaigns(about, "campaigns_to_migrants", _TO_MIGRANTS, _Audience.MIGRANTS)


def campaigns_on_demand(about: About) -> Count:
    return _campaigns(about, "campaigns_on_demand", _ON_DEMAND, _Audience.BUYERS, _Audience.EMPLOYERS)


def campaigns_for_children(about: About) -> Count:
    return _campaigns(about, "campaigns_for_children", _FOR_CHILDREN, _Audience.PUPILS, _Audience.PARENTS)


def hotline(about: About) -> Count:
    """By topic and language: no contact says who spoke. Money: of lines for the hotline, whoever pays."""
    found = HotlineContact.objects.filter(at__gte=about.span.start, at__lt=about.span.end)
    topics = Counter(found.values_list("topic", flat=True))
    spoken = Counter(found.values_list("language", flat=True))
    tables = [
        table(
            Words("Topic", "Тема", "Мавзӯъ"),
            ((key, in_all_languages(label), topics[key]) for key, label in HotlineContact.Topic.choices),
            parts=True,
        ),
        table(_LANGUAGE, ((f"in.{code}", Words(code), many) for code, many in sorted(spoken.items())), parts=True),
        _spent(about, BudgetLine.Programme.HOTLINE),
    ]
    return about.count("hotline", _CONTACTS, _CONTACTS_UNIT, found.count(), tables)


def hotline_made_known(about: About) -> Count:
    """Money of the hotline's lines that went into campaigns. In which campaigns its number was said, nobody records."""
    lines = BudgetLine.objects.filter(programme=BudgetLine.Programme.HOTLINE)
    spent = _standing(about).filter(line__in=lines, campaign__isnull=False)
    rows = sums("paid", Words("paid", "выплачено", "пардохт шуд"), spent, "line__currency", "amount")
    many = spent.values("campaign").distinct().count()
    return about.count("hotline_made_known", _MADE_KNOWN, _CAMPAIGNS_UNIT, many, [table(_SUMS, rows)])


def _campaigns(about: About, source: str, name: Words, *audiences: str) -> Count:
    """Begun in the period and speaking to one of them, by the ways they took; one takes several ways."""
    begun = Campaign.objects.filter(first_day__range=about.days)
    found = [ways for to, ways in begun.values_list("audiences", "channels") if set(audiences) & set(to)]
    ways = Counter(way for each in found for way in each)
    listed = table(_WAYS, ((key, in_all_languages(label), ways[key]) for key, label in Campaign.Channel.choices))
    return about.count(source, name, _CAMPAIGNS_UNIT, len(found), [listed])


def _spent(about: About, programme: str) -> CountTable:
    spent = _standing(about).filter(line__programme=programme)
    return table(_SUMS, sums("spent", Words("spent", "израсходовано", "харҷ шуд"), spent, "line__currency", "amount"))


def _standing(about: About) -> QuerySet[Spending]:
    return Spending.objects.filter(on__range=about.days, taken_back_at=None, amount__gt=0)


def _payers(found: Counter[str]) -> Iterable[tuple[str, Words, int]]:
    return ((f"payer.{key}", in_all_languages(label), found[key]) for key, label in ServiceGiven.Payer.choices)


def _agency(kind: str) -> Words:
    """The first agency of that kind names it: an agency's kind is a key of the country's file, and has no words of its own."""
    listed = countries.agencies(settings.COUNTRY)
    return next((each.name for each in listed if each.kind == kind), Words(kind.replace("_", " ")))


_SESSIONS = Words("Training held", "Проведённые занятия", "Машғулиятҳои баргузоршуда")
_SESSIONS_UNIT = Words("sessions", "занятия", "машғулиятҳо")
_TOPIC = Words("What was taught", "Чему учили", "Чиро омӯзонданд")
_PAYER = Words("Who paid", "Кто платил", "Кӣ пардохт")
_CAME = Words("People who came", "Пришедшие", "Омадагон")
_OTHERS = Words("without a post in Panoh", "без должности в «Панох»", "бе вазифа дар «Паноҳ»")
_TO_MIGRANTS = Words(
    "Campaigns for people who go abroad to work",
    "Кампании для едущих работать за рубеж",
    "Маъракаҳо барои ба кори хориҷ равандагон",
)
_ON_DEMAND = Words(
    "Campaigns for buyers and employers",
    "Кампании для покупателей и работодателей",
    "Маъракаҳо барои харидорон ва корфармоён",
)
_FOR_CHILDREN = Words(
    "Campaigns for pupils and parents", "Кампании для учеников и родителей", "Маъракаҳо барои хонандагон ва волидайн"
)
_CAMPAIGNS_UNIT = Words("campaigns", "кампании", "маъракаҳо")
_WAYS = Words("Ways", "Каналы", "Роҳҳо")
_CONTACTS = Words("Contacts with the hotline", "Обращения на горячую линию", "Муроҷиатҳо ба хатти боварӣ")
_CONTACTS_UNIT = Words("contacts", "обращения", "муроҷиатҳо")
_LANGUAGE = Words("Language", "Язык", "Забон")
_MADE_KNOWN = Words(
    "Campaigns paid from the hotline's money", "Кампании за деньги горячей линии", "Маъракаҳо аз маблағи хатти боварӣ"
)
_SUMS = Words("Sums", "Суммы", "Маблағҳо")

OF_PREVENTION: dict[str, Callable[[About], Count]] = {
    each.__name__: each
    for each in (
        training_held,
        campaigns_to_migrants,
        campaigns_on_demand,
        campaigns_for_children,
        hotline,
        hotline_made_known,
    )
}
