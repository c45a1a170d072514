"""Forms about a stay: arriving, its end, the wish to move, and contact after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Departure, FollowUp
from panoh.protection.rules.house_rules import PROMISES
from panoh.referral.models import Need
from panoh.registry.wording import spoken, spoken_languages


class EndStayForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why does the stay end?"),
        choices=[each for each in Departure.Because.choices if each[0] != Departure.Because.MOVED],
        widget=forms.RadioSelect,
    )
    where_to = forms.ChoiceField(
        label=_("Where does the person go?"), choices=Departure.WhereTo.choices, widget=forms.RadioSelect
    )
    wished = forms.TypedChoiceField(
        label=_("Does the person wish it?"),
        help_text=_("If not, or if it is a child, a colleague signs too; until then the person stays."),
        choices=[("yes", _("yes")), ("no", _("no, or not known"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What is there to say about it?"),
        help_text=_("Sealed. Needed where the person does not wish to leave."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class MoveWishForm(forms.Form):
    urgency = forms.ChoiceField(label=_("How soon?"), choices=Need.Urgency.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What should the other house know?"),
        help_text=_("Sealed. Do not write where this house is."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class IntakeForm(forms.Form):
    language = forms.ChoiceField(label=_("In which language was the person told?"), choices=spoken_languages)
    told = forms.MultipleChoiceField(
        label=_("What did you tell the person?"),
        help_text=_("Read it out or show it. What cannot be told today is told later."),
        choices=lambda: [(key, spoken(said)) for key, said in PROMISES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    things = forms.CharField(
        label=_("What does the house keep for the person, at their wish?"),
        help_text=_("One thing a line. Sealed. Leave it empty if the person keeps everything."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_told(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["told"])


class AskAgainForm(forms.Form):
    agreed = forms.TypedChoiceField(
        label=_("May this house go on knowing who they are?"),
        help_text=_("A no ends nothing: the bed stays theirs. For a child the guardian is asked, and told."),
        choices=[("yes", _("yes")), ("no", _("no"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("In which language was it explained?"), choices=spoken_languages)
    explained = forms.BooleanField(label=_("It was explained, alone and without hurry"), required=False)
    until = forms.DateField(
        label=_("Until which day, if the person says so?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class TellMoreForm(forms.Form):
    told = forms.MultipleChoiceField(
        label=_("What did you tell the person?"), choices=(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, untold: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told"].choices = [(key, spoken(PROMISES[key])) for key in untold]  # type: ignore[attr-defined]  # a choice field, known above

    def clean_told(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["told"])


class FollowUpForm(forms.Form):
    came = forms.ChoiceField(
        label=_("What came of it?"),
        help_text=_("Not reached: try again on another day. After the third try this contact is let go."),
        choices=FollowUp.Came.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("How is the person, and what do they wish?"),
        help_text=_("Sealed. A new need is recorded in the case."),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
