"""The form of an interview at a site: lists and three-valued answers, and no place to write a name."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.instruments.prevention import site_interview
from panoh.prevention.actions import InterviewGiven
from panoh.prevention.models import SampledInterview
from panoh.registry.models import Sex
from panoh.registry.wording import spoken

ANSWERS = [("yes", _("yes")), ("no", _("no")), ("unknown", _("not known"))]
BEFORE = "q_"


class InterviewForm(forms.Form):
    id = forms.UUIDField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(
        label=_("The person heard what this is, that nobody learns of it, and agreed"), required=False
    )
    role = forms.ChoiceField(
        label=_("Who is the person here?"), choices=SampledInterview.Role.choices, widget=forms.RadioSelect
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, widget=forms.RadioSelect)
    age = forms.ChoiceField(label=_("Age"), choices=SampledInterview.Age.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["id"].initial = uuid4
        for each in site_interview().questions:
            self.fields[BEFORE + each.key] = forms.ChoiceField(
                label=spoken(each.words), choices=ANSWERS, widget=forms.RadioSelect
            )

    def given(self) -> InterviewGiven:
        said = {key.removeprefix(BEFORE): value for key, value in self.cleaned_data.items() if key.startswith(BEFORE)}
        fixed = {key: value for key, value in self.cleaned_data.items() if not key.startswith(BEFORE)}
        return InterviewGiven(answers=said, **fixed)
