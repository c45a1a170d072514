"""A woman's case at the airport's desk, and the shelter's view of it once she agreed to a service."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from panoh.registry.actions import PersonGiven, add_attachment, disclose, open_case, record_consent, register_person
from panoh.registry.models import Attachment, Case, Disclosure
from tests.registry.files import jpeg


@pytest.fixture
def case(cast, now) -> Case:
    given = PersonGiven(names=(("Гулбаҳор", "self"),), sex="female", born_from=1990, born_to=1990)
    person = register_person(given=given, by=cast.zarina, at=now)
    return open_case(person=person, track="adult", by=cast.zarina, at=now)


@pytest.fixture
def shown_to_shelter(case, cast, now) -> Disclosure:
    consent = record_consent(
        case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    return disclose(
        case=case,
        to_desk=cast.shahlo.desk,
        purpose="service",
        fields=("names",),
        consent=consent,
        by=cast.zarina,
        at=now,
    )


@pytest.fixture
def attach(case, cast, now) -> Callable[..., Attachment]:
    """`attach("injury", width=9)`: another width is another file."""

    def add(kind: str = "contract", *, label: str = "", width: int = 8, by: str = "zarina") -> Attachment:
        content = jpeg(width=width)
        return add_attachment(case=case, kind=kind, label=label, content=content, by=getattr(cast, by), at=now)

    return add
