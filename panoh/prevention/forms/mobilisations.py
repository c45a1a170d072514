"""The form of an order by which people were called up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions import OrderGiven
from panoh.prevention.forms.sites import day_field, divisions, season_choices
from panoh.prevention.models import MobilisationOrder, Site
from panoh.registry.models import Agency


class OrderForm(forms.Form):
    """At a site, the division is the site's and is not asked."""

    on = day_field(_("Day of the order"))
    division = forms.ChoiceField(label=_("Region or district"), choices=divisions)
    season = forms.ChoiceField(label=_("In which season?"), choices=season_choices, required=False)
    orderer = forms.CharField(
        label=_("Who ordered it?"), help_text=_("The body or post. Sealed."), required=False, max_length=200
    )
    ordered_by = forms.ModelChoiceField(
        label=_("If it is an agency of the mechanism: which one?"),
        help_text=_("It will read nothing of the site, and nobody of it interviews there."),
        queryset=Agency.objects.order_by("code"),
        required=False,
    )
    whom = forms.ChoiceField(label=_("Who was called up?"), choices=MobilisationOrder.Whom.choices)
    people = forms.IntegerField(
        label=_("How many people?"),
        help_text=_("Leave empty where nobody knows."),
        required=False,
        min_value=0,
        max_value=10_000_000,
    )
    voluntary = forms.ChoiceField(
        label=_("Could they freely stay away?"), choices=MobilisationOrder.Known.choices, widget=forms.RadioSelect
    )
    threat = forms.ChoiceField(label=_("What was threatened?"), choices=MobilisationOrder.Threat.choices)
    paid = forms.ChoiceField(
        label=_("Are they paid?"), choices=MobilisationOrder.Known.choices, widget=forms.RadioSelect
    )
    pay = forms.DecimalField(
        label=_("Pay for a day, in somoni"), required=False, min_value=0, max_digits=10, decimal_places=2
    )
    document = forms.CharField(
        label=_("Number and day of the document"), help_text=_("Sealed."), required=False, max_length=200
    )
    words = forms.CharField(
        label=_("What else is known?"),
        help_text=_("Without the name of anybody who told you. Sealed."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, site: Site | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        if site:
            del self.fields["division"]

    def given(self) -> OrderGiven:
        return OrderGiven(site=self.site, **self.cleaned_data)
