"""Reads a count that is a part of another: "of whom 12 were men", "including two of officials"."""

from __future__ import annotations

from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.heads import Heads
from panoh.narratives.leaning import EVENTS, fits, in_common, kept, leaning, rule_at
from panoh.narratives.mentions import Mention
from panoh.narratives.reported import are_victims, named_victims
from panoh.narratives.staff import same_staff, staff_of_unit
from panoh.narratives.twins import (
    as_dated,
    narrowed,
    replace_noun,
)
from panoh.narratives.uncounted import suspended, told_of_otherwise

_OPENS = frozenset({"initiate", "remain", "conduct"})  # "Among the eight investigations, police initiated two"
_NOT_YET_FOUND = frozenset({"victims_referred", "potential_victims_referred", "screening"})
_PERHAPS = frozenset({"potential_victims_identified"})
_NOT_CONFIRMED = _PERHAPS | {"potential_victims_referred"}
# "211 referrals, of which 140 were confirmed"
_CONFIRMED = frozenset({"confirmed", "verified", "recognized", "certified"})
_OF_ANYBODY = {"screening": "identify", "returnees": "repatriate"}


class Parts(Heads):
    """What is counted as a part of a whole before it."""

    def _subset(self, mention: Mention) -> list[Draft]:
        rule = (
            rule_at(self.sentence, mention, "official", "dedicate")
            if staff_of_unit(self.sentence, mention, self.drafts)
            else None
        )
        return [self._new(replace_noun(mention, "official"), rule, "employ")] if rule else self._part(mention)

    def _part(self, mention: Mention) -> list[Draft]:
        if mention.acts and (self._breaks_out(mention) or self._after_semicolon(mention)):
            return self._head(mention)
        if mention.copular and mention.noun in ("victim", "person") and self._after_semicolon(mention):
            return self._sibling(mention)
        if suspended(self.sentence, mention) or (
            self._after_semicolon(mention) and told_of_otherwise(self.sentence, mention)
        ):
            return []
        base = self.subset_base(mention)
        if base is not None and not self.near_enough(mention, base):
            apart = mention.noun == "case" or (mention.noun is not None and not fits(mention, base))
            told = self._head(mention) if mention.acts and apart else []
            if mention.acts and mention.noun is None and (noun := self._noun_before(mention)) is not None:
                told = self._head(replace_noun(mention, noun))  # "took four suspects into custody; one was charged"
            return [as_dated(base, draft) for draft in told]
        if base is None or not fits(mention, base):
            noun = mention.noun or (self.untold_noun if mention.acts and base is None else None)
            if noun is None and mention.acts:
                noun = self._noun_before(mention)  # "arrested 41 suspects, of whom 30 were charged"
            to_prison = any(
                item.noun == "imprisonment" for item in self.sentence.items[mention.at + 1 : mention.at + 3]
            )
            jailed = "sentence" in mention.acts and (
                mention.term is not None or to_prison
            )  # "Of the six jailed, two received a term of", "Of those convicted, courts sentenced 11 to prison"
            return self._head(replace_noun(mention, noun)) if noun or jailed else []
        found_act = self._found_to_be_victims(mention, base)
        if found_act is not None:
            found_to_be = replace_noun(mention, "victim")
            rule = rule_at(self.sentence, found_to_be, "victim", found_act)
            return [as_dated(base, self._new(found_to_be, rule, found_act))] if rule is not None else []
        done = self._done_to_part(mention, base)
        if done is not None:
            return done
        of_all = mention.partitive or self._behind_semicolon(mention)
        common = in_common(base, self.heads) if of_all and not mention.item.depth else base
        return [leaning(self.sentence, mention, common, self._parent_traits(common))]

    def _done_to_part(self, mention: Mention, base: Draft) -> list[Draft] | None:
        """ "of whom 12 were referred": what an own verb tells of the part; nothing where the verb is that of the whole."""
        if not mention.acts or kept(mention, base) or "identify" in mention.acts or same_staff(mention, base):
            return None
        if base.measure == "investigations" and mention.acts == ("pending",) and not self._before_court(mention):
            return None  # "investigated 46 cases, of which 10 were still open": they are investigated still
        if (led := self._led_to(mention, base)) is not None:
            return led
        noun = mention.noun or base.noun
        if mention.noun is None and self.of_potential:
            mention = replace(mention, traits={"victim_status": "potential", **mention.traits})
        own = [(rule, act) for act in mention.acts if (rule := rule_at(self.sentence, mention, noun, act)) is not None]
        if any(rule.measure == base.measure for rule, _ in own) and base.measure == "victims_repatriated":
            return None  # "assisted in the repatriation of 90 Cambodians, including 40 from Laos"
        if not own and not set(mention.acts) - _OPENS:
            return None
        found = [as_dated(base, self._new(replace_noun(mention, noun), rule, act)) for rule, act in own]
        return [narrowed(base, draft) for draft in found]

    def _before_court(self, mention: Mention) -> bool:
        """ "were pending trial", "remained before the court"."""
        behind = self.sentence.items[mention.at + 1 : mention.at + 6]
        words = {word for item in behind for word in item.low.split()}
        return bool(words & {"trial", "court", "courts", "prosecution", "verdict", "judge", "sentencing", "hearing"})

    def _led_to(self, mention: Mention, base: Draft) -> list[Draft] | None:
        """ "40 investigations, of which 12 led to prosecutions", "Of the 20 prosecutions, six ended in convictions"."""
        if "result" not in mention.acts or mention.noun is not None or base.noun not in (*EVENTS, "case"):
            return None
        items = self.sentence.items
        act = next((k for k in range(mention.at + 1, len(items)) if items[k].act == "result"), None)
        behind = items[act + 1 : act + 5] if act is not None else ()
        noun = next((item.noun for item in behind if item.noun in EVENTS), None)
        rule = rule_at(self.sentence, mention, noun, None) if noun not in (None, base.noun) else None
        if rule is None:
            return None
        told = self._new(replace_noun(mention, noun), rule, None)
        return [narrowed(base, as_dated(base, replace(told, unit="cases")))]

    def _after_semicolon(self, mention: Mention) -> bool:
        return mention.at > 0 and self.sentence.items[mention.at - 1].low == ";"

    def of_anybody(self) -> bool:
        """ "screened 300 workers, 12 of whom were victims": what was last counted were no victims yet."""
        return bool(self.heads) and self.heads[-1].measure in _OF_ANYBODY

    def _found_to_be_victims(self, mention: Mention, base: Draft) -> str | None:
        """ "of whom 12 were identified as victims", "of whom 12 were victims": what was done to those 12."""
        potential = base.measure in _PERHAPS and mention.traits.get("victim_status") != "potential"
        if (base.measure in _NOT_YET_FOUND or potential) and named_victims(self.sentence, mention):
            return "identify"
        behind = self.sentence.items[mention.at + 1 : mention.at + 4]
        if base.measure in _NOT_CONFIRMED and any(item.low in _CONFIRMED for item in behind):
            return "identify"
        are = base.measure in _OF_ANYBODY and are_victims(self.sentence, mention)
        return _OF_ANYBODY[base.measure] if are else None

    def _behind_semicolon(self, mention: Mention) -> bool:
        """ "identified 30 ... and six ...; 20 were women": of both."""
        last = max((draft.at for draft in self.heads), default=mention.at)
        return any(item.low == ";" for item in self.sentence.items[last : mention.at])

    def _breaks_out(self, mention: Mention) -> bool:
        """A verb of its own between the list and the count opens a new statement."""
        verbs = [
            k
            for k in range(max(1, mention.at - 3), mention.at)
            if self.sentence.items[k].act not in (None, "exist")  # "Of these, there were 12 for ..." goes on
            and self.sentence.items[k + 1].low != ","  # "Of the 600 calls it received, 21 ..."
        ]
        new = any(
            self.sentence.items[k - 1].cue("and")
            or self.sentence.items[k - 1].actor
            or self.sentence.items[k - 1].low == ","
            for k in verbs
        )
        return new and mention.item.depth == 0

    def _parent_traits(self, base: Draft) -> dict[str, str]:
        """A part of foreign victims is told by its own nationality or by none."""
        return {key: value for key, value in base.traits.items() if value != "foreign"}
