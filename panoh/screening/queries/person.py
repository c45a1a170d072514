"""Who the person is, as the page of the interview needs it: opened for the officer who may, with a line in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from panoh.names import script_of
from panoh.registry.actions import PersonGiven
from panoh.registry.models import Case, Officer
from panoh.registry.queries import Identity, may_contact, read_identity
from panoh.registry.rules.contact import Reach
from panoh.screening.models import Screening
from panoh.screening.queries.matches import case_of_line
from panoh.screening.queries.reading import holds, mark_of
from panoh.screening.queries.roster import said_of


@dataclass(frozen=True)
class Known:
    """What is on record of the person of an interview. `seen` is the mark of the record as it was shown."""

    case: Case
    identity: Identity
    reach: Reach
    seen: str

    @property
    def scripts(self) -> tuple[tuple[str, str], ...]:
        """Each name with the script it is written in."""
        return tuple((name["text"], script_of(name["text"])) for name in self.identity.names)


def known_person(screening: Screening, viewer: Officer, *, at: datetime) -> Known | None:
    """Empty before agreement: there is nobody on record yet."""
    if screening.case is None:
        return None
    screening.case.person.refresh_from_db()
    own = "interview" if holds(screening, viewer) else "screening"
    identity = read_identity(case=screening.case, viewer=viewer, purpose=own, at=at)
    reach = may_contact(screening.case, identity.contact, viewer=viewer, at=at, purpose=own)
    return Known(screening.case, identity, reach, mark_of(screening.case.person))


def said_on_list(screening: Screening, *, viewer: Officer, at: datetime) -> PersonGiven:
    """What the list said of a person who came from a roster and is not on record at this desk yet; otherwise nothing."""
    entry = screening.roster_entry
    if entry is None or case_of_line(entry, viewer) is not None:
        return PersonGiven()
    return said_of(entry, viewer=viewer, at=at)
