"""The written procedure as a page shows it: drawing, steps with their owners and clocks, and how well each was verified."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Clock, Precondition, Procedure, Role, State, Step
from panoh.instruments.kinds.source import Citation, Verification, Words
from panoh.registry.models import ProcedureText
from panoh.registry.queries import in_force, texts
from panoh.registry.queries.procedures import under
from panoh.registry.rules.drawing import draw
from panoh.registry.rules.procedure import Proof, check
from panoh.registry.rules.procedure_values_words import period


@dataclass(frozen=True)
class Cited:
    """A place in a text, with the text's title."""

    title: str
    place: Words
    verification: Verification


@dataclass(frozen=True)
class StepLine:
    """One step in words: whose it is, from where to where, what must be true, by when, on which texts."""

    step: Step
    owner: Role
    stands_in: tuple[Role, ...]
    from_states: tuple[State, ...]
    to: tuple[State, ...]
    preconditions: tuple[Precondition, ...]
    clock: Clock | None
    sources: tuple[Cited, ...]
    mark: Verification


@dataclass(frozen=True)
class ClockLine:
    """One period of the procedure, and who is told when it has run out."""

    clock: Clock
    period: Words
    escalates_to: Role
    sources: tuple[Cited, ...]
    mark: Verification


@dataclass(frozen=True)
class ProcedurePage:
    """Everything the page of the procedure shows."""

    procedure: Procedure
    drawing: SafeString
    steps: tuple[StepLine, ...]
    clocks: tuple[ClockLine, ...]
    proofs: tuple[Proof, ...]
    adopted: ProcedureText | None
    """Who adopted it here, when and under which document; none for the text that came with the software."""
    in_force: str
    """The version new cases run under."""

    @property
    def holds(self) -> bool:
        return all(proof.holds for proof in self.proofs)


def procedure_page(*, language: str, version: str = "") -> ProcedurePage:
    """The country's procedure as it is in force here, or in the version a case runs under."""
    now = in_force()
    procedure = under(version) if version else now
    drawing = mark_safe(draw(procedure, language))  # noqa: S308 - drawn from our own data, every wording escaped
    return ProcedurePage(
        procedure=procedure,
        drawing=drawing,
        steps=tuple(_step_line(procedure, step) for step in procedure.steps),
        clocks=tuple(_clock_line(procedure, clock) for clock in procedure.clocks),
        proofs=check(procedure),
        adopted=texts().filter(version=procedure.version, status=ProcedureText.Status.ADOPTED).first(),
        in_force=now.version,
    )


def weakest(citations: tuple[Citation, ...]) -> Verification:
    """A statement is as well verified as the least of what it rests on."""
    ranks = list(Verification)
    return max((each.verification for each in citations), key=ranks.index, default=Verification.PROVISIONAL)


def _step_line(procedure: Procedure, step: Step) -> StepLine:
    return StepLine(
        step=step,
        owner=procedure.role(step.owner),
        stands_in=tuple(procedure.role(key) for key in step.stands_in),
        from_states=tuple(procedure.state(code) for code in step.from_states),
        to=tuple(procedure.state(code) for code in step.to),
        preconditions=tuple(procedure.precondition(key) for key in step.preconditions),
        clock=procedure.clock(step.clock) if step.clock else None,
        sources=_cited(step.sources),
        mark=weakest(step.sources),
    )


def _clock_line(procedure: Procedure, clock: Clock) -> ClockLine:
    role, how_long = procedure.role(clock.escalates_to), period(clock.amount, clock.unit)
    return ClockLine(clock, how_long, role, _cited(clock.sources), weakest(clock.sources))


def _cited(citations: tuple[Citation, ...]) -> tuple[Cited, ...]:
    texts = countries.sources(settings.COUNTRY)
    return tuple(Cited(texts[each.source].title, each.said, each.verification) for each in citations)
