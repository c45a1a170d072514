"""Gives every count what its sentence leaves out: the measure of the total before it, its year and its actor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.again import form_untold, told_again
from panoh.narratives.amounts import COUNT, PERCENT
from panoh.narratives.antecedents import VICTIMS
from panoh.narratives.comparisons import Comparisons
from panoh.narratives.context import Context
from panoh.narratives.drafts import Draft
from panoh.narratives.housed import in_their_houses
from panoh.narratives.involved import involved
from panoh.narratives.leaning import fits, in_common, kept, leaning, rule_at
from panoh.narratives.mentions import COMPARISON, HEAD, SUBSET, Mention, mentions
from panoh.narratives.nouns import UNKNOWN
from panoh.narratives.periods import Period
from panoh.narratives.pronouns import told_of_them
from panoh.narratives.rises import read_rise, rise_at
from panoh.narratives.sentence import Sentence
from panoh.narratives.shared import form_of
from panoh.narratives.twins import (
    in_order,
    respectively,
    same_again,
    same_place,
)
from panoh.narratives.uncounted import declined, denied_of, differs

_SHARED = VICTIMS | {"shelter_residents", "victims_repatriated", "returnees", "screening"}
_DONE_TO = {"prosecuted": "prosecute", "charged": "prosecute", "indicted": "prosecute", "investigated": "investigate"}
_IN_COURT = frozenset({"investigate", "prosecute", "convict"})
_WHOLES = frozenset({"victim", "investigation", "prosecution", "conviction", "call", "objective"})


def read_counts(sentence: Sentence, context: Context, denied: Sequence[Draft]) -> list[Draft]:
    """The drafts of all counts of a sentence; the context moves on with it."""
    reading = _Reading(sentence, context, denied)
    reading.mentions = mentions(sentence)
    before = list(context.heads)
    for mention in reading.mentions:
        reading.read(mention)
    persons = [d for d in involved(sentence, reading.mentions, before) if d.at not in {r.at for r in reading.drafts}]
    reading.close()
    bare = {m.at for m in reading.mentions if m.noun is None and m.link == COMPARISON and not m.acts}
    reading.drafts = in_order(sentence, respectively(sentence, reading.drafts), reading.heads, bare)
    return [*reading.drafts, *persons, *same_again(sentence, reading.heads), *told_of_them(sentence, reading.heads)]


class _Reading(Comparisons):
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
        mention = in_their_houses(self.sentence, mention, self.heads or self.context.heads)
        found = [self._involved(mention, d) for d in self._resolve(mention) if not self._told_before(mention, d)]
        self.drafts += found
        if mention.item.depth == 0:
            self.lost = not found
            self.lost_acts = mention.acts if not found and mention.noun else self.lost_acts if not found else ()
        if not found:
            self.last[mention.item.depth] = []
            self.unread = self.unread | {mention.noun} if self._first_of_its_noun(mention) else self.unread
            return
        self.last[mention.item.depth] = found
        if mention.item.depth == 0:
            self.last.pop(1, None)
            if mention.link == HEAD and found[-1].link != SUBSET:
                self.heads += found

    def _first_of_its_noun(self, mention: Mention) -> bool:
        """ "received 938 cases for investigation": the first cases of the sentence, and counted nowhere."""
        return mention.link == HEAD and not any(m.noun == mention.noun for m in self.mentions if m.at < mention.at)

    def close(self) -> None:
        self._date_by_comparison()
        loud = [draft for draft in self.heads if draft.value]
        self.context.forms = frozenset(form for item in self.sentence.items if (form := form_of(item)) is not None)
        self.context.told += loud
        if loud and not (self.context.heads and self._compares_only()):
            self.context.heads = loud
            self.context.topic = in_common(loud[0], loud)
            victims = [draft for draft in loud if draft.measure in VICTIMS and not draft.traits]
            if victims:
                self.context.victims = self._all_of_both(victims) or victims[0]
            if victims and victims[0] is self.context.topic:
                self.context.topic = self.context.victims

    def _compares_only(self) -> bool:
        """ "By comparison, the government identified 299 victims in 2020": the prose goes on with this year's victims."""
        opening = " ".join(item.low for item in self.sentence.items[:4])
        return opening.startswith(("by comparison", "in comparison", "previously,", "in the previous", "this compared"))

    def _date_by_comparison(self) -> None:
        """Where the paragraph tells of 2017, "identified 432 victims (446 in 2016)" tells of 2017 too."""
        compared = {year for d in self.drafts if d.link == COMPARISON for year in d.years}
        year = self.context.year
        if year is not None and year - 1 in compared and max(compared) < year:
            told = Period(str(year), (year,), 0, 0)
            open_ = {id(d) for d in self.drafts if d.link != COMPARISON and not d.years}
            self.drafts = [d.dated(told) if id(d) in open_ else d for d in self.drafts]
            self.heads = [d.dated(told) if not d.years else d for d in self.heads]
        dated = [d.years[0] for d in self.heads if len(d.years) == 1 and d.period.isdigit()]
        self.context.year = dated[0] if dated else year

    def _all_of_both(self, victims: Sequence[Draft]) -> Draft | None:
        """ "identified 93 as potential victims and two as official ones": what is told of them next is of all of them."""
        potential = next((d for d in victims if d.measure == "potential_victims_identified"), None)
        official = next((d for d in victims if d.measure == "victims_identified"), None)
        if potential is None or official is None or potential.years != official.years:
            return None
        return replace(official, value=(potential.value or 0) + (official.value or 0))

    def _told_before(self, mention: Mention, draft: Draft) -> bool:
        """ "All four prosecutions were the result of one case": the four are those already told."""
        before = self.sentence.items[mention.at - 1] if mention.at else None
        known = before is not None and before.low == "the" and mention.link == HEAD and mention.noun == "victim"
        every = known or (before is not None and before.cue("all_of"))
        return every and any(
            had.measure == draft.measure
            and had.value == draft.value
            and (known or draft.traits.items() <= had.traits.items())
            for had in (*self.context.heads, *(self.context.told if known else ()))
        )

    def _resolve(self, mention: Mention) -> list[Draft]:
        if mention.amount.kind == PERCENT:
            return self._share(mention)
        if same_place(self.sentence, mention, self.drafts) and self.drafts:
            return []
        if differs(self.sentence, mention):
            return []
        again = told_again(mention, self.drafts)
        if again is not None:
            return again
        if mention.link == COMPARISON:
            return self._comparison(mention)
        if form_untold(self.sentence, mention):
            return self._sibling(replace(mention, acts=(), traits={**mention.traits, "form": "unknown"}))
        if declined(self.sentence, mention) or denied_of(self.sentence, mention):
            return []
        if mention.link == SUBSET or (mention.partitive and mention.copular and self.of_anybody()):
            return self._subset(mention)
        return self._head(mention)

    def _share(self, mention: Mention) -> list[Draft]:
        """ "53 percent were adults" is a part of the victims last told."""
        base = self.context.victims or self.context.topic
        if any(item.noun == "offender" for item in self.sentence.items):
            return []
        if base is None or not kept(mention, base) or base.measure not in _SHARED or "estimate" in mention.near:
            return []
        return [replace(leaning(self.sentence, mention, base, base.base), unit="percent")]

    def _name_parent(self, mention: Mention) -> None:
        """ "Of the 486 identified, 304 ...": the 486 is the whole already told, with its traits."""
        if mention.noun == UNKNOWN:
            return  # "Seven of the 27 offices assisted 10 victims": they are no whole of victims
        whole = self.whole(mention) or self.untold(mention)
        part = mention.at > 1 and self.sentence.items[mention.at - 2].amount is not None
        told_apart = not part and whole is not None and whole.value != mention.amount.value and fits(mention, whole)
        other_act = bool(mention.acts) and whole is not None and whole.act not in mention.acts
        if whole is not None and told_apart and kept(mention, whole) and not (mention.noun == "person" and other_act):
            self.drafts.append(leaning(self.sentence, mention, whole, whole.base))
        self._tell_whole(mention, whole)
        potential = mention.traits.get("victim_status") == "potential"
        self.of_potential = potential or (whole is not None and whole.measure.startswith("potential"))
        if whole is None:
            self.untold_noun = mention.noun
        else:
            self.parent = replace(whole, traits={**whole.base, **kept(mention, whole)})

    def _act_in_court(self, mention: Mention) -> str | None:
        """ "Of the 18 convicted", "three of the 12 convicted traffickers", "of the 28 individuals prosecuted"."""
        behind = self.sentence.items[mention.at + 1 : mention.at + 3]
        if mention.noun in ("offender", None) and any(item.low.startswith("convicted") for item in behind):
            return "convict"
        at_law = self.sentence.section in ("prosecution", "introduction")
        if len(behind) > 1 and behind[0].low in _DONE_TO and behind[1].noun in ("offender", "person"):
            return _DONE_TO[behind[0].low]  # "three of 58 prosecuted suspects"
        done = (
            at_law
            and len(behind) > 1
            and behind[0].noun in ("offender", "person", "case")
            and behind[1].low.endswith("ed")
        )
        return behind[1].act if done and behind[1].act in _IN_COURT else None

    def _tell_whole(self, mention: Mention, whole: Draft | None) -> None:
        """ "Of the 22 convictions, 17 ...": a whole that stands nowhere else is a fact too."""
        told = {draft.value for draft in (*self.context.told, *self.context.heads, *self.drafts)}
        otherwise = bool(set(mention.acts) - {"identify"}) and mention.noun == "victim"  # "of the 78 victims assisted"
        convicted = self._act_in_court(mention)
        whole_noun = mention.noun in _WHOLES or convicted is not None
        if not whole_noun or mention.amount.value in told or mention.item.depth or otherwise:
            return
        act = convicted or "identify" if convicted or mention.noun == "victim" else None
        rule = rule_at(self.sentence, mention, mention.noun, act)
        if rule is None:
            return
        apart = self.sentence.items[mention.at - 2].amount is not None  # "Three of the 12 were women": not the 12
        traits = {} if apart and (convicted or mention.copular) else mention.traits
        base = self._new(replace(mention, acts=(), link=HEAD, traits=traits), rule, act)
        alike = whole is not None and whole.measure == base.measure
        self.drafts.append(replace(base, actor=whole.actor if alike and whole else base.actor, again=True))
        counted = convicted or mention.noun != "victim"
        self.parent = self.drafts[-1] if counted and whole is None else self.parent
