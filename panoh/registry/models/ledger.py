"""The ledger: every act and every read of personal data, in one chain that cannot be altered unseen."""

from __future__ import annotations

from django.db import models

from panoh.registry.models.agencies import Officer
from panoh.registry.written import Written


class LedgerEntry(Written):
    """One line. The database refuses to change or delete it; `seal` binds it to the line before."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.CharField(max_length=40)
    subject = models.CharField(max_length=60, blank=True, db_index=True)
    fields = models.JSONField(default=list)
    purpose = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict)
    seal = models.CharField(max_length=64)


class LedgerHead(Written):
    """Where the chain ends. Locked while a line is added, so that lines never fork."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, default="")
    segment = models.CharField(max_length=7, default="")
    """Which of the ledger's keys seals the next line."""
