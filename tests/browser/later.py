"""`python -m tests.browser.later`: as if forty days had passed since risks were assessed and children recorded as held."""

from __future__ import annotations

from datetime import timedelta

from panoh.web.commands import with_records


def main() -> None:
    with_records()
    from django.db.models import F

    from panoh.protection.models import Custody, ReturnRisk

    days = timedelta(days=40)
    ReturnRisk.objects.update(assessed_at=F("assessed_at") - days)
    for each in Custody.objects.filter(ended_on=None):
        Custody.objects.filter(pk=each.pk).update(review_due=each.review_due - days)


if __name__ == "__main__":
    main()
