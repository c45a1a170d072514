"""Forms of a roster: somebody added with only what is known, people not yet spoken to, and what became of each."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Sex
from panoh.screening.actions import Line, Told
from panoh.screening.actions.accounting import OFFERED
from panoh.screening.actions.lines import MOST_UNNAMED
from panoh.screening.forms.fields import BirthField, Born, CountryField, LargeAnswers
from panoh.screening.forms.operations import day_input
from panoh.screening.models import LookAttempt, Operation, RosterEntry
from panoh.screening.queries.lines import LinePage
from panoh.screening.queries.why import SEEN as WORDS
from panoh.screening.rules.answers import Answer
from panoh.screening.rules.roster import RosterRow
from panoh.screening.rules.urgency import SEEN

AGREED = (("", _("was not asked")), ("yes", _("yes")), ("no", _("no, the person asked not to be contacted")))
GUESSED_WITHIN = 5
"""An age somebody guesses is taken to be right within so many years."""


class LineForm(forms.Form):
    """Everything may stay empty but a name, a paper or a description. A guessed age near eighteen is in doubt."""

    name = forms.CharField(label=_("Name"), required=False, max_length=120, help_text=_("In any script."))
    description = forms.CharField(
        label=_("How to find the person"),
        required=False,
        max_length=120,
        help_text=_("For example: woman about 30, red coat. Kept sealed."),
    )
    sex = LargeAnswers(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN, required=False)
    guessed_age = forms.IntegerField(label=_("About how old?"), required=False, min_value=0, max_value=110)
    born = BirthField(label=_("Birth date"), help_text=_("A date (14.03.1998) or a year (1998)."))
    nationality = CountryField(label=_("Nationality"))
    document = forms.CharField(label=_("Number of the paper"), required=False, max_length=40)
    contact = forms.CharField(label=_("Safe way to reach the person"), required=False, max_length=200)
    marks = forms.MultipleChoiceField(
        label=_("What you see"),
        choices=[(each, WORDS[each]) for each in SEEN],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    removal_on = forms.DateField(label=_("Planned day of removal"), required=False, widget=day_input())
    another = forms.BooleanField(label=_("It is somebody else with the same name"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *given: Any, operation: Operation, asks_removal: bool, namesake: bool = False, **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self._on = operation.on
        if not asks_removal:
            del self.fields["removal_on"]
        if not namesake and "another" not in self.data:
            self.fields["another"].widget = forms.HiddenInput()

    def ask_whether_another(self) -> None:
        self.fields["another"].widget = forms.CheckboxInput()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(each) for each in ("name", "document", "description")):
            raise forms.ValidationError(
                _("Write a name, the number of a paper, or how to find the person. Others are added by their number.")
            )
        return given

    def line(self) -> Line:
        data = self.cleaned_data
        born: Born = _born(data, self._on)
        row = RosterRow(
            row=0,
            name=data["name"],
            sex=data["sex"] or Sex.UNKNOWN,
            birth_date=born.text,
            born_from=born.first,
            born_to=born.last,
            nationality=data["nationality"],
            document=data["document"],
            contact=data["contact"],
            description=data["description"],
            answers=tuple((each, Answer.YES) for each in data["marks"]),
        )
        return Line(row, data.get("removal_on"))


def initial_of_line(page: LinePage) -> dict[str, Any]:
    """A form that shows what stands on the line."""
    entry, said = page.entry, page.said
    years = f"{entry.born_from}–{entry.born_to}" if entry.born_from != entry.born_to else str(entry.born_from or "")
    return {
        **{key: said.get(key, "") for key in ("name", "description", "document", "contact")},
        "born": said.get("birth_date") or years.removeprefix("None–None"),
        "sex": entry.sex,
        "nationality": entry.nationality,
        "marks": page.marks,
        "removal_on": entry.removal_on,
        "seen": page.seen,
    }


class UnnamedForm(forms.Form):
    number = forms.IntegerField(label=_("How many people?"), min_value=1, max_value=MOST_UNNAMED)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN, required=False)
    children = forms.BooleanField(label=_("They are, or may be, children"), required=False)

    def given(self) -> dict[str, Any]:
        return {**self.cleaned_data, "sex": self.cleaned_data["sex"] or Sex.UNKNOWN}


class StatusForm(forms.Form):
    """What became of a person on the roster; `seen_as` is what the page showed when the officer chose."""

    status = forms.ChoiceField(
        label=_("What became of the person"), choices=[(each.value, each.label) for each in OFFERED]
    )
    moved_to = forms.ChoiceField(
        label=_("Where they went"), choices=[("", "—"), *RosterEntry.MovedTo.choices], required=False
    )
    said_by = forms.ChoiceField(
        label=_("Who said so"), choices=[("", "—"), *RosterEntry.SaidBy.choices], required=False
    )
    again_on = forms.DateField(label=_("To be seen again on"), required=False, widget=day_input())
    agreed = forms.ChoiceField(label=_("May we contact the person again?"), choices=AGREED, required=False)
    seen_as = forms.ChoiceField(choices=RosterEntry.Status.choices, widget=forms.HiddenInput)

    def told(self) -> Told:
        data = self.cleaned_data
        agreed = {"yes": True, "no": False}.get(data["agreed"])
        return Told(data["moved_to"], data["said_by"], data["again_on"], agreed)


class JoinForm(forms.Form):
    number = forms.IntegerField(label=_("Number of the other line"), min_value=1)


class AttemptForm(forms.Form):
    outcome = forms.ChoiceField(label=_("What came of it"), choices=LookAttempt.Outcome.choices)
    again_on = forms.DateField(label=_("Day agreed on"), required=False, widget=day_input())


def _born(data: dict[str, Any], on: date) -> Born:
    """What papers say goes before a guess."""
    guessed = data["guessed_age"]
    if data["born"].first is not None or guessed is None:
        return data["born"]  # type: ignore[no-any-return]  # a BirthField gives Born
    return Born("", on.year - guessed - GUESSED_WITHIN, on.year - guessed + GUESSED_WITHIN)


class RestForm(forms.Form):
    """Until when people rest; empty where the person wishes to talk now."""

    rest_until = forms.DateTimeField(
        label=_("Nobody interviews them before"),
        help_text=_("Empty: they wish to talk now. Danger and what is needed at once are asked at any time."),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class ReceptionForm(RestForm):
    family = forms.IntegerField(
        label=_("Number of the family"),
        help_text=_("The same number for all who came together. They are not separated."),
        required=False,
        min_value=1,
        max_value=9999,
    )
