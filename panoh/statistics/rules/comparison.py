"""One period beside the one before: the difference and its share, in words. What is missing is said, never reckoned with."""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import SMALL, NoneCounted, NotAvailable, Number, Value


@dataclass(frozen=True)
class Change:
    """How this period stands to the one before. `difference` is None where one of the two is not available,
    `percent` also where the earlier number is too small to carry a share."""

    difference: int | None
    percent: int | None
    words: Words


_CANNOT = Words("cannot be compared", "сравнить нельзя", "муқоиса кардан мумкин нест")
_SAME = Words("the same", "столько же", "ҳамон қадар")
_NONE_TWICE = Words("none both times", "оба раза ни одного", "ҳар ду бор ҳеҷ кас")


def compare(this: Value, before: Value) -> Change:
    """The change from `before` to `this`."""
    match this, before:
        case (NotAvailable(), _) | (_, NotAvailable()):
            return Change(None, None, _CANNOT)
        case NoneCounted(), NoneCounted():
            return Change(0, None, _NONE_TWICE)
        case Number(now), Number(then):
            return _change(now - then, _percent(now, then))
        case Number(now), NoneCounted():
            return _change(now, None)
        case NoneCounted(), Number(then):
            return _change(-then, _percent(0, then))
    raise AssertionError("every pair of values is handled above")


def _percent(now: int, then: int) -> int | None:
    """Whole per cent, half away from zero; None on a base below ten, where a share says more than is known."""
    if then < SMALL:
        return None
    twice = 200 * abs(now - then)
    return (1 if now >= then else -1) * ((twice + then) // (2 * then))


def _change(difference: int, percent: int | None) -> Change:
    if difference == 0:
        return Change(0, percent, _SAME)
    amount, share = abs(difference), "" if percent is None else f" ({percent:+d}\N{NO-BREAK SPACE}%)".replace("-", "−")
    if difference > 0:
        words = Words(f"{amount} more{share}", f"больше на {amount}{share}", f"{amount} зиёд{share}")
    else:
        words = Words(f"{amount} fewer{share}", f"меньше на {amount}{share}", f"{amount} кам{share}")
    return Change(difference, percent, words)
