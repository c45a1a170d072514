"""One row of a list of penalties: somebody, and what was imposed on them or is planned. What makes two rows one penalty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from panoh.screening.rules.roster import RosterRow, likeness


@dataclass(frozen=True, slots=True)
class ListedPenalty:
    """As the list has it. `on`: of a removal the day it is planned for. `article` as written."""

    kind: str
    on: date
    authority: str
    article: str = ""
    until: date | None = None
    amount: Decimal | None = None
    currency: str = ""
    place: str = ""

    def kept(self) -> dict[str, str]:
        """As plain values, for the vault."""
        said = {
            "kind": self.kind,
            "on": self.on.isoformat(),
            "authority": self.authority,
            "article": self.article,
            "until": self.until.isoformat() if self.until else "",
            "amount": str(self.amount) if self.amount is not None else "",
            "currency": self.currency,
            "place": self.place,
        }
        return {key: value for key, value in said.items() if value}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> ListedPenalty:
        until, amount = kept.get("until"), kept.get("amount")
        return cls(
            kept["kind"],
            date.fromisoformat(kept["on"]),
            kept["authority"],
            kept.get("article", ""),
            date.fromisoformat(until) if until else None,
            Decimal(amount) if amount else None,
            kept.get("currency", ""),
            kept.get("place", ""),
        )


@dataclass(frozen=True, slots=True)
class ListedRow:
    """`mark`: the same whenever this row is sent again, in whichever file."""

    person: RosterRow
    penalty: ListedPenalty
    mark: str


def marked(rows: Iterable[tuple[RosterRow, ListedPenalty]]) -> Iterator[ListedRow]:
    """The same penalty on the same person is one, however often it stands there. Namesakes of whom nothing else is known
    are numbered instead, so that neither is left out."""
    namesakes: Counter[str] = Counter()
    for person, penalty in rows:
        like = likeness(person)
        mark = f"{like.text}|{penalty.kind}|{penalty.on}|{penalty.article}|{penalty.amount}"
        if not like.certain:
            namesakes[mark] += 1
            mark = f"{mark}|{namesakes[mark]}"
        yield ListedRow(person, penalty, mark)
