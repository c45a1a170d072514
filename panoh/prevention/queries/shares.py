"""What part of each post is trained on a day, and whose certificate ends soon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from panoh.instruments import countries
from panoh.instruments.kinds.training import Curriculum
from panoh.instruments.prevention import training
from panoh.prevention.queries.training import Held
from panoh.prevention.rules.training import EXPIRES_SOON, Share
from panoh.registry import access
from panoh.registry.actions.officers import manages_all
from panoh.registry.models import Certificate, LedgerEntry, Officer, Post
from panoh.registry.queries.training import counting
from panoh.registry.wording import spoken


@dataclass(frozen=True)
class ShareLine:
    """One curriculum and one role, or one post of it. `who`: the role or post in words."""

    curriculum: Curriculum
    role: str
    who: str
    share: Share

    @property
    def name(self) -> str:
        return spoken(self.curriculum.name)


@dataclass(frozen=True)
class SharesPage:
    on: date
    roles: tuple[ShareLine, ...]
    posts: tuple[ShareLine, ...]


def shares_page(*, on: date) -> SharesPage:
    """Only officers who held a post on that day count, and only certificates that counted on it."""
    posts = {post.pk: post for post in Post.objects.select_related("desk").order_by("code")}
    of_post: dict[int, set[int]] = defaultdict(set)
    for officer, post in holders_on(on):
        of_post[post].add(officer)
    trained: dict[str, set[int]] = defaultdict(set)
    for officer, taught in counting(on).values_list("officer", "curriculum"):
        trained[taught].add(officer)
    names = {role.key: role.name for role in countries.roles(settings.COUNTRY)}
    roles, lines = [], []
    for curriculum in training.curricula():
        for role in curriculum.roles:
            held = [(post, of_post[post.pk]) for post in posts.values() if post.role == role]
            everybody = set().union(*(officers for _post, officers in held))
            roles.append(_line(curriculum, role, spoken(names[role]), everybody, trained))
            lines += [_line(curriculum, role, f"{post}, {post.desk}", who, trained) for post, who in held if who]
    return SharesPage(on, tuple(roles), tuple(lines))


def holders_on(on: date) -> Iterable[tuple[int, int]]:
    """Officer and post of everybody who held one on a day: from the day they were invited to the day they left. An officer
    never changes posts: whoever does is invited anew."""
    rows = Officer.objects.select_related("vetting").order_by("pk")
    gone = [f"officer:{pk}" for pk in rows.filter(is_active=False).values_list("pk", flat=True)]
    ends = LedgerEntry.objects.filter(act="end_officer", subject__in=gone).values_list("subject", "at")
    left = {subject: timezone.localdate(at) for subject, at in ends}
    for officer in rows:
        came = _came(officer)
        last = left.get(f"officer:{officer.pk}", date.max if officer.is_active else date.min)
        if (came is None or timezone.localdate(came) <= on) and on < last:
            yield officer.pk, officer.post_id


def ending(until: date) -> QuerySet[Certificate]:
    """Certificates that end by this day and have no later one beside them."""
    later = Certificate.objects.filter(
        officer=OuterRef("officer"), curriculum=OuterRef("curriculum"), until__gt=OuterRef("until"), taken_back_at=None
    )
    rows = Certificate.objects.filter(~Exists(later), taken_back_at=None, until__lte=until, officer__is_active=True)
    return rows.select_related("officer__post__desk__agency").order_by("until", "pk")


def ending_page(viewer: Officer, *, today: date) -> tuple[Held, ...]:
    """For the agency's administrator, and for those who keep training. Those that ended in the last year stand first."""
    rows = ending(today + EXPIRES_SOON).filter(until__gte=today - 6 * EXPIRES_SOON)
    if not access.may(viewer, access.Act.KEEP_TRAINING):
        access.require(viewer, access.Act.MANAGE_POSTS)
        if not manages_all(viewer):
            rows = rows.filter(officer__post__desk__agency=viewer.desk.agency_id)
    return tuple(Held(row, row.until >= today) for row in rows)


def of_viewer(viewer: Officer) -> Q:
    """The viewer's own, and for an administrator those of their agency."""
    own = Q(officer=viewer.pk)
    if access.may(viewer, access.Act.MANAGE_POSTS):
        own |= Q(officer__post__desk__agency__desks=viewer.desk.pk)
    return own


def _came(officer: Officer) -> datetime | None:
    vetting = getattr(officer, "vetting", None)
    return vetting.invited_at if vetting else None


def _line(curriculum: Curriculum, role: str, who: str, officers: set[int], trained: dict[str, set[int]]) -> ShareLine:
    return ShareLine(curriculum, role, who, Share(len(officers), len(officers & trained[curriculum.key])))
