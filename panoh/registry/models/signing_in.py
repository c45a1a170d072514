"""Where officers are signed in, which devices are known to be theirs, and what slows guessing and draining down."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from panoh.instruments import countries
from panoh.instruments.kinds.sign_in import SignInRule
from panoh.registry.models.agencies import Officer


def sign_in_rule(officer: Officer) -> SignInRule:
    """What the country's file says of the officer's post; of a role no country names, what it says of administrators."""
    rules = countries.sign_in_rules(settings.COUNTRY)
    return rules.get(officer.role, rules["administrator"])


class OpenSession(AbstractBaseSession):
    """One browser an officer is signed in with. `expire_date` is the end whatever is done; after `idle_seconds` without
    work the password is asked for. `device` is the mark of a known device, `described` its kind and nothing finer."""

    number = models.UUIDField(null=True, unique=True)
    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, null=True, related_name="open_sessions")
    device = models.CharField(max_length=32, blank=True)
    described = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    idle_seconds = models.PositiveIntegerField(default=0)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        verbose_name, verbose_name_plural = "open session", "open sessions"

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from panoh.registry.sessions import SessionStore  # which reads this record

        return SessionStore

    @property
    def idle(self) -> timedelta:
        return timedelta(seconds=self.idle_seconds)


class KnownDevice(models.Model):
    """A browser an officer has signed in with before. The browser keeps a signed secret, we its keyed digest."""

    KEYED = ("mark",)

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="devices")
    mark = models.CharField(max_length=32)
    described = models.CharField(max_length=60, blank=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "mark"], name="one_mark_a_device")]


class Brake(models.Model):
    """Failures in a row of one kind from one side, under a keyed digest that names nobody."""

    mark = models.CharField(max_length=32, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    waits_until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["last_at"], name="brakes_by_age")]


class CallCount(models.Model):
    """How often an officer asked within one minute, by all processes and machines together."""

    officer = models.ForeignKey(Officer, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    minute = models.DateTimeField()
    calls = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["officer", "kind", "minute"], name="one_count_a_minute")]
        indexes = [models.Index(fields=["minute"], name="call_counts_by_age")]
