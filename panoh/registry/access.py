"""Who may do what, in which cases: the one table, asked by every action, page and API operation.

Each check exists twice: `require` raises with a reason and a way forward, `may` answers yes or no for a page.
Roles are the procedure's own (instruments/countries/*/procedure.yaml); a post holds exactly one.
"""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.registry.access_table import TABLE, Act, Role, Scope
from panoh.registry.models import (
    Attachment,
    Case,
    Disclosure,
    EmergencyOpening,
    Officer,
    not_let_in,
    not_shut,
    open_now,
    shown_now,
    shown_to_work,
)
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.attachments.classes import Class, named_in
from panoh.registry.standing import Standing, standing

__all__ = [
    "FOR_A_PERMIT",
    "IN_EMERGENCY",
    "OF_OWN_CASES",
    "TABLE",
    "Act",
    "Role",
    "Scope",
    "classes_open_to",
    "in_reach",
    "is_shut",
    "may",
    "may_by_post",
    "of_own_desk",
    "opens",
    "require",
    "scope",
    "within",
    "worked_on",
    "works_on",
]

IN_EMERGENCY = frozenset({Act.SEE_CASE, Act.READ_IDENTITY, Act.RECORD_NEED})
"""What a case opened in an emergency is opened for, and nothing besides: who stands by a child and every paper of the case are
acts of their own, so that a name on a screen at night becomes no sheet in a pocket."""

FOR_A_PERMIT = frozenset({Act.SEE_CASE, Act.READ_IDENTITY, Act.READ_ATTACHMENT, Act.DECIDE_PERMIT})
"""What a case shown for a residence permit is shown for: who it is, the papers the person lets be seen, and the decision. Help,
penalties, attachments and papers about the person are for a desk that was asked to help as well."""

_AS_SHOWN = frozenset({Scope.DISCLOSED, Scope.DESK})
_AS_OURS = frozenset({Scope.OWN, Scope.DESK})

_BUT_MEDICAL = frozenset(Class) - {Class.MEDICAL}
OF_OWN_CASES: dict[Role, frozenset[Class]] = {
    Role.FIRST_RESPONDER: _BUT_MEDICAL,
    Role.CONSULAR_OFFICER: _BUT_MEDICAL,
}
"""Which classes of attachments a post opens in the cases it works on: all, where nothing stands here. Police at the border
and consuls need no medical file; what their own desk took in they see anyway."""


def scope(officer: Officer, act: Act) -> Scope:
    """How far this officer's post reaches for this act."""
    if not officer.is_active:
        return Scope.NONE
    return TABLE[act].get(Role(officer.role), Scope.NONE)


def may(officer: Officer, act: Act, case: Case | None = None) -> bool:
    """Yes or no, for a page that shows or hides a door."""
    reach = scope(officer, act)
    if reach is Scope.NONE or case is None:
        return reach is not Scope.NONE
    return _reaches(standing(officer, case), reach, act)


def may_by_post(officer: Officer, act: Act, case: Case) -> bool:
    """The same without what an emergency opened to them for hours: for what is no part of an emergency."""
    reach = scope(officer, act)
    return reach is not Scope.NONE and _reaches(replace(standing(officer, case), opened=False), reach, act)


def _reaches(stands: Standing, reach: Scope, act: Act) -> bool:
    """What `within` asks of the records, of how the officer stands to one."""
    if stands.shut or reach is Scope.ALL:
        return not stands.shut
    seen = _seen(stands, act)
    by_reach = (reach in _AS_SHOWN and seen) or (reach in _AS_OURS and stands.ours)
    return (by_reach and not stands.let_in) or (act in IN_EMERGENCY and stands.opened)


def _seen(stands: Standing, act: Act) -> bool:
    """What `_shown_to` asks of the records."""
    if act in FOR_A_PERMIT:
        return stands.shown
    return stands.asked if act is Act.ANSWER_REFERRAL else stands.helping


def require(officer: Officer, act: Act, case: Case | None = None) -> None:
    """Raise NotPermitted with a reason unless the officer may do this (in this case)."""
    if not may(officer, act, case):
        subject = f"case:{case.pk}" if case else ""
        raise NotPermitted(
            _("Your post (%(post)s) may not do this.") % {"post": officer.post},
            _("Ask the desk that is responsible, or your administrator if your post is wrong."),
            subject=subject,
        )


def within(cases: QuerySet[Case], officer: Officer, act: Act, *, showing: str = "") -> QuerySet[Case]:
    """Those of `cases` the officer may do `act` in. Every list, search and page of cases starts here.

    `showing`: of cases only shown to their desk, those in which this field is shown, such as "names".
    """
    reach = scope(officer, act)
    if reach is Scope.NONE:
        return cases.none()
    cases = cases.filter(not_shut(officer, "pk"))
    if reach is Scope.ALL:
        return cases
    shown = _shown_to(officer, act).filter(*([Q(fields__icontains=f'"{showing}"')] if showing else []))
    seen = Q(pk__in=shown.values("case")) if reach in _AS_SHOWN else Q()
    if reach in _AS_OURS:
        seen |= Q(desk=officer.desk) | Q(manager=officer)
    seen &= not_let_in(officer, "pk")
    if act in IN_EMERGENCY:
        seen |= Q(pk__in=_opened_by(officer).values("case"))
    return cases.filter(seen)


def in_reach(officer: Officer, act: Act, case: str = "case") -> Q:
    """The same for records that lead to a `case`, asked row by row: for lists read in their own order, no further than
    they show."""
    reach = scope(officer, act)
    if reach is Scope.NONE:
        return Q(pk__in=())
    if reach is Scope.ALL:
        return not_shut(officer, case)
    seen = Q(Exists(_shown_to(officer, act).filter(case=OuterRef(case)))) if reach in _AS_SHOWN else Q()
    if reach in _AS_OURS:
        seen |= Q(**{f"{case}__desk": officer.desk}) | Q(**{f"{case}__manager": officer})
    seen &= not_let_in(officer, case)
    if act in IN_EMERGENCY:
        seen |= Q(Exists(_opened_by(officer).filter(case=OuterRef(case))))
    return seen & not_shut(officer, case)


def of_own_desk(officer: Officer, act: Act) -> QuerySet[Case]:
    """Cases of the officer's desk in which they may do `act`; of those shown to it, none."""
    own = Case.objects.filter(not_shut(officer, "pk"), not_let_in(officer, "pk"), desk=officer.desk)
    return own if scope(officer, act) >= Scope.OWN else within(own, officer, act)


def _shown_to(officer: Officer, act: Act) -> QuerySet[Disclosure]:
    shown = Disclosure.objects.filter(shown_now(), to_desk=officer.desk)
    if act in FOR_A_PERMIT:
        return shown.filter(to_answer=False)
    helping = shown.filter(shown_to_work())
    return helping if act is Act.ANSWER_REFERRAL else helping.filter(to_answer=False)


def _opened_by(officer: Officer) -> QuerySet[EmergencyOpening]:
    return EmergencyOpening.objects.filter(open_now(), officer=officer)


def works_on(officer: Officer, act: Act, case: Case) -> bool:
    """Whether the officer may do `act` as one who works on the case, and not because the case was shown to their desk."""
    reach = scope(officer, act)
    ours = case.desk_id == officer.desk.pk or case.manager_id == officer.pk
    if reach is Scope.ALL:
        return not is_shut(officer, case)
    if reach not in _AS_OURS or not ours:
        return False
    stands = standing(officer, case)
    return not stands.shut and not stands.let_in


def worked_on(officer: Officer, act: Act, case: str = "case") -> Q:
    """`works_on` for records that lead to a `case`, asked row by row."""
    reach = scope(officer, act)
    if reach is Scope.ALL:
        return not_shut(officer, case)
    if reach not in _AS_OURS:
        return Q(pk__in=())
    ours = Q(**{f"{case}__desk": officer.desk}) | Q(**{f"{case}__manager": officer})
    return ours & not_let_in(officer, case) & not_shut(officer, case)


def is_shut(officer: Officer, case: Case) -> bool:
    """Whether the case is in a compartment of which the officer is no member."""
    return standing(officer, case).shut


def classes_open_to(officer: Officer, case: Case) -> frozenset[Class]:
    """Which classes of attachments the officer opens in this case: by their own work, or as the disclosures to their desk
    name them. What is not named is not shown, and nothing is once a disclosure has ended."""
    if works_on(officer, Act.READ_ATTACHMENT, case):
        return OF_OWN_CASES.get(Role(officer.role), frozenset(Class))
    if not may(officer, Act.READ_ATTACHMENT, case):
        return frozenset()
    shown = case.disclosures.filter(shown_now(), to_desk=officer.desk, to_answer=False)
    return named_in(field for fields in shown.values_list("fields", flat=True) for field in fields)


def opens(officer: Officer, attachment: Attachment) -> bool:
    """Whether the officer may open this attachment: by its class, or because their own desk took it in."""
    own = attachment.added_by.post.desk_id == officer.desk.pk and may(officer, Act.READ_ATTACHMENT, attachment.case)
    return own or attachment.belongs_to in classes_open_to(officer, attachment.case)
