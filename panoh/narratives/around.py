"""What stands around a count and says its act better than its verb: the cases it was involved in, the team it makes up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from panoh.narratives.reported import reported_at
from panoh.narratives.sentence import Sentence

if TYPE_CHECKING:
    from panoh.narratives.mentions import Mention


def told_around(
    sentence: Sentence,
    at: int,
    told: tuple[tuple[str, ...], int | None],
    noun: str | None,
    around: tuple[int | None, int],
    earlier: Sequence[Mention],
) -> tuple[tuple[str, ...], int | None]:
    """The acts and their place, where what stands around says them better than the verb: cases, reports, investigations."""
    acts, act_at = told
    left, region = around
    acts = _of_cases_before(sentence, at, noun, earlier) or acts
    if acts == ("pending",) and left is not None and sentence.items[left].noun == "investigation":
        return ("investigate",), act_at  # "An investigation of two soldiers remained ongoing"
    if noun in ("official", "person") and _of_team(sentence, at):
        return ("employ",), at - 2
    reports = reported_at(sentence, at, region, noun) if not set(acts) - {"register"} else None
    return (("identify",), reports) if reports is not None else (acts, act_at)


def _of_team(sentence: Sentence, at: int) -> bool:
    """ "A unit of nine prosecutors handled all cases", "a team of five": who makes it up."""
    before = sentence.items[max(0, at - 2) : at]
    if len(sentence.items[:at]) > 2 and before[0].low == "," and before[1].low == "with":
        before = sentence.items[at - 3 : at : 2]  # "The anti-trafficking unit, with 18 officers,"
    team = (
        len(before) > 1 and before[1].low in ("of", "with") and before[0].low.split()[-1] in ("unit", "team", "squad")
    )
    return team and sentence.section in ("prosecution", "introduction")


def _of_cases_before(
    sentence: Sentence, at: int, noun: str | None, earlier: Sequence[Mention]
) -> tuple[str, ...] | None:
    """ "convictions in 11 cases involving 18 traffickers": what was done in the cases was done to those they involve."""
    last = earlier[-1] if earlier else None
    tried = last is not None and last.noun == "prosecution" and noun == "offender" and at > last.at + 2
    if tried and last is not None and any(item.act == "pending" for item in sentence.items[last.at : at]):
        return (
            ("pending",) if sentence.items[at - 1].low == "involving" else None
        )  # "31 ongoing trials involving 74 men"
    if last is None or last.noun != "case" or noun not in ("offender", "official") or at < 2:
        return None
    beside = sentence.items[at - 1].low in ("involving", "against") and sentence.items[at - 2].noun == "case"
    return last.acts if beside and set(last.acts) & {"convict", "prosecute", "investigate"} else None
