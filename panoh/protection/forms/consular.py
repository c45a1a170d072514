"""Forms of a consulate: a file for somebody new or known, a document, a body of the country there, and closing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions import FileGiven
from panoh.protection.forms.fields import day, one_of, sealed_words, seen_before, shared_fields, yes_or_no
from panoh.protection.models import ConsularFile, TravelDocument
from panoh.registry.wording import spoken, spoken_languages
from panoh.screening.forms.person import PersonForm
from panoh.screening.rules.needs_now import NEEDS_NOW


class FileForm(forms.Form):
    met = one_of(_("How was the person met?"), ConsularFile.HowMet.choices)
    needs = forms.MultipleChoiceField(
        label=_("What is needed at once?"),
        choices=lambda: [(each.code, spoken(each.name)) for each in NEEDS_NOW],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wish = one_of(_("What does the person wish?"), ConsularFile.WishAbroad.choices)
    situation = sealed_words(_("In which situation is the person?"), help_text=_("Sealed."), required=False)
    where = sealed_words(_("Where are they now?"), help_text=_("Sealed."), rows=2, required=False)

    def file(self) -> FileGiven:
        names = ("met", "wish", "situation", "where")
        kept = self.cleaned_data
        return FileGiven(**{name: kept[name] for name in names}, needs=tuple(kept["needs"]))


class ChangedFileForm(FileForm):
    after = seen_before()


class MeetAbroadForm(PersonForm, FileForm):
    """Somebody new. Help comes first, then the agreement to keep a name."""

    agreed = yes_or_no(
        _("Does the person agree that the consulate keeps their name and works on it?"),
        help_text=_("If not, leave name, papers, contact, situation and place empty. Help does not depend on it."),
    )
    explained = forms.BooleanField(label=_("It was explained, alone and without hurry"), required=False)
    language = forms.ChoiceField(label=_("In which language was it explained?"), choices=spoken_languages)
    field_order = ("met", "needs", "wish", "agreed", "explained", "language")

    def person(self) -> dict[str, Any]:
        kept = self.cleaned_data
        asked = {name: kept[name] for name in ("agreed", "language", "explained")}
        return {"given": self.given(), "file": self.file(), **asked}


class AskDocumentForm(forms.Form):
    kind = one_of(_("Which document?"), TravelDocument.Paper.choices)
    asked_on = day(_("On which day was it asked for?"))


class IssueDocumentForm(forms.Form):
    issued_on = day(_("On which day was it issued?"))
    number = forms.CharField(label=_("Its number"), help_text=_("Sealed."), max_length=40)


class HostForm(forms.Form):
    body = forms.CharField(label=_("Which body of the country there is asked?"), max_length=200)
    words = sealed_words(_("What is it asked for?"), help_text=_("Sealed."))
    fields_told = shared_fields(_("What is it told of the person?"))

    def given(self) -> dict[str, Any]:
        kept = self.cleaned_data
        return {"body": kept["body"], "words": kept["words"], "fields": tuple(kept["fields_told"])}


class HostAnswerForm(forms.Form):
    accepted = yes_or_no(_("Does it help?"))
    answered_on = day(_("On which day did it answer?"))


class CloseFileForm(forms.Form):
    because = one_of(_("How did it go?"), ConsularFile.Closed.choices)
