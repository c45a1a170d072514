"""The last day on which a desk may see what it was shown."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.refusals import Refused


class UntilForm(forms.Form):
    until = forms.DateField()

    def day(self) -> date:
        """The day given, or a refusal that says what is wrong with it."""
        if not self.is_valid():
            raise Refused(_("No such day."), _("Choose the last day in the calendar, or write it as 2027-01-31."))
        given: date = self.cleaned_data["until"]
        return given
