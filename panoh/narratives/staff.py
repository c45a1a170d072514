"""Those who work on trafficking alone: who makes up a unit, and a part of the staff told before."""

from __future__ import annotations

from collections.abc import Sequence

from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import rule_keeps
from panoh.narratives.mentions import Mention
from panoh.narratives.sentence import Sentence

_MADE_UP = frozenset(
    {"comprised", "comprised of", "comprising", "included", "consisted of", "consisting of", "composed of"}
)


def staff_of_unit(sentence: Sentence, mention: Mention, drafts: Sequence[Draft]) -> bool:
    """ "The anti-trafficking unit comprised 16 persons": the unit itself is counted by nobody, those in it are."""
    items = sentence.items
    if mention.at < 2 or items[mention.at - 1].low not in _MADE_UP or mention.noun not in ("official", "person"):
        return False
    owner = next((item.noun for item in reversed(items[: mention.at - 1]) if item.noun), None)
    opened = next((item.noun for item in items[: mention.at] if item.noun and not item.actor), None)
    return not drafts and not mention.item.depth and "unit" in (owner, opened)


def same_staff(mention: Mention, base: Draft) -> bool:
    """ "maintained 12 officers, including three women": the verb is that of the twelve, and women are no other staff."""
    return mention.acts == (base.act,) and not rule_keeps(base.measure)
