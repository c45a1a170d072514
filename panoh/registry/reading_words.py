"""What was opened of a person and what for, in words one can tell the person. The ledger keeps the house's own short words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.registry.models import Purpose
from panoh.registry.queries.purposes import purposes
from panoh.registry.wording import spoken

FIELDS = {
    "names": _("the names"),
    "name": _("a name"),
    "birth_date": _("the birth date"),
    "documents": _("the numbers of papers"),
    "contact": _("how to reach the person"),
    "contact_rules": _("how the person may be contacted"),
    "way": _("how to reach the person"),
    "answers": _("answers of the interview"),
    "words": _("what was written down"),
    "note": _("a note"),
    "own_words": _("the person’s own words"),
    "not_wanted": _("what the person does not want"),
    "because": _("the reason written down"),
    "reasons": _("the reasons of a decision"),
    "elements": _("what was found of the offence"),
    "votes": _("the votes of a panel"),
    "grounds": _("why a decision is to be looked at again"),
    "representative": _("who speaks for the person"),
    "risks": _("risks to the person’s safety"),
    "measures": _("measures for safety"),
    "wish": _("what the person wishes"),
    "goals": _("goals of the support plan"),
    "reviews": _("what a review said"),
    "things": _("things left in safekeeping"),
    "where": _("where the person is"),
    "situation": _("the person’s situation"),
    "host": _("who takes the person in"),
    "accesses": _("who visited a child that is held"),
    "requests": _("requests for a permit to stay"),
    "decisions": _("decisions on a permit to stay"),
    "appeals": _("appeals against such decisions"),
    "penalties": _("penalties"),
    "reliefs": _("penalties taken back"),
    "complaints": _("complaints about a charge for help"),
    "assessments": _("assessments of a child’s best interests"),
    "reintegration": _("help after a return"),
    "remedies": _("what can be done against a decision"),
    "risk": _("risks of a return"),
    "body": _("a body abroad"),
    "purpose": _("what it was shown for"),
    "answer": _("an answer from abroad"),
}
PURPOSES = {
    "emergency": _("opened in an emergency"),
    "case_page": _("to work on the case"),
    "case_file": _("a paper or a file of the case"),
    "certificate": _("a certificate for the person"),
    "interview": _("an interview"),
    "second_look": _("seeing the person again"),
    "operation": _("a list of people who arrive or are met"),
    "mend_list": _("to mend a list"),
    "comparison": _("to see whether two records are one person"),
    "same_person": _("to see whether two records are one person"),
    "signal": _("a report about somebody in danger"),
    "application": _("an application for the person"),
    "decision": _("a decision"),
    "reconsideration": _("a decision looked at again"),
    "panel": _("a panel that decides"),
    "guardian": _("the guardian of a child"),
    "contact": _("to reach the person safely"),
    "review": _("to review what officers did"),
    "need": _("what the person needs"),
    "referral": _("to ask a desk for help"),
    "support_plan": _("the support plan"),
    "safety": _("the person’s safety"),
    "shelter": _("a stay in a shelter"),
    "best_interests": _("a child’s best interests"),
    "custody": _("a child that is held"),
    "return": _("a return"),
    "consular_file": _("help by a consulate"),
    "charges": _("charges for help"),
    "penalties": _("penalties for what the person was forced to do"),
    "residence": _("a permit to stay"),
    "advocate": _("an independent advocate"),
    "follow_up": _("to ask how the person is after a return"),
}


def field_in_words(field: str) -> str:
    """An attachment is told by its kind alone elsewhere; a word we have none for stands as it is."""
    kind = field.partition(".")[0]
    return str(_("an attachment")) if kind == "attachments" else str(FIELDS.get(field, field))


def purpose_in_words(purpose: str) -> str:
    """What the officer said, the house's own word for the act, or what the person agreed to."""
    if said := purposes().name(purpose):
        return spoken(said)
    agreed = Purpose(purpose).label if purpose in Purpose.values else purpose
    return str(PURPOSES.get(purpose, agreed))
