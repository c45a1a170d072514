"""What one's own desk says of itself, and what others know of it beside that."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from panoh.instruments import countries
from panoh.instruments.kinds.provider import Provider
from panoh.instruments.kinds.source import Words
from panoh.instruments.referral import service
from panoh.referral.models import DeskNotice
from panoh.referral.queries.directory import published
from panoh.registry import access
from panoh.registry.models import Desk, Officer


@dataclass(frozen=True)
class Cited:
    title: str
    place: str
    verification: str


@dataclass(frozen=True)
class DeskPage:
    desk: Desk
    services: tuple[Words, ...]
    notice: DeskNotice | None
    published: Provider | None
    sources: tuple[Cited, ...]


def desk_page(viewer: Officer) -> DeskPage:
    """The viewer's own desk; there is no way to write another one's word."""
    access.require(viewer, access.Act.ANSWER_REFERRAL)
    known = published(viewer.desk)
    return DeskPage(
        desk=viewer.desk,
        services=tuple(service(key).name for key in viewer.desk.services),
        notice=DeskNotice.objects.filter(desk=viewer.desk, superseded_at=None).select_related("said_by__post").first(),
        published=known,
        sources=_cited(known) if known else (),
    )


def _cited(known: Provider) -> tuple[Cited, ...]:
    shelf = countries.sources(settings.COUNTRY)
    return tuple(Cited(shelf[each.source].title, each.place, each.verification) for each in known.sources)
