"""Forms of the support plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions import GoalGiven
from panoh.protection.actions.plans import CHOSEN_END
from panoh.protection.models import PlanGoal, SupportPlan
from panoh.registry.models import Desk

THE_PERSON = "person"


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PlanForm(forms.Form):
    wish = forms.CharField(
        label=_("What does the person wish for themselves?"),
        help_text=_("In their own words. Sealed: only the desk that keeps the plan can open it."),
        max_length=3000,
        widget=_text(5),
    )


class GoalForm(forms.Form):
    goal = forms.CharField(label=_("What does the person want to reach?"), max_length=500, widget=_text(2))
    step = forms.CharField(label=_("What is done for it?"), max_length=1000, widget=_text(3))
    who = forms.ChoiceField(
        label=_("Who does it?"),
        help_text=_("Desks that know the person already. Refer the need first where another one is wanted."),
        choices=(),
        widget=forms.RadioSelect,
    )
    due = forms.DateField(label=_("By which day?"), widget=_day())

    def __init__(self, *args: Any, desks: Iterable[Desk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._desks = {str(desk.pk): desk for desk in desks}
        named = [(key, str(desk)) for key, desk in self._desks.items()]
        self.fields["who"].choices = [(THE_PERSON, _("the person")), *named]  # type: ignore[attr-defined]  # a choice field, known above

    def given(self) -> GoalGiven:
        told = self.cleaned_data
        return GoalGiven(told["goal"], told["step"], self._desks.get(told["who"]), told["due"])


class CloseGoalForm(forms.Form):
    outcome = forms.ChoiceField(label=_("How did it go?"), choices=PlanGoal.Outcome.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("In a few words"), required=False, max_length=1000, widget=_text(3))


class ReviewForm(forms.Form):
    words = forms.CharField(label=_("How does it go, goal by goal?"), max_length=3000, widget=_text(5))
    wish = forms.CharField(
        label=_("What does the person wish now?"),
        help_text=_("Leave it empty if nothing has changed; what was said before is kept."),
        required=False,
        max_length=3000,
        widget=_text(3),
    )
    with_person = forms.BooleanField(label=_("The person took part"), required=False)
    next_on = forms.DateField(
        label=_("On which day is it looked at next?"),
        help_text=_("Empty: as late as the procedure allows."),
        required=False,
        widget=_day(),
    )


class EndPlanForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why does the plan end?"),
        choices=[(key, label) for key, label in SupportPlan.Ended.choices if key in CHOSEN_END],
        widget=forms.RadioSelect,
    )
