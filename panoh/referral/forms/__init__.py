"""Forms of referral: a need, a question to a desk, and its answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from panoh.instruments.referral import services
from panoh.referral.models import Need, Response
from panoh.referral.queries.needs import OfferedDesk
from panoh.registry.models import Case
from panoh.registry.wording import spoken

LONGEST = 4000


class NeedForm(forms.Form):
    service = forms.ChoiceField(label=_("What does the person need?"), choices=())
    urgency = forms.ChoiceField(
        label=_("How soon?"),
        help_text=_("“Now” means that waiting is dangerous: a shelter may then give a place at once."),
        choices=Need.Urgency.choices,
        widget=forms.RadioSelect,
    )
    with_children = forms.BooleanField(label=_("Children are with the person"), required=False)
    note = forms.CharField(
        label=_("What should whoever helps know?"),
        help_text=_("In the person's own words where you can. It is kept sealed. No names of others."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, track: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [each for each in services() if track == Case.Track.CHILD or not each.for_children]
        self.fields["service"].choices = [("", "–"), *((each.key, spoken(each.name)) for each in offered)]  # type: ignore[attr-defined]  # a choice field, known above


class DeskField(forms.ChoiceField):
    """Shows the desks that can be asked now. One asked by a colleague since the page was opened is let through to
    the act, which says so."""

    widget = forms.RadioSelect
    offered: frozenset[str] = frozenset()

    def valid_value(self, value: object) -> bool:
        return str(value) in self.offered


class ReferForm(forms.Form):
    to_desk = DeskField(label=_("Which desk will you ask?"), choices=())
    message = forms.CharField(
        label=_("Your message to the desk"),
        help_text=_("What they need to say yes or no. Do not write who the person is: they see that when they accept."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    until = forms.DateField(
        label=_("Last day on which the desk may see it"),
        help_text=_("Only where the person wishes a shorter time. Longer is by asking the person again."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, offered: Iterable[OfferedDesk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to_desk"]
        assert isinstance(field, DeskField)
        field.choices = [(each.desk.code, _why(each)) for each in offered if each.open]
        field.offered = frozenset(each.desk.code for each in offered)

    def asks(self, offered: Iterable[OfferedDesk]) -> dict[str, Any]:
        """Which desk, on which consent, with which words: the arguments of the act."""
        chosen = next(each for each in offered if each.desk.code == self.cleaned_data["to_desk"])
        given = {name: self.cleaned_data[name] for name in ("message", "until")}
        return {"to_desk": chosen.desk, "consent": chosen.consent, **given}


class AnswerForm(forms.Form):
    """One question with every possible answer, so that a no always comes with its reason."""

    ACCEPT = "accept"

    reply = forms.ChoiceField(
        label=_("Can your desk help?"),
        choices=[
            (ACCEPT, _("Yes, we take this on")),
            *((key, _("No: %s") % label) for key, label in Response.Decline.choices),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("A few words to the sender"),
        help_text=_("When and where the person can come, or from when you could help. Never the address of a shelter."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def given(self) -> dict[str, Any]:
        """The arguments of the act."""
        reply, accepted = self.cleaned_data["reply"], self.cleaned_data["reply"] == self.ACCEPT
        return {
            "accepted": accepted,
            "decline_reason": "" if accepted else reply,
            "words": self.cleaned_data["words"],
        }


def _why(offered: OfferedDesk) -> SafeString:
    return render_to_string("referral/offer.html", {"offered": offered})
