"""The sets of questions as the texts have them, with who held which of them against its official text."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404

from panoh.instruments import library
from panoh.instruments.kinds.final_analysis import Outcome
from panoh.instruments.kinds.screening import Dimension, Item, ScreeningInstrument
from panoh.instruments.kinds.source import Citation
from panoh.registry import access
from panoh.registry.models import Officer
from panoh.screening.models import TextConfirmation
from panoh.screening.rules.confirmation import Standing, standing


@dataclass(frozen=True)
class Held:
    """One confirmation and where it stands now. `may_second`: the viewer is another officer, and may answer it."""

    row: TextConfirmation
    standing: Standing
    may_second: bool
    may_withdraw: bool


@dataclass(frozen=True)
class Cited:
    """A citation with the title of its text."""

    title: str
    citation: Citation


@dataclass(frozen=True)
class ItemShown:
    """One question of the set, and where it comes from."""

    item: Item
    cited: tuple[Cited, ...]
    only_if: tuple[str, ...]
    """The questions one of which must still be possible for this one to be asked."""


@dataclass(frozen=True)
class InstrumentPage:
    """Everything the page of one set shows."""

    instrument: ScreeningInstrument
    cited: tuple[Cited, ...]
    rule_cited: Cited
    dimensions: tuple[tuple[Dimension, tuple[ItemShown, ...]], ...]
    tables: tuple[tuple[str, tuple[tuple[Outcome, Cited], ...]], ...]
    held: tuple[Held, ...]
    may_confirm: bool


@dataclass(frozen=True)
class OnShelf:
    """One set in the list. `held`: two officers held it, as it stands now, against its official text."""

    instrument: ScreeningInstrument
    cited: tuple[Cited, ...]
    held: TextConfirmation | None


def instruments_here() -> tuple[ScreeningInstrument, ...]:
    """The published sets, those of this country, and those this installation added."""
    here = ("", settings.COUNTRY, library.HERE)
    return tuple(each for each in library.screening_instruments() if each.country in here)


def shelf() -> tuple[OnShelf, ...]:
    rows = TextConfirmation.objects.filter(item="", withdrawn_at=None, second_answer="agreed").order_by("pk")
    held = {(row.instrument, row.instrument_version, row.digest): row for row in rows.select_related("by", "second_by")}
    return tuple(
        OnShelf(each, _cited(each, each.citations), held.get((each.id, each.version, each.digest)))
        for each in instruments_here()
    )


def instrument_called(id: str) -> ScreeningInstrument:  # noqa: A002 - the texts call it an id
    """The set of this id, or Http404."""
    found = next((each for each in instruments_here() if each.id == id), None)
    if found is None:
        raise Http404
    return found


def confirmation_called(confirmation_id: int) -> TextConfirmation:
    found = TextConfirmation.objects.select_related("by", "second_by").filter(pk=confirmation_id).first()
    if found is None:
        raise Http404
    return found


def instrument_page(viewer: Officer, id: str) -> InstrumentPage:  # noqa: A002 - the texts call it an id
    one = instrument_called(id)
    analysis = one.final_analysis
    tables = {"adult": analysis.adult, "child": analysis.child}
    if one.population != "any" and (one.population == "child" or analysis.adult == analysis.child):
        tables = {str(one.population): tables[one.population]}
    return InstrumentPage(
        instrument=one,
        cited=_cited(one, one.citations),
        rule_cited=_cited(one, (one.rule.citation,))[0],
        dimensions=tuple((each, _items(one, each.code)) for each in one.dimensions),
        tables=tuple(
            (whom, tuple((line, _cited(one, (line.citation,))[0]) for line in lines)) for whom, lines in tables.items()
        ),
        held=confirmations(viewer, one),
        may_confirm=access.may(viewer, access.Act.CONFIRM_TEXT),
    )


def confirmations(viewer: Officer, one: ScreeningInstrument) -> tuple[Held, ...]:
    """Every confirmation of this set there was, the latest first."""
    rows = TextConfirmation.objects.filter(instrument=one.id).select_related("by", "second_by", "withdrawn_by")
    may = access.may(viewer, access.Act.CONFIRM_TEXT)
    return tuple(_held(row, one, viewer, may=may) for row in rows.order_by("-at", "-pk"))


def standing_of(row: TextConfirmation, one: ScreeningInstrument) -> Standing:
    same = (row.instrument_version, row.digest) == (one.version, one.digest)
    return standing(withdrawn=row.withdrawn_at is not None, same_text=same, answered=row.second_answer)


def _held(row: TextConfirmation, one: ScreeningInstrument, viewer: Officer, *, may: bool) -> Held:
    stands = standing_of(row, one)
    second = may and stands is Standing.WAITING and row.by_id != viewer.pk
    return Held(row, stands, second, may and stands is not Standing.WITHDRAWN)


def _items(one: ScreeningInstrument, dimension: str) -> tuple[ItemShown, ...]:
    return tuple(
        ItemShown(
            item,
            _cited(one, item.citations),
            tuple(sorted(item.ask_if.names())) if item.ask_if else (),
        )
        for item in one.items_of(dimension)
    )


def _cited(one: ScreeningInstrument, citations: tuple[Citation, ...]) -> tuple[Cited, ...]:
    texts = library.sources_of(one)
    return tuple(Cited(texts[each.source].title, each) for each in citations)
