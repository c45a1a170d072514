"""Forms of the talk before the questions: danger, conditions, the person's yes or no."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.registry.models import Case, DeclineReason, Sex
from panoh.screening.forms.fields import YES_NO_UNSURE, CountryField, LargeAnswers

SHARED, INTERPRETER, COMPANION = "shared", "interpreter", "companion"


class DangerForm(forms.Form):
    """Yes, no or not sure. Not sure is kept as not known."""

    in_danger = forms.ChoiceField(choices=YES_NO_UNSURE)

    @property
    def answer(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["in_danger"])


class ConditionsForm(forms.Form):
    private_place = LargeAnswers(
        label=_("Can you two talk where nobody else listens?"), choices=(("yes", _("Yes")), ("no", _("Not here")))
    )
    helped_by = forms.ChoiceField(
        label=_("How do you understand each other?"),
        choices=(
            (SHARED, _("We speak the same language")),
            (INTERPRETER, _("An independent interpreter helps, here or by telephone")),
            (COMPANION, _("Someone who came with the person interprets")),
        ),
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(label=_("In which language do you talk?"))
    could_be_child = LargeAnswers(
        label=_("Is the person under 18, or could they be?"),
        help_text=_("If you are not sure, the person counts as a child until the age is known."),
        choices=YES_NO_UNSURE,
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        language = get_language() or "en"
        spoken = countries.country(settings.COUNTRY).languages
        self.fields["language"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *((each.code, each.name.in_language(language)) for each in spoken if each.for_victims),
            ("other", _("another language")),
        ]

    def clean_private_place(self) -> bool:
        if self.cleaned_data["private_place"] != "yes":
            raise forms.ValidationError(
                _(
                    "Find a place where nobody listens before you ask anything. If there is none, offer help and talk later."
                )
            )
        return True

    def clean_helped_by(self) -> str:
        if self.cleaned_data["helped_by"] == COMPANION:
            raise forms.ValidationError(
                _(
                    "Whoever came along may be part of what happened. Use an independent interpreter, by telephone if need be."
                )
            )
        return str(self.cleaned_data["helped_by"])

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "private_place": given["private_place"],
            "language": given["language"],
            "interpreter": given["helped_by"] == INTERPRETER,
            "track": Case.Track.ADULT if given["could_be_child"] == "no" else Case.Track.CHILD,
        }


class AgreementForm(forms.Form):
    agreed = forms.ChoiceField(choices=(("yes", _("Yes")), ("no", _("No"))))

    @property
    def answer(self) -> bool:
        return bool(self.cleaned_data["agreed"] == "yes")


class DeclineForm(forms.Form):
    sex = LargeAnswers(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN)
    nationality = CountryField(label=_("Nationality"))
    reason = forms.ChoiceField(label=_("Reason"), choices=DeclineReason.choices, widget=forms.RadioSelect)
