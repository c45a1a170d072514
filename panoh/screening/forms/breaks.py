"""Forms of a break: why, until when, who goes on; and of going on again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Officer
from panoh.screening.forms.fields import YES_NO_UNSURE, LargeAnswers
from panoh.screening.models import Pause, Screening


class _Colleague(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    def label_from_instance(self, obj: Officer) -> str:
        return obj.name


class PauseForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why do you stop?"), choices=Pause.Reason.choices, widget=forms.RadioSelect)
    go_on_at = forms.DateTimeField(
        label=_("When did you agree to go on?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        required=False,
    )
    goes_on = _Colleague(
        label=_("Does a colleague of your desk go on?"),
        queryset=Officer.objects.none(),
        empty_label=_("nobody named"),
        required=False,
    )

    def __init__(self, *args: Any, screening: Screening, **given: Any) -> None:
        super().__init__(*args, **given)
        seats = Officer.objects.filter(post__desk=screening.desk_id, is_active=True).order_by("name")
        self.fields["goes_on"].queryset = seats  # type: ignore[attr-defined]  # a ModelChoiceField


class ResumeForm(forms.Form):
    """Danger and privacy again, where the break was long; otherwise nothing is asked."""

    in_danger = LargeAnswers(label=_("Is the person in danger right now?"), choices=YES_NO_UNSURE)
    private_place = LargeAnswers(
        label=_("Can you two talk where nobody else listens?"), choices=(("yes", _("Yes")), ("no", _("Not here")))
    )

    def __init__(self, *args: Any, asks_again: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        if not asks_again:
            self.fields.clear()

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        if not given:
            return {}
        danger = {"yes": True, "no": False}.get(given["in_danger"])
        return {"in_danger": danger, "private_place": given["private_place"] == "yes"}
