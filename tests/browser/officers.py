"""`python -m tests.browser.officers`: puts the cast in their posts on a running installation, all with one password."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from panoh.web.commands import with_records

PASSWORD = "four unrelated quiet words"


def main() -> None:
    with_records()
    from panoh.registry.models import Officer
    from tests.cast import hire

    hire(at=timezone.now())
    Officer.objects.update(password=make_password(PASSWORD))


if __name__ == "__main__":
    main()
