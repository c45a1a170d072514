"""Sessions that know whose they are, since when, and when somebody last worked: one row, read once for a request.

Django's sessions in the database, with an end that use does not move and a rest after which the password is asked for.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.db.models import QuerySet

from panoh.registry.models import OpenSession
from panoh.registry.moment import moment
from panoh.registry.records import by_key

PROVEN, SECOND_STEP = "proven", "second_step"
LONGEST, IDLE, DEVICE, DESCRIBED = "longest_seconds", "idle_seconds", "device", "described"
NOTED_EVERY = timedelta(minutes=1)
"""Work is noted once a minute at most: a page that is only read writes nothing."""


def _sessions() -> QuerySet[OpenSession]:
    return OpenSession.objects.all()


class SessionStore(InDatabase):
    row: OpenSession | None = None

    @classmethod
    def get_model_class(cls) -> type[OpenSession]:
        return OpenSession

    def create(self) -> None:
        self.row = None
        super().create()

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        opened = self.row.opened_at if self.row else moment()
        return opened + timedelta(seconds=self.get(LONGEST, settings.SESSION_COOKIE_AGE))

    def create_model_instance(self, data: dict[str, Any]) -> OpenSession:
        row = cast(OpenSession, super().create_model_instance(data))
        before = self.row
        row.number = before.number if before else uuid.uuid4()
        row.opened_at = before.opened_at if before else moment()
        row.seen_at = before.seen_at if before else moment()
        row.officer_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.device, row.described = data.get(DEVICE, ""), data.get(DESCRIBED, "")
        row.idle_seconds = data.get(IDLE, 0)
        self.row = row
        return row

    def _get_session_from_db(self) -> OpenSession | None:
        row = by_key(_sessions, [self.session_key]).get(self.session_key)
        self.row = row if row is not None and row.expire_date > moment() else None
        if self.row is None:
            self._session_key = None
        return self.row

    def is_left_alone(self) -> bool:
        """Nobody worked here for as long as the post's rule allows. A session without a rule is not asked."""
        self.get(SESSION_KEY)  # reads the row, if it was not read yet
        row = self.row
        return row is not None and row.idle_seconds > 0 and moment() - row.seen_at > row.idle

    def note_work(self, *, now: bool = False) -> None:
        """Somebody works. Only the moment is written, so that it never puts back what another request changed."""
        row = self.row
        if row is None or not row.officer_id or (self.is_left_alone() and not now):
            return
        if now or moment() - row.seen_at > NOTED_EVERY:
            row.seen_at = moment()
            OpenSession.objects.filter(pk=row.pk).update(seen_at=row.seen_at)
