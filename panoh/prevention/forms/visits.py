"""Forms of a visit: its planning, what became of it, a signal raised there, and the remedies asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.prevention.forms.sites import day_field
from panoh.prevention.models import Remedy, Visit
from panoh.prevention.queries.visits import watching_desks
from panoh.registry.models import Desk

SEALED = _("Without names. Sealed.")


def words_field(label: Any, *, required: bool = True, help_text: Any = SEALED) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def number_field(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=_("Leave empty where nobody knows."),
        required=False,
        min_value=0,
        max_value=1_000_000,
    )


class PlanVisitForm(forms.Form):
    desk = forms.ModelChoiceField(label=_("Which desk goes?"), queryset=Desk.objects.none(), empty_label=None)
    planned_on = day_field(_("On which day?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desk"].queryset = watching_desks()  # type: ignore[attr-defined]  # a model choice, known above


class MadeForm(forms.Form):
    on = day_field(_("On which day were you there?"))
    private = forms.TypedChoiceField(
        label=_("Could people be asked where nobody hears?"),
        help_text=_("Without that nobody is asked: they would pay for it."),
        choices=[("yes", _("yes")), ("no", _("no"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    present = number_field(_("How many people were at work?"))
    declined = number_field(_("How many did not wish to be asked?"))
    note = words_field(_("What did you see?"), required=False)


class RefusedForm(forms.Form):
    on = day_field(_("On which day were you there?"))
    refusal = forms.ChoiceField(
        label=_("How were you kept out?"), choices=Visit.Refusal.choices, widget=forms.RadioSelect
    )
    note = words_field(_("What happened?"), required=False)


class CancelForm(forms.Form):
    note = words_field(_("Why is it called off?"))


class RaiseForm(forms.Form):
    words = words_field(
        _("What did you see or hear?"),
        help_text=_("How to find the person again safely; no name is needed. Sealed, and not shown at the site."),
    )
    child_possible = forms.BooleanField(label=_("A child may be among them"), required=False)
    in_danger = forms.BooleanField(label=_("There is danger now"), required=False)


class RemedyForm(forms.Form):
    what = words_field(_("What is to be done?"))
    desk = forms.ModelChoiceField(label=_("By which desk?"), queryset=Desk.objects.order_by("code"), empty_label=None)
    due_on = day_field(_("By which day?"))


class AnswerForm(forms.Form):
    became = forms.ChoiceField(label=_("What became of it?"), choices=Remedy.Became.choices, widget=forms.RadioSelect)
    evidence = words_field(_("What shows that it was done, or why was it not?"))
