"""Which period is asked for, and what is written when figures are frozen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from panoh.registry.refusals import Refused
from panoh.registry.rules.numbers_sent import whole_number
from panoh.statistics.rules.periods import Period, PeriodKind

YEARS = range(1990, 2100)


def asked_period(asked: QueryDict, *, this_year: int) -> Period:
    """The period in the address, or this calendar year where it names none."""
    kind = asked.get("kind") or PeriodKind.CALENDAR_YEAR.value
    year = whole_number(asked.get("year") or str(this_year), least=YEARS[0], most=YEARS[-1])
    if year is None or kind not in tuple(PeriodKind):
        raise Refused(_("There is no such period."), _("Open the figures again and choose a year from the list."))
    return Period(PeriodKind(kind), year)


class CorrectionForm(forms.Form):
    because = forms.CharField(
        label=_("Why are they corrected?"),
        help_text=_("What was recorded later or mended. Name no person."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SignatureForm(forms.Form):
    approved = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("yes", _("I sign these figures")), ("no", _("I do not sign them"))],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=_("Your reasons"),
        help_text=_("Needed where you do not sign."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def answer(self) -> dict[str, Any]:
        return {"approved": self.cleaned_data["approved"] == "yes", "because": self.cleaned_data["because"]}
