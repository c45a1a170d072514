"""The form in which the data-protection officer answers whether a body abroad may be told."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.forms.fields import sealed_words, yes_or_no
from panoh.protection.models import TransferAbroad


class TransferForm(forms.Form):
    approved = yes_or_no(_("May the body be told this of the person?"))
    because = forms.ChoiceField(
        label=_("If not: why?"), choices=[("", "–"), *TransferAbroad.Refused.choices], required=False
    )
    words = sealed_words(
        _("What would have to be otherwise?"),
        help_text=_("The desk reads it and asks anew. Needed with a refusal. Sealed."),
        required=False,
    )

    def given(self) -> dict[str, Any]:
        return {key: self.cleaned_data[key] for key in ("approved", "because", "words")}
