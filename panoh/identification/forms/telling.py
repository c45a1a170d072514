"""Forms of telling a decision and of asking for reconsideration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import SeenForm, of_whom_there_is
from panoh.identification.models import Reconsideration, Telling
from panoh.registry.models import Case, Officer
from panoh.registry.wording import spoken_languages


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
        child = case.track == Case.Track.CHILD
        of_whom_there_is(self.fields["to_whom"], Telling.ToWhom.choices, case)
        self.fields["to_whom"].initial = Telling.ToWhom.GUARDIAN if child else Telling.ToWhom.PERSON


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

    def __init__(self, *args: Any, case: Case, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_whom_there_is(self.fields["asked_by"], Reconsideration.AskedBy.choices, case, by=by)
