"""A page put on paper leaves a line: who printed which page, and of which case."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext_lazy as _

from panoh.desk.records_named import record_named
from panoh.justice.models import CriminalCase
from panoh.justice.queries.cases import criminal_cases_for
from panoh.registry import ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer, ways_to_case
from panoh.registry.queries import cases_for
from panoh.registry.refusals import Refused


@act
def record_print(*, page: str, by: Officer, at: datetime) -> None:
    """Keep that a page of Panoh was printed. What is no page of it is refused: an address could carry anything."""
    try:
        found = resolve(page)
    except Resolver404:
        raise Refused(_("This is no page of Panoh."), _("Print from the page itself.")) from None
    ledger.write(act="print_page", by=by, at=at, subject=_subject(found, by), page=found.view_name)


def _subject(found: ResolverMatch, by: Officer) -> str:
    """What the page is about, by its case or criminal case; the record itself where it belongs to none, or to one the officer
    may not see. Empty where the page is about nothing on record."""
    about = [each for each in map(record_named, found.kwargs, found.kwargs.values()) if each is not None]
    return next((said for said in (_case_of(each, by) for _, each in about) if said), _itself(about))


def _case_of(record: Model, by: Officer) -> str:
    """A victim's link to a criminal case stands under the criminal case: it does not say whose case hers is."""
    crime = record.pk if isinstance(record, CriminalCase) else getattr(record, "criminal_case_id", None)
    if crime is not None:
        return f"criminal_case:{crime}" if criminal_cases_for(by).filter(pk=crime).exists() else ""
    rows = type(record)._default_manager.filter(pk=record.pk)
    ways = ways_to_case(type(record))
    case = next((key for way in ways for key in rows.values_list(way, flat=True) if key is not None), None)
    return f"case:{case}" if case is not None and cases_for(by).filter(pk=case).exists() else ""


def _itself(about: list[tuple[str, Model]]) -> str:
    """Not a case: an address can be made up, and only whoever may see one has printed it."""
    return next((f"{kind}:{each.pk}" for kind, each in about if not isinstance(each, Case | CriminalCase)), "")
