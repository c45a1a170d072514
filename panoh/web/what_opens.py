"""What drives access beside the table of posts and acts, printed below it: fields, emergencies, compartments, classes."""

from __future__ import annotations

from collections.abc import Iterable

from panoh.identification.actions.guardianship import SHOWN
from panoh.justice.actions.residence import SEEN_TO_DECIDE
from panoh.protection.actions.leaving import SEEN_TO_FOLLOW_UP
from panoh.protection.rules.advocates import SEEN_TO_ANSWER as SEEN_BY_ADVOCATE
from panoh.referral.rules.agreement import SEEN_OF_A_PLACE, SEEN_TO_ANSWER, SEEN_WHEN_ACCEPTED
from panoh.registry.access import FOR_A_PERMIT, IN_EMERGENCY, OF_OWN_CASES
from panoh.registry.access_table import TABLE, Act, Scope
from panoh.registry.queries import people
from panoh.registry.rules.attachments.classes import MAY_BE_SHOWN, Class, kinds_of
from panoh.registry.rules.compartments import HEADS
from panoh.web.tables import table

SHOWN_FOR = (
    ("a referral, to answer it", (*SEEN_TO_ANSWER, *SEEN_OF_A_PLACE)),
    ("a referral, accepted", SEEN_WHEN_ACCEPTED),
    ("an advocate, to answer", SEEN_BY_ADVOCATE),
    ("an advocate, accepted", ("what the person chose to share",)),
    ("the guardianship authority, for a child", SHOWN),
    ("a residence permit", SEEN_TO_DECIDE),
    ("asking after somebody who left", SEEN_TO_FOLLOW_UP),
)


def what_opens() -> str:
    """The sections below the table, from the same values the code asks."""
    own = _words(act.value for act in Act if Scope.OWN in TABLE[act].values())
    parts = [
        ("Fields of who a person is", _fields()),
        (
            "What a disclosure opens",
            "A desk sees the fields named, until the day agreed to, for the one purpose the person said yes to; of the answers"
            " to consents those to that purpose. The acts its post does in cases “disclosed to the desk” are open to it,"
            f" once it need not only answer; never {own}, which are for who works on the case."
            f" What is shown for a residence permit opens {_words(sorted(FOR_A_PERMIT))} and no other act.\n\n"
            + table(["shown for", "fields"], ([what, _words(fields)] for what, fields in SHOWN_FOR)),
        ),
        ("Classes of attachments", _classes()),
        (
            "What an emergency opens",
            f"Acts: {_words(sorted(act.value for act in IN_EMERGENCY))}. Fields: {_words(people.IN_EMERGENCY)}."
            " Until its hour or until it is ended, for one officer, and reviewed.",
        ),
        (
            "What a compartment opens",
            f"Nothing. It shuts a case to all but named members, at least {HEADS} of them heads, each within the reach of their"
            " post. Whoever is let in for hours has what an emergency opens, wherever the case is, until the opening ends.",
        ),
    ]
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in parts)


def _fields() -> str:
    return (
        f"`read_identity` opens {_words(people.FIELDS)} to who works on the case, and of these the fields named to a desk that"
        " was shown it. A search finds by a name or a paper only where that field is open; by reference wherever the case is"
        " seen."
    )


def _classes() -> str:
    rows = [[each.value, _words(kinds_of([each])), _purposes(each)] for each in Class]
    limits = [f"{role.value} only {_words(sorted(classes))}" for role, classes in OF_OWN_CASES.items()]
    text = "In cases of its own a post that reads attachments opens all of them; " + "; ".join(limits) + "."
    return table(["class", "kinds", "may be shown for"], rows) + "\n\n" + text


def _purposes(each: Class) -> str:
    return _words(purpose for purpose, classes in MAY_BE_SHOWN.items() if each in classes)


def _words(values: Iterable[str]) -> str:
    return ", ".join(str(value) for value in values)
