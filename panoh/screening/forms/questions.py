"""Forms of the interview itself: which set of questions, the answers of one page, the person's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from panoh.screening.forms.fields import YES_NO_UNSURE, LargeAnswers, ThreeAnswers
from panoh.screening.models import Answer
from panoh.screening.queries.interview import first_line_for, instruments_for
from panoh.screening.rules.answers import NOT_ASKED
from panoh.screening.rules.path import QuestionPage
from panoh.screening.rules.texts import BEST_INTERESTS, MAIN, NOTE

SEEN = "seen-"
LONGEST = 20_000


FULL, FIRST = "full", "first"


class InstrumentForm(forms.Form):
    talk = LargeAnswers(
        label=_("How much can be asked here?"),
        choices=((FULL, _("A full interview")), (FIRST, _("A few questions only"))),
        initial=FULL,
        required=False,
        help_text=_(
            "A few questions at a border, raid or inspection tell only whom a full interview is due to. "
            "They never decide anything by themselves."
        ),
    )
    about = LargeAnswers(
        label=_("What is it about, as far as you can tell?"),
        choices=(("labour", _("Work or services")), ("sexual", _("Sexual exploitation")), ("unsure", _("Not sure"))),
        help_text=_(
            "If you are not sure, begin with work or services; the other questions can follow in the same talk."
        ),
        required=False,
    )
    as_child = LargeAnswers(
        label=_("Was the person under 18 when it happened?"),
        choices=YES_NO_UNSURE,
        help_text=_("What counts is the age then, not today."),
    )

    def __init__(self, *args: Any, child: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        self.child = child
        if child:
            del self.fields["as_child"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("talk") != FIRST and not given.get("about") and "about" not in self.errors:
            self.add_error("about", self.fields["about"].error_messages["required"])
        return given

    @property
    def instrument(self) -> str:
        child = self.child or self.cleaned_data["as_child"] != "no"
        if self.cleaned_data["talk"] == FIRST:
            return first_line_for(child=child).id
        about = "sexual" if self.cleaned_data["about"] == "sexual" else "labour"
        return instruments_for(child=child)[about].id


class AnswersForm(forms.Form):
    """The questions of one page. Each carries what the page showed, so that a colleague's answer is not overwritten. Help
    that is not worded in the officer's language is left out: half a page nobody reads hides the questions."""

    def __init__(self, page: QuestionPage, shown: Mapping[str, str], data: QueryDict | None = None) -> None:
        super().__init__(data, initial={**shown, **{f"{SEEN}{item}": value for item, value in shown.items()}})
        language = get_language() or "en"
        for each in page.questions:
            help_text = each.help.in_language(language) if each.help.stands_in(language) else ""
            self.fields[each.id] = ThreeAnswers(label=each.question.in_language(language), help_text=help_text)
        for item in page.ids:
            self.fields[f"{SEEN}{item}"] = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def answers(self) -> dict[str, str]:
        """Only what was answered, or taken back; a question left out was not asked."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith(SEEN)}
        seen = self.seen
        return {item: value or NOT_ASKED for item, value in given.items() if value or seen.get(item)}

    @property
    def seen(self) -> dict[str, str]:
        return {name.removeprefix(SEEN): value for name, value in self.cleaned_data.items() if name.startswith(SEEN)}

    def beside(self, theirs: Mapping[str, Answer]) -> Self:
        """The same page with what was typed, and beside it what a colleague answered meanwhile."""
        told = gettext("%(officer)s answered: %(answer)s")
        for item, row in theirs.items():
            self.add_error(item, told % {"officer": row.by.name, "answer": row.get_value_display()})
        self.data = {**dict(self.data.items()), **{f"{SEEN}{item}": row.value for item, row in theirs.items()}}
        return self


class TextsForm(forms.Form):
    """What the person says about one part of the questions, and the officer's own note: never mixed."""

    said = forms.CharField(
        label=_("What the person says about this, as they say it"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST,
    )
    said_seen = forms.CharField(widget=forms.HiddenInput, required=False)
    note = forms.CharField(
        label=_("Your own note on the interview"),
        help_text=_("What you saw yourself. It stands apart from what the person said."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=LONGEST,
    )
    note_seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def texts(self, about: str) -> dict[str, tuple[str, str]]:
        """By what each is about: the text, and the mark of the one the page showed."""
        given = self.cleaned_data
        return {about: (given["said"], given["said_seen"]), NOTE: (given["note"], given["note_seen"])}

    def beside(self, marks: Mapping[str, str], reason: str) -> Self:
        """What was typed stays; the next save knows that the colleague's text was seen."""
        self.add_error(None, reason)
        self.data = {**dict(self.data.items()), **marks}
        return self


class WordsForm(forms.Form):
    """The words at the end; for a child also a first note on what is best for them."""

    words = forms.CharField(
        label=_("In the person's own words"),
        help_text=_("What was said, as it was said. Only what is needed; nobody has to tell everything."),
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
        max_length=LONGEST,
    )
    best = forms.CharField(
        label=_("What is best for this child, in your view and in the child's own"),
        help_text=_("A first note for whoever assesses the child's best interests. It decides nothing."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    best_seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, child: bool, **given: Any) -> None:
        super().__init__(*args, **given)
        if not child:
            del self.fields["best"], self.fields["best_seen"]

    @property
    def texts(self) -> dict[str, tuple[str, str]]:
        """By what each is about: the text, and the mark of the one the page showed."""
        given = self.cleaned_data
        texts = {MAIN: (given["words"], given["seen"])}
        return texts | ({BEST_INTERESTS: (given["best"], given["best_seen"])} if "best" in given else {})

    def beside(self, marks: Mapping[str, str], reason: str) -> Self:
        """What was typed stays; the next save knows that the colleague's text was seen."""
        self.add_error(None, reason)
        self.data = {**dict(self.data.items()), **marks}
        return self
