"""`python -m tests.browser.presumed_last_year`: forty persons presumed last year in an installation that kept records then, so
that there is something to publish and a few who must not be seen in it."""

from __future__ import annotations

from types import SimpleNamespace

from django.utils import timezone

from panoh.web.commands import with_records

WOMEN, MEN = 36, 4


def main() -> None:
    with_records()
    from panoh.registry.models import Officer
    from tests.statistics.book import Book

    year = timezone.localdate().year - 1
    book = Book(SimpleNamespace(zarina=Officer.objects.get(username="zarina")))  # type: ignore[arg-type]  # all it needs
    book.opened(f"{year - 1}-12-01")
    for number in range(WOMEN + MEN):
        person = book.person(sex="female" if number < WOMEN else "male")
        book.presumed(f"{year}-0{1 + number % 9}-15", person, region="TJ-SU-01" if number % 2 else "TJ-DU")


if __name__ == "__main__":
    main()
