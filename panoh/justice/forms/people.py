"""Forms about defendants, what courts said of them, and victims."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.justice.actions import DefendantGiven
from panoh.justice.forms.cases import day_field
from panoh.justice.models import Defendant
from panoh.protection.rules.money import CURRENCIES
from panoh.registry.models import Sex


def currencies() -> list[tuple[str, str]]:
    return [("", "–"), *((code, code) for code in CURRENCIES)]


class DefendantForm(forms.Form):
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN)
    nationality = forms.CharField(
        label=_("Citizenship, two letters"),
        required=False,
        max_length=2,
        help_text=_("TJ, AF, RU; empty if not known."),
    )
    official = forms.ChoiceField(
        label=_("An official?"), choices=Defendant.Official.choices, initial=Defendant.Official.UNKNOWN
    )
    name = forms.CharField(
        label=_("Name"),
        help_text=_("Only if your desk needs it here. Sealed."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def given(self) -> DefendantGiven:
        return DefendantGiven(**self.cleaned_data)


class HoldForm(forms.Form):
    place = forms.CharField(
        label=_("Where are they held?"),
        help_text=_("Sealed. If a victim is held in the same place, an alert is raised."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = day_field(_("Since which day?"))


class DayForm(forms.Form):
    on = day_field(_("On which day?"))


class SentenceForm(forms.Form):
    on = day_field(_("On which day?"))
    article = forms.CharField(label=_("Article"), max_length=60)
    convicted = forms.TypedChoiceField(
        label=_("The court"),
        choices=[("yes", _("convicted")), ("no", _("acquitted"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    custodial_months = forms.IntegerField(label=_("Prison, months"), required=False, min_value=1, max_value=600)
    suspended_months = forms.IntegerField(label=_("Suspended, months"), required=False, min_value=1, max_value=600)
    fine = forms.DecimalField(label=_("Fine"), required=False, max_digits=12, decimal_places=2)
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies, required=False)
    after = forms.CharField(required=False, widget=forms.HiddenInput)


class VictimForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the person’s case"),
        help_text=_(
            "Only where the person agreed to sharing with police or prosecutors. Left empty, a victim is counted and"
            " nobody is linked. Nobody outside your desk and the prosecution learns of the link."
        ),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
