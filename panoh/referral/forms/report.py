"""What came of a yes, told by the desk that helps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.referral.models import ServiceReport


class ReportForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=ServiceReport.Told.choices, widget=forms.RadioSelect
    )
    reason = forms.ChoiceField(
        label=_("Where it could not be given: why?"),
        choices=[("", "–"), *ServiceReport.Reason.choices],
        required=False,
    )
    below_standard = forms.BooleanField(label=_("The standard above could not be kept"), required=False)
    words = forms.CharField(
        label=_("A few words to the sender"),
        help_text=_("Where the standard was not kept: in what. Never the address of a shelter."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def given(self) -> dict[str, Any]:
        """The arguments of the act."""
        return {name: self.cleaned_data[name] for name in ("outcome", "reason", "below_standard", "words")}
