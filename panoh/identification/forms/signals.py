"""Forms of signals without identity: recording one, joining two, the person who was met, closing one and taking it up again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Signal, SignalClosing
from panoh.identification.queries import agencies_to_hand_to, signal_named
from panoh.instruments import countries
from panoh.registry.models import Agency, Officer
from panoh.registry.wording import day

NEEDED = {
    "same_as": _("where another signal speaks of the same people"),
    "handed_to": _("where it is handed to another agency"),
}
AGAIN = [each for each in SignalClosing.Again.choices if each[0] != SignalClosing.Again.MET]


class SignalForm(forms.Form):
    source = forms.ChoiceField(label=_("How did it come?"), choices=Signal.Source.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What was said?"),
        help_text=_("No name is needed. What is written here is sealed."),
        error_messages={"required": _("Write what was said, in a sentence; no name is needed.")},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    region = forms.ChoiceField(label=_("Where, if it was said"), required=False)
    in_danger = forms.BooleanField(label=_("Somebody may be in danger now"), required=False)
    child_possible = forms.BooleanField(label=_("A child may be among them"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = [("", _("not said")), *_divisions()]  # type: ignore[attr-defined]  # a ChoiceField


class JoinForm(forms.Form):
    same_as = forms.ChoiceField(label=_("It is the same as"), required=False)

    def __init__(self, *args: Any, signals: tuple[Signal, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(each.pk), f"{each.reference}, {day(each.received_at)}") for each in signals]
        self.fields["same_as"].choices = [("", _("none: it stands alone")), *offered]  # type: ignore[attr-defined]  # a ChoiceField


class MetForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the case"), help_text=_("Of the person who was met and interviewed."), max_length=20
    )


class CloseForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why is it followed no further?"), choices=SignalClosing.Because.choices, widget=forms.RadioSelect
    )
    same_as = forms.CharField(label=_("Reference of the other signal"), max_length=20, required=False)
    handed_to = forms.ModelChoiceField(
        label=_("Agency it is handed to"),
        help_text=_("Panoh sends nothing: hand over yourself what they need to help."),
        queryset=Agency.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handed_to"].queryset = agencies_to_hand_to()  # type: ignore[attr-defined]  # a model choice
        for key, where in NEEDED.items():
            self.fields[key].needed = where  # type: ignore[attr-defined]  # read where the label is shown

    def given(self, by: Officer) -> dict[str, Any]:
        """The arguments of the act; raises Refused where no signal of the officer's has the reference typed."""
        clean, typed = self.cleaned_data, self.cleaned_data["same_as"].strip()
        return {**clean, "same_as": signal_named(by, typed) if typed else None}


class AnswerClosingForm(forms.Form):
    """Two buttons, and which closing was seen."""

    closing = forms.IntegerField(widget=forms.HiddenInput)
    agree = forms.ChoiceField(choices=(("yes", _("I agree: close it")), ("no", _("Keep it open"))))


class TakeUpForm(forms.Form):
    because = forms.ChoiceField(label=_("Why is it taken up again?"), choices=AGAIN, widget=forms.RadioSelect)


def _divisions() -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [(each.code, each.name.in_language(language)) for each in countries.divisions(settings.COUNTRY)]
