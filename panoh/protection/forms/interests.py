"""Form of the assessment of a child's best interests."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.interests import Assessed
from panoh.registry.models import BestInterests


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


class InterestsForm(forms.Form):
    question = forms.ChoiceField(label=_("What is asked about?"), choices=BestInterests.Question.choices)
    present = forms.CharField(label=_("Who took part?"), max_length=1000, widget=_text(2))
    guardian_present = forms.BooleanField(label=_("The guardian took part"), required=False)
    views = forms.CharField(
        label=_("What does the child say and wish?"),
        help_text=_("In the child’s own words. A yes is heard as a no is; what moves the case is the decision below."),
        max_length=3000,
        widget=_text(4),
    )
    options = forms.CharField(label=_("Which options were weighed?"), max_length=3000, widget=_text(4))
    goes_ahead = forms.TypedChoiceField(
        label=_("Is it in the child’s best interests?"),
        choices=[("yes", _("yes, it goes ahead")), ("no", _("no, not like this"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reasons = forms.CharField(label=_("Why?"), max_length=3000, widget=_text(4))
    review_on = forms.DateField(
        label=_("On which day is it looked at again?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def given(self) -> Assessed:
        return Assessed(**{name: said for name, said in self.cleaned_data.items() if name != "after"})
