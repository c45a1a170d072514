"""Forms of telling a decision and of asking for reconsideration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import SeenForm
from panoh.identification.models import Reconsideration, Telling
from panoh.instruments import countries
from panoh.registry.models import Case


def spoken_languages() -> list[tuple[str, str]]:
    """The languages people in the country speak, in the reader's words."""
    reader = get_language() or "en"
    return [(each.code, each.name.in_language(reader)) for each in countries.country(settings.COUNTRY).languages]


class TellForm(SeenForm):
    """Choices only: nothing written here could name the person or the way they are reached."""

    to_whom = forms.ChoiceField(label=_("Who was told?"), choices=Telling.ToWhom.choices, widget=forms.RadioSelect)
    way = forms.ChoiceField(
        label=_("By which way?"),
        help_text=_("Never by a letter or a message that somebody else could read."),
        choices=Telling.Way.choices,
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=spoken_languages)
    interpreter = forms.ChoiceField(
        label=_("Who interpreted?"), choices=Telling.Interpreter.choices, widget=forms.RadioSelect
    )
    outcome = forms.ChoiceField(
        label=_("Was it understood?"),
        help_text=_("Ask the person to say in their own words what was decided and what they can do now."),
        choices=Telling.Outcome.choices,
        widget=forms.RadioSelect,
    )
    paper = forms.ChoiceField(
        label=_("The paper"),
        help_text=_("Where will it lie, and who could find it? Ask before handing it over."),
        choices=Telling.Paper.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        child, field = case.track == Case.Track.CHILD, self.fields["to_whom"]
        field.initial = Telling.ToWhom.GUARDIAN if child else Telling.ToWhom.PERSON


class ReconsiderForm(SeenForm):
    asked_by = forms.ChoiceField(
        label=_("Who asks?"), choices=Reconsideration.AskedBy.choices, widget=forms.RadioSelect
    )
    representative = forms.CharField(
        label=_("Who speaks for the person?"), help_text=_("Only if somebody does. It is sealed."), required=False
    )
    grounds = forms.CharField(
        label=_("What is new, or what went wrong?"),
        help_text=_("In a sentence or two, in the person’s own words where you can. A late request is looked at too."),
        error_messages={"required": _("Write in a sentence what is new or what went wrong.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
