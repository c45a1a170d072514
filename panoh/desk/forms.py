"""Forms of the desk."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    username = forms.CharField(label=_("Your sign-in name"), max_length=60)
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Password you choose"),
        help_text=_("At least 12 characters. Three or four unrelated words are easy to keep in mind."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        validators=[validate_password],
    )


class FirstAdministratorForm(NewPasswordForm):
    name = forms.CharField(label=_("Your name"), max_length=120)
    username = forms.CharField(label=_("Sign-in name you choose"), max_length=60)
    field_order = ["name", "username", "password"]


class OfficerForm(forms.Form):
    name = forms.CharField(label=_("The officer's name"), max_length=120)
    username = forms.CharField(
        label=_("Sign-in name"), max_length=60, help_text=_("Short, without spaces; the officer types it every day.")
    )


class FindForm(forms.Form):
    text = forms.CharField(
        label=_("Reference, name or document number"),
        help_text=_("A name may be written in any script, in any spelling."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
