"""Reconsiderations nobody may decide: all who hold the post took part before. Others have to be named.

Asked case by case: worded into My work, an officer for whom no decision of the case exists made PostgreSQL plan for minutes.
"""

from __future__ import annotations

from django.db.models import QuerySet

from panoh.identification.queries.reviews import took_part
from panoh.identification.queries.stages import reviewed_at
from panoh.identification.queries.tasks import TASKS
from panoh.registry.models import Case, Officer
from panoh.registry.queries.procedures import procedure_of


def nobody_left(case: Case) -> bool:
    """Whether the case is under reconsideration and whoever could decide has decided before."""
    stage = reviewed_at(case)
    owners = [task.owner(procedure_of(case)) for task in TASKS if stage and task.reviews == stage]
    return bool(owners) and not _holding(owners[0]).exclude(pk__in=took_part(case)).exists()


def _holding(role: str) -> QuerySet[Officer]:
    return Officer.objects.filter(is_active=True, post__role=role)
