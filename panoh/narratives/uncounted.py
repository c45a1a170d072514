"""Counts that tell of nothing counted here: places, what was declined or suspended, what was only asked."""

from __future__ import annotations

from itertools import pairwise

from panoh.narratives.amounts import DURATION
from panoh.narratives.governing import REVIEWED
from panoh.narratives.leaning import EVENTS
from panoh.narratives.mentions import SUBSET, Mention
from panoh.narratives.nouns import UNKNOWN
from panoh.narratives.phrases import STOPS, word_before
from panoh.narratives.sentence import Sentence

_SUBJECT = 8  # items: "15 Colombian female victims did not receive services"
_WHERE = frozenset({"in", "at", "across", "from", "on", "covering", "through", "via"})  # "in three towns"
_BARE_AFTER = frozenset({"from", "to", "in", "by", "on", "covering"})
_PLACES = frozenset({"shelter", "service_centre", "facility"})
_DONE = frozenset({"inspection", "training", "campaign", "meeting"})  # what is held, not what is done to people
_MATTERS = frozenset(
    {
        "case",
        "claims",
        "allegations",
        "complaints",
        "concerns",
        "requests",
        "applications",
        "rights",
        "families",
        "deaths",
        "death",
        "injuries",
    }
)
_LET_GO = frozenset(
    {"released", "dismissed", "closed", "dropped", "discharged", "exonerated", "withdrawn", "terminated"}
)
_CRIMES = frozenset({"trafficking", "exploitation", "abuse", "enslavement", "abduction", "rape"})
_THE_TOTAL = (["the", "total", "to"], ["total", "number", "to"], ["their", "number", "to"])
_IRREGULAR = frozenset({"withdrawn", "given", "found", "sent", "held", "taken", "let", "set"})
_PEOPLED = frozenset({"workforce", "population"})
_DECIDED = frozenset({"chose", "opted", "elected", "agreed", "decided"})
_FREE = frozenset({"community service", "community", "house", "parole", "pay"})
_SUSPENDED = frozenset({"suspended", "fully suspended", "partially suspended"})


def counts_nothing(sentence: Sentence, mention: Mention, noun: str | None, lost: bool) -> bool:
    """A place ("in three towns"), a bare number that leans on nothing, or one of things done to other things."""
    before = word_before(sentence, mention.at)
    if before == "of" and sentence.items[mention.at - 2].low in _PEOPLED:
        return True  # "64 inspectors for a workforce of 2 million"
    if mention.noun in EVENTS and mention.at == 1 and before == "in":
        return True  # "In one prosecution, the court convicted 62"
    if mention.noun == "unit" and mention.link == SUBSET:
        return True  # "a division composed of two units": how it is built, and nobody's staff
    if before == "the" and mention.noun == "organisation":
        return True  # "paid 9,000 euros to the two NGOs": known before, not chosen anew
    if "acquit" in mention.acts:
        return True  # "30 were either acquitted or convicted of other crimes"
    if (
        before == "involving"
        and mention.traits.get("age") == "child"
        and {"investigate", "prosecute"} & {*mention.acts}
    ):
        return mention.noun == "person"  # "investigated a case involving eight minors": its victims
    if before == "involving" and _of_charge(sentence, mention):
        return True
    if before == "of" and mention.noun in ("person", "victim") and _matter_of(sentence, mention):
        return True
    if before == "of" and mention.noun in ("person", "victim") and _suffered(sentence, mention):
        return True
    if mention.noun is not None:
        return mention.noun == UNKNOWN and before in _WHERE
    if before in ("to", "for") and "service" in mention.traits:
        return False  # "shelter to 45 victims, legal assistance to 23"
    given = {"assist", "accommodate"} & set(mention.acts) and mention.partitive
    permits = "grant" in mention.acts and mention.near & {"permit", "work_permit"}
    if before == "to" and permits:
        return False  # "and granted permanent residence to two"
    if before in ("to", "for") and (given or "repatriate" in mention.acts):
        return False  # "shelter to 12 of them", "repatriation assistance to three"
    place = noun in _PLACES and not mention.traits
    if place and any(item.low == "in" for item in sentence.items[mention.at + 1 : mention.at + 2]):
        return True  # "two shelters, one in Batumi and one in Poti"
    # "conducted 1,806 inspections, referred 440": other things were referred
    others = noun in _DONE and not set(mention.acts) <= {"conduct", "initiate", "provide", "inspect"}
    return others or (before in _BARE_AFTER and not _to_total(sentence, mention.at)) or (not mention.acts and lost)


def _to_total(sentence: Sentence, at: int) -> bool:
    """ "hired 20 inspectors, bringing the total to 118"."""
    return [item.low for item in sentence.items[max(0, at - 3) : at]] in _THE_TOTAL


def _of_charge(sentence: Sentence, mention: Mention) -> bool:
    """ "charged with trafficking involving six victims": nobody else is charged."""
    whom = any(item.noun == "victim" for item in sentence.items[mention.at + 1 : mention.at + 6])
    return whom and "prosecute" in mention.acts


def _matter_of(sentence: Sentence, mention: Mention) -> bool:
    """ "investigated the claims of 42 workers": the claims were investigated, not the workers."""
    return any(item.low in _MATTERS for item in sentence.items[max(0, mention.at - 3) : mention.at])


def _suffered(sentence: Sentence, mention: Mention) -> bool:
    """ "sentenced a pimp for the sex trafficking of two girls": they are its victims, and were not sentenced."""
    crime = sentence.items[mention.at - 2]
    named = "form=" in " ".join(crime.labels.traits) or crime.low.split()[-1] in _CRIMES
    return named and bool({"sentence", "convict", "prosecute", "investigate", "jail"} & set(mention.acts))


def told_of_otherwise(sentence: Sentence, mention: Mention) -> bool:
    """ "one case was withdrawn": what was done to it is nothing counted here."""
    items = sentence.items[mention.at : mention.at + 6]
    if any(item.noun == "acquittal" for item in items):
        return True
    return not mention.acts and any(
        a.cue("copula") and not b.act and (b.low.endswith("ed") or b.low in _IRREGULAR) for a, b in pairwise(items)
    )


def fined(sentence: Sentence, mention: Mention) -> bool:
    """ "sentenced 10 traffickers to prison and two to fines": the two were not jailed."""
    items = sentence.items[mention.at + 1 : mention.at + 6]
    got = next((k for k, item in enumerate(items) if item.act == "receive"), None)
    if got is not None and any(item.noun == "fine" for item in items[got + 1 : got + 3]) and mention.term is None:
        return True  # "two received fines"
    if any(a.low in ("paid", "pay") and b.noun == "fine" for a, b in pairwise(items[:3])):
        return True  # "and two paid fines"
    to = next((k for k, item in enumerate(items) if item.low == "to"), None)
    told = items[to + 1 :] if to is not None else []
    jailed = any(item.noun == "imprisonment" or (item.amount and item.amount.kind == DURATION) for item in told)
    return not jailed and any(item.noun in ("fine", "suspended") or item.low in _FREE for item in told)


def declined(sentence: Sentence, mention: Mention) -> bool:
    """ "four of whom chose not to receive assistance": what they did not take is counted nowhere."""
    after = [item.low for item in sentence.items[mention.at + 1 : mention.at + 5]]
    at_law = sentence.section in ("prosecution", "introduction") and mention.noun is None
    if at_law and (set(after[:1]) & _LET_GO or (after[:1] in (["were"], ["was"]) and set(after[1:2]) & _LET_GO)):
        return True  # "of whom 37 were charged and 12 released"
    person = mention.noun in ("victim", "person", None)
    beyond = sentence.items[mention.at + 1 : mention.at + 10]
    decided = any(a.low in _DECIDED and b.low == "to" for a, b in pairwise(beyond))
    if mention.partitive and decided and any(item.act == "cooperate" or item.low == "participate" for item in beyond):
        return True  # "two of the 81 victims identified chose to participate in prosecutions"
    chose = bool({"chose", "opted", "elected"} & set(after)) and "not" in after
    return person and (chose or bool({"declined", "refused"} & set(after)))


def suspended(sentence: Sentence, mention: Mention) -> bool:
    """ "four of whom received suspended sentences": neither convicted anew nor imprisoned."""
    after = sentence.items[mention.at + 1 : mention.at + 7]
    listed = (
        k for k, item in enumerate(after) if item.amount and k and (after[k - 1].low == "," or after[k - 1].cue("and"))
    )
    end = next(listed, len(after))
    after = after[:end]  # "11 to prison, eight to suspended sentences"
    lenient = any(item.noun == "suspended" or (item.low in _SUSPENDED and mention.noun is None) for item in after)
    return mention.noun != "suspended" and lenient


def not_told(sentence: Sentence, mention: Mention) -> bool:
    """ "did not report if it assisted six victims": the six were not assisted by this sentence."""
    items, clauses = sentence.items, sentence.clauses
    if items[mention.at - 1].low in REVIEWED and mention.at:
        return True  # "upheld six convictions": nobody is convicted anew
    if (
        mention.at > 1
        and items[mention.at - 1].low in ("but", "except")
        and items[mention.at - 2].low in ("all", "any")
    ):
        return True  # "all but two of whom": how many the rest are is not printed
    if items[mention.at - 1].low == "the" and any(
        item.cue("nothing") for item in items[max(0, mention.at - 5) : mention.at]
    ):
        return True  # "gave no support to the 14 victims"
    if mention.at and mention.acts and items[mention.at - 1].low.startswith("none of"):
        return True  # "None of the 22 victims received compensation"
    if items[mention.at].low == "one" and mention.at > 1 and items[mention.at - 2].cue("nothing"):
        return True  # "none received one"
    if any(item.cue("unreported") for item in items[max(0, mention.at - 2) : mention.at]):
        return True  # "information was not available for 43 victims"
    if mention.at > 1 and items[mention.at - 2].low == "any" and items[mention.at - 1].low.startswith("of"):
        return True  # "did not report screening any of the 3,400 deportees"
    if mention.at > 1 and items[mention.at - 1].low == "of the" and items[mention.at - 2].cue("number_of"):
        return True  # "did not report how many of the 25 were jailed"
    asked = any(
        items[k].cue("unreported") and items[k + 1].low in ("if", "whether") and clauses[k] == mention.clause
        for k in range(mention.at - 1)
    )
    return asked or differs(sentence, mention) or _ruled_out(sentence, mention)


def denied_of(sentence: Sentence, mention: Mention) -> bool:
    """ "15 victims did not receive services": what they did not get is counted for nobody."""
    for item in sentence.items[mention.at + 1 : mention.at + _SUBJECT]:
        if item.cue("case_break"):
            return False
        if item.low == "not" and sentence.items[mention.at + 1].cue("copula"):
            return True  # "10 were not victims"
        if item.cue("not"):
            return item.low.startswith(("did", "do", "had", "have", "has"))
        if item.act or item.amount or item.low in STOPS or item.cue("and") or item.cue("relative"):
            return False
    return False


def differs(sentence: Sentence, mention: Mention) -> bool:
    """ "assisted 37, 12 fewer than in 2016": a difference."""
    low = [item.low for item in sentence.items[mention.at + 1 : mention.at + 5]]
    return bool(low) and low[0].split()[0] in ("more", "fewer", "less") and "than" in " ".join(low)


def _ruled_out(sentence: Sentence, mention: Mention) -> bool:
    """ "158 cases did not involve trafficking", "162 more persons than were identified"."""
    after = sentence.items[mention.at + 1 : mention.at + 5]
    low = [item.low for item in after]
    if [item.low for item in after[:1]] == ["in"] and any(item.noun == "acquittal" for item in after[1:2]):
        return True  # "22 resulted in convictions, nine in acquittals"
    if any(a.cue("copula") and b.low == "not" for a, b in pairwise(after[:3])):
        return True
    return "did not" in low[:3] and any(item.cue("copula") for item in after)
