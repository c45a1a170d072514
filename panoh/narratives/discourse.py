"""Gives every count what its sentence leaves out: the measure of the total before it, its year and its actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT, PERCENT
from panoh.narratives.antecedents import VICTIMS, Antecedents
from panoh.narratives.context import Context
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.funding import purpose_of
from panoh.narratives.leaning import EVENTS, fits, kept, leaning, rule_at
from panoh.narratives.measures import Rule, measure_of
from panoh.narratives.mentions import COMPARISON, HEAD, SUBSET, Mention, mentions
from panoh.narratives.phrases import UNKNOWN, word_before
from panoh.narratives.rises import read_rise, rise_at
from panoh.narratives.sentence import Sentence
from panoh.narratives.twins import as_dated, replace_noun, respectively, same_again, same_place, twin_event
from panoh.narratives.when import period_of

_WHERE = frozenset({"in", "at", "across", "from", "on", "covering"})  # "in three towns"
_DONE = frozenset({"inspection", "training", "campaign", "meeting"})  # what is held, not what is done to people
_MATTERS = frozenset(
    {"claims", "allegations", "complaints", "concerns", "requests", "applications", "rights", "families"}
)
_OPENS = frozenset({"initiate", "remain", "conduct"})  # "Among the eight investigations, police initiated two"


def read_counts(sentence: Sentence, context: Context, denied: Sequence[Draft]) -> list[Draft]:
    """The drafts of all counts of a sentence; the context moves on with it."""
    reading = _Reading(sentence, context, denied)
    reading.mentions = mentions(sentence)
    for mention in reading.mentions:
        reading.read(mention)
    reading.close()
    reading.drafts = respectively(sentence, reading.drafts)
    return [*reading.drafts, *same_again(sentence, reading.heads)]


class _Reading(Antecedents):
    """One pass over a sentence, from the left to the right."""

    def read(self, mention: Mention) -> None:
        if mention.definite and mention.amount.kind == COUNT:
            self._name_parent(mention)
            return
        rise = rise_at(self.sentence, mention.at) if mention.amount.kind == COUNT else None
        if rise is not None:
            found = read_rise(self.sentence, mention, rise)
            self.drafts += found
            self.heads = found if found and not rise.start else self.heads
            return
        if mention.amount.kind == PERCENT and (mention.link == COMPARISON or not mention.traits):
            return
        found = [self._involved(mention, d) for d in self._resolve(mention) if not self._told_before(mention, d)]
        self.drafts += found
        self.lost = not found and mention.item.depth == 0
        if not found:
            self.last[mention.item.depth] = []
            return
        self.last[mention.item.depth] = found
        if mention.item.depth == 0:
            self.last.pop(1, None)
            if mention.link == HEAD:
                self.heads += found

    def close(self) -> None:
        loud = [draft for draft in self.heads if draft.value]
        if loud:
            self.context.heads = loud
            self.context.topic = loud[0]
            victims = [draft for draft in loud if draft.measure in VICTIMS and not draft.traits]
            if victims:
                self.context.victims = victims[0]

    def _told_before(self, mention: Mention, draft: Draft) -> bool:
        """ "All four prosecutions were the result of one case": the four are those already told."""
        every = mention.at > 0 and self.sentence.items[mention.at - 1].cue("all_of")
        return every and any(had.measure == draft.measure and had.value == draft.value for had in self.context.heads)

    def _resolve(self, mention: Mention) -> list[Draft]:
        if mention.amount.kind == PERCENT:
            return self._share(mention)
        if same_place(self.sentence, mention, self.drafts) and self.drafts:
            return []
        if mention.link == COMPARISON:
            return self._comparison(mention)
        if mention.link == SUBSET:
            return self._subset(mention)
        return self._head(mention)

    def _share(self, mention: Mention) -> list[Draft]:
        """ "53 percent were adults" is a part of the victims last told."""
        base = self.context.victims or self.context.topic
        if base is None or not kept(mention, base):
            return []
        return [replace(leaning(self.sentence, mention, base, base.base), unit="percent")]

    def _name_parent(self, mention: Mention) -> None:
        """ "Of the 486 identified, 304 ...": the 486 is the whole already told, with its traits."""
        whole = self.whole(mention) or self.untold(mention)
        if whole is not None and whole.value != mention.amount.value and kept(mention, whole):
            self.drafts.append(leaning(self.sentence, mention, whole, whole.base))
        if whole is not None:
            self.parent = replace(whole, traits={**whole.base, **kept(mention, whole)})

    # ---- a count that stands on its own

    def _head(self, mention: Mention) -> list[Draft]:
        noun = mention.noun or self._borrowed_noun(mention)
        if self._not_told(mention) or self._counts_nothing(mention, noun):
            return []
        acts = mention.acts or (None,)
        twin = twin_event(self.sentence, mention)
        if twin is not None:
            named = (noun, twin)
            return [
                self._new(replace(mention, noun=n), r, None)
                for n in named
                if (r := rule_at(self.sentence, mention, n, None))
            ]
        if ("sentence" in acts and self.fined(mention)) or (mention.noun is None and self._suspended(mention)):
            return []
        again = self._same_act(mention)
        if again is not None:
            return [again]
        found = [
            self._new(mention, rule, act)
            for act in acts
            if (rule := rule_at(self.sentence, mention, noun, act)) is not None
        ]
        if (mention.noun is None and not mention.acts) or (not found and (mention.copular or mention.partitive)):
            return self._sibling(mention)
        if mention.copular and not mention.acts and self.names_victims(mention):
            return self._sibling(mention)
        if (
            not found
            and not set(mention.acts) - {"exist"}
            and mention.noun in ("victim", "person")
            and self.drafts
            and self._same_clause(mention)
        ):
            return self._sibling(mention)
        return list({draft.measure: draft for draft in found}.values())

    def _counts_nothing(self, mention: Mention, noun: str | None) -> bool:
        """A place ("in three towns"), a bare number that leans on nothing, or one of things done to other things."""
        before = word_before(self.sentence, mention.at)
        if before == "of" and mention.noun in ("person", "victim") and self._matter_of(mention):
            return True
        if mention.noun is not None:
            return mention.noun == UNKNOWN and before in _WHERE
        # "conducted 1,806 inspections, referred 440": other things were referred
        others = noun in _DONE and not set(mention.acts) <= {"conduct", "initiate", "provide"}
        return others or before in ("from", "to", "in", "by", "covering") or (not mention.acts and self.lost)

    def _matter_of(self, mention: Mention) -> bool:
        """ "investigated the claims of 42 workers": the claims were investigated, not the workers."""
        return any(item.low in _MATTERS for item in self.sentence.items[max(0, mention.at - 3) : mention.at])

    def _same_act(self, mention: Mention) -> Draft | None:
        """ "the government referred 44, NGOs referred 57": a bare number of the same act is of the same measure."""
        if mention.noun is not None or len(mention.acts) != 1:
            return None
        same = [draft for draft in self.heads if draft.act == mention.acts[0] and draft.base == {}]
        if not same or ("service" in mention.traits and same[0].measure == "shelter_residents"):
            return None
        status = {
            key: value
            for key, value in same[0].traits.items()
            if key == "victim_status" or self._in_apposition(mention, same[0])
        }
        return replace(leaning(self.sentence, mention, same[0], status), base={}, actor=mention.actor or "government")

    def _same_clause(self, mention: Mention) -> bool:
        """ "23 were women, seven boys, and two girls": the list goes on."""
        last = (self.last.get(mention.item.depth) or self.drafts)[-1]
        return last.at >= 0 and self.sentence.clauses[last.at] == mention.clause

    def _in_apposition(self, mention: Mention, head: Draft) -> bool:
        """ "14 child victims, nine in foster homes": no new verb, so the nine are children too."""
        between = self.sentence.items[head.at + 1 : mention.at]
        return head.at >= 0 and not any(item.act and not item.labels.traits for item in between)

    def _borrowed_noun(self, mention: Mention) -> str | None:
        """ "investigated 28 and prosecuted 22 cases": the second count names the noun; for "five" the first does."""
        later = [m for m in self.mentions if m.at > mention.at and m.item.depth == mention.item.depth]
        earlier = [draft for draft in self.heads if draft.noun and draft.noun not in EVENTS]
        between = self.sentence.items[mention.at + 1 : later[0].at] if later else ()
        if later and later[0].noun and len(between) <= 3 and any(item.cue("and") for item in between):
            return later[0].noun
        return earlier[-1].noun if earlier else None

    def _new(self, mention: Mention, rule: Rule, act: str | None) -> Draft:
        inherited = self.heads[-1].traits if mention.noun is None and self.heads and mention.acts else {}
        group = {k: v for k, v in inherited.items() if k == "group"}
        if mention.noun is None and mention.partitive and self.heads and self.heads[-1].measure.startswith("potential"):
            group["victim_status"] = "potential"  # "identified 39 potential victims and referred 27 of them"
        measure, traits = measure_of(rule, {**group, **mention.traits})
        if rule.needs == "term" and mention.term:
            traits["term"] = mention.term
        draft = Draft(
            measure=measure,
            value=mention.amount.value,
            unit="cases" if mention.noun == "conviction" and mention.amount.value == 0 else rule.unit,
            traits=traits,
            status=ZERO if mention.amount.value == 0 else "reported",
            actor=mention.actor or "government",
            qualifier=mention.amount.qualifier,
            noun=mention.noun or self._borrowed_noun(mention),
            act=act,
            at=mention.at,
        )
        if "purpose" in rule.keep:
            draft = replace(draft, traits={**draft.traits, **purpose_of(self.sentence, mention.at)})
        if rule.measure == "prosecutions_pending":
            return draft
        return draft.dated(period_of(self.sentence, mention.at, mention.link))

    # ---- a count that leans on another

    def _sibling(self, mention: Mention) -> list[Draft]:
        base = self.sibling_base(mention)
        return [leaning(self.sentence, mention, base, base.base)] if base is not None and fits(mention, base) else []

    def _subset(self, mention: Mention) -> list[Draft]:
        if mention.acts and (self._breaks_out(mention) or self._after_semicolon(mention)):
            return self._head(mention)
        if mention.copular and mention.noun in ("victim", "person") and self._after_semicolon(mention):
            return self._sibling(mention)
        if self._suspended(mention) or (self._after_semicolon(mention) and self._told_of_otherwise(mention)):
            return []
        base = self.subset_base(mention)
        if base is not None and not self.near_enough(mention, base):
            return self._head(mention) if mention.acts and mention.noun == "case" else []
        if base is None or not fits(mention, base):
            return self._head(mention) if mention.noun else []
        if mention.acts and not kept(mention, base) and "identify" not in mention.acts:
            noun = mention.noun or base.noun
            own = [
                (rule, act) for act in mention.acts if (rule := rule_at(self.sentence, mention, noun, act)) is not None
            ]
            if own or set(mention.acts) - _OPENS:
                return [as_dated(base, self._new(replace_noun(mention, noun), rule, act)) for rule, act in own]
        return [leaning(self.sentence, mention, base, self._parent_traits(base))]

    def _after_semicolon(self, mention: Mention) -> bool:
        return mention.at > 0 and self.sentence.items[mention.at - 1].low == ";"

    def _breaks_out(self, mention: Mention) -> bool:
        """A verb of its own between the list and the count opens a new statement."""
        verbs = [k for k in range(max(1, mention.at - 3), mention.at) if self.sentence.items[k].act]
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

    def _comparison(self, mention: Mention) -> list[Draft]:
        bases = self.comparison_bases(mention)
        if not bases:
            return [] if mention.item.depth else self._head(mention)
        if mention.noun and mention.acts:
            own = [
                self._new(mention, r, a)
                for a in mention.acts
                if (r := rule_at(self.sentence, mention, mention.noun, a)) is not None
            ]
            if own:
                return own if self.names_actor(mention) else [replace(d, actor=bases[-1].actor) for d in own]
        base = self.same_noun(mention, bases)
        named = rule_at(self.sentence, mention, mention.noun, base.act)
        if not fits(mention, base) and not (named and named.measure == base.measure):
            return []
        same = [draft for draft in bases if draft.at == base.at and draft.value == base.value]
        twins = {draft.measure: draft for draft in same}.values() if mention.noun is None else [base]
        found = [leaning(self.sentence, mention, one, self.compared_traits(mention, one)) for one in twins]
        return [self.as_compared_before(mention, draft) for draft in found]
