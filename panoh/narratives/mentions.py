"""Reads each count of a sentence with what stands around it: the noun, the verb, the traits, the year, its link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from panoh.narratives.amounts import COUNT, DURATION, PERCENT, Amount
from panoh.narratives.clauses import actor_of, clause_numbers
from panoh.narratives.periods import Period
from panoh.narratives.tagging import Item

HEAD, COMPARISON, SUBSET, REST = "head", "comparison", "subset", "rest"
_SKIPPED_ACTS = frozenset({"exploit", "estimate"})
_NOUN_ACTS = {
    "investigation": "investigate",
    "prosecution": "prosecute",
    "conviction": "convict",
    "extradition": "extradite",
    "repatriation": "repatriate",
    "deportation": "deport",
    "screening": "screen",
    "referral": "refer",
    "arrest": "arrest",
}
_PREPOSITIONS = frozenset("of for in to with by under against on from at into within through during between throughout about".split())
UNKNOWN = "unknown"
_NOT_PLURAL = frozenset({"overseas", "always", "perhaps", "towards", "besides", "across", "previous", "various"})
_ADJECTIVES = frozenset("it they he she additional new other more such separate different each total per not also in-person possible as a the were".split())
_STOPS = frozenset({",", ";", ":", "(", ")", ".", "—"})


@dataclass
class Mention:
    """One count as it stands in its sentence, before the discourse gives it what it leaves out."""

    at: int
    item: Item
    amount: Amount
    clause: int
    noun: str | None
    acts: tuple[str, ...]
    traits: dict[str, str]
    near: frozenset[str]
    link: str
    definite: bool
    partitive: bool
    copular: bool
    actor: str | None
    period: Period | None
    term: str | None = None
    parent_named: bool = False
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentence:
    """A sentence ready to read."""

    start: int
    end: int
    section: str
    items: tuple[Item, ...]
    clauses: tuple[int, ...]

    @staticmethod
    def of(start: int, end: int, section: str, items: tuple[Item, ...]) -> Sentence:
        return Sentence(start, end, section, items, clause_numbers(items))


def mentions(sentence: Sentence) -> list[Mention]:
    """The counts of a sentence, in order."""
    found: list[Mention] = []
    for at, item in enumerate(sentence.items):
        if item.amount is not None and item.amount.kind in (COUNT, PERCENT):
            found.append(_mention(sentence, at, item, item.amount, found))
    return found


def _mention(sentence: Sentence, at: int, item: Item, amount: Amount, earlier: Sequence[Mention]) -> Mention:
    region = region_of(sentence, at)
    noun_at, noun = head_noun(sentence, at, region)
    left, right = left_act(sentence, at), right_act(sentence, noun_at if noun_at is not None else at, region)
    if right is None and region < len(sentence.items) and sentence.items[region].low == "(":
        right = _behind_bracket(sentence, region)
    if left is None and right is None and _joined_to_next(sentence, region):
        right = right_act(sentence, region, region_of(sentence, region))
    act_at = _governing(sentence, at, left, right)
    acts = acts_at(sentence, act_at) if act_at is not None else ()
    if act_at is not None and act_at == right and _does_it(sentence, act_at):
        acts, noun = (), UNKNOWN
    link = _link(sentence, at, earlier)
    return Mention(
        at=at,
        item=item,
        amount=amount,
        clause=sentence.clauses[at],
        noun=noun,
        acts=acts,
        traits=_bare_bracket(sentence, at) or traits_of(sentence, at, noun_at, region, noun),
        near=near_of(sentence, at),
        link=link,
        definite=_definite(sentence, at),
        partitive=at + 1 < len(sentence.items) and sentence.items[at + 1].low in ("of the", "of these", "of whom", "of which"),
        copular=_copular(sentence, noun_at if noun_at is not None else at, region),
        actor=actor_of(sentence.items, sentence.clauses, act_at) if act_at is not None else None,
        period=None,
        term=_term(sentence, at),
    )


def _does_it(sentence: Sentence, act: int) -> bool:
    """ "Two police units conducted campaigns": the count acts, it is not acted upon."""
    items = sentence.items
    if items[act].act in ("receive", "return", "remain", "train", "accommodate", "meet") or items[act - 1].cue("copula") or act + 1 >= len(items):
        return False
    after = items[act + 1]
    return bool(after.noun or after.amount or after.labels.traits or after.labels.nations or after.low in ("the", "a", "their"))


def _joined_to_next(sentence: Sentence, region: int) -> bool:
    """ "65 victims and six potential victims received support": both are its subject."""
    items = sentence.items
    return region < len(items) and items[region].amount is not None and items[region - 1].cue("and")


def _behind_bracket(sentence: Sentence, region: int) -> int | None:
    """ "Four traffickers (one ... and three ...) received": the verb stands behind the aside."""
    close = next((k for k in range(region, len(sentence.items)) if sentence.items[k].low == ")"), len(sentence.items))
    after = sentence.items[close + 1] if close + 1 < len(sentence.items) else None
    return close + 1 if after is not None and after.act in ("receive", "assist", "accommodate", "sentence") else None


def _definite(sentence: Sentence, at: int) -> bool:
    """ "Of the 486 identified", "seven of the 11 victims": a whole told before. "A fraction of the 10,000" is not."""
    items = sentence.items
    if not (at and items[at - 1].low in ("of the", "of these", "of those", "among these")):
        return _of_the(sentence, at)
    return at == 1 or items[at - 2].low in _STOPS or items[at - 2].amount is not None or items[at - 2].cue("all_of") or items[at - 2].low == "one"


def _of_the(sentence: Sentence, at: int) -> bool:
    low = [item.low for item in sentence.items[max(0, at - 2) : at]]
    return low in (["of", "its"], ["of", "all"], ["among", "the"], ["one", "of"], ["of", "these"], ["of", "the"])


def region_of(sentence: Sentence, at: int) -> int:
    """Where the noun phrase of a count must end: a mark, the next amount, a relative pronoun, a comparison."""
    items = sentence.items
    k = at + 1
    while k < len(items):
        item = items[k]
        if item.low in _STOPS or item.amount and item.amount.kind == COUNT and not _of_the(sentence, k) and items[k - 1].low != "of the":
            break
        if item.cue("relative") or item.cue("compare") or item.cue("case_break") or sentence.clauses[k] != sentence.clauses[at]:
            break
        if item.cue("subset") and item.low in ("including", "among"):
            break
        k += 1
    return k


def head_noun(sentence: Sentence, at: int, region: int) -> tuple[int | None, str | None]:
    """The counted noun: the last of a run of nouns before a preposition or a verb."""
    found: int | None = None
    unknown = False
    for k in range(at + 1, region):
        item = sentence.items[k]
        if item.noun and not (item.act and found is not None):
            found = k
        elif item.low in ("of the", "of these", "of its") and found is None:
            continue
        elif item.low in _PREPOSITIONS or item.act or item.cue("copula") or item.cue("subset") or item.period:
            break
        elif item.cue("and"):
            if found is None and unknown and _noun_follows(sentence, k + 1, region):
                continue
            break
        elif not item.labels.traits and not item.labels.nations:
            if found is not None:
                return (found, UNKNOWN) if _is_compound(item) else (found, sentence.items[found].noun)
            unknown = unknown or item.low[0].isalpha() and item.low not in _ADJECTIVES and not item.low.endswith(("ly", "ed"))
    return found, (sentence.items[found].noun if found is not None else UNKNOWN if unknown else None)


def _noun_follows(sentence: Sentence, k: int, region: int) -> bool:
    """ "244 border and traffic police": the noun stands behind both its adjectives."""
    for item in sentence.items[k : min(k + 3, region)]:
        if item.noun:
            return True
        if item.act or item.amount or item.low in _PREPOSITIONS:
            return False
    return False


def _is_compound(item: Item) -> bool:
    """ "inspection offices": the offices are counted, not the inspections."""
    return len(item.low) > 4 and item.low.isalpha() and item.low.endswith("s") and item.low not in _NOT_PLURAL


def left_act(sentence: Sentence, at: int) -> int | None:
    """The nearest verb before the count in its clause; "prosecution of one national" is a verb too."""
    items, clauses = sentence.items, sentence.clauses
    for k in range(at - 1, -1, -1):
        if items[k].depth < items[at].depth or (items[k].depth == items[at].depth and clauses[k] != clauses[at]):
            return None
        if items[k].depth != items[at].depth:
            continue
        if items[k].cue("compare"):
            return None
        if items[k].act == "exploit" and items[k].low.endswith("ing"):
            return None
        if items[k].act and items[k].act != "exploit" and not items[k - 1].amount:
            return k
        if items[k].noun in _NOUN_ACTS and items[k + 1].low in ("of", "against", "into", "involving"):
            return k
    return None


def right_act(sentence: Sentence, after: int, region: int) -> int | None:
    """The verb the count is the subject of, or the participle behind it."""
    found: int | None = None
    for k in range(after + 1, region):
        item = sentence.items[k]
        if item.act and item.act not in _SKIPPED_ACTS and not item.low.split()[0].endswith("ing"):
            if found is None and sentence.items[k - 1].cue("and") and not sentence.items[k - 1].noun:
                return None
            if found is not None and sentence.items[k - 1].cue("and"):
                return found
            found = k
        elif item.low == "to" and not sentence.items[k + 1].low.startswith("have"):
            break
    return found


def _governing(sentence: Sentence, at: int, left: int | None, right: int | None) -> int | None:
    if left is None or right is None:
        return right if left is None else left
    between = sentence.items[left:at]
    finite = sentence.items[right].act in ("receive", "assist", "accommodate", "remain", "train", "reach") or (
        sentence.items[right - 1].cue("copula")
    )
    return right if finite and not (sentence.items[left].act in ("refer",) and len(between) < 3) else left


def acts_at(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The verb and those joined to it: "identified and referred 15" is two acts."""
    items = sentence.items
    found = [_act(items[at])]
    k = at
    while k >= 2 and items[k - 1].cue("and") and items[k - 2].act:
        k -= 2
        found.insert(0, _act(items[k]))
    k = at
    while k + 2 < len(items) and items[k + 1].cue("and") and items[k + 2].act and not items[k + 2].amount:
        k += 2
        found.append(_act(items[k]))
    if items[at - 1].cue("copula"):
        found += _joined_passive(items, at)
    return tuple(act for act in dict.fromkeys(found) if act)


def _joined_passive(items: Sequence[Item], at: int) -> list[str]:
    """ "were identified in detention and referred": the second participle shares the subject."""
    for k in range(at + 1, min(at + 5, len(items) - 1)):
        if items[k].low in _STOPS or items[k].amount or items[k].act:
            return []
        if items[k].cue("and") and items[k + 1].act and items[k + 1].low.endswith("ed"):
            return [_act(items[k + 1])]
    return []


def _act(item: Item) -> str:
    return item.act or _NOUN_ACTS.get(item.noun or "", "")


def _copular(sentence: Sentence, after: int, region: int) -> bool:
    return any(
        sentence.items[k].cue("copula")
        and not (k + 1 < region and (sentence.items[k + 1].act or sentence.items[k + 1].low.endswith("ed")))
        for k in range(after + 1, min(region, after + 6))
    )


def _link(sentence: Sentence, at: int, earlier: Sequence[Mention]) -> str:
    items, clauses = sentence.items, sentence.clauses
    if items[at].depth:
        bracket = [i for k, i in enumerate(items) if clauses[k] == clauses[at]]
        return COMPARISON if any(i.period for i in bracket) and not any(i.cue("subset") for i in bracket) else SUBSET
    previous = earlier[-1] if earlier and earlier[-1].item.depth == items[at].depth else None
    for k in range(at - 1, -1, -1):
        if items[k].depth != items[at].depth:
            continue
        if items[k].cue("compare") or items[k].cue("same"):
            return COMPARISON
        if items[k].cue("subset") and not (items[k].low == "of the" and items[k + 1].amount is None and k > 2):
            return SUBSET
        if items[k].low == ":" or (items[k].low in (";", "—") and k == at - 1):
            return SUBSET
        if items[k].act and k and items[k - 1].cue("and"):
            return HEAD
        if previous is not None and k == previous.at:
            return previous.link if _goes_on(sentence, previous.at, at) else HEAD
        if items[k].low == ";":
            return HEAD
    return HEAD


def _goes_on(sentence: Sentence, before: int, at: int) -> bool:
    """A list goes on while no new verb of the main clause opens."""
    items = sentence.items
    return not any(
        sentence.clauses[k] != sentence.clauses[before] and items[k].depth == 0 or items[k].low == ";"
        for k in range(before + 1, at + 1)
    )


def near_of(sentence: Sentence, at: int) -> frozenset[str]:
    """The noun classes, acts and traits of the clause, and of the bracket's host clause."""
    names: set[str] = set()
    for k, item in enumerate(sentence.items):
        same = sentence.clauses[k] == sentence.clauses[at] or sentence.items[at].depth > 0
        if same:
            names.update(item.labels.nouns, item.labels.acts)
            for trait in item.labels.traits:
                names.update(trait.split())
            if "trafficking" in item.low:
                names.add("trafficking")
            if item.amount and item.amount.kind == DURATION:
                names.add("DURATION")
    return frozenset(names)


def traits_of(sentence: Sentence, at: int, noun_at: int | None, region: int, noun: str | None) -> dict[str, str]:
    """What narrows the count: adjectives before the noun, forms anywhere in the phrase, the predicate."""
    items = sentence.items
    found: dict[str, str] = {}
    services: set[str] = set()
    statuses: set[str] = set()
    predicate = False
    for k in range(at + 1, region):
        item = items[k]
        attributive = noun_at is None or k <= noun_at or predicate
        for pair in " ".join(item.labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                _add_form(found, value)
            elif key in ("sex", "age") and (attributive or noun == "shelter"):
                found.setdefault(key, value)
            elif key == "nationality" and (attributive or items[k - 1].low == "from"):
                found.setdefault(key, value)
            elif key == "victim_status" and (noun_at is None or k <= noun_at or items[k - 1].cue("and")):
                statuses.add(value)
            elif key == "service":
                services.add(value)
            elif key == "group" and noun not in ("victim",):
                found[key] = value
        _add_nation(found, items, k, attributive)
        predicate = predicate or item.cue("copula")
    if len(services) == 1:
        found["service"] = services.pop()
    if len(statuses) == 1 and noun in ("victim", "person", None):
        found["victim_status"] = statuses.pop()
    _add_appositive(sentence, at, region, found)
    _add_behind_bracket(sentence, region, found, noun)
    _add_from_clause(sentence, region, found)
    return found


def _add_behind_bracket(sentence: Sentence, region: int, found: dict[str, str], noun: str | None) -> None:
    """ "17 defendants (in seven cases) with sex trafficking": the form stands behind the bracket."""
    items = sentence.items
    if region >= len(items) or items[region].low != "(" or "form" in found:
        return
    close = next((k for k in range(region, len(items)) if items[k].low == ")"), len(items))
    for k in range(close + 1, min(close + 6, len(items))):
        if items[k].low in _STOPS or items[k].amount or items[k].cue("and") or items[k].act:
            return
        for pair in " ".join(items[k].labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                _add_form(found, value)
            elif noun == "shelter" and key in ("sex", "age"):
                found.setdefault(key, value)


def _add_from_clause(sentence: Sentence, region: int, found: dict[str, str]) -> None:
    """ "four adults who were victims of forced labor", "82 children and 134 adults were victims of forced labor"."""
    items = sentence.items
    if region + 1 >= len(items):
        return
    start = None
    if items[region].cue("relative") and items[region + 1].cue("copula"):
        start = region + 1
    elif "form" not in found:
        start = _shared_predicate(sentence, region)
    if start is None:
        return
    for k in range(start + 1, region_of(sentence, start)):
        for pair in " ".join(items[k].labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                _add_form(found, value)


def _shared_predicate(sentence: Sentence, region: int) -> int | None:
    """Where the predicate of the last of several joined counts begins: "one boy and two men exploited in ..."."""
    items = sentence.items
    k = region
    while k < len(items) and (items[k].amount or items[k].low == "," and k + 1 < len(items) and items[k + 1].amount):
        k = k if items[k].amount else k + 1
        end = region_of(sentence, k)
        found = next((i for i in range(k, end) if items[i].cue("copula") or items[i].act == "exploit"), None)
        if found is not None:
            return found
        k = end + 1 if end + 1 < len(items) and items[end].low == "," and items[end + 1].cue("and") else end
        k = k + 1 if k < len(items) and items[k].cue("and") else k
    return None


def _bare_bracket(sentence: Sentence, at: int) -> dict[str, str]:
    """ "a majority were children (578)": the bracket counts what the predicate before it says."""
    items = sentence.items
    if not (0 < at < len(items) - 1 and items[at - 1].low == "(" and items[at + 1].low == ")"):
        return {}
    found: dict[str, str] = {}
    for k in range(at - 2, max(-1, at - 6), -1):
        if items[k].cue("copula") or items[k].low in _STOPS:
            break
        if items[k].labels.nations:
            found.setdefault("nationality", items[k].labels.nations[0])
        for pair in " ".join(items[k].labels.traits).split():
            key, value = pair.split("=")
            if key in ("form", "sex", "age", "nationality"):
                found.setdefault(key, value)
    return found


def _add_form(found: dict[str, str], value: str) -> None:
    had = found.get("form")
    found["form"] = value if had is None or had == value else ("both" if {had, value} == {"sexual", "labour"} else had)


def _add_nation(found: dict[str, str], items: Sequence[Item], k: int, attributive: bool) -> None:
    nations = items[k].labels.nations
    if nations and (attributive and items[k - 1].low not in _PREPOSITIONS or items[k - 1].low == "from"):
        found.setdefault("nationality", nations[0])


def _add_appositive(sentence: Sentence, at: int, region: int, found: dict[str, str]) -> None:
    """ ", all for sex trafficking" tells the form of the count before it."""
    items = sentence.items
    k = region
    while k < len(items) and items[k].amount and items[k - 1].cue("and"):
        k = region_of(sentence, k)
    if k + 3 < len(items) and items[k].low == "," and items[k + 1].cue("all_of") and items[k + 2].low in ("for", "of", "involving"):
        for pair in " ".join(items[k + 3].labels.traits).split():
            key, value = pair.split("=")
            if key == "form":
                found.setdefault(key, value)


def _term(sentence: Sentence, at: int) -> str | None:
    """ "received prison sentences between one to five years": the term that stands with the persons."""
    for k in range(at + 1, len(sentence.items)):
        item = sentence.items[k]
        if item.depth > sentence.items[at].depth:
            continue
        if sentence.clauses[k] != sentence.clauses[at] or item.amount and item.amount.kind == COUNT:
            return None
        if item.amount and item.amount.kind == DURATION:
            low, high = item.amount.value, item.amount.high
            return f"{low:g}-{high:g} {item.amount.unit}" if high else f"{low:g} {item.amount.unit}"
    return None
