"""Forms of a child's guardian: who it is and by whom appointed; and since when no more."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import SeenForm
from panoh.identification.models import Guardian


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class GuardianForm(SeenForm):
    name = forms.CharField(
        label=_("Who is the guardian?"),
        help_text=_("Name, and how they are reached. Sealed; each opening is on record."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    capacity = forms.ChoiceField(
        label=_("Who are they to the child?"), choices=Guardian.Capacity.choices, widget=forms.RadioSelect
    )
    authority = forms.ChoiceField(
        label=_("Who appointed them?"), choices=Guardian.Authority.choices, widget=forms.RadioSelect
    )
    appointed_on = forms.DateField(label=_("On which day?"), widget=_day())


class EndGuardianshipForm(SeenForm):
    ended_on = forms.DateField(label=_("Until which day did they stand by the child?"), widget=_day())
