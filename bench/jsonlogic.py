"""The same rule as json-logic, which a user would otherwise pick: six dimensions, what follows, and the table of outcomes."""

from __future__ import annotations

from typing import Any

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.screening import ScreeningInstrument, sorts_of

Logic = dict[str, Any]


def rule_of(instrument: ScreeningInstrument) -> tuple[Logic, Logic]:
    """First which dimensions are positive, as a list of their codes; then, with these, the outcome. Two steps, because
    json-logic has no variables: in one expression each dimension would be reckoned again for each line of the table."""
    dimensions = {
        "merge": [{"if": [_positive(instrument, each.code), [each.code], []]} for each in instrument.dimensions]
    }
    return dimensions, {"if": [{"==": [{"var": "age"}, "adult"]}, _table(instrument, False), _table(instrument, True)]}


def _positive(instrument: ScreeningInstrument, code: str) -> Logic:
    def number(sort: str) -> Logic:
        items = [item for item in instrument.items_of(code) if sort in sorts_of(item.strength, item.side)]
        return {"+": [0, *({"var": item.id.replace(".", "_")} for item in items)]}

    combinations = instrument.rule.positive_if_any
    return {"or": [{"and": [{">=": [number(sort), need]} for sort, need in each.needs]} for each in combinations]}


def _table(instrument: ScreeningInstrument, child: bool) -> Logic:
    lines: list[Any] = []
    for outcome in instrument.final_analysis.outcomes(child=child):
        lines += [_holds(instrument, outcome.when, child), outcome.code]
    return {"if": lines}


def _holds(instrument: ScreeningInstrument, condition: Condition, child: bool) -> Any:
    if not condition.of:
        return True
    parts = [_fact(instrument, part, child) if isinstance(part, str) else _holds(instrument, part, child)
             for part in condition.of]  # fmt: skip
    return {"and": parts} if condition.at_least == len(parts) else {"or": parts}


def _fact(instrument: ScreeningInstrument, name: str, child: bool) -> Logic:
    """What holds by itself, or follows from something else."""
    own = {"in": [name, {"var": "positive"}]} if name.isupper() else {"var": name}
    follows = [_holds(instrument, shows.when, child) for shows in instrument.final_analysis.also_shows
               if shows.element == name and (child or not shows.children_only)]  # fmt: skip
    return {"or": [own, *follows]}
