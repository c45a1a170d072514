"""What every record with personal data has in common: a key of its own and one sealed payload."""

from __future__ import annotations

import uuid

from django.db import models


class SealedRecord(models.Model):
    """Personal data lives in `sealed` only. Loading the record shows none of it: `vault.unseal` opens it,
    and only queries that write the read into the ledger call that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed_key = models.BinaryField(null=True, editable=False)
    sealed = models.BinaryField(null=True, editable=False)

    class Meta:
        abstract = True
