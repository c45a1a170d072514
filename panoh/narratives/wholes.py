"""Which total a part belongs to: one of its own sentence, or one the paragraph told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT
from panoh.narratives.context import Context
from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import EVENTS, in_common, kept, rule_at
from panoh.narratives.mentions import COMPARISON, HEAD, Mention
from panoh.narratives.sentence import Sentence

VICTIMS = frozenset(
    {
        "victims_identified",
        "potential_victims_identified",
        "victims_referred",
        "potential_victims_referred",
        "victims_assisted",
    }
)
_FIRST = 4  # items


class Wholes:
    """What has been read of the sentence so far, and the totals of the paragraph behind it."""

    def __init__(self, sentence: Sentence, context: Context, denied: Sequence[Draft]) -> None:
        self.sentence = sentence
        self.context = context
        self.drafts: list[Draft] = []
        self.heads: list[Draft] = []
        self.last: dict[int, list[Draft]] = {}
        self.parent: Draft | None = None
        self.of_potential = False
        self.denied = denied
        self.lost = False
        self.lost_acts: tuple[str, ...] = ()
        self.untold_noun: str | None = None
        self.unread: frozenset[str | None] = frozenset()
        self.mentions: list[Mention] = []

    def whole(self, mention: Mention) -> Draft | None:
        for draft in (*self.context.heads, self.context.victims):
            if draft is not None and draft.value == mention.amount.value:
                return draft
        earlier = (d for d in reversed(self.context.told) if d.value == mention.amount.value and mention.noun == d.noun)
        larger = [d for d in self.context.told if d.measure in VICTIMS and d.act == "identify"]
        if mention.noun == "victim" and larger and all((d.value or 0) < mention.amount.value for d in larger):
            most = max(larger, key=lambda d: d.value or 0)  # "Of the 88 total victims", where 75 and 13 were told
            adds_up = sum(d.value or 0 for d in larger) == mention.amount.value
            return replace(most, actor="mixed") if adds_up and len({d.actor for d in larger}) > 1 else most
        topic = self.context.topic
        if mention.noun in EVENTS and topic is not None and topic.measure != f"{mention.noun}s":
            topic = None  # "Of the 22 convictions": no part of the prosecutions told before
        return next(earlier, None) or (self.context.victims if mention.noun == "victim" else topic)

    def untold(self, mention: Mention) -> Draft | None:
        """ "Of the 75 victims" where the text begins: the whole is not told again, its parts are."""
        if mention.noun in (*EVENTS, "case") and self.sentence.section == "prosecution":
            act = "investigate" if mention.noun == "case" else None
            rule = rule_at(self.sentence, mention, mention.noun, act)
            return Draft(rule.measure, mention.amount.value, rule.unit, {}, noun=mention.noun) if rule else None
        if mention.noun == "call":
            return Draft("hotline_calls", mention.amount.value, "calls", {}, noun="call")
        if mention.noun != "victim" or self.sentence.section != "protection":
            return None
        return Draft("victims_identified", mention.amount.value, "people", {}, noun="victim", act="identify")

    def first_head(self, mention: Mention) -> Draft:
        """ "29 cases with 33 suspects: 25 were for ...": the parts are parts of the first total of the same measure."""
        same = [draft for draft in self.heads if draft.at == self.heads[-1].at]
        same = (
            same
            if len(same) > 1
            else [
                draft
                for draft in self.heads
                if draft.measure == self.heads[-1].measure and draft.act == self.heads[-1].act
            ]
        )
        return next((draft for draft in same if mention.noun and draft.noun == mention.noun), same[0])

    def subset_base(self, mention: Mention) -> Draft | None:
        if mention.item.depth and self.last.get(mention.item.depth - 1):
            return self._first_twin(self.last[mention.item.depth - 1])
        if mention.item.depth and self.lost and self._opened_by_lost(mention):
            formed = mention.noun == "victim" and "form" in mention.traits
            return self.context.victims if formed else None  # "followed by forced begging (16 victims)"
        if self.parent is not None:
            return self.parent
        opened = self.sentence.items[mention.at - 1].low == "including" and not mention.item.depth
        listed = self.drafts[-1] if opened and self.drafts and not self.heads else None
        if listed is not None and listed.link != COMPARISON and listed.measure.startswith("potential"):
            return listed  # "35 were potential labor trafficking victims, including 26 in forced begging"
        if self.heads:
            return self.first_head(mention)
        apart = [draft for draft in self.last.get(0, ()) if draft.link == HEAD]
        if apart and not mention.item.depth:
            return apart[0]  # "one of which received 500 calls, of which 16 were ..."
        named = [item.noun for item in self.sentence.items[: mention.at] if item.noun in EVENTS]
        told = [
            draft
            for draft in self.context.heads
            if draft.noun in named or draft.measure in {f"{noun}s" for noun in named}
        ]
        if told:
            return in_common(told[0], told)  # "Of these prosecutions": not of the investigations told before them
        added_up = self._added_up()
        if added_up is not None:
            return added_up
        names_victims = any(item.noun == "victim" for item in self.sentence.items[: mention.at])
        whole: Draft | None = self.context.victims if names_victims else None
        if any(item.noun == "victim" for item in self.sentence.items[:_FIRST]):
            whole = self._victims()  # "Among the victims identified, 12 were children"
            self.parent = whole if self.context.victims is None else None
        return whole or self.context.topic

    def _added_up(self) -> Draft | None:
        """ "Ten of these cases involved ..., nine ..., and 34 ...": parts of the total of 53 told before, for they add up."""
        end = next((k for k, item in enumerate(self.sentence.items) if item.low == ";"), len(self.sentence.items))
        parts = [m for m in self.mentions if not m.item.depth and m.amount.kind == COUNT and m.at < end]
        plain = len(parts) > 1 and all(m.link != COMPARISON and not m.definite for m in parts)
        total = sum(m.amount.value for m in parts)
        return next((draft for draft in self.context.heads if plain and draft.value == total), None)

    def _opened_by_lost(self, mention: Mention) -> bool:
        """ "identified 550 suspects (523 for sex trafficking)": parts of what is counted nowhere are not counted."""
        before = next((m for m in reversed(self.mentions) if m.at < mention.at and not m.item.depth), None)
        return before is not None and before.clause != mention.clause and before.noun not in (None, "victim", "person")

    def near_enough(self, mention: Mention, base: Draft) -> bool:
        """A part of what an earlier sentence told must say which part, or refer back: "of these", "this included"."""
        if self.heads or self.parent is not None or any(self.last.values()):
            return True
        opening = {item.low for item in self.sentence.items[: mention.at] if item.cue("subset")}
        if opening & {"of which", "of whom"}:
            return False
        return bool(kept(mention, base)) or (bool(opening) and mention.item.depth == 0)

    def _victims(self) -> Draft | None:
        """The victims last told; where a text opens with a part of them, "Fourteen victims were children", those identified."""
        added_up = self._added_up() if not self.heads else None
        if added_up is not None and added_up.measure in VICTIMS:
            return added_up
        opens = self.context.victims is None and self.context.topic is None and not self.drafts
        if opens and self.sentence.section == "protection":
            return Draft("victims_identified", None, "people", {}, noun="victim", act="identify")
        return self.context.victims

    def _first_twin(self, drafts: Sequence[Draft]) -> Draft:
        """ "identified and assisted 137 victims (61 of ...)": the parts are parts of the first."""
        return next(draft for draft in drafts if draft.at == drafts[-1].at)
