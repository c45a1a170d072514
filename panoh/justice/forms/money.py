"""Forms about money of a criminal case."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.justice.forms.cases import day_field
from panoh.justice.forms.people import currencies
from panoh.justice.models import Asset


class RestitutionForm(forms.Form):
    on = day_field(_("Ordered on"))
    amount = forms.DecimalField(label=_("How much?"), max_digits=14, decimal_places=2)
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies)


class PaymentForm(forms.Form):
    on = day_field(_("Paid on"))
    amount = forms.DecimalField(label=_("How much reached the victims?"), max_digits=14, decimal_places=2)


class AssetForm(forms.Form):
    kind = forms.ChoiceField(label=_("What was frozen?"), choices=Asset.Kind.choices)
    on = day_field(_("On which day?"))
    value = forms.DecimalField(label=_("Value"), required=False, max_digits=14, decimal_places=2)
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies, required=False)


class SettleForm(forms.Form):
    became = forms.ChoiceField(label=_("What became of it?"), choices=Asset.Became.choices, widget=forms.RadioSelect)
    on = day_field(_("On which day?"))
