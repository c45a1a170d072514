"""Forms of the application for status and of signals without identity."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import SeenForm, of_whom_there_is
from panoh.identification.models import Application, Signal
from panoh.instruments import countries
from panoh.registry.models import Case, Officer
from panoh.registry.wording import day


class ApplicationForm(SeenForm):
    """One page; only who applies has to be said. Whatever else is missing, it is received."""

    made_by = forms.ChoiceField(
        label=_("Who applies?"), choices=Application.MadeBy.choices, initial="person", widget=forms.RadioSelect
    )
    representative = forms.CharField(
        label=_("Who speaks for the person?"), help_text=_("Only if somebody does. It is sealed."), required=False
    )
    words = forms.CharField(
        label=_("What does the person want to say?"),
        help_text=_("Only if they wish, in their own words. Nothing has to be proved here."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    decide_now = forms.BooleanField(
        label=_("The person does not want to wait for the end of the recovery period"), required=False
    )

    def __init__(self, *args: Any, case: Case, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_whom_there_is(self.fields["made_by"], Application.MadeBy.choices, case, by=by)


class SignalForm(forms.Form):
    source = forms.ChoiceField(label=_("How did it come?"), choices=Signal.Source.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What was said?"),
        help_text=_("No name is needed. What is written here is sealed."),
        error_messages={"required": _("Write what was said, in a sentence; no name is needed.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    region = forms.ChoiceField(label=_("Where, if it was said"), required=False)
    in_danger = forms.BooleanField(label=_("Somebody may be in danger now"), required=False)
    child_possible = forms.BooleanField(label=_("A child may be among them"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = [("", _("not said")), *_divisions()]  # type: ignore[attr-defined]  # a ChoiceField


class JoinForm(forms.Form):
    same_as = forms.ChoiceField(label=_("It is the same as"), required=False)

    def __init__(self, *args: Any, signals: tuple[Signal, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(each.pk), f"{each.reference}, {day(each.received_at)}") for each in signals]
        self.fields["same_as"].choices = [("", _("none: it stands alone")), *offered]  # type: ignore[attr-defined]  # a ChoiceField


class MetForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the case"), help_text=_("Of the person who was met and interviewed."), max_length=20
    )


def _divisions() -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(each.code, each.name.in_language(language)) for each in countries.divisions(settings.COUNTRY)]
