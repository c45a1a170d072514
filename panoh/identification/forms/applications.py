"""The form of the application for status."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import SeenForm, of_whom_there_is
from panoh.identification.models import Application
from panoh.registry.models import Case, Officer


class ApplicationForm(SeenForm):
    """One page; only who applies has to be said. Whatever else is missing, it is received."""

    made_by = forms.ChoiceField(
        label=_("Who applies?"), choices=Application.MadeBy.choices, initial="person", widget=forms.RadioSelect
    )
    representative = forms.CharField(
        label=_("Who speaks for the person?"), help_text=_("Only if somebody does. It is sealed."), required=False
    )
    words = forms.CharField(
        label=_("What does the person want to say?"),
        help_text=_("Only if they wish, in their own words. Nothing has to be proved here."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    decide_now = forms.BooleanField(
        label=_("The person does not want to wait for the end of the recovery period"), required=False
    )

    def __init__(self, *args: Any, case: Case, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_whom_there_is(self.fields["made_by"], Application.MadeBy.choices, case, by=by)
