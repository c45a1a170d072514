"""What of criminal proceedings reaches a residence permit: whether one runs, and when the last of them ended.

Which they are, how many, and with whom stays inside justice (decision 40).
"""

from __future__ import annotations

from panoh.justice.models import CriminalCase, VictimLink
from panoh.justice.rules.residence import Proceedings
from panoh.registry.models import Case, in_force


def proceedings_of(case: Case) -> Proceedings | None:
    """Of links that stand and rest on a consent in force. None: nothing is known here, which says nothing of the person."""
    links = VictimLink.objects.filter(in_force("consent__"), case=case, ended_at=None)
    found = list(links.values_list("criminal_case__stage", "criminal_case__stage_on"))
    if not found:
        return None
    running = any(stage != CriminalCase.Stage.CLOSED for stage, _on in found)
    return Proceedings(running, None if running else max(on for _stage, on in found))
