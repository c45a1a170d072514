"""A publication as one text that is always written the same way: nothing that is public comes from anywhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.editions import Frozen, period_said
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.publication.protecting import Attack, Earlier, protected
from panoh.statistics.rules.publication.shown import PublicFigure, figure_of, said_of


@dataclass(frozen=True)
class Published:
    """What an edition says to everybody. `words`: the name of each figure and what it counts, as they were then."""

    country: str
    period: Period
    edition: int
    corrects: int | None
    figures: tuple[PublicFigure, ...]
    words: Mapping[str, tuple[Words, Words]]

    def figure(self, definition: str) -> PublicFigure | None:
        return next((each for each in self.figures if each.definition == definition), None)


def published(frozen: Frozen, earlier: Sequence[tuple[Frozen, Published]], attack: Attack) -> Published:
    """`earlier`: the publications of the same period, oldest first. Why an edition was corrected is free text, and stays."""
    figures = []
    for figure in frozen.figures:
        before = [
            Earlier(then.number, exact, shown)
            for then, public in earlier
            if (exact := then.figure(figure.definition)) and (shown := public.figure(figure.definition))
        ]
        figures.append(protected(figure, frozen.number, before, attack))
    return Published(frozen.country, frozen.period, frozen.number, frozen.corrects, tuple(figures), frozen.words)


def text_of(public: Published) -> str:
    said = {
        "country": public.country,
        "period": period_said(public.period),
        "edition": public.edition,
        "corrects": public.corrects,
        "figures": [
            {**said_of(each), "name": vars(name), "counts": vars(counts)}
            for each in public.figures
            for name, counts in [public.words[each.definition]]
        ],
    }
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Published:
    said = json.loads(text)
    return Published(
        country=said["country"],
        period=Period(PeriodKind(said["period"]["kind"]), said["period"]["year"]),
        edition=said["edition"],
        corrects=said["corrects"],
        figures=tuple(figure_of(each) for each in said["figures"]),
        words={each["definition"]: (Words(**each["name"]), Words(**each["counts"])) for each in said["figures"]},
    )
