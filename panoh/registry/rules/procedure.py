"""Proves that a country's procedure keeps the promises, and answers whether one step may be taken now.

The drawing and the table for the terminal are in `drawing`, the reckoning of deadlines in `clocks`.
"""

from __future__ import annotations

from panoh.instruments.kinds.procedure import Procedure
from panoh.registry.rules import childhood, consent, extensions, fairness, protection, removal, shape
from panoh.registry.rules.allowed import Allowed, Refused, step_allowed
from panoh.registry.rules.clocks import due, is_working_day
from panoh.registry.rules.proof import Breach, Proof, Search, prove

__all__ = ["Allowed", "Breach", "Proof", "Refused", "check", "due", "is_working_day", "step_allowed"]

PROMISES: tuple[tuple[str, str, Search], ...] = (
    ("reachable", "Every state can be reached.", shape.unreachable),
    ("leavable", "Every state but the last can be left.", shape.dead_ends),
    ("pause_leads_back", "A pause leads back to where it began.", shape.pauses_that_do_not_lead_back),
    ("closable", "A case can be closed.", shape.never_closed),
    ("one_owner", "Every step belongs to exactly one post.", shape.no_single_owner),
    ("clock_escalates", "A missed deadline escalates; it never closes or refuses.", shape.clocks_without_escalation),
    ("clock_tells_another", "A late decision is told to someone else.", shape.clocks_that_tell_the_late),
    (
        "moved_within_limits",
        "A deadline is moved only by an act with an owner and a limit.",
        extensions.without_owner_or_limit,
    ),
    ("moved_closes_nothing", "Moving a deadline closes and refuses nothing.", extensions.that_move_people),
    ("moved_later_only", "A moved deadline is later; nothing guaranteed is shortened.", extensions.that_shorten),
    ("moved_by_another", "Whoever has to meet a deadline does not move it.", extensions.by_the_late),
    ("help_everywhere", "Help can be asked for in every state.", protection.states_without_help),
    ("help_unconditional", "Help depends on nothing but the person's wish.", protection.help_with_conditions),
    ("no_testimony", "No step depends on testimony, papers or nationality.", protection.steps_that_ask_testimony),
    ("no_removal", "From the first sign on nobody is removed or detained.", removal.without_the_persons_wish),
    ("two_signatures", "A refusal carries two signatures.", fairness.refusals_by_one_hand),
    ("written_reasons", "A refusal carries written reasons.", fairness.decisions_without_reasons),
    ("decider_apart", "Whoever investigates does not decide.", fairness.investigators_who_decide),
    ("reconsideration", "The person can ask to have a refusal reconsidered.", fairness.refusals_without_return),
    ("can_go_well", "Every decision and every review can end well.", fairness.decisions_that_cannot_help),
    ("other_reviewer", "A decision is reviewed by someone else.", fairness.reviews_by_the_same_hand),
    ("adult_consents", "No adult is referred without consent.", consent.adults_referred_without_consent),
    ("child_alternative", "No child is stopped by an adult's consent.", childhood.children_stopped_by_consent),
    ("child_never_declines", "A child cannot decline or withdraw.", childhood.children_who_decline),
    ("declining_is_adult", "Declining is a step for adults only.", childhood.declining_open_to_children),
    ("declining_is_marked", "Declining is marked and leads nowhere else.", childhood.declining_marked),
)


def check(procedure: Procedure) -> tuple[Proof, ...]:
    """Every promise held against the procedure, in order; each that fails shows the way to where it breaks."""
    return tuple(prove(key, promise, search, procedure) for key, promise, search in PROMISES)
