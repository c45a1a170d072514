"""Which record the argument of an address names: `referral_id` a referral, and so on through the house."""

from __future__ import annotations

import re
from functools import cache

from django.apps import apps
from django.db.models import Model

CALLED_OTHERWISE: dict[str, tuple[str, ...]] = {
    "access_id": ("CustodyAccess",),
    "closed_id": ("Disclosure",),
    "comment_id": ("ProcedureComment",),
    "complaint_id": ("ChargeComplaint",),
    "contact_id": ("HotlineContact",),
    "document_id": ("TravelDocument",),
    "entry_id": ("RosterEntry",),
    "file_id": ("ConsularFile",),
    "goal_id": ("PlanGoal",),
    "hit_id": ("PenaltyHit",),
    "line_id": ("BudgetLine",),
    "list_id": ("ListSent",),
    "look_id": ("SecondLook",),
    "match_id": ("RosterMatch",),
    "measure_id": ("SafetyMeasure",),
    "member_id": ("CompartmentMember",),
    "offer_id": ("PlaceOffer",),
    "opening_id": ("EmergencyOpening",),
    "order_id": ("MobilisationOrder",),
    "paper_id": ("OrderPaper",),
    "permit_id": ("ResidencePermit",),
    "plan_id": ("SupportPlan", "SamplingPlan"),
    "report_id": ("ServiceReport",),
    "session_id": ("TrainingSession",),
    "stage_id": ("CriminalStage",),
    "text_id": ("ProcedureText",),
    "victim_id": ("VictimLink",),
}
"""Arguments that are not called after the model. Two models: their keys are no numbers, so one key is never of both."""
_AS_IN_THE_LEDGER = {"entry": "roster", "look": "second_look"}


def record_named(argument: str, value: object) -> tuple[str, Model] | None:
    """The record and what the ledger calls its kind; None where the argument names none, or there is none."""
    kind = argument.removesuffix("_id")
    for model in _models().get(argument, ()):
        found = model._default_manager.filter(pk=value).first()
        if found is not None:
            return _AS_IN_THE_LEDGER.get(kind, kind), found
    return None


@cache
def _models() -> dict[str, tuple[type[Model], ...]]:
    every = {model.__name__: model for model in apps.get_app_config("panoh").get_models()}
    plain = {f"{re.sub('(?<=[a-z])(?=[A-Z])', '_', name).lower()}_id": (model,) for name, model in every.items()}
    return plain | {called: tuple(every[name] for name in names) for called, names in CALLED_OTHERWISE.items()}
