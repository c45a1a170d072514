"""Reckonings for answer files from lists of returnees, contacts after a stay or a return, training, money and the action plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from panoh.assessment.queries.answers.about import About, in_all_languages, sums, table
from panoh.assessment.rules.answers.counts import Count, Hidden
from panoh.instruments.kinds.source import Words
from panoh.prevention.models import BudgetLine, PlanMeasure, Spending
from panoh.protection.models import FollowUp, ReturnContact
from panoh.registry.access import Role
from panoh.registry.models import Certificate
from panoh.screening.models import Operation, RosterEntry
from panoh.statistics.rules.values import Number

COMING_BACK = (Operation.Kind.FLIGHT, Operation.Kind.CONVOY, Operation.Kind.DETENTION, Operation.Kind.STRANDED)
"""Lists of people who come back, are sent back or are brought home."""
NO_RETURNEE = (RosterEntry.Status.JOINED, RosterEntry.Status.NOT_MET)
ASKED = (RosterEntry.Status.SCREENED, RosterEntry.Status.SECOND)
"""The short form is a screening; that the full one is due changes nothing about it."""
ASKED_AFTER = (6, 12)


def returnees(about: About) -> Count:
    """People who came with flights, convoys, removals and stranded groups: how many were screened. Joined lines count once,
    who never came not at all; whoever came twice stands on two lists, and is two here."""
    lists = Operation.objects.filter(on__range=about.days, kind__in=COMING_BACK)
    lines = RosterEntry.objects.filter(operation__in=lists).exclude(status__in=NO_RETURNEE)
    rows = list(lines.values_list("operation__kind", "status"))
    screened = Counter(status in ASKED for _kind, status in rows)
    kinds = Counter(kind for kind, _status in rows)
    asked = table(
        Words("Screened", "Опрошены", "Пурсида шуданд"),
        (
            ("screened", Words("screened", "опрошены", "пурсида шуданд"), screened[True]),
            ("not_screened", Words("not screened", "не опрошены", "пурсида нашуданд"), screened[False]),
        ),
        parts=True,
    )
    came = table(
        Words("How they came", "Как вернулись", "Чӣ тавр омаданд"),
        ((kind.value, in_all_languages(kind.label), kinds[kind]) for kind in COMING_BACK),
        parts=True,
    )
    return about.count("returnees", _RETURNEES, _PEOPLE, len(rows), [asked, came])


def contacts_after(about: About) -> Count:
    """Contacts that were due six and twelve months after a stay or a return, and what came of the last try."""
    over = {"at__gte": about.span.start, "at__lt": about.span.end, "months__in": ASKED_AFTER, "closes": True}
    rows = [
        *FollowUp.objects.filter(**over).values_list("months", "came"),
        *ReturnContact.objects.filter(**over).values_list("months", "came"),
    ]
    found = Counter(rows)
    tables = [
        table(
            Words("After {n} months", "Через {n} мес.", "Пас аз {n} моҳ").fill(n=str(months)),
            ((f"{months}.{key}", in_all_languages(label), found[months, key]) for key, label in FollowUp.Came.choices),
            parts=True,
        )
        for months in ASKED_AFTER
    ]
    return about.count("contacts_after", _CONTACTS, _CONTACTS_UNIT, len(rows), tables)


def consular_officers_trained(about: About) -> Count:
    """Given a certificate in the period, each once; one taken back since does not count."""
    given = Certificate.objects.filter(given_on__range=about.days, taken_back_at=None)
    officers = given.filter(officer__post__role=Role.CONSULAR_OFFICER).values("officer").distinct().count()
    return about.count("consular_officers_trained", _CONSULS, _OFFICERS, officers)


def state_compensation(about: About) -> Count:
    """Spent on lines for compensation paid by the State, each currency by itself. Where a currency was paid in a few times
    only, its sum is hidden as a small number is: what one victim got would be told."""
    lines = BudgetLine.objects.filter(programme=BudgetLine.Programme.COMPENSATION)
    spent = Spending.objects.filter(line__in=lines, on__range=about.days, taken_back_at=None, amount__gt=0)
    times = Counter(spent.values_list("line__currency", flat=True))
    few = {f"paid.{code}" for code, many in times.items() if Number(many).small}
    paid = sums("paid", Words("paid", "выплачено", "пардохт шуд"), spent, "line__currency", "amount")
    rows = ((key, name, Hidden() if key in few else sum_) for key, name, sum_ in paid)
    return about.count("state_compensation", _COMPENSATION, _PAYMENTS, times.total(), [table(_SUMS, rows)])


def plan_measures(about: About) -> Count:
    """As they stand: by plan and by how far they came. What is dropped stays among them."""
    rows = list(PlanMeasure.objects.order_by("plan").values_list("plan", "state"))
    plans, states = Counter(plan for plan, _state in rows), Counter(state for _plan, state in rows)
    tables = [
        table(
            Words("Plan", "План", "Нақша"),
            ((f"plan.{number}", Words(plan), plans[plan]) for number, plan in enumerate(plans, start=1)),
            parts=True,
        ),
        table(
            Words("How far they came", "Ход выполнения", "Рафти иҷро"),
            ((key, in_all_languages(label), states[key]) for key, label in PlanMeasure.State.choices),
            parts=True,
        ),
    ]
    return about.count("plan_measures", _MEASURES, _MEASURES_UNIT, len(rows), tables)


_RETURNEES = Words("People on lists of returnees", "Люди в списках вернувшихся", "Одамон дар рӯйхати баргаштагон")
_PEOPLE = Words("people", "люди", "одамон")
_CONTACTS = Words("Contacts due, ended", "Завершённые контакты", "Тамосҳои анҷомёфта")
_CONTACTS_UNIT = Words("contacts", "контакты", "тамосҳо")
_CONSULS = Words("Consular officers trained", "Обученные консулы", "Консулҳои омӯзишдида")
_OFFICERS = Words("officers", "сотрудники", "кормандон")
_COMPENSATION = Words("Compensation paid by the State", "Компенсация от государства", "Ҷуброни давлат")
_PAYMENTS = Words("payments", "выплаты", "пардохтҳо")
_SUMS = Words("Sums", "Суммы", "Маблағҳо")
_MEASURES = Words("Measures of the action plan", "Меры плана действий", "Тадбирҳои нақшаи амал")
_MEASURES_UNIT = Words("measures", "меры", "тадбирҳо")

OF_REGISTERS: dict[str, Callable[[About], Count]] = {
    each.__name__: each
    for each in (returnees, contacts_after, consular_officers_trained, state_compensation, plan_measures)
}
