"""Random answers, in any form a column may have, and random instruments in the data language, for the two shapes of the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pyarrow as pa

from panoh.instruments.kinds.condition import Condition
from panoh.instruments.kinds.final_analysis import FinalAnalysis, Outcome, Shows
from panoh.instruments.kinds.screening import Combination, Dimension, Population, ScreeningInstrument, Strength, count
from panoh.instruments.kinds.source import Verification, Words
from panoh.instruments.library import screening_instrument
from panoh.screening.rules import Answer
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import FACTS, SEEN

ON = date(2026, 11, 16)
BORN: dict[str | None, tuple[int | None, int | None]] = {
    "adult": (1990, 1990), "child": (2015, 2015), "doubtful": (2008, 2008), "unknown": (None, None), None: (None, None),
}  # fmt: skip
Row = dict[str, Any]
_SPELLED = {Answer.YES: ["yes", "Да", "ҳа", "1"], Answer.NO: ["no", "нет", "Не", " 0"],
            Answer.UNKNOWN: ["unknown", "номаълум", "", "-", None]}  # fmt: skip
_NUMBERED = {Answer.YES: [1], Answer.NO: [0], Answer.UNKNOWN: [-1, None]}
_TRUE = {Answer.YES: [True], Answer.NO: [False], Answer.UNKNOWN: [None]}


def rows(instrument: ScreeningInstrument, random: Random, people: int) -> list[Row]:
    """People of every sort: hardly asked, asked everything, with hardly a sign, with signs everywhere."""
    return [_row(instrument, random) for _ in range(people)]


def _row(instrument: ScreeningInstrument, random: Random) -> Row:
    asked, said_yes = random.choice([0.0, 0.05, 0.3, 0.9, 1.0]), random.choice([0.0, 0.05, 0.2, 0.5, 1.0])

    def answer() -> Answer:
        if random.random() >= asked:
            return Answer.UNKNOWN
        return Answer.YES if random.random() < said_yes else Answer.NO

    names = (*(item.id for item in instrument.items), *FACTS, *SEEN)
    return {**{name: answer() for name in names}, "age": random.choice(list(BORN))}


def person(row: Row) -> RosterRow:
    """The same person as a line of a list, for the scalar rule."""
    born_from, born_to = BORN[row["age"]]
    answers = tuple((name, answer) for name, answer in row.items() if name != "age")
    return RosterRow(2, "Саидов Алӣ", born_from=born_from, born_to=born_to, answers=answers)


def batch_of(rows: list[Row], random: Random, *, leave_out: frozenset[str] = frozenset()) -> pa.RecordBatch:
    """The rows as columns, each in a form and at an offset of its own. A column left out means: not asked."""
    names = [name for name in rows[0] if name not in leave_out]
    random.shuffle(names)
    columns = [_column([row[name] for row in rows], random, age=name == "age") for name in names]
    return pa.RecordBatch.from_arrays([*columns, pa.array(range(len(rows)))], names=[*names, "notes"])


def _column(values: list[Any], random: Random, *, age: bool) -> pa.Array[Any]:
    before = random.choice([0, 0, 1, 3, 8, 13])
    values = [*[random.choice(values) for _ in range(before)], *values, values[0]]
    if age:
        kinds = [pa.string(), pa.dictionary(pa.int8(), pa.string()), pa.large_string()]
        return pa.array(values, random.choice(kinds)).slice(before, len(values) - before - 1)
    spellings, kind = random.choice(
        [(_SPELLED, pa.string()), (_SPELLED, pa.dictionary(pa.int32(), pa.string())), (_SPELLED, pa.string_view()),
         (_NUMBERED, pa.int8()), (_NUMBERED, pa.int64()), (_NUMBERED, pa.int16()), (_TRUE, pa.bool_())]
    )  # fmt: skip
    written = [random.choice(spellings[value]) for value in values]
    return pa.array(written, kind).slice(before, len(values) - before - 1)


def invented_instrument(random: Random) -> ScreeningInstrument:
    """Not a published text: anything the data language can say, so that the next text is covered before it comes."""
    like = screening_instrument("ilo_ec_adult_labour")
    codes = [f"D{number}" for number in range(random.randint(1, 11))]
    items = [
        replace(
            random.choice(like.items), id=f"I.{number}", dimension=random.choice(codes),
            strength=random.choice([*Strength, None]), strength_provisional=random.random() < 0.2,
            side=random.choice(["", "", "involuntariness", "penalty"]),
        )
        for number in range(random.randint(1, 30))
    ]  # fmt: skip
    names = [*codes, "act", "sexual_use", "involuntariness", "complete", *random.sample([i.id for i in items], 1)]
    rule = replace(like.rule, citation=_cited(like.rule.citation, random), positive_if_any=_combinations(items, random))
    return replace(
        like,
        id="invented", population=random.choice(list(Population)), status=_mark(random),
        facts=tuple(random.sample(like.facts, random.randint(0, 2))),
        dimensions=tuple(Dimension(code, Words(code), "recruitment", "means") for code in codes), rule=rule,
        items=tuple(items), also_shows=_shows(like, names, random), cases=(),
        final_analysis=_analysis(like.final_analysis, names, random),
    )  # fmt: skip


def _combinations(items: list[Any], random: Random) -> tuple[Combination, ...]:
    sorts = [*count(items), "medium", "any"]
    return tuple(
        Combination(
            Words("-"), tuple((sort, random.randint(1, 4)) for sort in random.sample(sorts, random.randint(1, 2)))
        )
        for _ in range(random.randint(1, 4))
    )


def _condition(names: list[str], random: Random, deep: int = 2) -> Condition:
    parts = [
        _condition(names, random, deep - 1) if deep and random.random() < 0.3 else random.choice(names)
        for _ in range(random.randint(1, 4))
    ]
    return Condition(random.randint(1, len(parts)), tuple(parts))


def _shows(like: ScreeningInstrument, names: list[str], random: Random) -> tuple[Shows, ...]:
    example = like.final_analysis.also_shows[0]
    return tuple(
        Shows(random.choice(names), _condition(names, random), random.random() < 0.4, Words(f"{number}"),
              _cited(example.citation, random))
        for number in range(random.randint(0, 4))
    )  # fmt: skip


def _analysis(like: FinalAnalysis, names: list[str], random: Random) -> FinalAnalysis:
    def table() -> tuple[Outcome, ...]:
        size = random.randint(1, 5)
        lines = [
            replace(random.choice(like.adult), code=f"LINE_{random.randint(0, 6)}", when=_condition(names, random),
                    presumed=random.random() < 0.5, citation=_cited(like.citation, random))
            for _ in range(size)
        ]  # fmt: skip
        return (*lines, like.adult[-1])

    return replace(like, also_shows=(), adult=table(), child=table())


def _cited(citation: Any, random: Random) -> Any:
    return replace(citation, verification=_mark(random))


def _mark(random: Random) -> Verification:
    return random.choice([Verification.PROVISIONAL, Verification.SECONDARY, Verification.OFFICIAL])
