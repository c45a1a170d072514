"""What a count can lean on: the totals of its own sentence, then what the paragraph spoke of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from panoh.narratives.drafts import Draft
from panoh.narratives.leaning import in_common, kept, rule_at
from panoh.narratives.mentions import COMPARISON, HEAD, SUBSET, Mention
from panoh.narratives.phrases import bracket_around
from panoh.narratives.wholes import VICTIMS, Wholes

__all__ = ["VICTIMS", "Antecedents"]

_BY = 4  # items
_AT_LAW = frozenset({"investigations", "prosecutions", "convictions"})
_NEAR = 7  # items: "12 suspected labor trafficking cases involving four suspects"
_BY_STATUS = {
    "potential": frozenset({"potential_victims_identified", "potential_victims_referred"}),
    "recognised": frozenset({"victims_identified", "victims_referred"}),
}


class Antecedents(Wholes):
    """What has been read of the sentence so far, and the paragraph behind it."""

    def same_noun(self, mention: Mention, bases: Sequence[Draft]) -> Draft:
        rule = rule_at(self.sentence, mention, mention.noun, None) if mention.noun else None
        before = [*reversed([*self.heads, *bases])]
        same = [draft for draft in before if rule and draft.measure == rule.measure]
        if not same and not mention.traits and mention.noun:
            alike = next((draft for draft in before if draft.noun == mention.noun and not draft.traits), None)
            alike = alike or next(
                (draft for draft in before if draft.noun == mention.noun and draft.link == HEAD), None
            )
            parts_of = [d for d in self.heads if alike and (d.measure, d.act) == (alike.measure, alike.act)]
            of_whole = bool(parts_of) and alike is not None and parts_of[0].traits.items() <= alike.traits.items()
            alike = parts_of[0] if of_whole else alike  # the whole, not the part told after it
            same = [draft for draft in reversed(before) if alike and draft.at == alike.at][:1]
        status = mention.traits.get("victim_status") if mention.noun is None else None
        alike_status = [d for d in before if status and d.measure in _BY_STATUS.get(status, ())]
        if alike_status:
            return alike_status[0]  # "compared to 2,224 potential and 721 confirmed victims"
        like = [draft for draft in same if draft.noun == mention.noun]
        if mention.noun is None and mention.acts:
            told = [draft for draft in before if draft.act in mention.acts]
            like = (told[::-1] if self._of_all(mention) else told) or like
        plain = next((draft for draft in like if not draft.traits and not mention.traits), None)
        whole = next((draft for draft in like if draft.link == HEAD), None)
        named = mention.noun is not None and not mention.traits and not mention.item.depth
        exact = plain or (whole if named else None) or next(iter(like), None)
        return exact or (same[0] if same else self._first_twin(bases))

    def _of_all(self, mention: Mention) -> bool:
        """ "identified 85 victims and 64 potential victims; this compared to 86 identified": with the first of them."""
        before = self.sentence.items[max(0, mention.at - 3) : mention.at]
        return any(item.low in ("this", "these") for item in before)

    def comparison_bases(self, mention: Mention) -> list[Draft]:
        depth = mention.item.depth
        nearer = self._denied_nearer(mention)
        if nearer:
            return nearer
        if depth and depth - 1 in self.last:
            last = self.last[depth - 1]
            bare = mention.noun is None and not mention.traits and last and last[-1].link == SUBSET
            return self.heads if bare and self.heads and self.listed(mention) and self._list_ends(mention) else last
        last = self.last.get(depth, []) or self.denied_before(mention)
        if last and last[-1].link == SUBSET and self.heads and not mention.traits.get("form") and self.listed(mention):
            return self.heads
        whole = self._whole_of_parts(mention)
        return [whole] if whole is not None else self._no_places(mention, [*self.heads, *last])

    def _no_places(self, mention: Mention, bases: list[Draft]) -> list[Draft]:
        """ "sheltered 14 victims in two shelters, a decrease from 19": the 19 are victims; the shelters say where."""
        where = [d for d in bases if d.unit == "facilities" and self.sentence.items[d.at - 1].low in ("in", "at")]
        rest = [draft for draft in bases if draft not in where]
        return rest if where and rest and mention.noun is None else bases

    def _denied_nearer(self, mention: Mention) -> list[Draft]:
        """ "conducted 40 inspections but did not identify any victims (two in 2020)": two victims."""
        told = max((draft.at for drafts in self.last.values() for draft in drafts), default=-1)
        bare = mention.item.depth == 1 and mention.noun is None and not mention.acts
        near = [draft for draft in self.denied if told < draft.at < mention.at and draft.noun]
        return near if bare and len(near) == 1 and not self._denied_before_stop(near[0], mention) else []

    def _denied_before_stop(self, draft: Draft, mention: Mention) -> bool:
        return any(item.low == ";" for item in self.sentence.items[draft.at : mention.at])

    def _whole_of_parts(self, mention: Mention) -> Draft | None:
        """ "convicted 57 traffickers, 31 for ... and 26 for ..., compared with 73": the 73 compare with the 57."""
        if mention.noun is not None or mention.traits or mention.item.depth or not self.heads:
            return None
        whole = self.heads[0]
        parts = [
            d
            for d in self.drafts
            if d.at > whole.at and not d.depth and d.measure == whole.measure and d.link != COMPARISON
        ]
        adds_up = len(parts) > 1 and sum(d.value or 0 for d in parts) == whole.value
        return whole if adds_up and not whole.traits else None

    def _list_ends(self, mention: Mention) -> bool:
        """ "including 54 men and 235 women (163 in 2016)": behind the last of several parts the bracket is of the whole."""
        items = self.sentence.items
        before = next((m for m in reversed(self.mentions) if m.at < mention.at and not m.item.depth), None)
        joined = before is not None and items[before.at - 1].cue("and")
        ends = all(item.depth or item.low == "." for item in items[mention.at :])
        asides = sum(item.low == "(" for item in items[: mention.at])
        return joined and ends and asides == 1

    def listed(self, mention: Mention) -> bool:
        """The parts stand in a list opened by "including": what is compared is the whole."""
        return any(
            item.low in ("including", "which included", "included") for item in self.sentence.items[: mention.at]
        )

    def denied_before(self, mention: Mention) -> list[Draft]:
        """ "did not report issuing permits, compared to one in 2016": a comparison can lean on a denial."""
        if self.heads:
            return []
        before = [draft for draft in self.denied if draft.at < mention.at and (draft.noun or draft.measure in _AT_LAW)]
        return before[:1] if before and all(draft.at == before[0].at for draft in before) else []

    def sibling_base(self, mention: Mention) -> Draft | None:
        last = self.last.get(mention.item.depth)
        if mention.noun is None and not mention.copular and not mention.partitive:
            return last[-1] if last and self.sentence.items[mention.at - 1].low not in ("in", "to", "from") else None
        if mention.noun in ("victim", "person"):
            return self.heads[0] if self.heads and self.heads[0].measure in VICTIMS else self._victims()
        if mention.partitive and not self.heads and (added_up := self._added_up()) is not None:
            return added_up
        return self.heads[-1] if self.heads else (last[-1] if last else self.context.topic)

    def _involved(self, mention: Mention, draft: Draft) -> Draft:
        """ "12 labor trafficking cases involving four suspects": the suspects are those of the cases."""
        last = next((had for had in reversed(self.drafts) if had.depth == mention.item.depth), None)
        close = last is not None and last.measure == draft.measure and mention.at - last.at < self._near(mention)
        if last is None or not close or self.sentence.items[mention.at - 1].low not in ("involving", "with", "against"):
            return draft
        told = [had for had in self.drafts if had.depth == last.depth and had.noun == last.noun]
        shared = in_common(last, told).traits.items()  # "12 cases of pimping and eight of forced labor involving 33"
        return replace(draft, traits={**{k: v for k, v in shared if k == "form"}, **draft.traits})

    def _near(self, mention: Mention) -> int:
        """How far the cases may stand from their suspects; an aside between them does not count."""
        return _NEAR + sum(item.depth > mention.item.depth for item in self.sentence.items[: mention.at])

    def compared_traits(self, mention: Mention, base: Draft) -> dict[str, str]:
        """ "29 permits for foreigners, compared with 67 TRPs": what has a noun of its own is of whatever kind."""
        told = {base.noun, *(head.noun for head in self.heads)}
        such = any(item.low == "such" for item in self.sentence.items[mention.at + 1 : mention.at + 2])
        other = mention.noun is not None and mention.noun not in told and not mention.item.depth and not such
        if other or kept(mention, base):
            return base.base
        return base.traits

    def as_compared_before(self, mention: Mention, draft: Draft) -> Draft:
        """ "(nine prosecutions in 2016; zero in 2015)": a bare number counts what the comparison before it counts."""
        before = self.last.get(mention.item.depth, [])[-1:]
        alike = any(one.link == COMPARISON and one.measure == draft.measure for one in before)
        return replace(draft, unit=before[0].unit) if alike and mention.noun is None else draft

    def names_actor(self, mention: Mention) -> bool:
        """ "(NGOs identified 52 in 2016)": the bracket names its own."""
        first, _ = bracket_around(self.sentence, mention.at)
        if any(item.cue("by") for item in self.sentence.items[mention.at : mention.at + _BY]):
            return True  # "compared with 10 victims identified by officials and NGOs"
        if not mention.item.depth:
            compared = (k for k in range(mention.at, 0, -1) if self.sentence.items[k].cue("compare"))
            first = next(compared, mention.at)  # "this compared with the government referring 50"
            return any(item.actor and not item.act for item in self.sentence.items[first : mention.at])
        return any(item.actor for item in self.sentence.items[first : mention.at])

    def names_victims(self, mention: Mention) -> bool:
        return mention.noun in ("victim", "person") and self.context.victims is not None
