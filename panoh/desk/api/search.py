"""API of finding a case: the same search as the page, by the same reach, and on record."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from panoh.desk.queries import find_cases
from panoh.registry.models import Case, Sex
from panoh.registry.pages import officer_of
from panoh.registry.queries.finding import FoundBy, FoundCase

router = Router()


class FindIn(Schema):
    """A reference, a name in any script and spelling with the day or the year of birth where it is known, or the number of a
    document. Sent in the body: it names somebody, and an address is written down on the way."""

    text: str = Field(min_length=1, max_length=120)


class CaseFoundOut(Schema):
    """No name: the same name is not the same person. What the post may read of the case stands on its page. `by`: what it was
    found by."""

    id: UUID
    reference: str
    sex: Sex
    track: Case.Track
    by: FoundBy


@router.post("/find", response=list[CaseFoundOut])
def find(request: HttpRequest, given: FindIn) -> list[CaseFoundOut]:
    """Cases the post may see; by name or document where it may read those. The fifty most alike, the most alike first."""
    return [_out(each) for each in find_cases(officer_of(request), text=given.text, at=timezone.now())]


def _out(found: FoundCase) -> CaseFoundOut:
    case = found.case
    return CaseFoundOut(id=case.pk, reference=case.reference, sex=found.sex, track=found.track, by=found.by)
