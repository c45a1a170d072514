"""Who the person is: names as written, birth date as given, papers, a safe contact. Everything may stay empty."""

from __future__ import annotations

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.registry.actions import PersonGiven
from panoh.registry.models import Sex
from panoh.screening.forms.fields import BirthField, Born, CountryField, LargeAnswers
from panoh.screening.queries.person import Known

DOCUMENTS = (
    ("", _("none seen")),
    ("passport", _("passport")),
    ("identity_card", _("identity card")),
    ("birth_certificate", _("birth certificate")),
    ("return_certificate", _("certificate of return")),
    ("other", _("another paper")),
)
SOURCES = (("said", _("as the person says it")), ("paper", _("as it stands on a paper")))


def recorded_as(key: str) -> str:
    """Where a spelling comes from, or which kind of paper it is, in words."""
    return str(dict((*SOURCES, *DOCUMENTS)).get(key, key))


class PersonForm(forms.Form):
    """Everything may stay empty."""

    name = forms.CharField(
        label=_("Name"), required=False, max_length=120, help_text=_("As it is written or said, in any script.")
    )
    name_from = forms.ChoiceField(label=_("Where this spelling comes from"), choices=SOURCES, required=False)
    other_name = forms.CharField(
        label=_("Another name or spelling"), required=False, max_length=120, help_text=_("A maiden name, a nickname.")
    )
    birth_date = BirthField(label=_("Birth date"), help_text=_("A date (14.03.1998) or a year (1998)."))
    age_in_doubt = forms.BooleanField(
        label=_("Could this be a child?"),
        required=False,
        help_text=_("Tick if the person may be under 18, whatever the papers say."),
    )
    sex = LargeAnswers(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN, required=False)
    nationality = CountryField(label=_("Nationality"))
    document = forms.ChoiceField(label=_("Paper"), choices=DOCUMENTS, required=False)
    number = forms.CharField(label=_("Number of the paper"), required=False, max_length=40)
    contact = forms.CharField(
        label=_("Safe way to reach the person"),
        required=False,
        max_length=200,
        help_text=_("How, when, and what to say if someone else answers."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def given(self) -> PersonGiven:
        data = self.cleaned_data
        born: Born = data["birth_date"]
        names = ((data["name"], data["name_from"] or "said"), (data["other_name"], "said"))
        return PersonGiven(
            names=tuple(each for each in names if each[0]),
            sex=data["sex"] or Sex.UNKNOWN,
            birth_date=born.text,
            born_from=born.first,
            born_to=born.last,
            age_in_doubt=data["age_in_doubt"],
            nationality=data["nationality"],
            documents=((data["document"] or "other", data["number"]),) if data["number"] else (),
            contact=data["contact"],
        )

    def beside(self, theirs: Known | None, reason: str) -> Self:
        """What was typed stays; the next save knows that the colleague's version was seen."""
        self.add_error(None, reason)
        self.data = {**dict(self.data.items()), "seen": theirs.seen if theirs else ""}
        return self


def initial_of(known: Known | None, *, child: bool) -> dict[str, Any]:
    """What the form shows first: what is on record, or the doubt about age told before."""
    if known is None:
        return {"age_in_doubt": child}
    names = (*known.identity.names, {}, {})
    paper = (*known.identity.documents, {})[0]
    person = known.case.person
    return {
        "name": names[0].get("text", ""),
        "name_from": names[0].get("source", "said"),
        "other_name": names[1].get("text", ""),
        "birth_date": known.identity.birth_date,
        "age_in_doubt": person.age_in_doubt or (child and person.born_to is None),
        "sex": person.sex,
        "nationality": person.nationality,
        "document": paper.get("kind", ""),
        "number": paper.get("number", ""),
        "contact": known.identity.contact,
        "seen": known.seen,
    }
