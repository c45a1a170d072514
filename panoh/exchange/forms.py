"""The forms by which a list is sent, and by which an officer says what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from panoh.exchange.contents import MOST_ROWS, Contents
from panoh.exchange.manifest.column_map import ColumnMap, keys_of
from panoh.exchange.manifest.columns import HEADINGS
from panoh.exchange.shapes import shape_of


class ListForm(forms.Form):
    file = forms.FileField(
        label=_("The list"),
        help_text=_(
            "CSV, an Excel workbook (.xlsx) or Parquet, one row per person. You see what is in it before anybody is added."
        ),
        error_messages={"empty": _("The file is empty. Check that you chose the right one.")},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.tsv,text/csv,.xlsx,.parquet"}),
    )

    sheet = forms.CharField(
        label=_("Sheet of the workbook"),
        help_text=_(
            "Leave it empty for the first sheet with people. The name stands on its tab at the bottom in Excel."
        ),
        max_length=31,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *given: Any, too_large: bool = False, **more: Any) -> None:
        super().__init__(*given, **more)
        if too_large:
            too_large_message = _(
                "The file is larger than %(megabytes)s MB. Split it: at most %(rows)s people at once."
            )
            sizes = {"megabytes": settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 1_000_000, "rows": MOST_ROWS}
            self.fields["file"].error_messages["required"] = too_large_message % sizes


FIELDS: dict[str, object] = {
    "": _("not taken"),
    "family_name": _("family name"),
    "given_name": _("given name"),
    "father_name": _("father's name"),
    "full_name": _("the whole name"),
    "sex": _("sex"),
    "birth_date": _("birth date or year"),
    "nationality": _("nationality"),
    "document_number": _("document number"),
    "flight": _("flight"),
    "place": _("place they come from"),
    "contact": _("phone or other contact"),
    "in_danger": _("in immediate danger"),
    "injured": _("injured or ill"),
    "alone": _("alone"),
    "detained": _("detained"),
    "act": _("answer: recruited, moved, sheltered or received by someone"),
    "sexual_use": _("answer: sexual use"),
}
LOOKED_AT = 20
"""Of so many rows the first that says something shows what a column looks like."""
SEX_WORDS = {"female": _("Their words for female"), "male": _("Their words for male")}
ANSWER_WORDS = {
    "yes": _("Their words for yes"),
    "no": _("Their words for no"),
    "unknown": _("Their words for not known"),
}


class ColumnsForm(forms.Form):
    """One choice per column, the sender's own words, and the name under which all this is remembered."""

    source = forms.CharField(
        label=_("Remember this as the lists of"),
        help_text=_("An airline, a camp, a ministry. The next list with these headings is read the same way. Leave it "
                    "empty for this list only. Never the name of a person."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    dates = forms.ChoiceField(
        label=_("Dates like 03/04/1990"),
        required=False,
        choices=[("", _("as the column shows; unclear ones by year only")), ("day", _("day first")),
                 ("month", _("month first"))],
    )  # fmt: skip

    def __init__(self, *given: Any, contents: Contents, **more: Any) -> None:
        super().__init__(*given, **more)
        self.contents = contents
        for group, kept in ((SEX_WORDS, contents.column_map.sexes), (ANSWER_WORDS, contents.column_map.answers)):
            for name, label in group.items():
                initial = ", ".join(word for word, meant in kept.items() if meant == name)
                self.fields[f"word_{name}"] = forms.CharField(
                    label=label, required=False, max_length=200, initial=initial
                )
        self.fields["dates"].initial = contents.column_map.dates
        for place, (heading, field) in enumerate(zip(contents.headings, contents.fields, strict=True)):
            choices = list(FIELDS.items()) + ([(field, field)] if field not in FIELDS else [])
            name = heading or _("column %(number)s, without a heading") % {"number": place + 1}
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=name, choices=choices, required=False, initial=field, help_text=_shape_in(contents, place)
            )

    @property
    def columns(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("column_")]

    @property
    def others(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith("column_")]

    def column_map(self) -> ColumnMap:
        given = self.cleaned_data
        chosen = [given[f"column_{place}"] for place in range(len(self.contents.headings))]
        keys = zip(keys_of(self.contents.headings), chosen, self.contents.fields, strict=True)
        fields = {key: field for key, field, before in keys if field or before}
        return ColumnMap(fields, self._words(SEX_WORDS), self._words(ANSWER_WORDS), given["dates"])

    def _words(self, group: Mapping[str, object]) -> dict[str, str]:
        typed = ((name, self.cleaned_data[f"word_{name}"]) for name in group)
        return {word.strip().casefold(): name for name, text in typed for word in text.split(",") if word.strip()}


def _shape_in(contents: Contents, place: int) -> str:
    """How the first value of a column looks, so that an officer knows it from its neighbours; never the value."""
    cells = (record.cells[place] for record in contents.records[:LOOKED_AT] if place < len(record.cells))
    first = next(filter(None, map(str.strip, cells)), "")
    return _("looks like %(shape)s") % {"shape": escape(shape_of(first))} if first else ""


assert set(FIELDS) == {"", *HEADINGS}  # a field that cannot be chosen here cannot be mended here
