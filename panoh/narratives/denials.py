"""Reads what a denial covers: the things counted as none, or not reported, and of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from panoh.narratives.against import age_of_crime
from panoh.narratives.denied_lists import goes_on, joined_verb, participles
from panoh.narratives.denied_things import DENIED_EVENTS, of_whom, things_at
from panoh.narratives.drafts import Draft
from panoh.narratives.facts import NOT_REPORTED, ZERO
from panoh.narratives.outcomes import cause_of, figures_at, outcome_of
from panoh.narratives.periods import Period
from panoh.narratives.phrases import STOPS
from panoh.narratives.plain import of_no_count, passive, plain_denial
from panoh.narratives.scopes import PART
from panoh.narratives.sentence import Sentence
from panoh.narratives.tagging import Item
from panoh.narratives.things import traits_within
from panoh.narratives.verbs_before import counted, verbs_before
from panoh.narratives.when import scope_period
from panoh.narratives.who_acts import actor_of

_SUBJECTS = frozenset({"victim", "person", "official", "offender"})
_PLACES = frozenset({"shelter", "facility", "service_centre", "unit", "hotline"})
_LISTED = frozenset({",", "and", "or", "nor", "any", "and/or"})
_EVENTS = frozenset({"investigations", "investigation", "prosecutions", "prosecution", "convictions"})
_NOT_YET = re.compile(r"^(?:did|does|do|has|have|had|was|were|could|failed|never|neither|without|is|are|unable|not)\b")


def denied(sentence: Sentence, at: int, last: int, status: str) -> Iterator[Draft]:
    """The things denied, in order, until the prose turns to something else; where there are none, the verbs denied."""
    if status == NOT_REPORTED and of_no_count(sentence.items, at):
        return
    denial = _Denial.opened(sentence, at, last, status)
    last = denial.last = cause_of(sentence, at, last, status)
    begins = outcome_of(sentence, at, last) if status == ZERO else figures_at(sentence, at, last)
    for k in range(begins if begins > at else outcome_of(sentence, at, last), last):
        if denial.stops_before(k):
            yield from denial.of_verbs_alone() if counted(sentence.items[k]) and status == ZERO else ()
            return
        if counted(sentence.items[k]):
            continue
        if verb := denial.verb_at(k):
            denial.add_verb(k, verb)
            yield from denial.of_event_in_verb(k)
        elif denial.subject_at(k):
            denial.subject = sentence.items[k].noun
        elif denial.passes_over(k):
            continue
        elif denial.thing_at(k):
            yield from denial.of_thing(k)
            if denial.is_over_behind(k):
                return
        elif denial.of_them(k):
            yield from denial.of_those_before(k)
        elif denial.is_over_at(k):
            return
    yield from denial.of_verbs_alone()


@dataclass
class _Denial:
    """What has been read of a denial so far, from its first word at `at` up to `last`, where its reach ends."""

    sentence: Sentence
    at: int
    last: int
    status: str
    actor: str
    period: Period | None
    acts: list[str]
    subject: str | None = None
    fresh: bool = True
    """The next verb opens a list of its own."""
    behind: bool = False
    """The last verb stood right behind a noun."""
    first: int | None = None
    """The first thing seen that is denied."""

    @staticmethod
    def opened(sentence: Sentence, at: int, last: int, status: str) -> _Denial:
        acts = verbs_before(sentence, at)
        period = scope_period(sentence, at, last)
        return _Denial(sentence, at, last, status, _actor(sentence, at), period, acts, of_whom(sentence, at))

    @property
    def items(self) -> Sequence[Item]:
        return self.sentence.items

    @property
    def seen(self) -> bool:
        return self.first is not None

    def stops_before(self, k: int) -> bool:
        """At "no way to ...", and at a count of some, unless that only says what was left open."""
        if [i.low for i in self.items[k - 1 : k + 1]] == ["reports", "that"] and self.acts == ["investigate"]:
            return True  # "did not investigate reports that officials took bribes"
        if self.items[k].low == "to" and not self.seen and (self._in_want() or self._nothing_to_do()):
            return True
        none_of = self.items[k - 1].low.startswith(
            ("none of", "not one of")
        )  # "None of the 22 victims received compensation"
        return counted(self.items[k]) and not none_of and not (self.status == NOT_REPORTED and self._left_open(k))

    def _nothing_to_do(self) -> bool:
        return self.items[self.at].cue("nothing") and not self.acts

    def _in_want(self) -> bool:
        """ "did not have the capacity to prosecute": what is denied is the means."""
        after = [item.low for item in self.items[self.at + 1 : self.at + 3]]
        return self.status == ZERO and after[:1] == ["have"] and after[1:] != ["access"] and not self.acts

    def _left_open(self, k: int) -> bool:
        """ "did not report if it assisted six victims", "screening any of the 3,400"."""
        return self._opens_with("if", "whether") or self.items[k - 2].low in ("any", "how many")

    def _opens_with(self, *words: str) -> bool:
        return any(item.low in words for item in self.items[self.at + 1 : self.at + 2])

    def verb_at(self, k: int) -> str | None:
        item = self.items[k]
        if item.act == "identify" and self.items[k - 1].noun and k + 1 < self.last and self.items[k + 1].act:
            return None  # "if the 11 victims identified received services": what is left open is whether they received
        told = item.low.endswith("ed") and k + 1 < self.last and self.items[k + 1].noun == "victim"
        if item.act == "identify" and told and self.acts and not self.items[k - 1].cue("and"):
            return None  # "did not refer any identified victims": they were identified
        return item.act if k > self.at and not (item.noun and self.acts) else None

    def add_verb(self, k: int, verb: str) -> None:
        self.behind = bool(self.items[k - 1].noun)
        self.acts = [verb] if self.fresh else [*self.acts, verb]
        self.fresh = False

    def subject_at(self, k: int) -> bool:
        """Before any verb: whoever it will be said of; "no persons ... victims" are victims."""
        noun = self.items[k].noun
        return (
            not self.acts
            and noun in _SUBJECTS
            and (self.subject is None or (self.subject, noun) == ("person", "victim"))
        )

    def passes_over(self, k: int) -> bool:
        """An organisation that is to act, and "whether any of these inspections led to ..."."""
        item = self.items[k]
        if item.noun == "organisation" and item.actor and not self.acts:
            return True
        opened = self._opens_with("if", "whether") and self.status == NOT_REPORTED and not self.acts
        if opened and item.noun in _PLACES and any(after.act for after in self.items[k + 1 : k + 3]):
            return True  # "if these facilities assisted any victims"
        return bool(item.noun) and self.status == NOT_REPORTED and self.items[k - 1].low in ("of these", "of those")

    def thing_at(self, k: int) -> bool:
        return bool(self.items[k].noun) and (k > self.at or self.items[k].cue("nothing"))

    def of_thing(self, k: int) -> Iterator[Draft]:
        """What is denied of the thing at `k`, by the verbs behind it where these are its own, else by those before."""
        noun = self.items[k].noun
        own = participles(self.items, k, self.last) if self.behind or not self.acts else []
        own_name = bool(own) or (noun in DENIED_EVENTS and self.subject == "official")
        named, acts = noun if own_name else self.subject or noun, own or self.acts
        for draft in things_at(self.sentence, self.at, k, named, acts, self.status):
            if self.status == ZERO and not plain_denial(self.sentence, self.at, k, draft, self.acts):
                continue
            if self.seen and draft.measure == "officials_trained":
                continue  # "did not provide any training to officials" is said of the training
            first = self.first = k if self.first is None else self.first
            events = noun in DENIED_EVENTS
            before = max(self.at, first - 3)
            form = traits_within(self.sentence, before, first, ["form"]) if events else {}
            form |= age_of_crime(self.items[before:first]) if events else {}
            if self.status == ZERO and any(item.low in PART for item in self.items[max(self.at, k - 2) : k]):
                continue  # "did not convict most complicit officials": some they did
            yield self._told(replace(draft, traits={**form, **draft.traits}))
        self.fresh = k + 1 >= self.last or self.items[k + 1].low not in _LISTED

    def of_event_in_verb(self, k: int) -> Iterator[Draft]:
        """ "did not report initiating investigations or prosecutions": the verb names what is denied."""
        if self.status != NOT_REPORTED or self.items[k].low.split()[-1] not in _EVENTS or k + 1 >= len(self.items):
            return
        acts = [str(self.items[k].act)] if self.seen else self.acts
        self.first = k if self.first is None else self.first
        for draft in things_at(self.sentence, self.at, k, None, acts, self.status):
            yield self._told(draft)

    def of_them(self, k: int) -> bool:
        """ "did not report identifying any victims or referring them": they are the victims."""
        return self.seen and self.items[k].low == "them" and bool(self.items[k - 1].act) and bool(self.acts)

    def of_those_before(self, k: int) -> Iterator[Draft]:
        assert self.first is not None
        for draft in things_at(self.sentence, self.at, k, self.items[self.first].noun, self.acts[-1:], self.status):
            yield self._told(draft)

    def is_over_behind(self, k: int) -> bool:
        return self.fresh and (self.seen or self.items[k].noun != "licence") and not goes_on(self.items, k, self.last)

    def is_over_at(self, k: int) -> bool:
        """A word that neither lists nor describes ends the things denied, once there are some."""
        item = self.items[k]
        plain = item.low not in _LISTED and not item.labels.traits and not joined_verb(self.items, k)
        return self.seen and plain

    def of_verbs_alone(self) -> Iterator[Draft]:
        """ "did not report prosecuting", "no victims were repatriated": no thing is named behind the verb."""
        if self._none_of_those():
            yield from self._of_counted_before()
            return
        if self.seen or not (self.status == NOT_REPORTED or self._undergone()):
            return
        unnamed = self.subject is None and self._opens_with("how many")
        subject = "victim" if unnamed and self.sentence.section == "protection" else self.subject
        for act in self.acts:
            for draft in things_at(self.sentence, self.at, self.at, subject, [act], self.status):
                yield self._told(draft)

    def _none_of_those(self) -> bool:
        """ "investigated eight officials, but prosecuted none": none of whoever was counted."""
        behind = self.items[self.at + 1 : self.at + 3]
        done = bool(behind) and (bool(behind[0].act) or (behind[0].cue("copula") and bool(behind[-1].act)))
        ends = (
            not behind
            or bool(behind[0].period)
            or behind[0].low in STOPS
            or behind[0].cue("and")
            or behind[0].cue("compare")
        )
        return self.items[self.at].low == "none" and bool(self.acts) and not self.seen and (ends or done)

    def _of_counted_before(self) -> Iterator[Draft]:
        """What was done to none of them, be they cases or officials."""
        before = [k for k in range(self.at) if counted(self.items[k]) and not self.items[k].depth]
        noun_at = next((k for k in range(before[-1], self.at) if self.items[k].noun), None) if before else None
        noun = self.items[noun_at].noun if noun_at is not None else None
        if self.sentence.section == "protection" and noun != "official" and self.items[self.at + 1].cue("copula"):
            noun = "victim"  # "none were placed there"
        if noun is None:
            return
        group = traits_within(self.sentence, before[-1], noun_at + 1, ["group"]) if noun_at is not None else {}
        for draft in things_at(self.sentence, self.at, self.at, noun, self.acts, self.status):
            yield self._told(replace(draft, traits={**group, **draft.traits}))

    def _undergone(self) -> bool:
        nobody = self.items[self.at].cue("nothing") and self.subject in ("victim", "offender", "official")
        served = self.subject == "victim" and self.acts in (["assist"], ["receive"]) and self._of_service()
        if self.status == ZERO and self.items[self.at].low == "none" and self.subject and self.acts:
            return True  # "courts convicted none", "conducted none during the year"
        return self.status == ZERO and nobody and (served or passive(self.items, self.at, self.last))

    def _of_service(self) -> bool:
        """ "No victims received medical care or legal aid": nobody was helped."""
        return any("service=" in trait for item in self.items[self.at : self.last] for trait in item.labels.traits)

    def _told(self, draft: Draft) -> Draft:
        return replace(draft, actor=self.actor).dated(self.period)


def _actor(sentence: Sentence, at: int) -> str:
    return actor_of(sentence.items, sentence.clauses, at) if _NOT_YET.match(sentence.items[at].low) else "government"
