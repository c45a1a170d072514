"""Shares made of a figure as it may be shown: of a hidden row no share is told, since it would tell the row."""

from __future__ import annotations

from panoh.assessment.rules.answers.counts import Cell, Count, CountRow, CountTable, Hidden
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number

KNOWN_OF = {
    "form.unknown": Words("form of exploitation known", "форма эксплуатации известна", "шакли истисмор маълум"),
    "sex.unknown": Words("sex known", "пол известен", "ҷинс маълум"),
    "age_group.unknown": Words("age known", "возраст известен", "синну сол маълум"),
    "nationality_group.unknown": Words("nationality known", "гражданство известно", "шаҳрвандӣ маълум"),
}
_PER_CENT = Words("per cent", "проценты", "фоиз")
_COMPLETE = Words("What is known of victims", "Что известно о жертвах", "Дар бораи қурбониён чӣ маълум аст")
_FOREIGN = Words(
    "Non-citizens among identified victims", "Неграждане среди признанных жертв", "Ғайришаҳрвандон байни қурбониён"
)


def completeness(victims: Count) -> Count:
    """For each thing the share of victims of whom it is known."""
    rows = tuple(CountRow(key, name, _share(victims, key, known=True)) for key, name in KNOWN_OF.items())
    told = CountTable(_PER_CENT, () if victims.missing else rows)
    return _made(victims, "completeness", _COMPLETE, victims.value, (told,))


def non_citizens(victims: Count) -> Count:
    return _made(victims, "non_citizens", _FOREIGN, _share(victims, "nationality_group.foreign", known=False), ())


def _share(victims: Count, key: str, *, known: bool) -> Cell:
    """Whole per cent, half away from zero, of the persons in the row or of the others."""
    row, whole = victims.row(key), victims.value
    if not isinstance(whole, Number):
        return whole
    if row is None or isinstance(row, NotAvailable | Hidden | Words):
        return Hidden()
    part = row.count if isinstance(row, Number) else 0
    if known:
        part = whole.count - part
    if not part:
        return NoneCounted()
    return Words(f"{(200 * part + whole.count) // (2 * whole.count)} %")


def _made(victims: Count, source: str, name: Words, value: Cell, tables: tuple[CountTable, ...]) -> Count:
    return Count(
        source=source,
        version=victims.version,
        name=name,
        unit=_PER_CENT if not tables else victims.unit,
        first=victims.first,
        last=victims.last,
        value=value,
        tables=tables,
        caveats=victims.caveats,
        edition=victims.edition,
    )
