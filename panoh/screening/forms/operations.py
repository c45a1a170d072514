"""Forms of operations: opening one, closing it, handing it over, and the period its numbers are asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.registry.models import Desk, Officer
from panoh.screening.models import Operation


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class OperationForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=Operation.Kind.choices)
    title = forms.CharField(
        label=_("How your desk calls it"),
        help_text=_("A flight number, a place or a road. Never the name of a person."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = forms.DateField(label=_("On which day?"), widget=day_input())
    region = forms.ChoiceField(label=_("Region or district"), required=False)
    place = forms.CharField(
        label=_("Where in it"),
        required=False,
        max_length=80,
        help_text=_("A farm, a market, a building site. Never the name of a person."),
    )
    sector = forms.ChoiceField(label=_("Sector of work"), required=False, help_text=_("For a raid or an inspection."))
    expected = forms.IntegerField(
        label=_("How many people are expected?"),
        required=False,
        min_value=0,
        max_value=100_000,
        help_text=_("As announced. Leave it empty where nobody said."),
    )

    def __init__(self, *given: object, **more: object) -> None:
        super().__init__(*given, **more)  # type: ignore[arg-type]  # passed on as they came
        for name, choices in (("region", _divisions()), ("sector", _sectors())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why somebody is not accounted for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Kept sealed. Leave it empty where everybody is accounted for."),
    )


class ExpectForm(forms.Form):
    expected = forms.IntegerField(required=False, min_value=0, max_value=100_000)


class HandOverForm(forms.Form):
    to = forms.ChoiceField(label=_("To whom?"), help_text=_("To an officer, or to whoever of a desk accepts first."))
    note = forms.CharField(
        label=_("What the next shift should know"),
        required=False,
        max_length=4000,
        widget=forms.Textarea,
        help_text=_("Kept sealed; only the receiver and your desk open it."),
    )

    def __init__(self, *given: Any, receivers: list[tuple[Desk, list[Officer]]], **more: Any) -> None:
        super().__init__(*given, **more)
        self._desks = {f"desk-{desk.pk}": (desk, None) for desk, _officers in receivers}
        self._officers = {f"officer-{each.pk}": (desk, each) for desk, of in receivers for each in of}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        anyone = _("%(desk)s, whoever accepts first")
        field.choices = [
            (str(desk), [(f"desk-{desk.pk}", anyone % {"desk": desk}), *((f"officer-{o.pk}", o.name) for o in of)])
            for desk, of in receivers
        ]

    def offered(self) -> dict[str, Any]:
        desk, officer = (self._desks | self._officers)[self.cleaned_data["to"]]
        return {"to_desk": desk, "to_officer": officer, "note": self.cleaned_data["note"]}


class AnswerForm(forms.Form):
    reason = forms.CharField(
        label=_("Why you cannot take it over"), required=False, max_length=2000, widget=forms.Textarea
    )


class PeriodForm(forms.Form):
    start = forms.DateField(label=_("From"), widget=day_input())
    end = forms.DateField(label=_("Until"), widget=day_input())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("start") and given.get("end") and given["end"] < given["start"]:
            raise forms.ValidationError(_("The period ends before it begins. Change one of the two days."))
        return given


def _divisions() -> list[tuple[str, Any]]:
    """Each region with its districts below it."""
    language, every = get_language() or "en", countries.divisions(settings.COUNTRY)
    groups: list[tuple[str, Any]] = [("", "—")]
    for region in (each for each in every if not each.parent):
        inside = [each for each in every if each.parent == region.code]
        name = region.name.in_language(language)
        groups.append((name, [(each.code, each.name.in_language(language)) for each in (region, *inside)]))
    return groups


def _sectors() -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [("", "—"), *((each.key, each.name.in_language(language)) for each in countries.sectors(settings.COUNTRY))]
