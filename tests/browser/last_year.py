"""`python -m tests.browser.last_year`: on a running installation, one more person who was presumed a victim last year, so that
there is a year to freeze; run again, the records say one more than what was frozen."""

from __future__ import annotations

from panoh.web.commands import with_records


def main() -> None:
    with_records()
    from django.utils import timezone

    from panoh.registry.models import Officer
    from tests.cast import Cast
    from tests.statistics.book import Book

    year = timezone.localdate().year - 1
    book = Book(Cast(Officer.objects.select_related("post__desk__agency").in_bulk(field_name="username")))
    book.opened(f"{year}-01-01")
    book.presumed(f"{year}-05-01")


if __name__ == "__main__":
    main()
