"""What is known already for an application, so that nobody is asked twice, and the moment of first contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from panoh.identification.models import Application
from panoh.registry import access
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Officer
from panoh.registry.queries import Identity, read_identity
from panoh.registry.wording import country_name


@dataclass(frozen=True)
class ApplicationPage:
    """`known` is filled in already; `missing` may stay so."""

    application: Application | None
    counts_from: datetime
    known: tuple[tuple[Promise | str, str], ...]
    missing: tuple[Promise | str, ...]


def first_contact(case: Case) -> datetime:
    """When somebody first spoke with the person: an interview, or the opening of the case."""
    begun: datetime | None = case.screenings.aggregate(first=Min("started_at"))["first"]
    return min(begun, case.opened_at) if begun else case.opened_at


def application_in(case: Case) -> Application | None:
    return next(iter(applications_in(case)), None)


def applications_in(case: Case) -> tuple[Application, ...]:
    return _APPLICATIONS.of(case)


_APPLICATIONS = Beside(lambda of: Application.objects.filter(case=of).order_by("pk"))


def application_page(case: Case, viewer: Officer, *, at: datetime) -> ApplicationPage:
    """For whoever may open the name it is filled in, and the read is on record."""
    may_read = access.may(viewer, access.Act.READ_IDENTITY, case)
    identity = read_identity(case=case, viewer=viewer, purpose="application", at=at) if may_read else Identity.of({})
    lines = [*_who(identity), *_open(case)]
    known = tuple((label, value) for label, value in lines if value)
    return ApplicationPage(
        application=application_in(case),
        counts_from=first_contact(case),
        known=known,
        missing=tuple(label for label, value in lines if not value),
    )


def _who(identity: Identity) -> list[tuple[Promise | str, str]]:
    return [
        (_("Name as written"), ", ".join(each["text"] for each in identity.names)),
        (_("Born"), identity.birth_date),
        (_("Documents"), ", ".join(f"{each['number']} ({each['kind']})" for each in identity.documents)),
    ]


def _open(case: Case) -> list[tuple[Promise | str, str]]:
    return [
        (_("Sex"), str(case.person.get_sex_display())),
        (_("Nationality"), country_name(case.person.nationality)),
        (_("First met by"), str(case.desk)),
    ]
