"""Forms of the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _


class SignInForm(forms.Form):
    username = forms.CharField(label=_("Your sign-in name"), max_length=60)
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class FirstAdministratorForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=120)
    username = forms.CharField(label=_("Sign-in name you choose"), max_length=60)
    password = forms.CharField(
        label=_("Password you choose"),
        help_text=_("At least 12 characters. Three or four unrelated words are easy to keep in mind."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if "password" in given:
            try:
                validate_password(given["password"])
            except forms.ValidationError as error:
                self.add_error("password", error)
        return given


class FindForm(forms.Form):
    text = forms.CharField(
        label=_("Reference, name or document number"),
        help_text=_("A name may be written in any script, in any spelling."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
