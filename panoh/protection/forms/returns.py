"""Forms of a return: the plan, the risks factor by factor, the wish, the receiver, the arrival."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions import ReturnGiven
from panoh.protection.forms.fields import day, one_of, regions, sealed_words, seen_before, shared_fields, yes_or_no
from panoh.protection.models import Return, ReturnRisk, ReturnWish
from panoh.protection.queries.returns import abroad, factors
from panoh.registry.models import Desk
from panoh.registry.wording import spoken, spoken_languages
from panoh.screening.forms.fields import CountryField, LargeAnswers


class ReturnForm(forms.Form):
    to_country = CountryField(label=_("To which country?"))
    to_region = forms.ChoiceField(
        label=_("To which region?"), help_text=_("Only within the country."), choices=regions, required=False
    )
    planned_on = day(_("On which day is it planned?"))
    where = sealed_words(_("Where exactly, and to whom?"), help_text=_("Sealed."))
    reintegration = sealed_words(
        _("What is agreed with the person for the time after?"),
        help_text=_("Where to live, on what, school or work, who helps. Sealed."),
        rows=4,
        required=False,
    )
    remedies = sealed_words(
        _("Which claims stay open, and who follows them?"),
        help_text=_("Wages, compensation, a trial. They go on after the return. Sealed."),
        required=False,
    )
    document = one_of(_("The document to travel on"), Return.Document.choices)
    fit = forms.TypedChoiceField(
        label=_("Is the person well enough to travel?"),
        choices=[("", _("not known yet")), ("yes", _("yes, a doctor or the person says so")), ("no", _("no"))],
        coerce=lambda given: given == "yes",
        empty_value=None,
        required=False,
    )
    escort = one_of(
        _("Does somebody travel with them?"), Return.Escort.choices, help_text=_("A child never travels alone.")
    )
    unmarked = forms.BooleanField(
        label=_("I looked: no paper that a carrier or a border sees says what happened to the person"), required=False
    )

    after = seen_before()

    def given(self) -> ReturnGiven:
        return ReturnGiven(**{name: said for name, said in self.cleaned_data.items() if name != "after"})


def initial_of(row: Return, told: dict[str, str]) -> dict[str, Any]:
    """What stands in the plan."""
    names = ("to_country", "to_region", "planned_on", "document", "escort", "unmarked")
    fit = {True: "yes", False: "no", None: ""}[row.fit]
    kept = {name: told.get(name, "") for name in ("where", "reintegration", "remedies")}
    return {**{name: getattr(row, name) for name in names}, **kept, "fit": fit}


class ReturnRiskForm(forms.Form):
    """One question for each factor of the country's list; none has an answer to begin with."""

    danger = sealed_words(
        _("What would the person meet there?"), help_text=_("For this person, this place, now. Sealed."), rows=4
    )
    own_view = sealed_words(_("How does the person see it?"), required=False)
    measures = sealed_words(_("What is done against it, and by whom?"), required=False)
    conclusion = one_of(_("What follows from it?"), ReturnRisk.Conclusion.choices)
    after = seen_before()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answers = [("yes", _("Yes")), ("no", _("No")), ("unknown", _("Not known"))]
        asked = {each.key: LargeAnswers(label=spoken(each.name), choices=answers) for each in factors()}
        self.fields = {**asked, **self.fields}

    def given(self) -> dict[str, Any]:
        keys = [each.key for each in factors()]
        answers = {key: self.cleaned_data[key] for key in keys}
        return {"answers": answers, **{key: said for key, said in self.cleaned_data.items() if key not in keys}}


class ReturnWishForm(forms.Form):
    wished = yes_or_no(_("Does the person wish to return?"))
    words = sealed_words(_("In their own words"), help_text=_("Sealed."))
    present = one_of(
        _("Who was there when you asked?"),
        ReturnWish.Present.choices,
        help_text=_("A yes counts only when it was said in private."),
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=spoken_languages)
    told_free = forms.BooleanField(
        label=_("I said: you may change your mind until you depart, and nothing else changes for you"), required=False
    )
    after = seen_before()


class DeskField(forms.ModelChoiceField):  # type: ignore[type-arg]  # of desks
    """Desks of many agencies bear one name: each is shown with its agency."""

    def label_from_instance(self, obj: Desk) -> str:
        return f"{obj.agency} · {obj}"


class ReceiverForm(forms.Form):
    """Within the country a desk, abroad the name of a body."""

    agreed_with = sealed_words(_("With whom was it agreed, and when?"), help_text=_("Sealed."), rows=2)
    fields_told = shared_fields(_("What are they told of the person?"))
    after = seen_before()

    def __init__(self, *args: Any, row: Return, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if abroad(row.to_country):
            first: dict[str, forms.Field] = {
                "body": forms.CharField(label=_("Which body receives the person?"), max_length=200)
            }
        else:
            desks = Desk.objects.select_related("agency").filter(posts__isnull=False).distinct().order_by("code")
            first = {"desk": DeskField(label=_("Which desk receives the person?"), queryset=desks)}
        self.fields = {**first, **self.fields}

    def given(self) -> dict[str, Any]:
        kept = self.cleaned_data
        return {
            "desk": kept.get("desk"),
            "body": kept.get("body", ""),
            "agreed_with": kept["agreed_with"],
            "fields": tuple(kept["fields_told"]),
            "after": kept["after"],
        }


class ReceivedForm(forms.Form):
    arrived_on = day(_("On which day did the person come?"))
    words = sealed_words(_("Who received them, and how are they?"), help_text=_("Sealed."))


class CallOffForm(forms.Form):
    because = one_of(_("Why does it not take place?"), Return.CalledOff.choices)
