"""Gives every count what its sentence leaves out: the measure of the total before it, its year, its traits, its actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.amounts import COUNT, PERCENT
from panoh.narratives.context import Context
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.funding import purpose_of
from panoh.narratives.leaning import EVENTS, fits, kept, leaning, rule_at
from panoh.narratives.measures import Rule, measure_of
from panoh.narratives.mentions import COMPARISON, HEAD, SUBSET, Mention, mentions
from panoh.narratives.sentence import Sentence
from panoh.narratives.when import period_of

_VICTIMS = frozenset({"victims_identified", "potential_victims_identified", "victims_referred", "victims_assisted"})


def read_counts(sentence: Sentence, context: Context, denied: Sequence[Draft]) -> list[Draft]:
    """The drafts of all counts of a sentence; the context moves on with it."""
    reading = _Reading(sentence, context, denied)
    for mention in mentions(sentence):
        reading.read(mention)
    reading.close()
    return [*reading.drafts, *_same_again(sentence, reading)]


def _same_again(sentence: Sentence, reading: _Reading) -> list[Draft]:
    """ "one conviction, the same number as in 2013" tells the count of 2013 too."""
    for k, item in enumerate(sentence.items):
        period = next((i.period for i in sentence.items[k + 1 : k + 6] if i.period), None) if item.cue("same") else None
        if period is not None:
            return [replace(draft, at=k).dated(period) for draft in reading.heads[-1:]]
    return []


class _Reading:
    """One pass over a sentence, from the left to the right."""

    def __init__(self, sentence: Sentence, context: Context, denied: Sequence[Draft]) -> None:
        self.sentence = sentence
        self.context = context
        self.drafts: list[Draft] = []
        self.heads: list[Draft] = []
        self.last: dict[int, list[Draft]] = {}
        self.parent: Draft | None = None
        self.denied = denied
        self.lost = False

    def read(self, mention: Mention) -> None:
        if mention.definite and mention.amount.kind == COUNT:
            self._name_parent(mention)
            return
        if mention.amount.kind == PERCENT and (mention.link == COMPARISON or not mention.traits):
            return
        found = self._resolve(mention)
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
            victims = [draft for draft in loud if draft.measure in _VICTIMS and not draft.traits]
            if victims:
                self.context.victims = victims[0]

    def _resolve(self, mention: Mention) -> list[Draft]:
        if mention.amount.kind == PERCENT:
            return self._share(mention)
        if _same_place(self.sentence, mention) and self.drafts:
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
        whole = self._whole(mention) or self._untold(mention)
        if whole is not None and whole.value != mention.amount.value and kept(mention, whole):
            self.drafts.append(leaning(self.sentence, mention, whole, whole.base))
        if whole is not None:
            self.parent = replace(whole, traits={**whole.base, **kept(mention, whole)})

    def _untold(self, mention: Mention) -> Draft | None:
        """ "Of the 75 victims" where the text begins: the whole is not told again, its parts are."""
        if mention.noun != "victim" or self.sentence.section != "protection":
            return None
        return Draft("victims_identified", mention.amount.value, "people", {}, noun="victim", act="identify")

    def _whole(self, mention: Mention) -> Draft | None:
        for draft in (*self.context.heads, self.context.victims):
            if draft is not None and draft.value == mention.amount.value:
                return draft
        return self.context.victims if mention.noun == "victim" else self.context.topic

    # ---- a count that stands on its own

    def _head(self, mention: Mention) -> list[Draft]:
        if mention.noun is None and self.sentence.items[mention.at - 1].low in ("from", "to", "in", "by"):
            return []
        if mention.noun is None and not mention.acts and self.lost:
            return []
        noun = mention.noun or self._borrowed_noun(mention)
        acts = mention.acts or (None,)
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
        if mention.copular and not mention.acts and self._names_victims(mention):
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

    def _same_act(self, mention: Mention) -> Draft | None:
        """ "the government referred 44, NGOs referred 57": a bare number of the same act is of the same measure."""
        if mention.noun is not None or len(mention.acts) != 1:
            return None
        same = [draft for draft in self.heads if draft.act == mention.acts[0] and draft.base == {}]
        if not same:
            return None
        status = {
            key: value
            for key, value in same[0].traits.items()
            if key == "victim_status" or self._in_apposition(mention, same[0])
        }
        return replace(leaning(self.sentence, mention, same[0], status), base={}, actor=mention.actor or "government")

    def _same_clause(self, mention: Mention) -> bool:
        """ "23 were women, seven boys, and two girls": the list goes on."""
        last = self.drafts[-1]
        return last.at >= 0 and self.sentence.clauses[last.at] == mention.clause

    def _in_apposition(self, mention: Mention, head: Draft) -> bool:
        """ "14 child victims, nine in foster homes": no new verb, so the nine are children too."""
        between = self.sentence.items[head.at + 1 : mention.at]
        return head.at >= 0 and not any(item.act and not item.labels.traits for item in between)

    def _names_victims(self, mention: Mention) -> bool:
        return mention.noun in ("victim", "person") and self.context.victims is not None

    def _borrowed_noun(self, mention: Mention) -> str | None:
        """ "investigated 28 and prosecuted 22 cases": the noun stands with the second count; "convicted five" with the first."""
        later = [m for m in mentions(self.sentence) if m.at > mention.at and m.item.depth == mention.item.depth]
        earlier = [draft for draft in self.heads if draft.noun and draft.noun not in EVENTS]
        between = self.sentence.items[mention.at + 1 : later[0].at] if later else ()
        if later and later[0].noun and len(between) <= 3 and any(item.cue("and") for item in between):
            return later[0].noun
        return earlier[-1].noun if earlier else None

    def _new(self, mention: Mention, rule: Rule, act: str | None) -> Draft:
        inherited = self.heads[-1].traits if mention.noun is None and self.heads and mention.acts else {}
        group = {k: v for k, v in inherited.items() if k == "group"}
        measure, traits = measure_of(rule, {**group, **mention.traits})
        if rule.needs == "term" and mention.term:
            traits["term"] = mention.term
        draft = Draft(
            measure=measure,
            value=mention.amount.value,
            unit=rule.unit,
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
        base = self._sibling_base(mention)
        return [leaning(self.sentence, mention, base, base.base)] if base is not None and fits(mention, base) else []

    def _sibling_base(self, mention: Mention) -> Draft | None:
        last = self.last.get(mention.item.depth)
        if mention.noun is None and not mention.copular and not mention.partitive:
            return last[-1] if last and self.sentence.items[mention.at - 1].low not in ("in", "to", "from") else None
        if mention.noun in ("victim", "person"):
            return self.heads[0] if self.heads and self.heads[0].measure in _VICTIMS else self.context.victims
        return self.heads[-1] if self.heads else (last[-1] if last else self.context.topic)

    def _subset(self, mention: Mention) -> list[Draft]:
        if mention.acts and (self._breaks_out(mention) or self._after_semicolon(mention)):
            return self._head(mention)
        if mention.copular and mention.noun in ("victim", "person") and self._after_semicolon(mention):
            return self._sibling(mention)
        base = self._subset_base(mention)
        if base is not None and not self._near_enough(mention, base):
            return []
        if base is None or not fits(mention, base):
            return self._head(mention) if mention.noun else []
        if mention.acts and not kept(mention, base) and "identify" not in mention.acts:
            return self._head(replace_noun(mention, mention.noun or base.noun))
        return [leaning(self.sentence, mention, base, self._parent_traits(mention, base))]

    def _near_enough(self, mention: Mention, base: Draft) -> bool:
        """A part of what an earlier sentence told must say which part, or refer back: "of these", "this included"."""
        if self.heads or self.parent is not None or any(self.last.values()):
            return True
        opening = {item.low for item in self.sentence.items[: mention.at] if item.cue("subset")}
        if opening & {"of which", "of whom"}:
            return False
        return bool(kept(mention, base)) or (bool(opening) and mention.item.depth == 0)

    def _after_semicolon(self, mention: Mention) -> bool:
        return mention.at > 0 and self.sentence.items[mention.at - 1].low == ";"

    def _breaks_out(self, mention: Mention) -> bool:
        """A verb of its own between the list and the count opens a new statement."""
        verbs = [k for k in range(max(1, mention.at - 3), mention.at) if self.sentence.items[k].act]
        new = any(self.sentence.items[k - 1].cue("and") or self.sentence.items[k - 1].actor for k in verbs)
        return new and mention.item.depth == 0

    def _subset_base(self, mention: Mention) -> Draft | None:
        if mention.item.depth and self.last.get(mention.item.depth - 1):
            return self.last[mention.item.depth - 1][-1]
        if self.parent is not None:
            return self.parent
        if self.heads:
            return self._first_head(mention)
        names_victims = any(item.noun == "victim" for item in self.sentence.items[: mention.at])
        return self.context.victims if names_victims and self.context.victims else self.context.topic

    def _first_head(self, mention: Mention) -> Draft:
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

    def _parent_traits(self, mention: Mention, base: Draft) -> dict[str, str]:
        """A part of foreign victims is told by its own nationality or by none."""
        return {key: value for key, value in base.traits.items() if value != "foreign"}

    def _comparison(self, mention: Mention) -> list[Draft]:
        bases = self._comparison_bases(mention)
        if not bases:
            return [] if mention.item.depth else self._head(mention)
        if mention.noun and mention.acts:
            own = [
                self._new(mention, r, a)
                for a in mention.acts
                if (r := rule_at(self.sentence, mention, mention.noun, a)) is not None
            ]
            if own:
                return [replace(draft, actor=bases[-1].actor) for draft in own]
        base = self._same_noun(mention, bases)
        if not fits(mention, base):
            return []
        twins = (
            [draft for draft in bases if draft.at == base.at and draft.value == base.value]
            if mention.noun is None
            else [base]
        )
        return [leaning(self.sentence, mention, one, one.base if kept(mention, one) else one.traits) for one in twins]

    def _same_noun(self, mention: Mention, bases: Sequence[Draft]) -> Draft:
        rule = rule_at(self.sentence, mention, mention.noun, None) if mention.noun else None
        return next((draft for draft in reversed(bases) if rule and draft.measure == rule.measure), bases[-1])

    def _comparison_bases(self, mention: Mention) -> list[Draft]:
        depth = mention.item.depth
        if depth and depth - 1 in self.last:
            return self.last[depth - 1]
        last = self.last.get(depth, []) or self._denied_before(mention)
        if last and last[-1].link == SUBSET and self.heads and not mention.traits.get("form"):
            return self.heads
        return [*self.heads, *last]

    def _denied_before(self, mention: Mention) -> list[Draft]:
        """ "did not report issuing permits, compared to one in 2016": a comparison can lean on a denial."""
        if self.heads:
            return []
        before = [draft for draft in self.denied if draft.at < mention.at and draft.noun]
        return [draft for draft in before if draft.at == before[-1].at][:1] if len(before) == 1 else []


def _same_place(sentence: Sentence, mention: Mention) -> bool:
    """ "received restitution in two separate cases": the cases only say where."""
    return (
        mention.noun == "case"
        and mention.at > 0
        and sentence.items[mention.at - 1].low == "in"
        and "prosecute" not in mention.acts
    )


def replace_noun(mention: Mention, noun: str | None) -> Mention:
    return replace(mention, noun=noun, link=HEAD)
