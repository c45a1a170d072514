"""What the demonstration's people answer: enough indicators for those who were exploited, few for the others."""

from __future__ import annotations

from random import Random

from panoh.demo.people import Plan
from panoh.instruments import library
from panoh.instruments.kinds.screening import ScreeningInstrument


def instrument_for(plan: Plan) -> ScreeningInstrument:
    return library.screening_instrument(f"ilo_ec_{plan.track}_{plan.form}")


def answers_for(plan: Plan, random: Random) -> dict[str, str]:
    """An answer to most indicators; the rest stay unanswered, which is not "no"."""
    likely = (0.32, 0.4, 0.28) if plan.exploited else (0.03, 0.87, 0.1)
    asked = [item.id for item in instrument_for(plan).items if random.random() < 0.85]
    return {item: random.choices(("yes", "no", "unknown"), weights=likely)[0] for item in asked}
