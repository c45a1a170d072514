"""What is said to whoever cannot sit on the panel, and why votes make no decision yet, each with a way forward."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from panoh.identification.rules import Barred, Undecided

BARRED = {
    Barred.NO_MEMBER: _("%(officer)s holds no seat of the panel."),
    Barred.INVESTIGATES: _("%(officer)s investigates in this case, and whoever investigates does not decide."),
    Barred.DECIDED_BEFORE: _("%(officer)s decided, signed or voted in this case before, and others decide now."),
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
