"""The forms by which a list of penalties is sent, its columns are explained, and the people on it are to be screened."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.exchange.contents import Contents
from panoh.exchange.forms import FIELDS, ColumnsForm, ListForm
from panoh.exchange.penalties.columns import HEADINGS
from panoh.justice.models import Penalty
from panoh.justice.models.penalties import PenaltyAuthority

OF_PENALTIES: dict[str, object] = {
    "penalty": _("kind of penalty"),
    "imposed_on": _("day it was imposed, or is planned for"),
    "held_until": _("last day of it"),
    "article": _("article"),
    "authority": _("authority"),
    "amount": _("amount of a fine"),
    "currency": _("currency"),
    "held_at": _("place where the person is held"),
}


class PenaltyListForm(ListForm):
    kind = forms.ChoiceField(
        label=_("What is it a list of?"),
        help_text=_("It holds for every row that says nothing else."),
        choices=Penalty.Kind.choices,
        widget=forms.RadioSelect,
    )
    authority = forms.ChoiceField(label=_("By whom?"), choices=PenaltyAuthority.choices)
    field_order = ("kind", "authority")


class PenaltyColumnsForm(ColumnsForm):
    def __init__(self, *given: Any, contents: Contents, fields: tuple[str, ...], **more: Any) -> None:
        super().__init__(*given, contents=contents, **more)
        for place, field in enumerate(fields):
            column = self.fields[f"column_{place}"]
            column.choices = [*FIELDS.items(), *OF_PENALTIES.items()]  # type: ignore[attr-defined]  # a ChoiceField
            column.initial = field


class ScreenListedForm(forms.Form):
    title = forms.CharField(
        label=_("Name of the operation"),
        help_text=_("The place and the day. Never the name of a person."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = forms.DateField(
        label=_("On which day are the people seen?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


assert set(OF_PENALTIES) == set(HEADINGS)  # a field that cannot be chosen here cannot be mended here
