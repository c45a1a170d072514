"""Forms of the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from panoh.protection.actions.closing import Given
from panoh.protection.models import CaseClosing
from panoh.registry.models import Case, Consent, EmergencyOpening, Officer, Purpose, ReadingReview
from panoh.registry.queries.purposes import offered
from panoh.registry.references import reference_from
from panoh.registry.rules.contact import Said
from panoh.registry.wording import spoken, spoken_languages


class PasswordField(forms.CharField):
    """Taken exactly as typed: a space in front or behind belongs to it."""

    def __init__(self, *, known_as: str, **given: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": known_as})
        super().__init__(strip=False, widget=widget, **given)


AS_TYPED = {"autocapitalize": "none", "spellcheck": "false"}
"""A telephone writes the first letter of a field large otherwise, and mends what is no word."""


class SignInForm(forms.Form):
    username = forms.CharField(
        label=_("Your sign-in name"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", **AS_TYPED}),
    )
    password = PasswordField(label=_("Password"), known_as="current-password")


class CodeForm(forms.Form):
    """A code from an app, or one from a printed sheet."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Six digits from your app, or one code from your sheet that you have not used yet."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )


class PurposeForm(forms.Form):
    """What somebody's name or interview is opened for, where the law asks."""

    purpose = forms.ChoiceField(
        label=_("What do you open it for?"),
        choices=lambda: [(each.key, spoken(each.name)) for each in offered()],
        widget=forms.RadioSelect,
    )
    back = forms.CharField(widget=forms.HiddenInput, required=False)


class StillMeForm(forms.Form):
    """Asked before anything changes about how an officer signs in. Whoever comes in through a ministry has no password."""

    password = PasswordField(label=_("Your password"), known_as="current-password")

    def __init__(self, *sent: Any, officer: Officer, **given: Any) -> None:
        super().__init__(*sent, **given)
        if not officer.has_usable_password():
            del self.fields["password"]


class AppForm(StillMeForm):
    name = forms.CharField(
        label=_("A name for it"), help_text=_("For example: telephone, desk computer."), max_length=60
    )
    code = forms.CharField(
        label=_("Code the app shows now"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    field_order = ["name", "code", "password"]


class NewPasswordForm(forms.Form):
    password = PasswordField(
        label=_("Password you choose"),
        help_text=_("At least 12 characters. Three or four unrelated words are easy to keep in mind."),
        known_as="new-password",
    )

    def __init__(self, *sent: Any, officer: Officer | None = None, **given: Any) -> None:
        super().__init__(*sent, **given)
        self.officer = officer

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.officer)
        return password


class OwnPasswordForm(NewPasswordForm):
    current = PasswordField(label=_("Your password until now"), known_as="current-password")
    field_order = ["current", "password"]


class SignInNameField(forms.RegexField):
    """A name without spaces: they cannot be seen, and are forgotten when it is typed."""

    def __init__(self, **given: Any) -> None:
        super().__init__(r"^\S+$", max_length=60, error_messages={"invalid": _("Leave out the spaces.")}, **given)


class FirstAdministratorForm(NewPasswordForm):
    name = forms.CharField(label=_("Your name"), max_length=120)
    username = SignInNameField(
        label=_("Sign-in name you choose"), widget=forms.TextInput(attrs={"autocomplete": "username", **AS_TYPED})
    )
    field_order = ["name", "username", "password"]

    def clean_password(self) -> str:
        typed = {each: self.cleaned_data.get(each, "") for each in ("name", "username")}
        self.officer = Officer(**typed)
        return super().clean_password()


class OfficerForm(forms.Form):
    name = forms.CharField(label=_("The officer's name"), max_length=120)
    username = SignInNameField(
        label=_("Sign-in name"),
        help_text=_("Short, without spaces; the officer types it every day."),
        widget=forms.TextInput(attrs=AS_TYPED),
    )


class PostMailForm(forms.Form):
    mail = forms.EmailField(
        label=_("Mail address of the post"),
        help_text=_("Only counts and references go there, never a name or a place. Leave it empty to end it."),
        required=False,
    )


class ConsentForm(forms.Form):
    """One answer to one purpose. Agreement counts only after it was explained."""

    purpose = forms.ChoiceField(label=_("What is the person asked about?"), choices=Purpose.choices)
    language = forms.ChoiceField(label=_("In which language was it explained?"), choices=spoken_languages)
    explained = forms.BooleanField(
        label=_("I explained what is shared, with whom and why, and that help does not depend on the answer"),
        required=False,
    )
    given = forms.TypedChoiceField(
        label=_("The person's answer"),
        choices=[("yes", _("agrees")), ("no", _("does not agree"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    giver = forms.ChoiceField(
        label=_("Who answered?"), choices=Consent.Giver.choices, widget=forms.RadioSelect, initial=Consent.Giver.SELF
    )


class ContactForm(forms.Form):
    """The person's rules for being contacted. Everything but the first may stay empty."""

    allowed = forms.TypedChoiceField(
        label=_("May we contact the person?"),
        choices=[("yes", _("yes, but only as said below")), ("no", _("no, the person comes by themselves"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    how = forms.CharField(
        label=_("How?"), help_text=_("For example: a call only, as if from a shop."), required=False, max_length=500
    )
    when = forms.CharField(label=_("When?"), required=False, max_length=500)
    by_whom = forms.CharField(label=_("By whom?"), required=False, max_length=500)
    no_message = forms.BooleanField(label=_("Never leave a message"), required=False)
    never = forms.CharField(
        label=_("Never call these numbers"),
        help_text=_("One on each line. Wherever such a number stands on record, no page shows it any more."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    after = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def said(self) -> Said:
        told = {key: value for key, value in self.cleaned_data.items() if key != "after"}
        return Said(**{**told, "never": tuple(told["never"].splitlines())})


class FindForm(forms.Form):
    text = forms.CharField(
        label=_("Reference, name or document number"),
        help_text=_(
            "A name may be written in any script, in any spelling; add the day or the year of birth where it is known."
        ),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class CloseForm(forms.Form):
    """`seen` and `shown`: where the case stood and how much was open on the page, so that an old page is told apart."""

    seen = forms.CharField(max_length=30, widget=forms.HiddenInput)
    shown = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Why is it closed?"), choices=CaseClosing.Outcome.choices, widget=forms.RadioSelect
    )
    last_needs = forms.CharField(
        label=_("What does the person still need?"),
        help_text=_("Ask once more. Where there is nothing, write that. It is sealed."),
        error_messages={"required": _("Ask once more what the person needs, and write it, or that there is nothing.")},
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    told = forms.ChoiceField(
        label=_("How was the person told?"), choices=CaseClosing.Told.choices, widget=forms.RadioSelect
    )
    follow_up = forms.ChoiceField(
        label=_("Does the person wish to be asked later how they are?"),
        choices=CaseClosing.FollowUp.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What else should be known?"),
        help_text=_("Only if you wish. It is sealed."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    open_seen = forms.BooleanField(
        label=_("I looked at what is open, and whoever goes on with it knows"),
        error_messages={"required": _("Look at the list above first: closing ends none of it.")},
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        child = case.track == Case.Track.CHILD
        offered = [each for each in CaseClosing.Told.choices if child or each[0] != CaseClosing.Told.GUARDIAN]
        self.fields["told"].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        if child:
            self.fields["told"].initial = CaseClosing.Told.GUARDIAN

    def look_again(self, *, seen: str, shown: int) -> None:
        """After a conflict the page shows anew what is open; what was typed stays."""
        self.data = {**self.data.dict(), "seen": seen, "shown": str(shown)}  # type: ignore[attr-defined]  # a QueryDict

    def given(self) -> Given:
        said = {key: self.cleaned_data[key] for key in ("outcome", "told", "follow_up", "last_needs", "words")}
        return Given(**said, still_open=self.cleaned_data["shown"])


class FoundForm(forms.Form):
    """What came of asking, in words."""

    words = forms.CharField(
        label=_("What you were told, and what you found"),
        help_text=_("Kept sealed; only data-protection officers read it."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ["outcome", "words"]


class LookIntoForm(FoundForm):
    outcome = forms.ChoiceField(label=_("What came of it"), choices=ReadingReview.Outcome, widget=forms.RadioSelect)


class ReviewEmergencyForm(FoundForm):
    outcome = forms.ChoiceField(label=_("What came of it"), choices=EmergencyOpening.Outcome, widget=forms.RadioSelect)


class EmergencyForm(forms.Form):
    reference = forms.CharField(
        label=_("Reference of the case"),
        help_text=_("It stands on the person’s card or paper: eight letters and digits, such as 7F3K-92QD."),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    because = forms.CharField(
        label=_("What happens now"),
        help_text=_("Kept sealed; the data-protection officer reads it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_reference(self) -> str:
        return reference_from(self.cleaned_data["reference"])
