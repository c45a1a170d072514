"""Posts and officers as an administrator sees them: of their own agency, or all; who waits to be vetted, who needs help."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from panoh.registry.actions.helping import may_confirm
from panoh.registry.actions.officers import manages_all
from panoh.registry.models import Desk, FactorHelp, Officer, Post, Vetting


def posts_page(viewer: Officer) -> dict[str, object]:
    return {"desks": desks_with_posts(viewer), "central": manages_all(viewer), "kinds": FactorHelp.Kind.choices}


def desks_with_posts(viewer: Officer) -> QuerySet[Desk]:
    """Every desk the viewer looks after, with its posts and who holds them, agency by agency."""
    waits = Vetting.objects.filter(officer=OuterRef("pk"), needed=True, vetted_at=None)
    helped = Prefetch(
        "helped", FactorHelp.objects.filter(done_at=None).select_related("asked_by"), to_attr="waiting_help"
    )
    held = Officer.objects.filter(is_active=True).annotate(waits=Exists(waits)).order_by("name")
    officers = Prefetch(
        "officers", held.select_related("vetting__invited_by", "vetting__vetted_by").prefetch_related(helped)
    )
    posts = Prefetch("posts", Post.objects.order_by("pk").prefetch_related(officers))
    desks = Desk.objects.select_related("agency").prefetch_related(posts).order_by("agency_id", "pk")
    return desks if manages_all(viewer) else desks.filter(agency=viewer.desk.agency_id)


def officer_in_post(officer_id: int) -> Officer:
    """404 for one who left; the acts themselves ask whose agency it is."""
    return get_object_or_404(Officer.objects.select_related("post__desk__agency"), pk=officer_id, is_active=True)


def asked_help(help_id: int) -> FactorHelp:
    return get_object_or_404(FactorHelp.objects.select_related("officer__post__desk__agency"), pk=help_id)


def help_to_confirm(viewer: Officer) -> list[FactorHelp]:
    """What colleagues asked for somebody the viewer can vouch for."""
    open_ones = FactorHelp.objects.filter(confirmed_at=None).exclude(asked_by=viewer).exclude(officer=viewer)
    found = open_ones.select_related("asked_by", "officer__post__desk__agency").order_by("asked_at")
    return [each for each in found if may_confirm(viewer, each)]
