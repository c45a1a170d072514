"""Forms of a person's safety: the danger, and a measure against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import RiskAssessment
from panoh.registry.models import Desk


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RiskForm(forms.Form):
    level = forms.ChoiceField(
        label=_("How great is the danger?"), choices=RiskAssessment.Level.choices, widget=forms.RadioSelect
    )
    danger = forms.CharField(label=_("What does it come from?"), max_length=3000, widget=_text(4))
    own_view = forms.CharField(
        label=_("How does the person see it?"),
        help_text=_("They know those who exploited them best."),
        required=False,
        max_length=3000,
        widget=_text(3),
    )
    review_on = forms.DateField(
        label=_("On which day is it looked at again?"),
        help_text=_(
            "Immediate danger: within a day; serious: within a week; possible: within 30 days; none seen: 90."
            " Levels and periods are our own proposal, not from a text."
        ),
        widget=_day(),
    )
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)


class MeasureForm(forms.Form):
    what = forms.CharField(label=_("What is done?"), max_length=1000, widget=_text(3))
    desk = forms.ModelChoiceField(
        label=_("Which desk does it?"),
        help_text=_("Desks that know the person already. Refer the need first where another one is wanted."),
        queryset=Desk.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    review_on = forms.DateField(label=_("On which day is it looked at again?"), widget=_day())

    def __init__(self, *args: Any, desks: Iterable[Desk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desk"].queryset = desks  # type: ignore[attr-defined]  # a model choice, known above
