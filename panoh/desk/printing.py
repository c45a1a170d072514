"""A page put on paper leaves a line: who printed which page, and of which case."""

from __future__ import annotations

import re
from datetime import datetime
from uuid import UUID

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext_lazy as _

from panoh.justice.queries.cases import criminal_cases_for
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Refused

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@act
def record_print(*, page: str, by: Officer, at: datetime) -> None:
    """Keep that a page of Panoh was printed. What is no page of it is refused: an address could carry anything."""
    try:
        found = resolve(page)
    except Resolver404:
        raise Refused(_("This is no page of Panoh."), _("Print from the page itself.")) from None
    ledger.write(act="print_page", by=by, at=at, subject=_subject(page, found, by), page=found.view_name)


def _subject(page: str, found: ResolverMatch, by: Officer) -> str:
    """The case, or the criminal case, the page is about; of neither where the officer may not see it."""
    if "criminal_case_id" in found.kwargs:
        crime = criminal_cases_for(by).filter(pk=found.kwargs["criminal_case_id"]).first()
        return f"criminal_case:{crime.pk}" if crime else ""
    key = _ID.search(page)
    case = cases_for(by).filter(pk=UUID(key.group())).first() if key else None
    return f"case:{case.pk}" if case else ""
