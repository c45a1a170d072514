"""Reads a count of another year or source that stands beside the first: "compared with 12 in 2016"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import fits, kept, leaning, rule_at
from panoh.narratives.mentions import COMPARISON, Mention
from panoh.narratives.parts import Parts
from panoh.narratives.twins import (
    replace_noun,
    twin_event,
)
from panoh.narratives.uncounted import suspended


class Comparisons(Parts):
    """What is counted by the words of the count it is compared with."""

    def _comparison(self, mention: Mention) -> list[Draft]:
        if mention.acts and suspended(self.sentence, mention):
            return []
        bases = self.comparison_bases(mention)
        if not bases:
            return [] if mention.item.depth else self._head(mention)
        if self._same_told(mention):
            mention = replace(mention, noun=None, acts=())
        if mention.acts and (mention.noun or bases[-1].act not in mention.acts):
            own = [
                self._new(mention, r, a)
                for a in mention.acts
                if (r := rule_at(self.sentence, mention, mention.noun, a)) is not None
            ]
            if own and self._said_anew(mention):
                own = [self._as_before(mention, draft) for draft in own]
            if own:
                return own if self.names_actor(mention) else [replace(d, actor=bases[-1].actor) for d in own]
        if mention.noun == "case" and not mention.acts and mention.noun in self.unread:
            return []  # "compared with 701 cases": those of before were counted nowhere
        if mention.noun and "arrest" in mention.acts and len(mention.acts) == 1 and bases[-1].act != "arrest":
            return []  # "compared with 32 suspects arrested, 16 prosecuted": arrests are counted nowhere
        twin = twin_event(self.sentence, mention)
        if twin is not None:
            both = (replace_noun(mention, noun) for noun in (mention.noun, twin))
            rules = ((m, rule_at(self.sentence, m, m.noun, None)) for m in both)
            compared = [self._new(replace(m, link=COMPARISON), rule, None) for m, rule in rules if rule]
            return [replace(draft, link=COMPARISON) for draft in compared]
        mention = self._named_shortly(mention)
        base = self.same_noun(mention, bases)
        named = rule_at(self.sentence, mention, mention.noun, base.act)
        if not fits(mention, base) and not (named and named.measure == base.measure):
            return []
        same = [draft for draft in bases if draft.at == base.at and draft.value == base.value]
        alike = mention.noun is None or (
            mention.noun == base.noun == "victim" and not mention.acts and not mention.traits
        )
        twins = {draft.measure: draft for draft in same}.values() if alike else [base]
        found = [leaning(self.sentence, mention, one, self.compared_traits(mention, one)) for one in twins]
        return [self.as_compared_before(mention, draft) for draft in found]

    def _same_told(self, mention: Mention) -> bool:
        """ "awarded no restitution, unlike in 2016, when three victims received it": the three received restitution."""
        after = self.sentence.items[mention.at + 1 : mention.at + 6]
        return any(a.act and b.low in ("it", "them", "one", "some") for a, b in pairwise(after))

    def _named_shortly(self, mention: Mention) -> Mention:
        """ "organized 212 awareness sessions ..., up from 150 sessions": the sessions are those of the first count."""
        told = {draft.noun for draft in self.heads}
        if mention.noun == "event" and "event" not in told and "training" in told:
            return replace(mention, noun="training")
        short = mention.noun in ("training", "event") and mention.noun not in told and "campaign" in told
        return replace(mention, noun="campaign") if short else mention

    def _as_before(self, mention: Mention, draft: Draft) -> Draft:
        """ "assisted 20 female victims, compared with providing care to 47 victims": of the same kind, where no other is told."""
        same = next((head for head in self.heads if head.measure == draft.measure), None)
        return replace(draft, traits={**same.traits}) if same and not kept(mention, same) else draft

    def _said_anew(self, mention: Mention) -> bool:
        """ "compared with providing care to 47": the comparison says the act again, and nothing else."""
        items = self.sentence.items
        opened = next((k for k in range(mention.at - 1, 0, -1) if items[k].cue("compare")), mention.at)
        return any(item.act and item.low.split()[0].endswith("ing") for item in items[opened + 1 : opened + 2])
