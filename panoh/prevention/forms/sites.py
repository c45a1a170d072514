"""Forms of sites and employers to watch."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.prevention.actions import EmployerGiven, SiteGiven
from panoh.prevention.models import Employer, Site
from panoh.prevention.queries.sites import employers_for
from panoh.registry.models import Agency, Officer
from panoh.registry.wording import spoken

PERSONS_NAME = _("The name is that of a person, or holds it. It is sealed then.")


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def divisions() -> list[tuple[str, str]]:
    return [(each.code, spoken(each.name)) for each in countries.divisions(settings.COUNTRY)]


def sectors() -> list[tuple[str, str]]:
    return [(each.key, spoken(each.name)) for each in countries.sectors(settings.COUNTRY)]


def season_choices() -> list[tuple[str, str]]:
    found = countries.country(settings.COUNTRY).seasons
    return [("", str(_("none"))), *((each.key, spoken(each.name)) for each in found)]


class EmployerForm(forms.Form):
    kind = forms.ChoiceField(label=_("Who employs there?"), choices=Employer.Kind.choices)
    name = forms.CharField(label=_("Name"), max_length=120)
    persons_name = forms.BooleanField(label=PERSONS_NAME, required=False)
    agency = forms.ModelChoiceField(
        label=_("If it is an agency of the mechanism: which one?"),
        help_text=_("It will read nothing of the site, and nobody of it interviews there."),
        queryset=Agency.objects.order_by("code"),
        required=False,
    )

    def given(self) -> EmployerGiven:
        return EmployerGiven(**self.cleaned_data)


class SiteForm(forms.Form):
    kind = forms.ChoiceField(label=_("What kind of place is it?"), choices=Site.Kind.choices)
    name = forms.CharField(label=_("Name of the place"), max_length=120)
    persons_name = forms.BooleanField(label=PERSONS_NAME, required=False)
    division = forms.ChoiceField(label=_("Region or district"), choices=divisions)
    sector = forms.ChoiceField(label=_("Sector"), choices=sectors)
    employer = forms.ModelChoiceField(
        label=_("Who employs there?"), queryset=Employer.objects.none(), required=False, empty_label=_("not known")
    )
    season = forms.ChoiceField(label=_("In which season?"), choices=season_choices, required=False)
    people = forms.IntegerField(
        label=_("How many people work there?"),
        help_text=_("Leave empty where nobody knows."),
        required=False,
        min_value=0,
        max_value=1_000_000,
    )
    concern = forms.ChoiceField(label=_("Where does the concern come from?"), choices=Site.Concern.choices)
    because = forms.CharField(
        label=_("Why is it watched?"),
        help_text=_("In a sentence, without the name of anybody who told you. It is sealed."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    address = forms.CharField(label=_("How to get there"), help_text=_("Sealed."), required=False, max_length=200)
    watched_since = day_field(_("Watched since"))

    def __init__(self, *args: Any, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["employer"].queryset = employers_for(by)  # type: ignore[attr-defined]  # a model choice, known above

    def given(self) -> SiteGiven:
        return SiteGiven(**self.cleaned_data)


class StopForm(forms.Form):
    on = day_field(_("Watched until"))
