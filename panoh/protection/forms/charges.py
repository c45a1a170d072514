"""Forms of a complaint that a person was made to pay, and of its answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.protection.models import ChargeAnswer
from panoh.protection.rules.money import CURRENCIES
from panoh.registry.wording import spoken


def amount_field() -> forms.DecimalField:
    return forms.DecimalField(label=_("How much?"), required=False, max_digits=12, decimal_places=2)


def currencies() -> list[tuple[str, str]]:
    return [("", "–"), *((code, code) for code in CURRENCIES)]


class ChargeForm(forms.Form):
    service = forms.ChoiceField(label=_("For which service was paid?"), choices=())
    words = forms.CharField(
        label=_("Who took the money, and how did it come?"),
        help_text=_("Sealed. The desk complained of does not see it; help goes on whatever is found."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    amount = amount_field()
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies, required=False)
    by_person = forms.BooleanField(label=_("The person complains themselves, through us"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [("", "–"), *((each.key, spoken(each.name)) for each in services())]  # type: ignore[attr-defined]  # a choice field, known above


class ChargeAnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("How does it stand?"), choices=ChargeAnswer.Found.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What was found, and what was done?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
