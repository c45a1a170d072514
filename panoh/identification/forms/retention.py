"""Forms for names whose time is over, in a case or on a list: kept longer, or asked to be erased, each by a button of its own."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import ListRetention, Retention

_WORDS = dict(Retention.Because.choices)


class KeepNamesForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why are the names still needed?"), choices=[(each, _WORDS[each]) for each in Retention.KEEPING]
    )
    until = forms.DateField(
        label=_("Until which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class KeepListNamesForm(KeepNamesForm):
    because = forms.ChoiceField(
        label=_("Why are the names still needed?"), choices=[(each, _WORDS[each]) for each in ListRetention.KEEPING]
    )


class EraseNamesForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why are the names erased?"), choices=[(each, _WORDS[each]) for each in Retention.ERASING]
    )
