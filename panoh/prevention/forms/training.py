"""Forms of training: a session, who came, and an act kept for the trained."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.prevention import training
from panoh.prevention.rules.training import MOST_SEATS
from panoh.protection.models import ServiceGiven
from panoh.registry.wording import spoken


def day_field(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


def payers() -> list[tuple[str, Any]]:
    """Never who is helped."""
    return [each for each in ServiceGiven.Payer.choices if each[0] != ServiceGiven.Payer.VICTIM]


def division_choices() -> list[tuple[str, Any]]:
    return [("", "–"), *((each.code, spoken(each.name)) for each in countries.divisions(settings.COUNTRY))]


class SessionForm(forms.Form):
    curriculum = forms.ChoiceField(label=_("What is taught?"))
    first_day = day_field(_("First day"))
    last_day = day_field(_("Last day"))
    place = forms.CharField(label=_("Where?"), max_length=200)
    division = forms.ChoiceField(label=_("In which region or district?"), choices=division_choices, required=False)
    teacher = forms.CharField(
        label=_("Who teaches?"), help_text=_("A body or a post. No name of a person is needed."), max_length=200
    )
    payer = forms.ChoiceField(label=_("Who pays?"), choices=payers, widget=forms.RadioSelect)
    seats = forms.IntegerField(label=_("How many seats?"), min_value=1, max_value=MOST_SEATS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.key, spoken(each.name)) for each in training.curricula()]
        self.fields["curriculum"].choices = choices  # type: ignore[attr-defined]  # a choice field, known above


class SeatForm(forms.Form):
    username = forms.CharField(
        label=_("Which officer?"),
        help_text=_("The name they sign in with."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )


class HoursForm(forms.Form):
    username = forms.CharField(max_length=60)
    hours = forms.IntegerField(label=_("Hours"), min_value=0, max_value=400)


class OthersForm(forms.Form):
    others = forms.IntegerField(
        label=_("How many others came?"),
        help_text=_("Those who have no place in Panoh. A number only."),
        min_value=0,
        max_value=10_000,
    )


class BecauseForm(forms.Form):
    because = forms.CharField(label=_("Why?"), max_length=300)


class TrainedOnlyForm(forms.Form):
    kept = forms.ChoiceField(label=_("What is kept for the trained?"), widget=forms.RadioSelect)
    from_day = day_field(_("From which day?"))
    document = forms.CharField(label=_("Under which document?"), max_length=200)
    document_on = day_field(_("Of which day is the document?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.act.value, spoken(each.name)) for each in training.trained_only().acts]
        self.fields["kept"].choices = choices  # type: ignore[attr-defined]  # a choice field, known above


class DayForm(forms.Form):
    on = day_field(_("On which day?"), required=False)
