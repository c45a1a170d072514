"""Forms of the answer file: begin one, hand items out, answer one, check it, put the file up, approve or correct it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from panoh.assessment.forms.criteria import PostField
from panoh.assessment.rules.answers.money import Money
from panoh.assessment.rules.answers.said import LONGEST, LONGEST_LINE, Kind, Said
from panoh.instruments.kinds.questionnaire import AnswerType, ItemAsked

SUMS = (1, 2, 3)
"""Sums of money a page has room for; the API takes more."""
_KINDS = (
    (Kind.ANSWERED.value, _("An answer")),
    (Kind.NONE.value, _("None: it was looked for, and there was none")),
    (Kind.NOT_AVAILABLE.value, _("Not available: there are no data")),
)


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, help_text=help_text, widget=picker)


def _long(label: Any, *, help_text: Any = "", required: bool = False, most: int = 2000) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, widget=area)


class BeginForm(forms.Form):
    report = forms.IntegerField(label=_("Report of which year?"), min_value=2001, max_value=2100)
    due_on = _day(_("When is the whole file due?"))


class HandOutForm(forms.Form):
    """`items` are ticked on the page; the posts of the role stand first in the list."""

    post = PostField(label=_("To which post?"))
    due_on = _day(_("By which day?"))

    def __init__(self, *given: Any, role: str = "", **named: Any) -> None:
        super().__init__(*given, **named)
        posts: Any = self.fields["post"]
        if role and posts.queryset.filter(role=role).exists():
            posts.queryset = posts.queryset.filter(role=role)


class AnswerForm(forms.Form):
    """The fields the item asks for, and words, which may stand beside any number or count. Nothing typed is lost where
    something does not hold together."""

    kind = forms.ChoiceField(label=_("What do you say?"), choices=_KINDS, initial="answered", widget=forms.RadioSelect)

    def __init__(self, item: ItemAsked, typed: Any = None, *, said: Said | None = None) -> None:
        super().__init__(typed, initial=_as_typed(said) if said else None)
        asked = set(item.answer)
        if AnswerType.NUMBER in asked:
            self.fields["number"] = forms.IntegerField(label=_("Number"), required=False)
        if AnswerType.YES_NO in asked:
            choices = (("", "–"), ("yes", _("yes")), ("no", _("no")))
            self.fields["yes"] = forms.ChoiceField(label=_("Yes or no"), required=False, choices=choices)
        if AnswerType.DATE in asked:
            self.fields["on"] = _day(_("Day"), required=False)
        if AnswerType.MONEY in asked:
            self.fields.update(_money_fields())
        hint = _("What was done, with its day; plans do not count. One thing a line. Name no person.")
        self.fields["text"] = _long(_("In words"), help_text=hint, most=LONGEST)
        hint = _("A register, a letter, an estimate: what it rests on and how far it can be relied on.")
        self.fields["source"] = forms.CharField(
            label=_("Source"), help_text=hint, required=False, max_length=LONGEST_LINE
        )
        self.fields["because"] = _long(_("Not available: why?"), most=LONGEST_LINE)
        self.fields["plan"] = _long(_("Not available: how is the gap to be closed?"), most=LONGEST_LINE)

    def said(self) -> Said:
        typed = self.cleaned_data
        return Said(
            kind=Kind(typed["kind"]),
            number=typed.get("number"),
            text=typed.get("text", ""),
            yes={"yes": True, "no": False}.get(typed.get("yes", "")),
            on=typed.get("on"),
            money=tuple(_sums(typed)),
            source=typed["source"],
            because=typed["because"],
            plan=typed["plan"],
        )

    def clean(self) -> dict[str, Any]:
        """A sum that was begun has its amount, currency and day."""
        typed = dict(super().clean() or {})
        for at in SUMS:
            wanted = ("amount", "currency", "on")
            begun = [typed.get(f"{name}_{at}") for name in ("what", *wanted, "rate", "rate_source")]
            for name in wanted:
                if any(begun) and not typed.get(f"{name}_{at}") and f"{name}_{at}" not in self.errors:
                    self.add_error(f"{name}_{at}", _("A sum has its amount, its currency and its day."))
        return typed


class CheckForm(forms.Form):
    holds = forms.ChoiceField(
        label=_("Does the answer hold?"),
        choices=(("yes", _("It holds, and names and points at nobody")), ("no", _("Send it back"))),
        widget=forms.RadioSelect,
    )
    because = _long(_("Sent back: what has to change?"))

    @property
    def answer(self) -> dict[str, Any]:
        return {"holds": self.cleaned_data["holds"] == "yes", "because": self.cleaned_data["because"]}


class PutUpForm(forms.Form):
    with_gaps = forms.BooleanField(
        label=_("It goes out with its gaps"),
        help_text=_("What is missing is read as not done."),
        required=False,
    )


class ApprovalForm(forms.Form):
    approved = forms.ChoiceField(
        label=_("Do you approve it?"),
        choices=(("yes", _("I approve it")), ("no", _("I do not"))),
        widget=forms.RadioSelect,
    )
    because = _long(_("Not approved: what has to be set right first?"))

    @property
    def answer(self) -> dict[str, Any]:
        return {"approved": self.cleaned_data["approved"] == "yes", "because": self.cleaned_data["because"]}


class CorrectAnswersForm(forms.Form):
    because = _long(_("What is wrong in it?"), required=True)
    due_on = _day(_("When is the corrected file due?"))


def _money_fields() -> Iterator[tuple[str, forms.Field]]:
    for at in SUMS:
        told = {"at": at}
        yield f"what_{at}", forms.CharField(label=_("Sum %(at)s: what for?") % told, required=False, max_length=300)
        yield f"amount_{at}", forms.DecimalField(label=_("Sum %(at)s: amount") % told, required=False, decimal_places=2)
        code = _("Three capital letters, such as TJS.")
        yield (
            f"currency_{at}",
            forms.CharField(label=_("Sum %(at)s: currency") % told, help_text=code, required=False, max_length=3),
        )
        yield f"on_{at}", _day(_("Sum %(at)s: day") % told, required=False)
        hint = _(
            "How much of the currency one US dollar cost. Leave it empty where you do not know: it is never guessed."
        )
        yield (
            f"rate_{at}",
            forms.DecimalField(label=_("Sum %(at)s: rate") % told, help_text=hint, required=False, decimal_places=6),
        )
        yield f"rate_on_{at}", _day(_("Sum %(at)s: day of the rate") % told, required=False)
        yield (
            f"rate_source_{at}",
            forms.CharField(label=_("Sum %(at)s: who published the rate") % told, required=False, max_length=300),
        )


def _sums(typed: Mapping[str, Any]) -> Iterator[Money]:
    for at in SUMS:
        if typed.get(f"amount_{at}") is not None:
            yield Money(
                what=typed[f"what_{at}"],
                amount=typed[f"amount_{at}"],
                currency=typed[f"currency_{at}"],
                on=typed[f"on_{at}"],
                rate=typed[f"rate_{at}"],
                rate_on=typed[f"rate_on_{at}"],
                rate_source=typed[f"rate_source_{at}"],
            )


def _as_typed(said: Said) -> dict[str, Any]:
    typed: dict[str, Any] = {
        "kind": said.kind.value,
        "number": said.number,
        "text": said.text,
        "yes": {True: "yes", False: "no", None: ""}[said.yes],
        "on": said.on,
        "source": said.source,
        "because": said.because,
        "plan": said.plan,
    }
    for at, each in zip(SUMS, said.money, strict=False):
        typed |= {f"{name}_{at}": value for name, value in vars(each).items()}
    return typed
