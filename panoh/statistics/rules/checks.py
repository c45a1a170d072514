"""What does not reconcile, and what looks as if it did not but is meant so. A check says what to do; it changes no figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.editions import Difference
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.values import people


class Weight(StrEnum):
    """A mistake makes a figure wrong until it is mended; a note says why two counts differ rightly."""

    MISTAKE = "mistake"
    NOTE = "note"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `found` is how many times it does not hold; `where` names the figure, if one."""

    key: str
    weight: Weight
    says: Words
    todo: Words
    found: int
    where: Words | None = None

    @property
    def holds(self) -> bool:
        return self.found == 0


def once_in_a_lifetime(year: Figure, parts: Sequence[Figure], name: Words) -> Check:
    """Who counts when something happens for the first time counts in one part of the year only, so the parts add up."""
    return Check("parts", Weight.MISTAKE, PARTS, PARTS_TODO, abs(people(year.value) - _sum(parts)), name)


def once_in_a_period(year: Figure, parts: Sequence[Figure], name: Words) -> Check:
    """Who counts once in a period may stand in both halves, but the year has no more than both and no fewer than either."""
    whole, largest = people(year.value), max((people(each.value) for each in parts), default=0)
    return Check("bounds", Weight.MISTAKE, BOUNDS, PARTS_TODO, max(0, whole - _sum(parts), largest - whole), name)


def fell(differences: Iterable[Difference]) -> Iterator[Check]:
    """Frozen figures that the records of today say less of."""
    for each in differences:
        now, then = people(each.row.this), people(each.row.before)
        if not each.row.dimension and now < then:
            yield Check("fell", Weight.MISTAKE, FELL, FELL_TODO, then - now, each.name)


def _sum(parts: Sequence[Figure]) -> int:
    return sum(people(each.value) for each in parts)


PARTS = Words(
    "The halves of the year add up to the year.", "Полугодия в сумме дают год.", "Нимсолаҳо якҷоя солро медиҳанд."
)
BOUNDS = Words(
    "The year has no more than its halves together and no fewer than either.",
    "В году не больше, чем в полугодиях вместе, и не меньше, чем в любом из них.",
    "Дар сол на беш аз ду нимсола ва на кам аз ҳар кадом аст.",
)
PARTS_TODO = Words(
    "This is a mistake in counting, not in the records: tell whoever looks after the software.",
    "Это ошибка подсчёта, а не записей: сообщите тем, кто сопровождает программу.",
    "Ин хатои ҳисоб аст, на сабт: ба онҳое, ки барномаро нигоҳубин мекунанд, хабар диҳед.",
)
FELL = Words(
    "No frozen figure is higher than what the records say today.",
    "Ни один зафиксированный показатель не выше того, что говорят записи сегодня.",
    "Ҳеҷ нишондиҳандаи собитшуда аз он ки сабтҳо имрӯз мегӯянд, баландтар нест.",
)
FELL_TODO = Words(
    "Look why records were taken back, and correct the edition if the new count is right.",
    "Выясните, почему записи отозваны, и исправьте выпуск, если новый подсчёт верен.",
    "Бифаҳмед, ки чаро сабтҳо бозхонд шуданд, ва агар ҳисоби нав дуруст бошад, нашрро ислоҳ кунед.",
)
TWO_AGENCIES = Words(
    "Persons with cases at more than one agency; each counts once.",
    "Лица с делами в нескольких ведомствах; каждое считается один раз.",
    "Шахсоне, ки дар якчанд мақомот парванда доранд; ҳар яке як бор ҳисоб мешавад.",
)
TWO_AGENCIES_TODO = Words(
    "Nothing is wrong. The counts of agencies add up to more than the figure for this reason.",
    "Ошибки нет. По этой причине сумма по ведомствам больше показателя.",
    "Хато нест. Бо ин сабаб ҷамъи мақомот аз нишондиҳанда зиёдтар аст.",
)
NO_DATE = Words(
    "Every state of a case was reached by a step with a date.",
    "Каждое состояние дела достигнуто шагом с датой.",
    "Ҳар ҳолати парванда бо қадами дорои сана расидааст.",
)
NO_DATE_TODO = Words(
    "Such a case stands in no figure of its state. Have its desk record the step.",
    "Такое дело не входит в показатели своего состояния. Пусть его отдел запишет шаг.",
    "Чунин парванда дар нишондиҳандаҳои ҳолати худ нест. Бигузор шуъбааш қадамро сабт кунад.",
)
NOT_PRESUMED = Words(
    "Everybody formally identified was presumed before.",
    "Все официально признанные до того были предполагаемыми.",
    "Ҳамаи расман эътирофшудагон пеш аз он эҳтимолӣ буданд.",
)
NOT_PRESUMED_TODO = Words(
    "Such a person stands among the identified and not among the presumed. Look whether a step is missing.",
    "Такое лицо есть среди признанных и нет среди предполагаемых. Проверьте, не пропущен ли шаг.",
    "Чунин шахс дар байни эътирофшудагон ҳаст ва дар байни эҳтимолиён нест. Бинед, ки қадам намондааст.",
)
BACKWARDS = Words(
    "Nobody’s wait ended before it began.",
    "Ничьё ожидание не закончилось до своего начала.",
    "Интизории ҳеҷ кас пеш аз оғоз тамом нашудааст.",
)
BACKWARDS_TODO = Words(
    "One of the two dates is wrong. Such a case is left out of the times.",
    "Одна из двух дат неверна. Такое дело не входит в сроки.",
    "Яке аз ду сана нодуруст аст. Чунин парванда ба муҳлатҳо дохил нест.",
)
MAYBE_TWICE = Words(
    "Nobody on a list waits to be compared with somebody on record, and no two records wait for a decision on whose they are.",
    "Никто из списков не ждёт сравнения с кем-то в записях, и никакие две записи не ждут решения, чьи они.",
    "Ҳеҷ кас аз рӯйхат муқоисаро бо касе дар сабт интизор нест ва ягон ду сабт қарор дар бораи соҳибашро интизор нест.",
)
MAYBE_TWICE_TODO = Words(
    "Until they are compared one person may be counted twice.",
    "Пока их не сравнили, одно лицо может считаться дважды.",
    "То муқоиса кардан як шахс метавонад ду бор ҳисоб шавад.",
)
