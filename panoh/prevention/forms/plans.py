"""Forms of a sampling plan and of the visits to what was drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions import PlanGiven
from panoh.prevention.forms.sites import divisions, season_choices
from panoh.prevention.forms.visits import PlanVisitForm
from panoh.prevention.models import SamplingPlan, Site
from panoh.prevention.queries.plans import plans_for
from panoh.registry.models import Officer


def part_field(label: Any, initial: float, help_text: Any = "") -> forms.FloatField:
    return forms.FloatField(
        label=label,
        initial=initial,
        help_text=help_text,
        min_value=0,
        max_value=1,
        widget=forms.NumberInput(attrs={"step": "any"}),
    )


def any_division() -> list[tuple[str, str]]:
    return [("", str(_("the whole country"))), *divisions()]


class PlanForm(forms.Form):
    title = forms.CharField(label=_("What is the sample for?"), max_length=120)
    kinds = forms.MultipleChoiceField(
        label=_("Which kinds of site?"), choices=Site.Kind.choices, widget=forms.CheckboxSelectMultiple
    )
    division = forms.ChoiceField(label=_("Where?"), choices=any_division, required=False)
    season = forms.ChoiceField(label=_("In which season?"), choices=season_choices, required=False)
    margin = part_field(_("Margin of error to each side"), 0.05, _("0.05 is five in a hundred."))
    confidence = part_field(_("In how many of all samples it should hold"), 0.95, _("0.95 is 95 in a hundred."))
    share = part_field(_("Share of people with signs you expect"), 0.5, _("0.5 asks the most people, and is safe."))
    likeness = part_field(
        _("How alike people of one site answer"),
        0.05,
        _("0: as people anywhere; 1: all the same. 0.05 is our proposal."),
    )
    each = forms.IntegerField(label=_("Interviews at each site"), initial=15, min_value=1, max_value=1000)
    after = forms.ModelChoiceField(
        label=_("After which earlier sample?"),
        help_text=_("Then kinds of site that were found to differ more get more visits."),
        queryset=SamplingPlan.objects.none(),
        required=False,
        empty_label=_("none: as many as there are of a kind"),
    )
    seed = forms.CharField(
        label=_("Seed of the lot"),
        help_text=_("A number drawn in public, where there is one. Left empty one is drawn. It is kept and shown."),
        required=False,
        max_length=40,
    )

    def __init__(self, *args: Any, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].queryset = plans_for(by)  # type: ignore[attr-defined]  # a model choice, known above

    def given(self) -> PlanGiven:
        return PlanGiven(**self.cleaned_data)


class DrawnForm(PlanVisitForm):
    """Those drawn of one stratum, to one desk."""

    key = forms.ChoiceField(label=_("Which sites?"), choices=())

    def __init__(self, *args: Any, strata: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = list(strata)  # type: ignore[attr-defined]  # a choice field, known above
        self.order_fields(["key", "desk", "planned_on"])
