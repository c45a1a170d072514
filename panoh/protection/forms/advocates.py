"""Forms of the independent advocate: whom the person chooses and what they share; the desk's answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.models import Advocate
from panoh.protection.queries.advocates import SHARED, Candidate
from panoh.registry.models import Desk


class AdvocateForm(forms.Form):
    desk = forms.ModelChoiceField(
        label=_("Whom does the person choose?"),
        queryset=Desk.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Ask the person whom they choose, and choose it here.")},
    )
    shares = forms.MultipleChoiceField(
        label=_("What may the advocate see, once they have said yes?"),
        help_text=_(
            "Where the case stands, what was decided and what is due they see in any case. Tell the person so."
        ),
        choices=list(SHARED.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(
        label=_("Until which day?"),
        help_text=_("Only if the person wants it to end sooner. They can end it at any time."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    wished = forms.BooleanField(
        label=_("I explained who an advocate is, and this is the person’s own choice"),
        error_messages={"required": _("Explain it first, alone with the person, and ask whom they choose.")},
    )

    def __init__(self, *args: Any, candidates: tuple[Candidate, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = [each.desk.pk for each in candidates if not each.ties]
        field = self.fields["desk"]
        field.queryset = Desk.objects.filter(pk__in=free).select_related("agency")  # type: ignore[attr-defined]  # a model choice
        field.label_from_instance = lambda desk: f"{desk.agency}: {desk}"  # type: ignore[attr-defined]


class AdvocateAnswerForm(forms.Form):
    accepted = forms.TypedChoiceField(
        label=_("Will you stand by this person?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    decline_reason = forms.ChoiceField(
        label=_("If not: why?"),
        choices=[("", _("we say yes")), *Advocate.Decline.choices],
        required=False,
        widget=forms.RadioSelect,
    )
