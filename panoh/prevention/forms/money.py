"""Forms of money: a budget line, an allocation, spending, and rates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.instruments.prevention import training
from panoh.prevention.forms.rate_faults import rates_in
from panoh.prevention.forms.training import day_field, payers
from panoh.prevention.models import BudgetLine, Campaign, ExchangeRate
from panoh.prevention.rules.rate_lines import Span
from panoh.protection.forms.charges import currencies
from panoh.protection.rules.upkeep import FIRST_YEAR
from panoh.registry.models import Desk, TrainingSession
from panoh.registry.wording import day, spoken


def sum_field(label: Any) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0, max_digits=14, decimal_places=2)


def foreign() -> list[tuple[str, str]]:
    """Currencies there are rates of: all but the dollar."""
    return [each for each in currencies()[1:] if each[0] != "USD"]


class LineForm(forms.Form):
    programme = forms.ChoiceField(label=_("For which programme?"), choices=BudgetLine.Programme.choices)
    title = forms.CharField(label=_("What is the line called?"), max_length=200)
    year = forms.IntegerField(label=_("Which year?"), min_value=FIRST_YEAR, max_value=2100)
    payer = forms.ChoiceField(label=_("Who pays?"), choices=payers, widget=forms.RadioSelect)
    currency = forms.ChoiceField(label=_("In which money?"), choices=lambda: currencies()[1:])


class AllocationForm(forms.Form):
    amount = sum_field(_("How much does the line hold from then on?"))
    on = day_field(_("From which day?"))
    document = forms.CharField(label=_("Under which document?"), max_length=200)


class SpendingForm(forms.Form):
    amount = forms.DecimalField(
        label=_("How much was spent?"),
        help_text=_("0 says that nothing was spent up to this day."),
        min_value=0,
        max_digits=14,
        decimal_places=2,
    )
    on = day_field(_("On which day?"))
    words = forms.CharField(label=_("What for?"), max_length=200)
    provider = forms.ModelChoiceField(label=_("To which desk did it go?"), queryset=Desk.objects.none(), required=False)
    campaign = forms.ModelChoiceField(
        label=_("For a campaign of ours"), queryset=Campaign.objects.none(), required=False
    )
    session = forms.ModelChoiceField(label=_("For a session"), queryset=TrainingSession.objects.none(), required=False)

    def __init__(self, *args: Any, line: BudgetLine, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = {
            "provider": Desk.objects.select_related("agency").order_by("code"),
            "campaign": Campaign.objects.filter(desk=line.owner).order_by("-first_day"),
            "session": TrainingSession.objects.filter(first_day__year=line.year).order_by("-first_day"),
        }
        for name, rows in chosen.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a choice among records, known above
        self.fields["session"].label_from_instance = _session  # type: ignore[attr-defined]  # as above


def _session(session: TrainingSession) -> str:
    """What was taught, when and where."""
    return f"{spoken(training.curriculum(session.curriculum).name)} · {day(session.first_day)} · {session.place}"


class RatesForm(forms.Form):
    currency = forms.ChoiceField(label=_("Which money?"), choices=foreign)
    kind = forms.ChoiceField(
        label=_("What kind of rate?"), choices=ExchangeRate.RateKind.choices, widget=forms.RadioSelect
    )
    source = forms.CharField(
        label=_("From which source?"), help_text=_("The bank, and the page or paper."), max_length=200
    )
    spans = forms.CharField(
        label=_("Days and rates"),
        help_text=_("A line for each day: 2026-11-16 10.62. For a span two days: 2025-01-01 2025-12-31 10.90."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    after = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_spans(self) -> tuple[Span, ...]:
        return rates_in(self.cleaned_data["spans"])
