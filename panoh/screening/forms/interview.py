"""Forms of the talk before the questions: danger and first needs, the person's yes or no."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import DeclineReason, Sex
from panoh.registry.wording import spoken
from panoh.screening.forms.fields import YES_NO_UNSURE, CountryField, LargeAnswers
from panoh.screening.rules.needs_now import NEEDS_NOW


class NeedsNowForm(forms.Form):
    """What the person needs before anything else: coarse, and without a name."""

    needs_now = forms.MultipleChoiceField(
        label=_("What do they need before anything else?"),
        help_text=_("Tick what you see or hear. Help for it does not wait for the interview."),
        choices=lambda: [(need.code, spoken(need.name)) for need in NEEDS_NOW],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class DangerForm(NeedsNowForm):
    """Yes, no or not sure. Not sure is kept as not known. `knowingly`: although a colleague's interview is open."""

    in_danger = forms.ChoiceField(choices=YES_NO_UNSURE, widget=forms.HiddenInput)
    knowingly = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @property
    def answer(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["in_danger"])


class AgreementForm(forms.Form):
    """A child may also wish for someone beside them, or for later."""

    agreed = forms.ChoiceField(
        choices=(
            ("yes", _("Yes")),
            ("with_someone", _("With someone the child trusts")),
            ("later", _("Later")),
            ("no", _("No")),
        )
    )

    @property
    def answer(self) -> bool:
        return bool(self.cleaned_data["agreed"] == "yes")


class DeclineForm(forms.Form):
    sex = LargeAnswers(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN)
    nationality = CountryField(label=_("Nationality"))
    reason = forms.ChoiceField(label=_("Reason"), choices=DeclineReason.choices, widget=forms.RadioSelect)
