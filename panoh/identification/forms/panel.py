"""Forms of the panel: whom to invite, the member's declaration, the vote for each element, and what was decided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.identification.forms.decisions import ELEMENTS, ElementsForm, SeenForm
from panoh.identification.models import Decision, PanelSeat
from panoh.identification.queries.panels import AWAITED, asked_of, candidates, open_panel
from panoh.identification.queries.wording import BARRED
from panoh.registry.models import Case, Officer

OUTCOMES = (
    (Decision.Outcome.POSITIVE.value, _("It is more likely than not that the person is a victim")),
    (Decision.Outcome.NEGATIVE.value, _("It was not shown")),
)
DECLARATIONS = (
    ("sits", _("I have no conflict of interest in this case, and I do not investigate the crime")),
    ("conflicted", _("I have a conflict of interest, or I investigate: I do not sit")),
)


class MembersForm(SeenForm):
    """Who does not sit in this case is shown with the reason; the act refuses them all the same."""

    members = forms.ModelMultipleChoiceField(
        label=_("Members to invite"),
        help_text=_("At least two, of two agencies."),
        queryset=Officer.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least two members, of two agencies.")},
    )

    exploited_as_child = forms.BooleanField(
        label=_("Everything to be judged happened before the person was eighteen: means are not asked about"),
        required=False,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if case.track == Case.Track.CHILD or open_panel(case) is not None:
            del self.fields["exploited_as_child"]
        found = candidates(case)
        why = {each.officer.pk: BARRED[each.barred] % {"officer": ""} for each in found if each.barred}
        _offer(self.fields["members"], [each.officer.pk for each in found], why)


class DeclarationForm(SeenForm):
    declaration = forms.ChoiceField(
        label=_("Your declaration"),
        choices=DECLARATIONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Declare one or the other; without a declaration nobody sits.")},
    )
    because = forms.CharField(
        label=_("Why you do not sit"), help_text=_("Only if you wish. It is sealed."), required=False
    )


class BallotForm(ElementsForm):
    """A child needs no means, so a member is not asked about them."""

    outcome = forms.ChoiceField(label=_("Your vote"), choices=OUTCOMES, widget=forms.RadioSelect)
    reasons = forms.CharField(label=_("What else weighed"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    field_order = ("outcome", "act", "means", "purpose", "reasons")

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        panel = open_panel(case)
        super().__init__(*args, asked=asked_of(panel) if panel else ELEMENTS, **kwargs)

    def clean(self) -> dict[str, Any]:
        """The elements together, as the act takes them."""
        given = super().clean() or self.cleaned_data
        return {**given, "elements": {key: given[key] for key in ELEMENTS if key in given}}


class ConclusionForm(SeenForm):
    form = forms.ChoiceField(
        label=_("Form of exploitation"), choices=Case.Form.choices, initial=Case.Form.UNKNOWN, widget=forms.RadioSelect
    )
    reasons = forms.CharField(
        label=_("The panel’s reasons"),
        help_text=_(
            "What the majority found and what it did not, so that the person can follow. Dissent is kept beside it."
        ),
        error_messages={"required": _("Write in a sentence or two what was found and what was not.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class ExcuseForm(SeenForm):
    member = forms.ModelChoiceField(label=_("Which member?"), queryset=Officer.objects.none())
    because = forms.CharField(
        label=_("Why the member cannot come"), error_messages={"required": _("Write why, in a few words.")}
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waited = PanelSeat.objects.filter(panel=open_panel(case), voted_at=None, status__in=AWAITED)
        _offer(self.fields["member"], list(waited.values_list("officer", flat=True)), {})


class AgreeForm(SeenForm):
    """The member concerned is named by the page that asks."""

    member = forms.ModelChoiceField(queryset=Officer.objects.all(), widget=forms.HiddenInput)


def _offer(field: Any, officers: list[int], why: dict[int, str]) -> None:
    field.queryset = Officer.objects.filter(pk__in=officers).select_related("post__desk__agency").order_by("name")
    field.label_from_instance = lambda officer: " ".join(
        (f"{officer.name}, {officer.desk.agency}.", why.get(officer.pk, "").strip())
    ).strip()
