"""`python -m tests.browser.officers`: puts the cast in their posts on a running installation, all with one password."""

from __future__ import annotations

import django
from django.contrib.auth.hashers import make_password
from django.utils import timezone

PASSWORD = "four unrelated quiet words"


def main() -> None:
    django.setup()
    from panoh.registry.models import Officer
    from tests.cast import hire

    hire(at=timezone.now())
    Officer.objects.update(password=make_password(PASSWORD))


if __name__ == "__main__":
    main()
