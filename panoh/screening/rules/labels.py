"""Which labels the facts of a case support: trafficking, and every neighbour it is taken for, side by side.

Trafficking is reckoned from act, means, purpose and age alone; never from nationality, migration status,
occupation, or the offence first recorded.
"""

from __future__ import annotations

from dataclasses import dataclass

from panoh.instruments.kinds.palermo import Element, LabelRule, Neighbour, Palermo
from panoh.instruments.kinds.source import Citation, Words
from panoh.screening.rules.answers import AgeGroup, Answer

FACTS = (
    "irregular_border",
    "paid_for_crossing",
    "adoption_or_custody_irregular",
    "child_transferred_for_payment",
    "sexual_act_without_consent",
    "labour_law_breach",
    "involuntary_work",
    "menace_of_penalty",
    "imposed_by_authority",
)
"""What tells the neighbours apart."""
READ = ("child_sold_or_given",)
"""What only the answers to a set of questions tell; nobody asks it by itself."""


@dataclass(frozen=True)
class CaseFacts:
    """What is known of a case. Purposes count whether intended or carried out; unknown is never no."""

    age: AgeGroup
    acts: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    irregular_border: Answer = Answer.UNKNOWN
    paid_for_crossing: Answer = Answer.UNKNOWN
    adoption_or_custody_irregular: Answer = Answer.UNKNOWN
    child_transferred_for_payment: Answer = Answer.UNKNOWN
    sexual_act_without_consent: Answer = Answer.UNKNOWN
    labour_law_breach: Answer = Answer.UNKNOWN
    involuntary_work: Answer = Answer.UNKNOWN
    menace_of_penalty: Answer = Answer.UNKNOWN
    imposed_by_authority: Answer = Answer.UNKNOWN
    child_sold_or_given: Answer = Answer.UNKNOWN
    act_recorded: Answer = Answer.UNKNOWN
    """Someone recruited, moved, handed over, lodged or took the person in; which of these was not said."""

    def shown(self) -> frozenset[str]:
        """The elements and facts that are there. Doubt about age counts as a child."""
        sets = {"act": self.acts, "means": self.means, "purpose": self.purposes}
        shown = {name for name, values in sets.items() if values}
        shown |= {name for name in (*FACTS, *READ) if getattr(self, name) is Answer.YES}
        shown |= {"act"} if self.act_recorded is Answer.YES else set()
        return frozenset(shown | ({"child"} if self.age is not AgeGroup.ADULT else set()))


@dataclass(frozen=True)
class Label:
    """One label the facts support, what is missing for trafficking, and what to ask about the neighbour."""

    code: str
    label: Words
    meaning: Words
    missing: tuple[Element, ...]
    """The elements still missing for trafficking; empty once trafficking is indicated."""
    present: tuple[Element, ...]
    neighbour: Neighbour | None
    protective: bool
    child_protection: bool
    citation: Citation


class UnknownValue(ValueError):
    """An act, means or purpose that the text does not list."""


def labels(palermo: Palermo, facts: CaseFacts) -> tuple[Label, ...]:
    """Every label the facts support, in the order of the text. Raises UnknownValue for a value it does not list."""
    _refuse_unknown(palermo, facts)
    shown = facts.shown()
    held = {rule.code for rule in palermo.labels if rule.when is not None and rule.when.holds(shown)}
    rules = [rule for rule in palermo.labels if rule.code in held and rule.gives_way_to not in held]
    rules = rules or [rule for rule in palermo.labels if rule.when is None]
    missing = () if palermo.guard.indicated in held else _missing(palermo, shown)
    present = tuple(element for element in palermo.elements if element.key in shown)
    return tuple(_label(palermo, rule, missing, present) for rule in rules)


def _label(palermo: Palermo, rule: LabelRule, missing: tuple[Element, ...], present: tuple[Element, ...]) -> Label:
    neighbour = palermo.neighbour(rule.neighbour)
    return Label(
        rule.code,
        rule.label,
        rule.meaning,
        missing,
        present,
        neighbour,
        rule.protective,
        rule.child_protection,
        rule.citation,
    )


def _missing(palermo: Palermo, shown: frozenset[str]) -> tuple[Element, ...]:
    needed = {"act", "purpose"} if "child" in shown else {"act", "means", "purpose"}
    return tuple(element for element in palermo.elements if element.key in needed - shown)


def _refuse_unknown(palermo: Palermo, facts: CaseFacts) -> None:
    for key, used in (("act", facts.acts), ("means", facts.means), ("purpose", facts.purposes)):
        unknown = used - {value.key for value in palermo.element(key).values}
        if unknown:
            raise UnknownValue(f"no {key} of the Palermo Protocol is called {', '.join(sorted(unknown))}")


@dataclass(frozen=True)
class Guard:
    """What has to happen before a case may be counted that way, and which elements are missing."""

    written_reason: bool
    supervisor_review: bool
    words: Words
    missing: tuple[Element, ...]
    citation: Citation


def conflation(palermo: Palermo, found: tuple[Label, ...], *, counted_as: str) -> Guard | None:
    """The guard against taking one offence for another, when a case is opened, closed or counted as `counted_as`.

    Counting a mere neighbour as trafficking needs a written reason; counting what may be trafficking as a mere
    neighbour needs a supervisor. None: nothing stands in the way. Help never waits for either.
    """
    guard = palermo.guard
    codes = {label.code for label in found}
    missing = found[0].missing if found else ()
    only_neighbours = bool(codes & guard.reason_labels) and codes <= guard.reason_labels | guard.reason_beside
    if counted_as == guard.indicated and only_neighbours:
        return Guard(True, False, guard.reason_words, missing, guard.citation)
    if counted_as in guard.review_labels and codes & {guard.indicated, guard.possible}:
        return Guard(False, True, guard.review_words, missing, guard.citation)
    return None


def guards(palermo: Palermo, found: tuple[Label, ...]) -> tuple[tuple[LabelRule, Guard], ...]:
    """Every way of counting this case before which something has to happen."""
    ways = [(rule, conflation(palermo, found, counted_as=rule.code)) for rule in palermo.labels]
    return tuple((rule, guard) for rule, guard in ways if guard is not None)
