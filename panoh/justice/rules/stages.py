"""What may follow what in a criminal case, and on which day: no verdict before a charge, nothing before what went before.

What is allowed from which stage is one table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from panoh.instruments.kinds.offence import Offence
from panoh.instruments.kinds.source import Words

FOLLOWS: dict[str, tuple[str, ...]] = {
    "opened": ("investigated", "closed"),
    "investigated": ("charged", "closed"),
    "charged": ("tried", "investigated", "closed"),
    "tried": ("sentenced", "closed"),
    "sentenced": ("appealed", "closed"),
    "appealed": ("sentenced", "tried", "closed"),
    "closed": ("investigated",),
}
JUDGED = ("tried", "sentenced", "appealed")
"""Stages in which a court has said, or may say, something of a defendant."""


@dataclass(frozen=True)
class Fault:
    """Why it cannot be recorded like this, and what to do."""

    reason: Words
    way_forward: Words


@dataclass(frozen=True)
class Reached:
    """A stage on record."""

    kind: str
    on: date


NO_CHARGE = Fault(
    Words(
        "A court judges only what was charged: no charge is on record before this day.",
        "Суд рассматривает только предъявленное обвинение: до этого дня обвинение не записано.",
        "Суд танҳо айби эълоншударо мебинад: то ин рӯз айбдоркунӣ сабт нашудааст.",
    ),
    Words(
        "Record the charge with its day and articles first.",
        "Сначала запишите обвинение, его день и статьи.",
        "Аввал айбдоркунӣ, рӯз ва моддаҳои онро сабт кунед.",
    ),
)
OUT_OF_ORDER = Fault(
    Words(
        "This stage does not follow from where the criminal case stands.",
        "Эта стадия не следует из той, на которой находится уголовное дело.",
        "Ин марҳила аз марҳилаи ҳозираи парвандаи ҷиноятӣ барнамеояд.",
    ),
    Words(
        "Record the stages in their order; one recorded by mistake can be taken back.",
        "Записывайте стадии по порядку; записанную по ошибке можно отозвать.",
        "Марҳилаҳоро бо тартиб сабт кунед; марҳилаи хато сабтшударо бозпас гирифтан мумкин аст.",
    ),
)
TOO_EARLY = Fault(
    Words(
        "The day lies before the stage that went before it.",
        "День раньше дня предыдущей стадии.",
        "Рӯз пеш аз рӯзи марҳилаи қаблӣ аст.",
    ),
    Words(
        "Correct the day, or take back the stage before if its day is wrong.",
        "Исправьте день или отзовите предыдущую стадию, если неверен её день.",
        "Рӯзро ислоҳ кунед ё марҳилаи қаблиро бозпас гиред, агар рӯзи он хато бошад.",
    ),
)
NOT_YET = Fault(
    Words("The day has not come yet.", "Этот день ещё не наступил.", "Ин рӯз ҳанӯз нарасидааст."),
    Words(
        "Write what has happened, on its day.",
        "Записывайте то, что произошло, его днём.",
        "Он чиро, ки шуд, бо рӯзаш нависед.",
    ),
)
NO_ARTICLE = Fault(
    Words(
        "A criminal case is about at least one article.",
        "Уголовное дело касается хотя бы одной статьи.",
        "Парвандаи ҷиноятӣ ақаллан дар бораи як модда аст.",
    ),
    Words(
        "Name the article as it stands in the file, such as 130.1.",
        "Назовите статью так, как она записана в деле, например 130.1.",
        "Моддаро чунон ки дар парванда аст, нависед, масалан 130.1.",
    ),
)


def may_follow(before: Sequence[Reached], wanted: str, *, on: date, today: date) -> Fault | None:
    """`before`: the stages on record, the newest last. None: it may be recorded."""
    if on > today:
        return NOT_YET
    last = before[-1]
    if wanted in JUDGED and not charged_by(before, on):
        return NO_CHARGE
    if wanted not in FOLLOWS[last.kind]:
        return OUT_OF_ORDER
    return TOO_EARLY if on < last.on else None


def may_be_judged(before: Sequence[Reached], *, on: date, today: date) -> Fault | None:
    """Whether a court can have judged a defendant on that day."""
    if on > today:
        return NOT_YET
    if not charged_by(before, on):
        return NO_CHARGE
    if not any(each.kind in JUDGED for each in before):
        return OUT_OF_ORDER
    return TOO_EARLY if on < next(each.on for each in before if each.kind in JUDGED) else None


def charged_by(before: Sequence[Reached], on: date) -> bool:
    return any(each.kind == "charged" and each.on <= on for each in before)


def not_in_force(offence: Offence, *, on: date) -> Fault | None:
    """An article that was no law on that day cannot be what a case was about. One not known since when is let through:
    the record says that it is not known."""
    if offence.in_force(on) is not False:
        return None
    return Fault(
        Words(
            f"Article {offence.article} was not in force on {on.isoformat()}.",
            f"Статья {offence.article} не действовала {on.isoformat()}.",
            f"Моддаи {offence.article} {on.isoformat()} амал намекард.",
        ),
        Words(
            "Correct the day or the article; the register says from when until when an article is in force.",
            "Исправьте день или статью; реестр показывает, когда статья действует.",
            "Рӯз ё моддаро ислоҳ кунед; феҳрист нишон медиҳад, ки модда кай амал мекунад.",
        ),
    )
