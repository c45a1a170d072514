"""Proves that a country's procedure keeps the promises, and answers whether one step may be taken now.

The drawing and the table for the terminal are in `drawing`, the reckoning of deadlines in `clocks`.
"""

from __future__ import annotations

from panoh.instruments.kinds.procedure import Procedure
from panoh.registry.rules import childhood, consent, extensions, fairness, protection, removal, shape
from panoh.registry.rules.allowed import Allowed, Refused, step_allowed
from panoh.registry.rules.clocks import due, is_working_day
from panoh.registry.rules.promise_words import PROMISED
from panoh.registry.rules.proof import Breach, Proof, Search, prove

__all__ = ["Allowed", "Breach", "Proof", "Refused", "check", "due", "is_working_day", "step_allowed"]

PROMISES: tuple[tuple[str, Search], ...] = (
    ("reachable", shape.unreachable),
    ("leavable", shape.dead_ends),
    ("pause_leads_back", shape.pauses_that_do_not_lead_back),
    ("closable", shape.never_closed),
    ("one_owner", shape.no_single_owner),
    ("clock_escalates", shape.clocks_without_escalation),
    ("clock_tells_another", shape.clocks_that_tell_the_late),
    ("moved_within_limits", extensions.without_owner_or_limit),
    ("moved_closes_nothing", extensions.that_move_people),
    ("moved_later_only", extensions.that_shorten),
    ("moved_by_another", extensions.by_the_late),
    ("help_everywhere", protection.states_without_help),
    ("help_unconditional", protection.help_with_conditions),
    ("no_testimony", protection.steps_that_ask_testimony),
    ("no_removal", removal.without_the_persons_wish),
    ("two_signatures", fairness.refusals_by_one_hand),
    ("written_reasons", fairness.decisions_without_reasons),
    ("decider_apart", fairness.investigators_who_decide),
    ("reconsideration", fairness.refusals_without_return),
    ("can_go_well", fairness.decisions_that_cannot_help),
    ("other_reviewer", fairness.reviews_by_the_same_hand),
    ("adult_consents", consent.adults_referred_without_consent),
    ("child_alternative", childhood.children_stopped_by_consent),
    ("child_never_declines", childhood.children_who_decline),
    ("declining_is_adult", childhood.declining_open_to_children),
    ("declining_is_marked", childhood.declining_marked),
)


def check(procedure: Procedure) -> tuple[Proof, ...]:
    """Every promise held against the procedure, in order; each that fails shows the way to where it breaks."""
    return tuple(prove(key, PROMISED[key], search, procedure) for key, search in PROMISES)
