"""What is written when a publication is answered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    agreed = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("It may be public")), ("no", _("It may not be public"))],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Your reasons"),
        help_text=_("Needed where you do not agree. They stay inside."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def answer(self) -> dict[str, Any]:
        return {"agreed": self.cleaned_data["agreed"] == "yes", "because": self.cleaned_data["because"]}
