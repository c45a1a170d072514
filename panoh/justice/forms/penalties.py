"""Forms of a penalty on a person, of its link with the exploitation, and of what lifts it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.justice.actions import PenaltyGiven
from panoh.justice.forms.cases import day_field
from panoh.justice.forms.people import currencies
from panoh.justice.models import LinkAssessment, Penalty, Relief
from panoh.justice.models.penalties import PenaltyAuthority
from panoh.justice.queries.penalties import rule_of_the_country
from panoh.justice.rules.link import RELIEFS
from panoh.registry.wording import spoken

THREE = [("yes", _("yes")), ("no", _("no")), ("", _("not known"))]


def text_area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})


class PenaltyForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What was imposed, or is planned?"), choices=Penalty.Kind.choices, widget=forms.RadioSelect
    )
    on = day_field(_("On which day? (of a removal: the day it is planned for)"))
    until = forms.DateField(
        label=_("Until which day? (of a detention)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    authority = forms.ChoiceField(label=_("By whom?"), choices=PenaltyAuthority.choices)
    article = forms.CharField(
        label=_("Article"),
        help_text=_("As the paper has it; a code after it, such as 130 КоАП."),
        required=False,
        max_length=60,
    )
    amount = forms.DecimalField(label=_("How much?"), required=False, max_digits=12, decimal_places=2)
    currency = forms.ChoiceField(label=_("In which money?"), choices=currencies, required=False)
    place = forms.CharField(
        label=_("Where is the person held?"),
        help_text=_("Sealed. If a suspect is held in the same place, an alert is raised."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    with_suspect = forms.TypedChoiceField(
        label=_("Is a suspect held there too?"),
        choices=THREE,
        coerce=lambda value: {"yes": True, "no": False}.get(value),
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("What happened?"), required=False, max_length=3000, widget=text_area(3))

    def given(self) -> PenaltyGiven:
        return PenaltyGiven(**self.cleaned_data)


class LinePenaltyForm(PenaltyForm):
    """Of somebody on a roster without a case: no sealed words, as nobody could ask for them to be forgotten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["words"]
        self.fields["place"].help_text = _("The name is not kept, only whether it is the place of a suspect.")

    def given(self) -> PenaltyGiven:
        return PenaltyGiven(**self.cleaned_data)


class LinkForm(forms.Form):
    compulsion = forms.ChoiceField(choices=LinkAssessment.Answer.choices, widget=forms.RadioSelect)
    causation = forms.ChoiceField(choices=LinkAssessment.Answer.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(label=_("Why?"), max_length=3000, widget=text_area(4))
    after = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for model in rule_of_the_country().models:
            if model.key in self.fields:
                self.fields[model.key].label = spoken(model.asks)


class ReliefForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is asked for?"), choices=(), widget=forms.RadioSelect)
    asked_of = forms.ChoiceField(label=_("Of whom?"), choices=PenaltyAuthority.choices)
    on = day_field(_("On which day?"))
    words = forms.CharField(label=_("In which words?"), required=False, max_length=3000, widget=text_area(3))

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(Relief.Kind.choices)
        self.fields["kind"].choices = [(each, labels[each]) for each in RELIEFS[kind]]  # type: ignore[attr-defined]  # a choice field, known above


class BecameForm(forms.Form):
    became = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[("granted", _("granted")), ("refused", _("refused")), ("done", _("carried out"))],
        widget=forms.RadioSelect,
    )
    on = day_field(_("On which day?"))
    words = forms.CharField(label=_("What was answered?"), required=False, max_length=3000, widget=text_area(3))
