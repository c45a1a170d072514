"""What a person may write for an item: a number, none, or not available with a reason, never mixed; and nothing of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from panoh.assessment.rules.answers.money import Money
from panoh.instruments.kinds.questionnaire import AnswerType, ItemAsked
from panoh.instruments.kinds.source import Words
from panoh.registry.references import ALPHABET

LONGEST, LONGEST_LINE, MOST_SUMS = 10_000, 500, 40
_REFERENCE = re.compile(rf"\b(?=[0-9-]*[A-Z])[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}\b")
"""With a letter, so that two years or a telephone number are none."""


class Kind(StrEnum):
    """Three different things. None is a statement; not available is a gap."""

    ANSWERED = "answered"
    NONE = "none"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True)
class Said:
    """`source`: what the answer rests on, and how far it can be relied on. `because`, `plan`: why there are no data, and
    how the gap is to be closed."""

    kind: Kind
    number: int | None = None
    text: str = ""
    yes: bool | None = None
    on: date | None = None
    money: tuple[Money, ...] = ()
    source: str = ""
    because: str = ""
    plan: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "number": self.number,
            "text": self.text,
            "yes": self.yes,
            "on": self.on.isoformat() if self.on else None,
            "money": [each.as_json() for each in self.money],
            "source": self.source,
            "because": self.because,
            "plan": self.plan,
        }

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Said:
        return cls(
            **{
                **kept,
                "kind": Kind(kept["kind"]),
                "on": date.fromisoformat(kept["on"]) if kept["on"] else None,
                "money": tuple(map(Money.of, kept["money"])),
            }
        )

    @property
    def empty(self) -> bool:
        return self.number is None and self.yes is None and self.on is None and not self.text.strip() and not self.money


def faults(said: Said, item: ItemAsked, *, today: date) -> Iterator[Words]:
    """What does not hold together; nothing where all does."""
    if said.kind is Kind.NOT_AVAILABLE:
        if not said.because.strip():
            yield _WHY
        if not said.empty:
            yield _NOTHING_BESIDE
    elif said.kind is Kind.NONE:
        if not {AnswerType.NUMBER, AnswerType.MONEY, AnswerType.LIST, AnswerType.DOCUMENTS} & set(item.answer):
            yield _NONE_OF_WHAT
        if not said.empty:
            yield _NOTHING_BESIDE
    else:
        yield from _answered(said, item, today)
    yield from _lengths(said)
    if any(_REFERENCE.search(each) for each in (said.text, said.source, said.because, said.plan)):
        yield _OF_A_PERSON


def _answered(said: Said, item: ItemAsked, today: date) -> Iterator[Words]:
    if said.empty:
        yield _EMPTY
    if said.number is not None and said.number < 1:
        yield _ZERO
    if said.number is not None and said.number > 10**9:
        yield _TOO_MANY
    asked = set(item.answer)
    given = {
        AnswerType.NUMBER: said.number is not None,
        AnswerType.YES_NO: said.yes is not None,
        AnswerType.DATE: said.on is not None,
        AnswerType.MONEY: bool(said.money),
    }
    if any(there and kind not in asked for kind, there in given.items()):
        yield _NOT_ASKED
    if said.on is not None and said.on > today:
        yield _PLANS
    for each in said.money:
        yield from each.faults(today)


def _lengths(said: Said) -> Iterator[Words]:
    lines = (said.source, said.because, said.plan, *(each.what for each in said.money))
    sources = [each.rate_source for each in said.money]
    if len(said.text) > LONGEST or any(len(line) > LONGEST_LINE for line in [*lines, *sources]):
        yield _TOO_LONG
    if len(said.money) > MOST_SUMS:
        yield _TOO_MANY


_WHY = Words(
    "Say why there are no data: a gap without a reason is read as nothing done.",
    "Укажите, почему нет данных: пробел без причины читают как бездействие.",
    "Нависед, ки чаро маълумот нест: холигии бе сабаб ҳамчун беамалӣ хонда мешавад.",
)
_NOTHING_BESIDE = Words(
    "None and not available stand alone: take the number, the words and the sums out, or choose “answered”.",
    "«Нет» и «нет данных» стоят отдельно: уберите число, слова и суммы или выберите «ответ».",
    "«Нест» ва «маълумот нест» танҳо меистанд: рақам, матн ва маблағро гиред ё «ҷавоб»-ро интихоб кунед.",
)
_NONE_OF_WHAT = Words(
    "“None” answers a question for a number, money, a list or documents. Answer this one in words.",
    "«Нет» отвечает на вопрос о числе, деньгах, списке или документах. Здесь ответьте словами.",
    "«Нест» ба саволи рақам, маблағ, рӯйхат ё ҳуҷҷат ҷавоб медиҳад. Ин ҷо бо сухан ҷавоб диҳед.",
)
_EMPTY = Words(
    "There is no answer yet. Write it, or say none, or say that there are no data and why.",
    "Ответа ещё нет. Напишите его, либо «нет», либо что данных нет и почему.",
    "Ҷавоб ҳанӯз нест. Онро нависед, ё «нест» гӯед, ё нависед, ки маълумот нест ва чаро.",
)
_ZERO = Words(
    "A number is one or more; where it was counted and there was nothing, choose “none”.",
    "Число не меньше единицы; если посчитали и ничего не было, выберите «нет».",
    "Рақам аз як кам нест; агар ҳисоб карда шуд ва ҳеҷ набуд, «нест»-ро интихоб кунед.",
)
_TOO_MANY = Words("That is too many to be right.", "Слишком много, чтобы быть верным.", "Аз ҳад зиёд аст.")
_NOT_ASKED = Words(
    "This item does not ask for that kind of answer. Use the fields its page shows.",
    "Этот пункт такого ответа не требует. Используйте поля на его странице.",
    "Ин банд чунин ҷавобро намепурсад. Майдонҳои саҳифаи онро истифода баред.",
)
_PLANS = Words(
    "The day is still to come; plans do not count. Name what was done.",
    "День ещё не наступил; планы не считаются. Назовите сделанное.",
    "Рӯз ҳанӯз нарасидааст; нақшаҳо ба ҳисоб намераванд. Корҳои кардашударо нависед.",
)
_TOO_LONG = Words(
    "It is too long: at most 10000 letters for the answer, 500 for each other line.",
    "Слишком длинно: не более 10000 знаков для ответа и 500 для других строк.",
    "Аз ҳад дароз аст: на зиёда аз 10000 ҳарф барои ҷавоб ва 500 барои сатрҳои дигар.",
)
_OF_A_PERSON = Words(
    "The reference of a case stands in it. The file goes to another government: take out whatever points at a person.",
    "В нём номер дела. Файл идёт другому правительству: уберите всё, что указывает на человека.",
    "Дар он рақами парванда ҳаст. Файл ба ҳукумати дигар меравад: ҳар чизеро, ки ба шахс ишора мекунад, гиред.",
)
