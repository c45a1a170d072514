"""Forms of campaigns, of the national action plan, and of contacts with the hotline."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.prevention.forms.training import day_field, division_choices
from panoh.prevention.models import Campaign, CampaignReach, HotlineContact, PlanMeasure
from panoh.protection.forms.charges import currencies
from panoh.registry.models import Desk
from panoh.registry.wording import spoken, spoken_languages


def several(label: Any, choices: Any, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **more)


def regions() -> list[tuple[str, str]]:
    found = countries.divisions(settings.COUNTRY)
    return [(each.code, spoken(each.name)) for each in found if not each.parent]


class CampaignForm(forms.Form):
    title = forms.CharField(label=_("What is it called?"), max_length=200)
    aim = forms.CharField(
        label=_("What should people know or do afterwards?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    audiences = several(_("For whom?"), Campaign.Audience.choices)
    languages = several(_("In which languages?"), spoken_languages)
    channels = several(_("By which ways?"), Campaign.Channel.choices)
    divisions = several(_("In which regions? None means the whole country."), regions, required=False)
    first_day = day_field(_("First day"))
    last_day = day_field(_("Last day"))


class ReachForm(forms.Form):
    people = forms.IntegerField(label=_("How many people did it reach?"), min_value=0, max_value=100_000_000)
    how = forms.ChoiceField(label=_("How is that known?"), choices=CampaignReach.How.choices, widget=forms.RadioSelect)
    method = forms.CharField(
        label=_("By what was it counted or estimated?"),
        help_text=_("Tickets, signed lists, listeners of a survey, views of a page."),
        max_length=300,
    )
    on = day_field(_("Up to which day?"))


class MeasureForm(forms.Form):
    plan = forms.CharField(label=_("Which plan?"), max_length=120)
    number = forms.CharField(label=_("Number of the measure"), max_length=20)
    words = forms.CharField(label=_("What is to be done?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ModelChoiceField(
        label=_("Whose measure is it?"), queryset=Desk.objects.select_related("agency").order_by("code")
    )
    due_on = day_field(_("By when?"))
    budget = forms.DecimalField(
        label=_("How much is set aside?"),
        help_text=_("Leave it empty while it is not known. Empty is not nothing."),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=2,
    )
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies, required=False)


class ProgressForm(forms.Form):
    state = forms.ChoiceField(
        label=_("How far did it come?"), choices=PlanMeasure.State.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What was done, or why not?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    due_on = day_field(_("Another day, if it has to be moved"), required=False)


class ContactForm(forms.Form):
    topic = forms.ChoiceField(label=_("What is it about?"), choices=HotlineContact.Topic.choices)
    language = forms.ChoiceField(label=_("In which language?"), choices=spoken_languages)
    division = forms.ChoiceField(label=_("From where, if it was said"), choices=division_choices, required=False)
    abroad = forms.BooleanField(label=_("They are abroad"), required=False)
    in_danger = forms.BooleanField(label=_("Somebody may be in danger now"), required=False)
    child_possible = forms.BooleanField(label=_("A child may be among them"), required=False)


class PassOnForm(forms.Form):
    words = forms.CharField(
        label=_("What was said?"),
        help_text=_("No name is needed. What is written here is sealed."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    agreed = forms.BooleanField(label=_("The caller agrees that this goes on"), required=False)


class CallBackForm(forms.Form):
    number = forms.CharField(
        label=_("Which number?"),
        help_text=_("Only if they asked to be called back. It is sealed, and destroyed after the call."),
        max_length=30,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )
    safe_time = forms.CharField(
        label=_("When is it safe to call, and what must not be said?"), max_length=200, required=False
    )
    until = day_field(_("Until which day?"))
