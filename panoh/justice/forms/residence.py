"""Forms of residence: asking on a ground, an extension, the decision, the remedy, and that a permit is needed no more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import of_whom_there_is
from panoh.justice.forms.cases import day_field
from panoh.justice.forms.penalties import text_area
from panoh.justice.models import PermitAppeal, PermitRequest, ResidencePermit
from panoh.justice.queries.residence import deciding_desks, residence_of_the_country
from panoh.registry.models import Case, Officer
from panoh.registry.wording import spoken


class ExtensionForm(forms.Form):
    to_desk = forms.ModelChoiceField(
        label=_("Which desk decides?"),
        help_text=_("It sees the case and who the person is, if the person agreed to it; never how they are reached."),
        queryset=deciding_desks(),
        empty_label=None,
    )
    made_by = forms.ChoiceField(
        label=_("Who asks?"), choices=PermitRequest.AskedBy.choices, initial="person", widget=forms.RadioSelect
    )
    representative = forms.CharField(
        label=_("Who speaks for the person?"),
        help_text=_("Only if somebody does. It is sealed."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    words = forms.CharField(
        label=_("What is to be said for it?"),
        help_text=_("Only what the person wants the authority to read. It is sealed."),
        required=False,
        max_length=3000,
        widget=text_area(4),
    )
    field_order = ("ground",)

    def __init__(self, *args: Any, case: Case, by: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_whom_there_is(self.fields["made_by"], PermitRequest.AskedBy.choices, case, by=by)


class AskForm(ExtensionForm):
    ground = forms.ChoiceField(label=_("On which ground?"), choices=(), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [(each.key, spoken(each.asks)) for each in residence_of_the_country().grounds]
        self.fields["ground"].choices = grounds  # type: ignore[attr-defined]  # a choice field, known above


class DecideForm(forms.Form):
    """Granted with its days, or refused with reasons: what belongs to the other is left empty."""

    granted = forms.TypedChoiceField(
        label=_("What is decided?"),
        choices=[("yes", _("granted")), ("no", _("refused"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    from_on = forms.DateField(
        label=_("Valid from"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    until_on = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    permanent = forms.BooleanField(label=_("A permanent permit: it has no last day"), required=False)
    reasons = forms.CharField(
        label=_("Reasons of a refusal"),
        help_text=_("In words the person can answer. They are sealed."),
        required=False,
        max_length=3000,
        widget=text_area(5),
    )

    def __init__(self, *args: Any, extends: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if extends:  # its last day follows from the proceedings
            del self.fields["until_on"], self.fields["permanent"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("granted") and not given.get("from_on") and "from_on" not in self.errors:
            self.add_error("from_on", ValidationError(_("Say from which day on the permit is valid.")))
        return given

    @property
    def days(self) -> dict[str, Any]:
        return {key: value for key, value in self.cleaned_data.items() if key not in ("granted", "reasons")}


class AppealForm(forms.Form):
    asked_of = forms.ChoiceField(
        label=_("To whom is the appeal made?"), choices=PermitAppeal.AskedOf.choices, widget=forms.RadioSelect
    )
    on = day_field(_("On which day?"))
    words = forms.CharField(label=_("In which words?"), required=False, max_length=3000, widget=text_area(4))


class AppealBecameForm(forms.Form):
    succeeded = forms.TypedChoiceField(
        label=_("What became of it?"),
        choices=[("yes", _("The refusal is set aside; the authority decides anew")), ("no", _("The refusal stands"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    on = day_field(_("On which day?"))
    words = forms.CharField(label=_("What was answered?"), required=False, max_length=3000, widget=text_area(3))


class EndPermitForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Why is it needed no more?"), choices=ResidencePermit.NotNeeded.choices, widget=forms.RadioSelect
    )
    on = day_field(_("Since which day?"))
