"""Forms of what the person wants done with the case: a pause, going on, leaving, coming back, the answer at eighteen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.course import MOST_ATTEMPTS
from panoh.identification.forms.decisions import SeenForm
from panoh.identification.queries import Movable
from panoh.registry.models import ClockExtension
from panoh.registry.wording import spoken, spoken_languages


class PauseForm(SeenForm):
    asked_by_person = forms.BooleanField(
        label=_("The person (for a child, the guardian) asked for a pause"), required=False
    )
    attempts = forms.IntegerField(
        label=_("If contact was lost: how often was it tried, by the safe way agreed?"),
        min_value=0,
        max_value=MOST_ATTEMPTS,
        initial=0,
    )
    risk = forms.CharField(
        label=_("What could have happened, and what is being done?"),
        error_messages={"required": _("Write what could have happened and what is being done.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WordsForm(SeenForm):
    words = forms.CharField(
        label=_("What is new?"),
        help_text=_("Only if you wish. It is sealed."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class WithdrawalForm(SeenForm):
    effect_explained = forms.BooleanField(
        label=_("I explained what leaving means, and the person confirmed that they want it"),
        error_messages={"required": _("Explain it first, alone with the person, and ask whether they want it.")},
    )
    words = forms.CharField(
        label=_("How was it explained and confirmed?"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class EighteenForm(SeenForm):
    agreed = forms.TypedChoiceField(
        label=_("What does the person say?"),
        choices=[
            ("yes", _("Agrees to stay, after it was explained anew")),
            ("no", _("No answer yet, or wants to think: the case is paused and never closed")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=spoken_languages)
    risk = forms.CharField(
        label=_("For a pause: what could happen, and what is being done?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DeadlineForm(SeenForm):
    """Which deadline, only where there are several; until when, and why."""

    step = forms.ChoiceField(label=_("Which deadline?"), widget=forms.RadioSelect)
    until = forms.DateField(
        label=_("Until which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    because = forms.ChoiceField(label=_("Why?"), choices=ClockExtension.Because.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What should be known of it?"),
        help_text=_("Only if you wish. It is sealed."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, can_be_moved: tuple[Movable, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(each.step.key, spoken(each.clock.name)) for each in can_be_moved]
        self.fields["step"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["step"].initial = offered[0][0] if offered else None
