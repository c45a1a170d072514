"""Forms of referral, intake and decision. Each carries the state the officer saw, so that an old page is told apart."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Decision
from panoh.registry.access import Role
from panoh.registry.models import Case, DeclineReason, Officer
from panoh.registry.queries.officers import case_managers

NO_DECLARATION = _("Without this declaration give the case to a colleague in the same role. The clock keeps running.")
ELEMENTS = ("act", "means", "purpose")
OUTCOMES = (
    (Decision.Outcome.POSITIVE.value, _("There are reasonable grounds to believe that the person is a victim")),
    (Decision.Outcome.NEGATIVE.value, _("There are no reasonable grounds (a second officer must sign)")),
)


class SeenForm(forms.Form):
    """An act that asks for nothing more than that the officer saw where the case stands."""

    seen = forms.CharField(max_length=30, widget=forms.HiddenInput)


def of_whom_there_is(
    field: forms.Field, choices: list[tuple[str, Any]], case: Case, *, by: Officer | None = None
) -> None:
    """Offer all but the guardian to an adult: only a child, or whoever may be one, has somebody who decides with them.
    An advocate speaks as the representative."""
    child = case.track == Case.Track.CHILD
    offered = [each for each in choices if child or each[0] != "guardian"]
    if by is not None and by.role == Role.ADVOCATE:
        offered = [each for each in offered if each[0] == "representative"]
        field.initial = "representative"
    field.choices = offered  # type: ignore[attr-defined]  # a ChoiceField


class RefusalForm(SeenForm):
    reason = forms.ChoiceField(
        label=_("Why does the person decline?"),
        help_text=_("Choose what comes closest. Nothing is written down that could name the person."),
        choices=DeclineReason.choices,
        widget=forms.RadioSelect,
    )
    hotline_given = forms.BooleanField(
        label=_("I gave the person the leaflet with the hotline number, or said it aloud"),
        error_messages={"required": _("Give the number first, on paper or aloud: it is the person’s way back.")},
    )


class DuplicatesForm(SeenForm):
    looked = forms.BooleanField(
        label=_("I looked at the cases that may be the same person"),
        error_messages={"required": _("Look at the cases listed above, then tick this.")},
    )


class ManagerForm(SeenForm):
    manager = forms.ModelChoiceField(
        label=_("Who manages the case?"),
        help_text=_(
            "One officer answers for the whole way. At another agency: only with the person’s yes to the referral."
        ),
        queryset=Officer.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["manager"]
        field.queryset = case_managers()  # type: ignore[attr-defined]  # a model choice, known above
        field.label_from_instance = lambda each: f"{each.name}, {each.desk} ({each.desk.agency})"  # type: ignore[attr-defined]


class ElementsForm(SeenForm):
    """What was found on act, means and purpose. A box left empty is told by the act itself, with the way forward."""

    needed: Promise | str = _("needed")

    act = forms.CharField(
        label=_("Act: what was done"),
        help_text=_("Recruited, moved, handed over, lodged or taken in: by whom, when, how?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    means = forms.CharField(
        label=_("Means: how it was done"),
        help_text=_("Deception, threat, force, abuse of weakness, payment to someone in control. A child needs none."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    purpose = forms.CharField(
        label=_("Purpose: for which exploitation"),
        help_text=_("What the person had to do, or was meant to; hours, pay, papers, freedom to leave."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, asked: Collection[str] = ELEMENTS, **kwargs: Any) -> None:
        """Only the elements that are `asked`: of a child no means."""
        super().__init__(*args, **kwargs)
        for key in ELEMENTS:
            self.fields[key].needed = self.needed  # type: ignore[attr-defined]  # read where the label is shown
            if key not in asked:
                del self.fields[key]


class DecisionForm(ElementsForm):
    field_order = ("outcome", "form", *ELEMENTS, "reasons", "no_conflict")
    needed = _("needed where there are no reasonable grounds")

    outcome = forms.ChoiceField(label=_("Your decision"), choices=OUTCOMES, widget=forms.RadioSelect)
    form = forms.ChoiceField(
        label=_("Form of exploitation"), choices=Case.Form.choices, initial=Case.Form.UNKNOWN, widget=forms.RadioSelect
    )
    reasons = forms.CharField(
        label=_("Your reasons"),
        help_text=_(
            "What you found, what you did not find, and what weighs most. Another officer must be able to follow."
        ),
        error_messages={"required": _("Write in a sentence or two what was found and what was not.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    no_conflict = forms.BooleanField(
        label=_("I have no conflict of interest in this case, and I do not investigate the crime"),
        error_messages={"required": NO_DECLARATION},
    )

    def given(self) -> dict[str, Any]:
        """The arguments of the act."""
        clean = self.cleaned_data
        return {
            "outcome": clean["outcome"],
            "form": clean["form"],
            "reasons": clean["reasons"],
            "elements": {key: clean[key] for key in ELEMENTS if key in clean},
            "conflict_of_interest": not clean["no_conflict"],
        }


class SignatureForm(SeenForm):
    no_conflict = forms.BooleanField(
        label=_("I read the reasons, I agree, and I have no conflict of interest in this case"),
        error_messages={"required": NO_DECLARATION},
    )


class SendBackForm(SeenForm):
    reason = forms.CharField(
        label=_("What is missing, or what do you see differently?"),
        error_messages={"required": _("Write a sentence, so that your colleague knows what to look at.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class FormalForm(SeenForm):
    asked_by_person = forms.BooleanField(
        label=_("The person (for a child, the guardian) asked for a decision now"), required=False
    )
    agencies_asked = forms.BooleanField(
        label=_("Every agency was asked once, with a date for its answer"),
        error_messages={"required": _("Ask the agencies that are missing first, and note when they answer.")},
    )
