"""What stands near a count: the noun classes, acts and traits that a rule of measures.yaml can ask for."""

from __future__ import annotations

from panoh.narratives.amounts import DURATION, MONEY
from panoh.narratives.given import meant_by_it, one_of_many
from panoh.narratives.sentence import Sentence


def near_of(sentence: Sentence, at: int) -> frozenset[str]:
    """The noun classes, acts and traits of the clause, and of the bracket's host clause."""
    names: set[str] = set()
    end = _next_statement(sentence, at)
    for k, item in enumerate(sentence.items[:end]):
        same = sentence.clauses[k] == sentence.clauses[at] or sentence.items[at].depth > 0
        if same and not (item.noun == "shelter" and _among_others(sentence, k, at)):
            names.update(item.labels.nouns, () if _pends_elsewhere(sentence, k, at) else item.labels.acts)
            if _one_service_of_many(sentence, k, at) or _of_others(sentence, k, at):
                names.discard("repatriate")
            for trait in item.labels.traits:
                names.update(trait.split())
            names.update(cue for cue in ("at_risk", "rescued") if item.cue(cue))
            if "trafficking" in item.low:
                names.add("trafficking")
            if item.act == "remain" and "prosecut" in item.low:
                names.add("prosecution")  # "continued prosecutions against 14 defendants"
            if item.act == "sentence" and "prison" in item.low:
                names.add("imprisonment")
            if item.amount and item.amount.kind == DURATION:
                names.add("DURATION")
            if item.amount and item.amount.kind == MONEY:
                names.add("MONEY")
    names |= meant_by_it(sentence, at)
    return frozenset(names | ({"hotline"} if _by_hotline(sentence, at) else set()))


def _by_hotline(sentence: Sentence, at: int) -> bool:
    """ "the hotline received 90 calls; six victims were identified": where nobody else is named, through the calls."""
    items, clauses = sentence.items, sentence.clauses
    before = [item for k, item in enumerate(items[:at]) if clauses[k] != clauses[at]]
    nouns = {item.noun for item in before}
    if "hotline" in nouns and any(item.noun == "request" for item in items[at + 1 : at + 3]):
        return True  # "the registry, which ran a hotline, received 90 reports of abuse"
    called = {"hotline", "call"} <= nouns
    return called and not any(items[k].actor for k in range(at) if clauses[k] == clauses[at])


def _next_statement(sentence: Sentence, at: int) -> int:
    """ "30 received assistance and 20 stayed in shelters": where the next count begins with a verb of its own."""
    items = sentence.items
    for k in range(at + 1, len(items) - 1):
        counted = items[k].amount is not None and items[k].depth == items[at].depth
        stays = items[k + 1].cue("copula") or items[k + 1].low == "remained"
        acts = items[k + 1].act or (stays and items[k + 2 : k + 3] != () and items[k + 2].act)
        counted = counted or items[k].low == "none"  # "two entered witness protection, and none received compensation"
        if counted and acts and items[k - 1].cue("and") and any(i.act for i in items[at + 1 : k]):
            return k
    return len(items)


def _among_others(sentence: Sentence, k: int, at: int) -> bool:
    return _given_among_others(sentence, k, at) or (one_of_many(sentence, k) and not sentence.items[at].depth)


def _given_among_others(sentence: Sentence, k: int, at: int) -> bool:
    """ "assistance to 32 victims, including shelter, food, and counseling": shelter is one of what they got."""
    items = sentence.items
    opened = next((i for i in range(at + 1, k) if items[i].low == "including"), None)
    return opened is not None and not any(item.low in ("in", "at") for item in items[opened:k])


def _one_service_of_many(sentence: Sentence, k: int, at: int) -> bool:
    """ "769 victims, providing medical care, school support, and repatriation assistance": helped, not repatriated."""
    items = sentence.items
    listed = items[k - 1].low == "," or (items[k - 1].cue("and") and items[k - 2].low == ",")
    others = any(item.amount for item in items[k + 1 : k + 4])  # "and repatriation assistance to three"
    return k > at + 1 and items[k].act == "repatriate" and "assistance" in items[k].low and (listed or others)


def _of_others(sentence: Sentence, k: int, at: int) -> bool:
    """ "assisted 121 victims and repatriated 38": the 38 were repatriated, not all."""
    items = sentence.items
    own = k + 1 < len(items) and items[k + 1].amount is not None and items[k - 1].cue("and")
    return k > at and items[k].act == "repatriate" and own


def _pends_elsewhere(sentence: Sentence, k: int, at: int) -> bool:
    """ "10 ongoing investigations, five new prosecutions": only the ten are ongoing."""
    return sentence.items[k].act == "pending" and k > 0 and sentence.items[k - 1].amount is not None and k - 1 != at
