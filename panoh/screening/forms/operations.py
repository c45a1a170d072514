"""Forms of operations."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.screening.models import Operation, RosterEntry


class OperationForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=Operation.Kind.choices)
    title = forms.CharField(
        label=_("How your desk calls it"),
        help_text=_("A flight number, a place or a road. Never the name of a person."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    region = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, *given: object, **more: object) -> None:
        super().__init__(*given, **more)  # type: ignore[arg-type]  # passed on as they came
        self.fields["region"] = forms.ChoiceField(label=_("Region"), required=False, choices=_regions())


class StatusForm(forms.Form):
    """What became of a person on the roster; `seen_as` is what the page showed when the officer chose."""

    status = forms.ChoiceField(
        choices=[
            (status.value, status.label)
            for status in (RosterEntry.Status.MOVED_ON, RosterEntry.Status.AGAIN, RosterEntry.Status.TO_SCREEN)
        ]
    )
    seen_as = forms.ChoiceField(choices=RosterEntry.Status.choices)


def _regions() -> list[tuple[str, str]]:
    language = get_language() or "en"
    regions = [each for each in countries.divisions(settings.COUNTRY) if not each.parent]
    return [("", "—"), *((each.code, each.name.in_language(language)) for each in regions)]
