"""What every record with personal data has in common: a key of its own and one sealed payload."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from panoh.registry.models.sealed_field import SealedField
from panoh.registry.written import Written


@dataclass(frozen=True)
class Ending:
    """What becomes of a record that waits for an answer nobody can give once its words are destroyed. `open`: which wait;
    `becomes`: their state. `by`, `at`: fields with whose act it was and when; `else_by`: the way to the officer who stands
    there where a copy is put back, which does not know."""

    open: Q
    becomes: Mapping[str, Any]
    by: str
    at: str
    else_by: str


class SealedRecord(Written):
    """Personal data lives in `sealed` only. Loading the record shows none of it: `vault.unseal` opens it,
    and only queries that write the read into the ledger call that."""

    ABOUT_CASE: ClassVar[str | None] = None
    """The way from this record to the case its words are about (a look-up such as "need__case"), so that forgetting
    a person reaches every stage. None where it is about no single case; a house test asks every record."""

    FORGOTTEN_WITH: ClassVar[Mapping[str, Any]] = {}
    """What else says who or where, outside the seal, and what it becomes when the words are destroyed."""

    ENDS_FORGOTTEN: ClassVar[Ending | None] = None
    """How it ends where it still waits for somebody when its words are destroyed. None: nobody is kept waiting by it."""

    RESTS_ON_CONSENT: ClassVar[str | None] = None
    """The field with the consent its words rest on: when that is withdrawn, they are destroyed. None: on no single one."""

    SHUT_WITH_CASE: ClassVar[bool] = True
    """Whether the record is hidden with its case from whoever is no member of the case's compartment."""

    SAYS_MANAGER_OF: ClassVar[str | None] = None
    """The way to the case whose `manager` the record says again; see actions/managing."""

    KEYED: ClassVar[tuple[str, ...]] = ()
    """Fields with keyed digests that nobody is found by among people (`vault.blind_forms`): one, or a list of them. Records
    without a seal say it too; see actions/index_layers."""

    KEYED_WITHIN: ClassVar[str] = ""
    """The record under whose lock one of these is looked for before it is written. Empty: it is looked for without a lock."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed_key = SealedField(null=True, editable=False)
    sealed = SealedField(null=True, editable=False)

    class Meta:
        abstract = True
