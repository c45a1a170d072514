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
from panoh.registry.queries.purposes import is_missing
from panoh.registry.wording import country_name


@dataclass(frozen=True)
class ApplicationPage:
    """`known` is filled in already; `missing` may stay so. `asks_purpose`: the name is shown once the viewer said what for."""

    application: Application | None
    counts_from: datetime
    known: tuple[tuple[Promise | str, str], ...]
    missing: tuple[Promise | str, ...]
    asks_purpose: bool


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
    """For whoever may open the name it is filled in, and the read is on record. It is received without the name as well: who
    is asked what for need not say it to lodge one."""
    asks = is_missing(viewer, access.Act.READ_IDENTITY, case)
    may_read = access.may(viewer, access.Act.READ_IDENTITY, case) and not asks
    identity = read_identity(case=case, viewer=viewer, purpose="application", at=at) if may_read else Identity.of({})
    lines = [*([] if asks else _who(identity)), *_open(case)]
    known = tuple((label, value) for label, value in lines if value)
    return ApplicationPage(
        application=application_in(case),
        counts_from=first_contact(case),
        known=known,
        missing=tuple(label for label, value in lines if not value),
        asks_purpose=asks,
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
