"""The papers of a decision: the decision with its reasons, for the person; a certificate of status, to be shown to others.

Whoever decided stands on them by agency, never by name: a paper leaves the house, and members must be safe. The certificate
says that protection holds and nothing of what was done to the person.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.identification.models import Decision
from panoh.identification.queries.applications import first_contact
from panoh.identification.queries.facts import reflection_ends
from panoh.identification.queries.panels import VoteRead
from panoh.identification.queries.reading import Reasons
from panoh.identification.queries.reviews import told
from panoh.instruments.kinds.procedure import Adopted
from panoh.registry.models import Case
from panoh.registry.paper import Entry, Paper, Section
from panoh.registry.queries import Identity
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.wording import day

ELEMENTS: dict[str, Promise | str] = {
    "act": gettext_lazy("Act: what was done"),
    "means": gettext_lazy("Means: how it was done"),
    "purpose": gettext_lazy("Purpose: for which exploitation"),
}


def decision_paper(read: Reasons, votes: tuple[VoteRead, ...]) -> Paper:
    decision = read.decision
    return Paper(
        title=_("Decision"),
        issuer=_issuer(decision),
        lead=_outcome(decision),
        marks=(_("Confidential"), *_provisional(decision.case)),
        sections=(
            Section(_("The decision"), facts=_facts(decision)),
            Section(_("Who decided"), _who(votes), entries=_agencies(votes)),
            Section(_("The reasons"), read.reasons.splitlines(), entries=tuple(_elements(read, votes))),
            *_dissent(votes),
            Section(_("What you can do"), _ways(decision)),
        ),
    )


def certificate_paper(decision: Decision, identity: Identity) -> Paper:
    """Built from names, dates and the status only: reasons, form, agencies of care and address never reach it."""
    case = decision.case
    return Paper(
        title=_("Certificate of status"),
        issuer=_issuer(decision),
        lead=_("This person is under the protection of the National Referral Mechanism."),
        marks=_provisional(case),
        sections=(
            Section(_("The person"), facts=_person(identity)),
            Section(_("The status"), facts=(*_facts(decision), *_recovery(decision))),
            Section(
                _("What follows from it"),
                [
                    _(
                        "The person is not removed, detained or fined because of their stay or what they were made to do."
                    ),
                    _("Help does not depend on speaking with the police or giving evidence."),
                    _("Questions go to the desk that issued this paper, not to the person."),
                ],
            ),
        ),
    )


def _issuer(decision: Decision) -> str:
    return str(decision.proposed_by.desk.agency)


def _provisional(case: Case) -> tuple[str, ...]:
    adopted = procedure_of(case).adoption.status is Adopted.ADOPTED
    return () if adopted else (_("Under a procedure that is not adopted yet"),)


def _outcome(decision: Decision) -> str:
    if decision.outcome == Decision.Outcome.NEGATIVE:
        return _("It was not shown that you are a victim of trafficking in persons.")
    if decision.stage == Decision.Stage.PRELIMINARY:
        return _("There are reasonable grounds to believe that you are a victim of trafficking in persons.")
    return _("You are identified as a victim of trafficking in persons.")


def _status(decision: Decision) -> str:
    if decision.outcome == Decision.Outcome.NEGATIVE:
        return _("not shown")
    if decision.stage == Decision.Stage.PRELIMINARY:
        return _("presumed victim: reasonable grounds were found, recovery and reflection")
    return _("identified victim of trafficking in persons")


def _facts(decision: Decision) -> list[tuple[str, str]]:
    """The status holds from first contact, whenever it was decided."""
    facts = [
        (_("Reference"), decision.case.reference),
        (_("Stage"), str(decision.get_stage_display())),
        (_("Status"), _status(decision)),
        (_("Decided on"), day(decision.signed_at or decision.proposed_at)),
    ]
    if decision.outcome == Decision.Outcome.POSITIVE:
        facts.append((_("Counts from"), day(first_contact(decision.case))))
    return facts


def _recovery(decision: Decision) -> list[tuple[str, str]]:
    ends = reflection_ends(decision.case)
    return [(_("Recovery and reflection at least until"), day(ends))] if ends else []


def _person(identity: Identity) -> list[tuple[str, str]]:
    names = [(_("Name as written"), each["text"]) for each in identity.names]
    return [*names, (_("Born"), identity.birth_date or _("not known"))]


def _who(votes: tuple[VoteRead, ...]) -> list[str]:
    if not votes:
        return [_("An officer who decides at first instance; a negative decision is signed by a second one.")]
    sat = [each for each in votes if each.outcome]
    against = sum(each.dissents for each in sat)
    said = {"members": len(sat), "carried": len(sat) - against, "against": against}
    return [_("A panel of %(members)s members: %(carried)s for this decision, %(against)s against.") % said]


def _agencies(votes: tuple[VoteRead, ...]) -> list[Entry]:
    return [Entry(str(each.seat.agency), mark=str(each.seat.officer.post)) for each in votes if each.outcome]


def _elements(read: Reasons, votes: tuple[VoteRead, ...]) -> Iterator[Entry]:
    """Reason by reason what carried the decision: notes of the officer, or of each member who voted with it."""
    for key, name in ELEMENTS.items():
        if read.elements.get(key):
            yield Entry(read.elements[key], mark=str(name))
        for each in votes:
            if each.elements.get(key) and not each.dissents:
                yield Entry(each.elements[key], mark=str(name), by=str(each.seat.agency))


def _dissent(votes: tuple[VoteRead, ...]) -> Iterator[Section]:
    noted = [
        Entry(each.elements[key], mark=str(name), by=str(each.seat.agency))
        for each in votes
        if each.dissents
        for key, name in ELEMENTS.items()
        if each.elements.get(key)
    ]
    if noted:
        yield Section(_("Who saw it differently"), entries=noted)


def _ways(decision: Decision) -> list[str]:
    help_stays = _("Help, a safe place and protection do not end with this decision and do not depend on the police.")
    if decision.outcome == Decision.Outcome.POSITIVE:
        certificate = _(
            "Ask for a certificate of status whenever an authority needs one; it says nothing of what happened."
        )
        return [help_stays, certificate]
    who = _("You, somebody you trust or any desk that cares for you can ask that others look at it again.")
    how = _("Say what is new, or what went wrong. Nobody who took part in this decision takes part then.")
    return [who, how, _until(decision), help_stays]


def _until(decision: Decision) -> str:
    clock = procedure_of(decision.case).clock("reconsideration_request")
    running = decision.case.clocks.filter(clock=clock.key, stopped_at=None).first()
    if told(decision) is not None and running is not None:
        return _("Ask until %(day)s. Later is possible too, with the reason why.") % {"day": day(running.due_at)}
    said = {"days": clock.amount}
    return _("Ask within %(days)s days of being told. Later is possible too, with the reason why.") % said
