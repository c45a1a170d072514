"""Reads a count that stands on its own, with the verb and the noun beside it."""

from __future__ import annotations

from dataclasses import replace

from panoh.narratives.antecedents import VICTIMS, Antecedents
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import ZERO
from panoh.narratives.leaning import EVENTS, fits, kept, leaning, rule_at
from panoh.narratives.measures import Rule, measure_of
from panoh.narratives.mentions import SUBSET, Mention
from panoh.narratives.periods import PREVIOUS, Period
from panoh.narratives.phrases import STOPS
from panoh.narratives.purposes import purpose_of
from panoh.narratives.reported import named_victims
from panoh.narratives.shared import form_of
from panoh.narratives.twins import (
    twin_event,
)
from panoh.narratives.uncounted import counts_nothing, fined, not_told, suspended
from panoh.narratives.when import period_of

_CLOSE = 4  # items
_FIRST = 2  # items: "All 36 received care", "At least 12 were referred"
_OPENING = 7  # items: "In its forced labor cases,"
_THEM = frozenset({"of them", "of these", "of those", "of whom"})
_OTHER = frozenset({"related", "other", "lesser", "non-trafficking", "unrelated", "trafficking-related"})
_LICENSED = frozenset({"recruiter", "objective"})
_STARTED = frozenset({"register", "initiate", "conduct", "receive", "inform"})
_OF_PERSONS = frozenset({"charged", "indicted", "arraigned", "charging", "indicting"})  # persons are, no cases
_CONFIRMED = frozenset({"confirmed", "recognized", "recognised", "certified", "verified"})
_PERSONS = frozenset({"offender", "person", "official", "victim"})


class Heads(Antecedents):
    """What is counted by the words beside it."""

    def _head(self, mention: Mention) -> list[Draft]:
        noun = mention.noun or self._borrowed_noun(mention)
        lost = mention.noun is None and self.lost and mention.acts == self.lost_acts != ()
        # "identified 552 suspects for sex trafficking, 30 for forced labor": the thirty are suspects too
        if lost or not_told(self.sentence, mention) or counts_nothing(self.sentence, mention, noun, self.lost):
            return []
        acts = mention.acts or (None,)
        twin = twin_event(self.sentence, mention)
        if twin is not None:
            rules = ((n, rule_at(self.sentence, mention, n, None)) for n in (noun, twin))
            return [self._new(replace(mention, noun=n), rule, None) for n, rule in rules if rule]
        if ({"sentence", "receive"} & set(acts) and fined(self.sentence, mention)) or (
            mention.noun is None and suspended(self.sentence, mention)
        ):
            return []
        again = [draft for act in mention.acts if (draft := self._same_act(mention, act)) is not None]
        if again:
            return again
        found = [
            self._new(mention, rule, act)
            for act in acts
            if (rule := rule_at(self.sentence, mention, noun, act)) is not None
        ]
        if mention.noun is None and "identify" in acts:
            found = [draft for draft in found if draft.measure != "cases_registered"]  # "confirmed that 18 were"
        if (mention.noun is None and not mention.acts) or (
            not found and (mention.copular or (mention.partitive and not mention.acts))
        ):
            return self._sibling(mention)
        told_of = mention.copular or self._exploited(mention)
        if told_of and not mention.acts and self.names_victims(mention):
            return self._sibling(mention)
        if not found and mention.noun in ("victim", "person"):
            return self._person_told(mention)
        return list({draft.measure: draft for draft in found}.values())

    def _person_told(self, mention: Mention) -> list[Draft]:
        """Persons no verb counts: they go on a list, are what the victims "were", or "there were" so many."""
        listed = bool(self.drafts) and not set(mention.acts) - {"exist"} and self._same_clause(mention)
        if listed or self._victims_were(mention):
            return self._sibling(mention)
        if mention.acts == ("exist",) and mention.noun == "victim" and not self.drafts:
            return self._there_were(mention)
        return self._sibling(replace(mention, link=SUBSET)) if self.drafts and self._part_goes_on(mention) else []

    def _victims_were(self, mention: Mention) -> bool:
        """ "The victims were 12 women and 20 men": whom the victims last told were."""
        before = self.sentence.items[max(0, mention.at - 2) : mention.at]
        said = len(before) > 1 and before[1].cue("copula") and before[0].noun == "victim"
        return said and not mention.acts and self.names_victims(mention)

    def _there_were(self, mention: Mention) -> list[Draft]:
        """ "There were 48 victims of forced labor": a part of the victims last told, or those identified."""
        part = self.context.victims is not None and bool(kept(mention, self.context.victims))
        act = "estimate" if "estimate" in mention.near else "identify"
        rule = rule_at(self.sentence, mention, "victim", act)
        return self._sibling(mention) if part or rule is None else [self._new(mention, rule, act)]

    def _same_act(self, mention: Mention, act: str) -> Draft | None:
        """ "the government referred 44, NGOs referred 57": a bare number of the same act is of the same measure."""
        if mention.noun is not None or self._no_more_potential(mention):
            return None
        same = [draft for draft in self.heads if draft.act == act and draft.base == {}]
        if not same or ("service" in mention.traits and same[0].measure == "shelter_residents"):
            return None
        status = {
            key: value
            for key, value in same[0].traits.items()
            if key == "victim_status" or self._in_apposition(mention, same[0])
        }
        if mention.partitive:  # "18 women and four men, 12 of whom ..."
            status = {key: value for key, value in status.items() if all(d.traits.get(key) == value for d in same)}
        other = {item.low for item in self.sentence.items[mention.at + 1 : mention.at + 4]} & _OTHER
        if other and not mention.traits.get("form"):
            status.pop("form", None)  # "charged three with sex trafficking and 12 with related crimes"
        if mention.term and same[0].measure == "sentenced_imprisonment":
            status["term"] = mention.term
        return replace(leaning(self.sentence, mention, same[0], status), base={}, actor=mention.actor or "government")

    def _no_more_potential(self, mention: Mention) -> bool:
        """ "70 were identified as potential victims and 26 as victims": what is named victims is no longer potential."""
        return named_victims(self.sentence, mention) and mention.traits.get("victim_status") != "potential"

    def _same_clause(self, mention: Mention) -> bool:
        """ "23 were women, seven boys, and two girls": the list goes on."""
        last = (self.last.get(mention.item.depth) or self.drafts)[-1]
        return last.at >= 0 and self.sentence.clauses[last.at] == mention.clause

    def _part_goes_on(self, mention: Mention) -> bool:
        """ "Of these, 61 were ...; and 14 victims of ...", "; there were two from Syria": the list goes on behind the mark."""
        before = self.sentence.items[max(0, mention.at - 2) : mention.at]
        marked = any(item.low == ";" for item in before)
        plain = all(item.low == ";" or item.cue("and") or item.act == "exist" for item in before[-1:])
        return marked and plain and not self.heads and not mention.item.depth

    def _in_apposition(self, mention: Mention, head: Draft) -> bool:
        """ "14 child victims, nine in foster homes": no new verb, so the nine are children too."""
        between = self.sentence.items[head.at + 1 : mention.at]
        return head.at >= 0 and not any(
            item.act not in (None, "exploit") and not item.labels.traits for item in between
        )

    def _borrowed_noun(self, mention: Mention) -> str | None:
        """ "investigated 28 and prosecuted 22 cases": the second count names the noun; for "five" the first does."""
        if self.sentence.items[mention.at - 1].low in _OF_PERSONS:
            return "offender"
        later = [m for m in self.mentions if m.at > mention.at and m.item.depth == mention.item.depth]
        earlier = [draft for draft in self.heads if draft.noun and draft.noun not in EVENTS]
        between = self.sentence.items[mention.at + 1 : later[0].at] if later else ()
        if later and later[0].noun and len(between) <= 3 and any(item.cue("and") for item in between):
            return later[0].noun
        after = self.sentence.items[mention.at + 1 : mention.at + 2]
        does = any(
            item.cue("copula") or item.act == "receive" or item.low.startswith("received") for item in after
        )  # "..., and five received restitution"
        all_of = self.sentence.items[mention.at - 1].cue("all_of") if mention.at else False
        if not earlier and (mention.partitive or does or all_of):
            return self._noun_before(mention) or self._victims_told(mention)
        if {"sentence", "jail"} & set(mention.acts):
            earlier = [draft for draft in earlier if draft.noun in _PERSONS] or earlier  # no case is sentenced
        if "revoke" in mention.acts and "recruiter" in mention.near:
            return "recruiter"  # "received 310 complaints against recruiters and sanctioned 27"
        if "convict" in mention.acts:
            earlier = [
                draft for draft in earlier if draft.noun != "case"
            ]  # "investigated 61 cases and convicted seven"
        if not earlier and self.parent is not None and mention.acts and self.parent.noun in _PERSONS:
            return self.parent.noun  # "Of the 132 victims, the ministry assisted 48"
        if not earlier and mention.acts and any(d.noun == "victim" and d.at < mention.at for d in self.denied):
            return "victim"  # "did not assist any victims, whereas NGOs assisted 61"
        if not earlier and self.untold_noun in _LICENSED and mention.acts:
            return self.untold_noun  # "Of the 412 licensed agencies, the ministry sanctioned 36"
        if not earlier and set(mention.acts) & _STARTED and self._bare(mention) and self.context.topic is not None:
            return self.context.topic.noun  # "opened 33 investigations. In 2016, police opened 41."
        return earlier[-1].noun if earlier else None

    def _bare(self, mention: Mention) -> bool:
        """Nothing but the end of its statement stands behind the number."""
        behind = self.sentence.items[mention.at + 1 : mention.at + 2]
        return all(item.low in STOPS or item.cue("compare") for item in behind) and not mention.item.depth

    def _exploited(self, mention: Mention) -> bool:
        """ "Traffickers exploited 78 victims in sex trafficking": what the victims last told had suffered."""
        before = range(max(0, mention.at - _CLOSE), mention.at)
        acts = [self.sentence.items[k].act for k in before if self.sentence.clauses[k] == mention.clause]
        return "exploit" in acts and "form" in mention.traits

    def _noun_before(self, mention: Mention) -> str | None:
        """ "detained 34 suspects and charged 20 of them": the suspects are counted, though their arrest is not."""
        named = [m.noun for m in self.mentions if m.at < mention.at and m.noun in _PERSONS]
        return named[-1] if named else None

    def _victims_told(self, mention: Mention) -> str | None:
        """ "Police identified 36 victims. Twelve were referred ...": a bare number counts those last told."""
        topic = self.context.topic
        opens = mention.at <= _FIRST or mention.partitive
        served = ("service" in mention.traits and "assist" in mention.acts) or "accommodate" in mention.acts
        opens = opens or served
        opens = opens or (
            mention.at > 0 and self.sentence.items[mention.at - 1].cue("all_of")
        )  # "NGOs assisted all 48"
        return "victim" if opens and topic is not None and topic.measure in VICTIMS else None

    def _new(self, mention: Mention, rule: Rule, act: str | None) -> Draft:
        inherited = self.heads[-1].traits if mention.noun is None and self.heads and mention.acts else {}
        group = {k: v for k, v in inherited.items() if k == "group" or self._of_them(mention)}
        if mention.item.low == "the" and self.heads:
            group = {k: v for k, v in self.heads[-1].traits.items() if k in ("group", "form")}  # "the prosecution"
        more = mention.noun is None and not self._no_more_potential(mention)
        if more and self.heads and self.heads[-1].measure.startswith("potential"):
            group["victim_status"] = "potential"  # "identified 39 potential victims and referred 27 of them"
        if mention.noun in (None, "person") and self.of_potential and not self._confirmed(mention):
            group["victim_status"] = "potential"  # "Of the 439 potential victims, police referred 170"
        measure, traits = measure_of(rule, {**group, **mention.traits})
        if rule.measure == "sentenced_imprisonment" and mention.term:
            traits["term"] = mention.term
        draft = Draft(
            measure=measure,
            value=mention.amount.value,
            unit="cases" if mention.noun == "conviction" and mention.amount.value == 0 else rule.unit,
            traits=traits,
            status=ZERO if mention.amount.value == 0 else "reported",
            actor=mention.actor or "government",
            qualifier=mention.amount.qualifier,
            derived=mention.amount.summed,
            noun=mention.noun or self._borrowed_noun(mention),
            act=act,
            at=mention.at,
        )
        if "form" in rule.keep and "form" not in draft.traits and (form := self._opening_form(mention)) is not None:
            draft = replace(draft, traits={**draft.traits, "form": form})
        if "purpose" in rule.keep:
            draft = replace(draft, traits={**draft.traits, **purpose_of(self.sentence, mention.at)})
        if rule.measure == "prosecutions_pending":
            return draft.dated(self._pending_before(mention))
        return draft.dated(period_of(self.sentence, mention.at, mention.link))

    def _pending_before(self, mention: Mention) -> Period | None:
        """ "22 prosecutions that were pending at the end of the previous reporting period": they were so then."""
        items = self.sentence.items
        for k in range(mention.at + 4, len(items)):
            ended = items[k - 1].low == "of" and items[k - 2].low in ("end", "close", "conclusion")
            period = items[k].period
            if period is not None and ended and period.name == PREVIOUS:
                return period
        return None

    def _confirmed(self, mention: Mention) -> bool:
        """ "Of 130 presumed victims, the government confirmed 41": they are victims."""
        before = self.sentence.items[max(0, mention.at - 2) : mention.at]
        return any(item.low.split()[-1] in _CONFIRMED for item in before)

    def _of_them(self, mention: Mention) -> bool:
        """ "reunited 142 of those children", "convicted four of them": they are what those told before are."""
        return any(item.low in _THEM for item in self.sentence.items[mention.at + 1 : mention.at + 2])

    def _opening_form(self, mention: Mention) -> str | None:
        """ "In sex trafficking cases, police identified 97 victims": the form the sentence opens with is that of the count."""
        items = self.sentence.items
        such = any(item.low == "such" for item in items[mention.at + 1 : mention.at + 2])
        if such and len(self.context.forms) == 1 and not any(form_of(item) for item in items[: mention.at]):
            return next(iter(self.context.forms))  # "18 such victims": those the sentence before speaks of
        if not items or items[0].low not in ("in", "for", "regarding") or mention.item.depth:
            return None
        comma = next((k for k in range(_OPENING) if k < len(items) and items[k].low == ","), 0)
        told = [form for item in items[1:comma] if (form := form_of(item)) is not None]
        bare = not any(item.amount or item.act for item in items[1:comma])
        closed = any(item.low == ";" for item in items[comma : mention.at])
        return told[0] if len(set(told)) == 1 and bare and not closed and comma < mention.at else None

    def _sibling(self, mention: Mention) -> list[Draft]:
        base = self.sibling_base(mention)
        if base is None and mention.noun is None and self._exploited(mention):
            base = self.parent or self.context.victims  # "Of the 36 victims, labor traffickers exploited 30"
        return [leaning(self.sentence, mention, base, base.base)] if base is not None and fits(mention, base) else []
