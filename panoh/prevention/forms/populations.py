"""Forms of populations at risk: a size with its source, the people of an operation, and a period."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.instruments.prevention import populations
from panoh.prevention.forms.sites import day_field
from panoh.prevention.forms.visits import number_field
from panoh.prevention.models import PopulationSize
from panoh.registry.models import Officer
from panoh.registry.wording import spoken
from panoh.screening.models import Operation
from panoh.screening.queries.operations import operations_for


def population_choices() -> list[tuple[str, str]]:
    return [(each.key, spoken(each.name)) for each in populations()]


class SizeForm(forms.Form):
    population = forms.ChoiceField(label=_("Which people?"), choices=population_choices)
    size = number_field(_("How many are there?"))
    low = number_field(_("At least"))
    high = number_field(_("At most"))
    as_of = day_field(_("As of which day?"))
    source = forms.CharField(label=_("Who says so, and where?"), max_length=200)
    mark = forms.ChoiceField(label=_("How well was it verified?"), choices=PopulationSize.Mark.choices)


class OfWhomForm(forms.Form):
    operation = forms.ModelChoiceField(label=_("Operation"), queryset=Operation.objects.none(), empty_label=None)
    population = forms.ChoiceField(label=_("Whose people are they?"), choices=population_choices)

    def __init__(self, *args: Any, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["operation"]
        field.queryset = operations_for(by).order_by("-on", "pk")
        field.label_from_instance = lambda row: f"{row.get_kind_display()} · {row.title} · {row.on}"


class PeriodForm(forms.Form):
    start = day_field(_("From"))
    end = day_field(_("To"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("start") and given.get("end") and given["end"] < given["start"]:
            self.add_error("end", _("The period ends before it begins."))
        return given
