"""Decides which year a count belongs to: its own, the one its clause opens with, or the one it compares with."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.amounts import COUNT, DURATION, MONEY
from panoh.narratives.governing import left_act
from panoh.narratives.links import behind_compared
from panoh.narratives.mentions import COMPARISON
from panoh.narratives.periods import PREVIOUS, UNSPECIFIED, Period
from panoh.narratives.phrases import bracket_around
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item

_UNDERGONE = ("identify", "repatriate", "return")
_IN_COURT = frozenset({"prosecute", "convict", "sentence"})
_CONTINUED = 4  # items
_BEGUN = frozenset({"began", "begun", "started", "opened", "initiated", "commenced"})
_TURNS = frozenset({"that", "which", "who", "increase", "decrease", "decline", "reduction"})
_OPENING = 6
_LIKENED = frozenset({"as", "like", "unlike", "similar"})  # "As in the previous year" dates nothing


def period_of(sentence: Sentence, at: int, link: str) -> Period | None:
    """The period that dates the count at this place, or None when the sentence leaves it open."""
    if link == COMPARISON and sentence.items[at - 1].low != "resulting in":
        told = _after(sentence, at) or _in_bracket(sentence, at) or _when(sentence, at)
        return told or Period(PREVIOUS, (0,), at, at)
    if _over_years(sentence, at):
        return Period(UNSPECIFIED, (0,), at, at)
    if sentence.items[at - 1].low == "resulting in" and sentence.items[at - 2].period is not None:
        return sentence.items[at - 2].period  # "65 calls received in 2018 resulting in 25 investigations, 45 in 2017"
    return _after(sentence, at) or _when(sentence, at) or _before(sentence, at) or _opening(sentence, at)


def _over_years(sentence: Sentence, at: int) -> bool:
    """ "Since 2015, courts have convicted 13", "convicted three in the last five years": of no one year."""
    items = sentence.items
    end = next((k for k in range(at + 1, len(items)) if _ends_reach(sentence, k, at)), len(items))
    reach = [k for k in range(at + 1, end) if not items[k].depth]
    opened = _clause_opened(sentence, at)
    if items[opened].low in ("since", "in", "over"):
        reach += list(range(opened + 1, min(opened + _OPENING, at)))
    return any(_spans_years(sentence, k) for k in reach)


def _clause_opened(sentence: Sentence, at: int) -> int:
    """ "...; over the last six years, courts convicted five": the place of "over"."""
    behind = next((k for k in range(at, 0, -1) if sentence.items[k].low == ";"), -1)
    return behind + 1


def _ends_reach(sentence: Sentence, k: int, at: int) -> bool:
    amount = sentence.items[k].amount
    return sentence.clauses[k] != sentence.clauses[at] or (amount is not None and amount.kind == COUNT)


def _spans_years(sentence: Sentence, k: int) -> bool:
    """A span of years counted to this day; a law in force since 2015 says nothing of the count."""
    item, before = sentence.items[k], sentence.items[k - 1].low
    if item.amount is not None and item.amount.kind == DURATION and item.amount.unit == "years":
        return before in ("last", "past")
    has = any(i.low in ("has", "have", "had") for i in sentence.items)
    return item.period is not None and item.period.since and before == "since" and has


def _when(sentence: Sentence, at: int) -> Period | None:
    """ "a decrease from the previous period, when it allocated 256 million": the clause is of that period."""
    for k in range(at - 1, 1, -1):
        if sentence.items[k].depth > sentence.items[at].depth:
            continue  # "an increase from the previous period (when one court told data)": an aside
        if sentence.items[k].low == ";" or sentence.items[k].period is not None:
            return None
        if sentence.items[k].cue("compare") and sentence.items[k].low.endswith("the previous"):
            return None
        if sentence.items[k].low == "when" and "previous" in " ".join(i.low for i in sentence.items[max(0, k - 4) : k]):
            return Period(PREVIOUS, (0,), k, k)
        if sentence.items[k].low == "when":
            before = sentence.items[k - 2] if sentence.items[k - 1].low == "," else sentence.items[k - 1]
            return before.period
    return None


def _after(sentence: Sentence, at: int) -> Period | None:
    items, clauses = sentence.items, sentence.clauses
    for k in range(at + 1, len(items)):
        if items[k].depth < items[at].depth or items[k].low in (";", ":"):
            return None
        if items[k].depth > items[at].depth:
            continue
        if (
            clauses[k] != clauses[at]
            or items[k].cue("compare")
            or items[k].cue("same")
            or items[k].low in _TURNS
            or _another_year(sentence, k)
            or _compares_behind_comma(items, k)
            or _difference(items, k)
        ):
            return None
        period = items[k].period
        if period is not None and not period.since:
            return None if _of_participle(sentence, at, k) or _of_other_money(items, at, k) else period
    return None


def _difference(items: Sequence[Item], k: int) -> bool:
    """ "took 260 calls, 40 fewer than the year before": the year is not that of the 260."""
    after = [item.low for item in items[k + 1 : k + 3]]
    differs = after[:1] in (["fewer"], ["more"], ["less"]) and after[1:] == ["than"]
    return items[k].amount is not None and (differs or after[:1] in (["fewer than"], ["more than"], ["less than"]))


def _compares_behind_comma(items: Sequence[Item], k: int) -> bool:
    """ ", fewer than the 55 in 2016", ", against 18": the year is of the number compared."""
    if items[k].low == "than" and items[k - 1].low in ("fewer", "more", "less"):
        return True  # ", three fewer than last year"
    counts = any(item.amount is not None and item.amount.kind == COUNT for item in items[k + 1 : k + 3])
    return counts and items[k].low in ("than", "against") and any(item.low == "," for item in items[max(0, k - 3) : k])


def _of_other_money(items: Sequence[Item], at: int, k: int) -> bool:
    """ "9 million for its plan, and 3 million allocated in 2016": the year is of the second money alone."""
    other = [i for i in range(at + 1, k) if (amount := items[i].amount) is not None and amount.kind == MONEY]
    rose = bool(other) and items[other[0] - 1].low == "from"  # "to 15 million from 12 million in 2016"
    return bool(other) and (rose or any(item.act for item in items[other[0] + 1 : k]))


def _of_participle(sentence: Sentence, at: int, k: int) -> bool:
    """ "assisted 25 victims and one victim identified the previous year": when the one was identified, not assisted."""
    items = sentence.items
    left = left_act(sentence, at)
    if any(item.low.startswith("continued") for item in items[max(0, at - _CONTINUED) : k]) and _begun_in(items, at, k):
        return True
    begun = _begun_in(items, at, k) and items[k - 1].low != "from"
    if left is not None and left == at - 1 and items[left].act in _IN_COURT and begun:
        return True  # "convicted five traffickers arrested in 2019": when they were arrested, not convicted
    told = [i for i in range(at + 1, k) if items[i].act in _UNDERGONE and items[i].low.endswith("ed")]
    if not told or left is None or items[left].act in (None, "identify"):
        return False
    return items[told[-1] - 1].noun == "victim" and items[left].act in ("assist", "accommodate", "refer", "provide")


def _begun_in(items: Sequence[Item], at: int, k: int) -> bool:
    """ "continued to investigate two cases initiated in 2020": when they began, not when they were investigated."""
    told = [i for i in range(max(at + 1, k - 3), k) if items[i].act and items[i].low.endswith("ed")]
    return (bool(told) and items[k - 1].low in ("in", "during")) or items[k - 1].low == "from"


def _another_year(sentence: Sentence, k: int) -> bool:
    """ "allocated 72 million, and in 2017 announced 18 million": the year is of the second verb."""
    items = sentence.items[k : k + 4]
    return len(items) > 3 and items[0].cue("and") and items[2].period is not None and items[3].low.endswith("ed")


def _in_bracket(sentence: Sentence, at: int) -> Period | None:
    if not sentence.items[at].depth:
        return None
    first, last = bracket_around(sentence, at)
    spans = [item.period for item in sentence.items[first:last] if item.period]
    if not spans and behind_compared(sentence.items, first):
        return sentence.items[first - 1].period
    return next((p for p in spans if not p.since), None)


def _before(sentence: Sentence, at: int) -> Period | None:
    items, clauses = sentence.items, sentence.clauses
    verb = False
    for k in range(at - 1, -1, -1):
        if items[k].depth != items[at].depth:
            continue
        if clauses[k] != clauses[at] or items[k].cue("compare") or items[k].cue("same"):
            return None
        verb = verb or bool(items[k].act)
        if verb and k and items[k].cue("and") and items[k - 1].low == "," and items[k + 1].low[0].isalpha():
            return None  # "gave 5 million in 2016 to NGOs, and the region funded one center"
        if (items[k].act and k and items[k - 1].cue("and")) or (items[k].amount and k and items[k - 1].low == ","):
            return None
        period = items[k].period
        if period is not None and not period.since and _when_begun(items, k):
            return None
        if period is not None and not period.since:
            return None if _in_comparison(sentence, k) or _compared_with(sentence, k) else period
    return None


def _when_begun(items: Sequence[Item], k: int) -> bool:
    """ "The trial that began in 2015 ended with the conviction of three": when it began, and not when they were convicted."""
    before = [item.low for item in items[max(0, k - 3) : k]]
    return len(before) > 2 and before[2] in ("in", "during") and before[1] in _BEGUN and before[0] in ("that", "which")


def _in_comparison(sentence: Sentence, k: int) -> bool:
    """ "compared to 19 million in 2016, in the form of grants": that year dates the comparison only."""
    return any(
        (item.cue("compare") or item.cue("same")) and sentence.clauses[i] == sentence.clauses[k]
        for i, item in enumerate(sentence.items[:k])
    )


def _opening(sentence: Sentence, at: int) -> Period | None:
    if sentence.items[at].depth:
        return None
    opened = _clause_opened(sentence, at)
    if opened and sentence.items[opened].low in ("in", "during"):
        return next((item.period for item in sentence.items[opened + 1 : opened + 3] if item.period), None)
    if _likened(sentence):
        return None
    return next(
        (
            item.period
            for k, item in enumerate(sentence.items[:_OPENING])
            if item.period and not item.period.since and not _compared_with(sentence, k)
        ),
        None,
    )


def _likened(sentence: Sentence) -> bool:
    """ "In contrast to the previous year, police did not ...": that year is only compared with."""
    return sentence.items[0].low in _LIKENED or sentence.items[0].cue("compare")


def _as_before(sentence: Sentence, first: int) -> Period | None:
    """ "As in 2016, the government did not report": so it was in that year and in the one told of."""
    for k in range(first - 1):
        as_in = [item.low for item in sentence.items[k : k + 2]] == ["as", "in"]
        period = sentence.items[k + 2].period if as_in and k + 2 < first else None
        if period is not None and period.name.isdigit() and len(period.years) == 1:
            return Period(period.name, (period.years[0], period.years[0] + 1), period.first, period.last)
    return None


def _ended(items: Sequence[Item], k: int) -> bool:
    """ "did not report the outcome of cases pending at the end of the previous year": it is not reported now."""
    return k > 1 and items[k - 1].low == "of" and items[k - 2].low in ("end", "close", "conclusion")


def _compared_with(sentence: Sentence, k: int) -> bool:
    """ "In a positive change from the previous reporting period," dates nothing."""
    before = sentence.items[max(1, k - 2) : k]  # "From May 2019 to June 2020," opens a sentence and dates it
    return any(item.cue("compare") or item.low.endswith("change") or item.low == "from" for item in before if k > 1)


def scope_period(sentence: Sentence, first: int, last: int) -> Period | None:
    """The period that dates a denial: within its scope, or at the head of the sentence."""
    last = next((k for k in range(first, last) if sentence.items[k].cue("same")), last)
    until = next((k for k in range(first, last) if sentence.items[k].low == "since"), last)
    inside = [
        i.period
        for k, i in enumerate(sentence.items[first:until], first)
        if i.period and not i.period.since and i.depth == sentence.items[first].depth and not _ended(sentence.items, k)
    ]
    since = next((k for k in range(first + 1, last) if sentence.items[k].low == "since"), last)
    inside = [period for period in inside if period.first < since or since == last]
    if not inside and sentence.items[last - 1].low == "previously":
        return Period(PREVIOUS, (0,), first, first)  # "did not report the number of investigations previously"
    if not inside and (told := _as_before(sentence, first)) is not None:
        return told
    if not inside and not _likened(sentence) and (told := _when(sentence, first)) is not None:
        return told
    return (
        (inside[0] if sentence.items[first - 1].cue("compare") or sentence.items[first].depth else inside[-1])
        if inside
        else _opening(sentence, first)
    )
