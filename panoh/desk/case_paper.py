"""A case on paper, for a panel or a file: what its page shows this viewer, no more, and the taking out is on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from panoh.desk.case_page import CasePage, case_page
from panoh.desk.open_work import Open
from panoh.desk.timeline import Event
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Officer
from panoh.registry.paper import Entry, Paper, Section, as_pdf
from panoh.registry.queries import Identity
from panoh.registry.queries.purposes import require_purpose
from panoh.registry.wording import country_name, day, day_and_time, spoken
from panoh.screening.forms.person import recorded_as


@act
def print_case(*, case: Case, by: Officer, at: datetime) -> bytes:
    """The case as PDF in the active language. Opening the identity and the print-out stand in the ledger together."""
    access.require(by, access.Act.PRINT_CASE, case)
    require_purpose(by, access.Act.READ_IDENTITY, case)
    page = case_page(by, case.pk, at=at)
    made = as_pdf(case_paper(page, at=at), by=by, at=at)
    ledger.write(act="print_case", by=by, at=at, subject=f"case:{case.pk}", purpose="case_file")
    return made


def case_paper(page: CasePage, *, at: datetime) -> Paper:
    return Paper(
        title=_("Case %(reference)s") % {"reference": page.case.reference},
        issuer=str(page.case.desk.agency),
        lead=f"{spoken(page.state.name)} · {page.case.get_track_display()}",
        marks=(_("Confidential"),),
        sections=tuple(_sections(page, at)),
    )


def _sections(page: CasePage, at: datetime) -> Iterator[Section]:
    manager = page.case.manager
    responsible = f"{manager.name}, {manager.post}" if manager else _("nobody yet")
    version = _("Procedure, version %(version)s") % {"version": page.version}
    facts = [
        (_("Responsible desk"), str(page.case.desk)),
        (_("Case manager"), responsible),
        (_("Runs under"), version),
    ]
    yield Section(_("Where it stands"), [spoken(page.state.meaning)], facts)
    if page.identity:
        yield Section(_("Who this is"), facts=_who(page.identity, page.case))
    yield Section(_("What is open"), entries=[_open(each) for each in page.open] or [Entry(_("Nothing is open."))])
    yield Section(_("What happened so far"), entries=[_past(each) for each in page.past])


def _who(identity: Identity, case: Case) -> list[tuple[str, str]]:
    """Without the safe way of contact: it is used once and by those who need it, and a paper is read by whoever finds it."""
    sex = (_("Sex"), str(case.person.get_sex_display()))
    nationality = (_("Nationality"), country_name(case.person.nationality) or _("not known"))
    if case.erased_at:
        erased = _("erased on %(day)s") % {"day": day(case.erased_at)}
        return [(_("Name, birth date and papers"), erased), sex, nationality]
    papers = [(_("Document"), f"{each['number']} ({recorded_as(each['kind'])})") for each in identity.documents]
    return [
        *_called(identity),
        sex,
        nationality,
        *(papers if "documents" in identity.shown else [(_("Document"), _hidden())]),
    ]


def _called(identity: Identity) -> list[tuple[str, str]]:
    names = [(_("Name as written"), each["text"]) for each in identity.names]
    nameless = (_("Name"), _("not given") if "names" in identity.shown else _hidden())
    born = identity.birth_date or _("not known") if "birth_date" in identity.shown else _hidden()
    return [*(names or [nameless]), (_("Born"), born)]


def _hidden() -> str:
    """Said whether it is on record or not: whoever reads "not known" asks the person again, or doubts an age that is known."""
    return _("not shown to your desk")


def _open(each: Open) -> Entry:
    if each.paused:
        return Entry(each.what, "", _("stands still while the case is paused"), each.with_whom)
    when = day_and_time(each.due_at) if each.due_at else ""
    mark = _("guaranteed until then") if each.guaranteed else _("late") if each.late else ""
    return Entry(each.what, when, mark, each.with_whom)


def _past(each: Event) -> Entry:
    return Entry(each.what, day(each.at) if each.day_only else day_and_time(each.at), each.track_name, each.by)
