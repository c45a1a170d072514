"""Forms of two records that may be one person's. Each that answers a word carries which word was seen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import SamePerson

ONE, TWO = "one", "two"


class OtherCaseForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the other case"),
        help_text=_("As it stands on its page or on paper. Both records are opened side by side."),
        max_length=20,
    )


class SaySameForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why may they be one person?"),
        help_text=_("Choose what weighs most."),
        choices=SamePerson.Because.choices,
        widget=forms.RadioSelect,
    )


class DecideSameForm(forms.Form):
    """Two buttons and nothing chosen for the officer."""

    pair = forms.IntegerField(widget=forms.HiddenInput)
    same = forms.ChoiceField(choices=((ONE, _("One person")), (TWO, _("Two people"))), widget=forms.HiddenInput)


class UndoSameForm(forms.Form):
    pair = forms.IntegerField(widget=forms.HiddenInput)
    because = forms.ChoiceField(
        label=_("Why is it undone?"), choices=SamePerson.Undone.choices, widget=forms.RadioSelect
    )


def what_was_chosen(form: forms.Form) -> str:
    """In words, to stand beside a refusal."""
    name = "same" if "same" in form.fields else "because"
    offered: Any = form.fields[name]
    return str(dict(offered.choices).get(form.data.get(name, ""), ""))
