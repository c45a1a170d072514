"""What a password may not be made of: words anybody would try first against this house."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from panoh.registry.models import Officer

TRIED_FIRST = (
    *("panoh", "panah", "панох", "паноҳ", "панаҳ", "password", "passwort", "пароль", "parol", "рамз", "ramz"),
    *("admin", "officer", "police", "guardian", "shelter", "ministry", "админ", "полиция", "милиция", "вазорат"),
    *(
        "tajikistan",
        "tojikiston",
        "таджикистан",
        "тоҷикистон",
        "точикистон",
        "dushanbe",
        "душанбе",
        "khujand",
        "худжанд",
    ),
    *("qwerty", "йцукен", "asdfgh", "welcome", "letmein"),
)
LEAST_BESIDE = 6
_NO_LETTER = re.compile(r"[\W\d_]+")


class NotTriedFirst:
    """Such a word, or the officer's own name, may stand in a password if enough other letters stand beside it."""

    def validate(self, password: str, user: Officer | None = None) -> None:
        names = f"{user.username} {user.name}".casefold().split() if user else ()
        found = [word for word in (*TRIED_FIRST, *names) if word in password.casefold()]
        if found and len(_without(found, password.casefold())) < LEAST_BESIDE:
            raise ValidationError(
                _("A password around “%(word)s” is guessed first. Take three or four unrelated words."),
                params={"word": found[0]},
            )

    def get_help_text(self) -> str:
        return _("A password around “%(word)s” is guessed first. Take three or four unrelated words.") % {
            "word": "panoh"
        }


def _without(words: list[str], password: str) -> str:
    for word in words:
        password = password.replace(word, "")
    return _NO_LETTER.sub("", password)
