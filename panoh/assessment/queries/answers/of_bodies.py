"""Reckonings for answer files of the bodies themselves: the commission at work, special desks, houses, what was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from django.conf import settings
from django.db.models import Q, QuerySet

from panoh.assessment.models import AnswerText, RecommendationStep
from panoh.assessment.queries.answers.about import About, in_all_languages, table
from panoh.assessment.rules.answers.counts import Count
from panoh.identification.models import Decision, Panel, PanelSeat
from panoh.instruments import countries
from panoh.instruments.kinds.source import Words
from panoh.prevention.models import MeasureProgress
from panoh.protection.models import Place
from panoh.registry.access import Role
from panoh.registry.models import Desk, Officer, ProcedureComment, WorkingGroup
from panoh.statistics.models import PublicationAnswer


def coordination(about: About) -> Count:
    """What records say of the commission's work: panels it called together, their decisions, working groups on the procedure,
    words on the plan and on recommendations. A sitting that decided nothing in a case leaves no record here."""
    panels = Panel.objects.filter(_during(about, "convened_at"))
    seats = PanelSeat.objects.filter(panel__in=panels, status=PanelSeat.Status.SITS)
    rows = [
        ("decisions", _DECIDED, panels.filter(decision__status=Decision.Status.FINAL).count()),
        ("agencies", _AGENCIES, seats.values("agency").distinct().count()),
        ("groups", _GROUPS, WorkingGroup.objects.filter(_during(about, "convened_at")).count()),
        ("comments", _COMMENTS, ProcedureComment.objects.filter(_during(about, "at")).count()),
        ("plan", _PLAN, MeasureProgress.objects.filter(_during(about, "at")).count()),
        ("recommendations", _ADVICE, RecommendationStep.objects.filter(_during(about, "at")).count()),
    ]
    return about.count("coordination", _COORDINATION, _PANELS, panels.count(), [table(_WORK, rows)])


def investigating_desks(about: About) -> Count:
    return _desks(about, "investigating_desks", _INVESTIGATING, Role.INVESTIGATOR)


def prosecuting_desks(about: About) -> Count:
    """Desks of prosecutors and of court officers; no judge holds a post in Panoh."""
    return _desks(about, "prosecuting_desks", _PROSECUTING, Role.PROSECUTOR, Role.COURT_LIAISON)


def places(about: About) -> Count:
    """Places in use today, all houses together: where a house stands is told to nobody, and with few houses a region tells it."""
    found = Place.objects.filter(in_use=True)
    kinds = Counter(found.values_list("kind", flat=True))
    tables = [
        table(_FOR_WHOM, ((key, in_all_languages(label), kinds[key]) for key, label in Place.Kind.choices), parts=True),
        table(
            _AMONG, [("long", _LONG, _many(found, long_term=True)), ("step_free", _FREE, _many(found, step_free=True))]
        ),
    ]
    return about.count("places", _PLACES, _PLACES_UNIT, found.count(), tables)


def figures_made_public(about: About) -> Count:
    """Editions of figures that two officers made public in the period, and answer files approved: what of them stands where
    everybody reads it is said by hand."""
    public = PublicationAnswer.objects.filter(agreed=True, at__gte=about.span.start, at__lt=about.span.end)
    approved = AnswerText.objects.filter(
        signature__approved=True, signature__at__gte=about.span.start, signature__at__lt=about.span.end
    )
    rows = [("public", _EDITIONS, public.count()), ("answers", _ANSWERS, approved.count())]
    return about.count("figures_made_public", _EDITIONS, _EDITIONS_UNIT, public.count(), [table(_APPROVED, rows)])


def _desks(about: About, source: str, name: Words, *roles: Role) -> Count:
    """As they stand today: desks with a post of the role, by region, and how many officers hold such a post."""
    found = Desk.objects.filter(posts__role__in=roles).distinct()
    regions = Counter(found.values_list("region", flat=True))
    names = {each.code: each.name for each in countries.divisions(settings.COUNTRY)}
    officers = Officer.objects.filter(post__role__in=roles, is_active=True).count()
    rows = ((code or "nowhere", names.get(code, _EVERYWHERE), many) for code, many in sorted(regions.items()))
    tables = [table(_REGION, rows, parts=True), table(_STAFF, [("officers", _STAFF, officers)])]
    return about.count(source, name, _DESKS, found.count(), tables)


def _during(about: About, field: str) -> Q:
    return Q(**{f"{field}__gte": about.span.start, f"{field}__lt": about.span.end})


def _many(rows: QuerySet[Place], **which: bool) -> int:
    return rows.filter(**which).count()


_COORDINATION = Words("Panels called together", "Созванные коллегии", "Коллегияҳои даъватшуда")
_PANELS = Words("panels", "коллегии", "коллегияҳо")
_WORK = Words("What was done", "Что сделано", "Чӣ карда шуд")
_DECIDED = Words("panels that decided", "коллегии, принявшие решение", "коллегияҳое, ки қарор қабул карданд")
_AGENCIES = Words("agencies with a seat", "ведомства с местом", "мақомоти дорои ҷой")
_GROUPS = Words("working groups on the procedure", "рабочие группы по порядку", "гурӯҳҳои корӣ оид ба тартиб")
_COMMENTS = Words("comments on drafts", "замечания к проектам", "эродҳо ба лоиҳаҳо")
_PLAN = Words("words on the action plan", "сообщения о плане действий", "изҳорот дар бораи нақшаи амал")
_ADVICE = Words("words on recommendations", "сообщения о рекомендациях", "изҳорот дар бораи тавсияҳо")
_INVESTIGATING = Words("Desks of investigators", "Отделы следователей", "Шуъбаҳои муфаттишон")
_PROSECUTING = Words(
    "Desks of prosecutors and court officers",
    "Отделы прокуроров и сотрудников суда",
    "Шуъбаҳои прокурорҳо ва кормандони суд",
)
_DESKS = Words("desks", "отделы", "шуъбаҳо")
_REGION = Words("Region", "Регион", "Минтақа")
_EVERYWHERE = Words("whole country, or not named", "вся страна или не указано", "тамоми кишвар ё зикр нашуда")
_STAFF = Words("officers in these posts", "сотрудники на этих должностях", "кормандон дар ин вазифаҳо")
_PLACES = Words("Places in shelters, in use", "Места в приютах, используемые", "Ҷойҳои истифодашавандаи паноҳгоҳҳо")
_PLACES_UNIT = Words("places", "места", "ҷойҳо")
_FOR_WHOM = Words("For whom", "Для кого", "Барои кӣ")
_AMONG = Words("Among them", "Из них", "Аз онҳо")
_LONG = Words("for long stays", "для долгого проживания", "барои истиқомати дароз")
_FREE = Words("without steps", "без ступеней", "бе зина")
_EDITIONS = Words("Editions of figures made public", "Опубликованные выпуски данных", "Нашрҳои оммавии рақамҳо")
_EDITIONS_UNIT = Words("editions", "выпуски", "нашрҳо")
_ANSWERS = Words("answer files approved", "утверждённые файлы ответов", "файлҳои ҷавоби тасдиқшуда")
_APPROVED = Words("Signed by two", "Подписано двумя", "Бо ду имзо")

OF_BODIES: dict[str, Callable[[About], Count]] = {
    each.__name__: each for each in (coordination, investigating_desks, prosecuting_desks, places, figures_made_public)
}
