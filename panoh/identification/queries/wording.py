"""What is said to whoever cannot sit on the panel, and why votes make no decision yet, each with a way forward."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.identification.rules import Barred, Undecided, Unsafe

BARRED = {
    Barred.NO_MEMBER: _("%(officer)s holds no post that decides here."),
    Barred.INVESTIGATES: _("%(officer)s investigates in this case, and whoever investigates does not decide."),
    Barred.DECIDED_BEFORE: _("%(officer)s decided, signed or voted in this case before, and others decide now."),
}
UNSAFE = {
    Unsafe.CHILD_DIRECTLY: (
        _("A decision about a child is told to the guardian or the child’s representative."),
        _("Tell the guardian; how the child hears of it, and from whom, is decided together with them."),
    ),
    Unsafe.NO_GUARDIAN: (
        _("This person is an adult: no guardian hears the decision for them."),
        _("Tell the person, or the representative whom they named."),
    ),
    Unsafe.WAY_NOT_AGREED: (
        _("The person has not agreed to being contacted in this way."),
        _("Tell them face to face, or ask for consent to a safe way of contact first."),
    ),
    Unsafe.COMPANION: (
        _("Nobody who came with the person interprets a decision: it may be somebody who controls them."),
        _("Take an independent interpreter, by telephone if nobody is near, and tell it again."),
    ),
    Unsafe.PAPER_FROM_AFAR: (
        _("A paper cannot be handed over from afar, and sending it could betray the person."),
        _("Say that it is kept here, or hand it over face to face."),
    ),
    Unsafe.PAPER_UNREACHED: (
        _("Whoever was not reached was given no paper, and does not know where one is kept."),
        _("Choose for the paper: not yet. Say the rest once the person is reached."),
    ),
    Unsafe.NO_PAPER_SAID: (
        _("The person was reached, so something was said of the paper."),
        _("Ask where it would lie and who could find it, then choose what becomes of it."),
    ),
}
UNDECIDED = {
    Undecided.AWAITED: (
        _("Not everyone who was invited has voted."),
        _("Wait for the others, or let whoever called the panel together excuse a member, with a reason."),
    ),
    Undecided.TOO_FEW: (
        _("Too few members sit for a decision."),
        _("Invite further members."),
    ),
    Undecided.ONE_AGENCY: (
        _("All who voted come from one agency."),
        _("Invite a member of another agency."),
    ),
    Undecided.ONE_KIND: (
        _("Only police or prosecutors sit."),
        _("Invite a member of another kind of agency."),
    ),
    Undecided.TIE: (
        _("The votes are tied. A tie is never a negative decision."),
        _("Talk it over and vote again, or invite a further member. The clock runs and decides nothing."),
    ),
    Undecided.ONE_AGAINST: (
        _("A negative decision needs more members who vote against."),
        _("Invite further members, or talk it over and vote again."),
    ),
}
