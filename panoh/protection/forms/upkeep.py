"""Forms of a house's own numbers: who works there, and its money."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.forms.charges import currencies
from panoh.protection.models import ServiceGiven, StaffCount
from panoh.protection.rules.upkeep import FIRST_YEAR, MOST


class StaffForm(forms.Form):
    work = forms.ChoiceField(label=_("Which work?"), choices=StaffCount.Work.choices)
    women = forms.IntegerField(label=_("How many women?"), min_value=0, max_value=MOST)
    men = forms.IntegerField(label=_("How many men?"), min_value=0, max_value=MOST)
    trained = forms.IntegerField(
        label=_("How many of them are trained on trafficking?"),
        help_text=_("Numbers only. Write no names of those who work here."),
        min_value=0,
        max_value=2 * MOST,
    )
    on = forms.DateField(
        label=_("Since which day is it so?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    after = forms.IntegerField(required=False, widget=forms.HiddenInput)


class BudgetForm(forms.Form):
    year = forms.IntegerField(label=_("Which year?"), min_value=FIRST_YEAR, max_value=2100)
    payer = forms.ChoiceField(
        label=_("Who pays?"),
        choices=[each for each in ServiceGiven.Payer.choices if each[0] != ServiceGiven.Payer.VICTIM],
        widget=forms.RadioSelect,
    )
    currency = forms.ChoiceField(label=_("In which money?"), choices=lambda: currencies()[1:])
    allocated = forms.DecimalField(label=_("How much was allocated?"), min_value=0, max_digits=14, decimal_places=2)
    spent = forms.DecimalField(
        label=_("How much of it was spent?"),
        help_text=_("Leave it empty while it is not known. Empty is not nothing."),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
    )
    after = forms.IntegerField(required=False, widget=forms.HiddenInput)
