"""Forms of the second look: the day, why, and how to reach the person safely; and why a plan is taken back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.screening.models import SecondLook

NOT_CHOSEN_BY_HAND = {SecondLook.Ended.SCREENED, SecondLook.Ended.OTHER_DAY}


class SecondLookForm(forms.Form):
    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    why = forms.ChoiceField(label=_("Why once more?"), choices=SecondLook.Why.choices, widget=forms.RadioSelect)
    way = forms.CharField(
        label=_("How can the person be reached safely?"),
        help_text=_("What the person themselves said: where, when, through whom, what not to say. Kept sealed."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=2_000,
    )

    def __init__(self, *args: Any, agreed: bool, **given: Any) -> None:
        """`agreed`: the person's consent to being reached is in force; without it no way is asked for."""
        super().__init__(*args, **given)
        if not agreed:
            del self.fields["way"]

    def planned(self) -> dict[str, Any]:
        """What the action takes."""
        return {"way": "", **self.cleaned_data}


class CancelLookForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why is it taken back?"),
        choices=[each for each in SecondLook.Ended.choices if each[0] not in NOT_CHOSEN_BY_HAND],
        widget=forms.RadioSelect,
    )
