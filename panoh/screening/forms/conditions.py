"""The form of how a talk is held: place, language, who interprets, who else is there, who stands by a child."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.registry.models import Case
from panoh.registry.wording import spoken
from panoh.screening.forms.fields import YES_NO_UNSURE, LargeAnswers
from panoh.screening.queries.wording import INTERPRETERS, MODES, PRESENT, SEX_WISHED, SUPPORT
from panoh.screening.rules.conditions import Conditions, problems

SHARED, INTERPRETER, COMPANION = "shared", "interpreter", "companion"


class ConditionsForm(forms.Form):
    """The parts about an interpreter and about a child count only where there is one."""

    private_place = LargeAnswers(
        label=_("Can you two talk where nobody else listens?"), choices=(("yes", _("Yes")), ("no", _("Not here")))
    )
    mode = forms.ChoiceField(label=_("How do you talk?"), choices=MODES, initial="in_person", required=False)
    present = forms.MultipleChoiceField(
        label=_("Who else is there?"),
        help_text=_("Nobody who came with the person, and nobody who may control them."),
        choices=PRESENT,
        widget=forms.CheckboxSelectMultiple,
        required=False,
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
    interpreter = forms.ChoiceField(label=_("Who interprets?"), choices=INTERPRETERS, required=False)
    sex_wished = forms.ChoiceField(
        label=_("Asked: a woman or a man as interpreter?"), choices=SEX_WISHED, required=False
    )
    sworn = forms.BooleanField(
        label=_("The interpreter promised, aloud and in both languages, to keep silent about what is said"),
        required=False,
    )
    language = forms.ChoiceField(label=_("In which language do you talk?"))
    could_be_child = LargeAnswers(
        label=_("Is the person under 18, or could they be?"),
        help_text=_("If you are not sure, the person counts as a child until the age is known."),
        choices=YES_NO_UNSURE,
    )
    support = forms.ChoiceField(
        label=_("Who stands by the child?"), choices=SUPPORT, widget=forms.RadioSelect, required=False
    )
    trained = forms.ChoiceField(
        label=_("Are you trained to talk with children?"),
        choices=(("", _("not said")), ("yes", _("Yes")), ("no", _("No, and nobody who is can come now"))),
        required=False,
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        language = get_language() or "en"
        people = countries.country(settings.COUNTRY).languages
        self.fields["language"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *((each.code, each.name.in_language(language)) for each in people if each.for_victims),
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

    def clean(self) -> dict[str, Any]:
        """What stands in the way is said at the field it is about, with what to do instead."""
        given = super().clean() or {}
        for problem in problems(self._conditions(), needs_interpreter=self._interpreted, child=self._child):
            self.add_error(problem.about, f"{spoken(problem.why)} {spoken(problem.instead)}")
        return given

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "private_place": given["private_place"],
            "language": given["language"],
            "interpreter": self._interpreted,
            "track": Case.Track.CHILD if self._child else Case.Track.ADULT,
            "told": self._conditions(),
        }

    @property
    def _interpreted(self) -> bool:
        return self.cleaned_data.get("helped_by") == INTERPRETER

    @property
    def _child(self) -> bool:
        return self.cleaned_data.get("could_be_child") != "no"

    def _conditions(self) -> Conditions:
        given = self.cleaned_data
        return Conditions(
            mode=given.get("mode") or "in_person",
            interpreter=given.get("interpreter", "") if self._interpreted else "",
            sex_wished=given.get("sex_wished", "") if self._interpreted else "",
            sworn=self._interpreted and given.get("sworn", False),
            present=tuple(given.get("present", ())),
            support=given.get("support", "") if self._child else "",
            trained=given.get("trained", "") if self._child else "",
        )
