"""From the rows of a list of penalties to whom they name and what was imposed, with every fault at its row and column.

One person may stand in several rows: two fines are two rows. Only the same penalty twice is one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from panoh.exchange.contents import Contents
from panoh.exchange.manifest import Fault
from panoh.exchange.manifest.birth_dates import day_written
from panoh.exchange.manifest.columns import Columns, columns_of
from panoh.exchange.manifest.faults import shape_of
from panoh.exchange.manifest.rows import RowReader
from panoh.exchange.manifest.table import Record
from panoh.exchange.penalties.columns import AUTHORITIES, BY_HEADING, KINDS
from panoh.justice.rules.listed import ListedPenalty, ListedRow, marked
from panoh.protection.rules.money import CURRENCIES
from panoh.screening.rules.roster import RosterRow

Pair = tuple[RosterRow, ListedPenalty]
AHEAD = "removal"
"""Only a removal can be planned; everything else on a list has happened."""


@dataclass(frozen=True)
class Defaults:
    """What holds where a row says nothing: the kind and the authority of the whole list, the day it was sent, the money."""

    kind: str
    authority: str
    on: date
    currency: str


@dataclass(frozen=True)
class Penalties:
    """What a list says: its rows, what is wrong with the others, and what each column is taken for."""

    rows: tuple[ListedRow, ...]
    faults: tuple[Fault, ...]
    bad: frozenset[int]
    fields: tuple[str, ...]

    def kept(self) -> str:
        said = [(asdict(each.person) | {"answers": ()}, each.penalty.kept(), each.mark) for each in self.rows]
        faults = [(each.row, each.column, each.code, each.shape, each.other_row) for each in self.faults]
        return json.dumps([said, faults, sorted(self.bad), self.fields], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, text: str) -> Penalties:
        said, faults, bad, fields = json.loads(text)
        return cls(
            tuple(
                ListedRow(RosterRow(**{**one, "answers": ()}), ListedPenalty.of(kept), mark) for one, kept, mark in said
            ),
            tuple(Fault(*each) for each in faults),
            frozenset(bad),
            tuple(fields),
        )


def penalties_in(contents: Contents, defaults: Defaults) -> Penalties:
    """Raises ManifestUnusable where the headings cannot be those of a list of people."""
    columns = columns_of(contents.headings, (), contents.column_map, also=BY_HEADING)
    people, pairs = RowReader(columns, defaults.on, contents.column_map), list[Pair]()
    faults, bad = list[Fault](), set[int]()
    for record in contents.records:
        person, wrong = people.read(record)
        penalty, more = _Reading(columns, record, defaults, contents.column_map.dates).penalty()
        faults += (*wrong, *more)
        if person is None or penalty is None:
            bad.add(record.number)
        else:
            pairs.append((person, penalty))
    return Penalties(tuple(marked(pairs)), tuple(faults), frozenset(bad), columns.fields)


@dataclass
class _Reading:
    """One row."""

    columns: Columns
    record: Record
    defaults: Defaults
    dates: str
    faults: list[Fault] = field(default_factory=list)

    def penalty(self) -> tuple[ListedPenalty | None, Sequence[Fault]]:
        if len(self.record.cells) != len(self.columns.fields):
            return None, ()  # told by whoever read who it is
        kind = self._word("penalty", KINDS, self.defaults.kind, "unknown_penalty")
        authority = self._word("authority", AUTHORITIES, self.defaults.authority, "unknown_authority")
        on, until = self._day("imposed_on") or self.defaults.on, self._day("held_until")
        if kind != AHEAD and on > self.defaults.on:
            self._fault("imposed_on", "penalty_ahead")
        if until is not None and until < on:
            self._fault("held_until", "ends_before_it_begins")
        amount, currency = self._money()
        article, place = self._said("article"), self._said("held_at")
        made = ListedPenalty(kind, on, authority, article[:60], until, amount, currency, place[:120])
        return (None if self.faults else made), self.faults

    def _word(self, name: str, known: dict[str, str], otherwise: str, code: str) -> str:
        written = self._said(name)
        found = known.get(written.casefold().strip(". ")) if written else otherwise
        if found is None:
            self._fault(name, code)
        return found or otherwise

    def _day(self, name: str) -> date | None:
        written = self._said(name)
        if not written.strip("-"):
            return None
        found = day_written(written, order=self.dates)
        if found is None:
            self._fault(name, "not_a_day")
        return found

    def _money(self) -> tuple[Decimal | None, str]:
        written = self._said("amount").replace(" ", "").replace("\u00a0", "").replace(",", ".").strip("-")
        if not written:
            return None, ""
        currency = self._said("currency").upper() or self.defaults.currency
        try:
            amount = Decimal(written).quantize(Decimal("0.01"))
        except InvalidOperation:
            amount = Decimal(0)
        if not Decimal(0) < amount < Decimal(10) ** 10 or currency not in CURRENCIES:
            self._fault("amount", "not_an_amount")
        return amount, currency

    def _said(self, name: str) -> str:
        if name not in self.columns.fields:
            return ""
        return " ".join(self.record.cells[self.columns.fields.index(name)].split())

    def _fault(self, name: str, code: str) -> None:
        heading = self.columns.heading(name) if name in self.columns.fields else ""
        self.faults.append(Fault(self.record.number, heading, code, shape_of(self._said(name))))
