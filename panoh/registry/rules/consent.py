"""Proof that no adult enters the mechanism without consenting to the referral."""

from __future__ import annotations

from collections.abc import Iterator

from panoh.instruments.kinds.procedure import ForWhom, Means, Procedure, Step
from panoh.registry.rules import breach_words as say
from panoh.registry.rules.paths import paths
from panoh.registry.rules.proof import Breach, titled


def adults_referred_without_consent(procedure: Procedure) -> Iterator[Breach]:
    """A decision on an adult may only be pending if some step on every way there asked for consent to the referral."""
    ways = paths(procedure, _without_asking)
    for state in procedure.states:
        if state.means is Means.PENDING and state.code in ways:
            yield Breach(ways[state.code], say.UNASKED.fill(state=titled(procedure, state.code)))


def _without_asking(step: Step) -> bool:
    return step.for_whom is not ForWhom.CHILD and "referral" not in step.consent
