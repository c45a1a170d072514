"""What became of the papers of a desk whose view was closed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Papers


class ClosingForm(forms.Form):
    papers = forms.ChoiceField(
        label=_("Papers and notes about this person"),
        help_text=_("Copies, lists and messages on telephones too, and what you passed on to others."),
        choices=Papers.choices,
        widget=forms.RadioSelect,
    )
