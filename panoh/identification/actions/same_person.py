"""Two records of one person: one officer of the Centre says so, another decides, and it can be undone.

Cases, names and papers stay where they are. What changes is that figures count one person, and that whoever may see both cases
is told. Help waits for none of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from panoh.identification.actions.chosen import require_chosen
from panoh.identification.models import CountedAs, SamePerson
from panoh.identification.queries.papers_of_two import Papers, papers_of
from panoh.identification.queries.same_person import require_both_open
from panoh.identification.rules.same_person import counted_as, linked
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Case, Installation, Officer, Person
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@act
def propose_same_person(*, case: Case, other: Case, because: str, by: Officer, at: datetime) -> SamePerson:
    """The people of two cases seem to be one."""
    _require(by, case, other)
    require_chosen(case, because=(because, SamePerson.Because.values))
    if case.person_id == other.person_id:
        raise Refused(
            _("Both cases are of one record already."), _("Nothing is to be done."), subject=f"case:{case.pk}"
        )
    first, second = _led_to(case, other)
    if because == SamePerson.Because.PAPER and papers_of(first, second) is Papers.OTHERS:
        raise Refused(
            _("The numbers of their papers differ: none stands in both records."),
            _("Choose another reason, or correct the number in the record first."),
            subject=f"case:{case.pk}",
        )
    pairs = SamePerson.objects.filter(first=first, second=second)
    if pairs.filter(SamePerson.OPEN | SamePerson.STANDING).exists():
        raise Conflict(
            _("Somebody said this already."), _("Look at what stands of these two."), subject=f"case:{case.pk}"
        )
    pair = SamePerson.objects.create(first=first, second=second, because=because, proposed_by=by, proposed_at=at)
    _written("propose_same_person", pair, case, other, by=by, at=at, because=because)
    return pair


@act
def decide_same_person(
    *, pair: SamePerson, case: Case, other: Case, same: bool, by: Officer, at: datetime
) -> SamePerson:
    """Another officer has looked at both: one person, or two. `case`, `other`: the cases by which both records were seen."""
    _require(by, case, other)
    standing = _standing(pair, case, other)
    if standing.decided_at is not None:
        raise Conflict(
            _("This was decided already."), _("Look at what stands of these two."), subject=f"case:{case.pk}"
        )
    if standing.proposed_by_id == by.pk:
        raise NotPermitted(
            _("You said it yourself: another officer looks at both and decides."),
            _("A colleague of the Centre finds it in their work."),
            subject=f"case:{case.pk}",
        )
    standing.same, standing.decided_by, standing.decided_at = same, by, at
    standing.save(update_fields=["same", "decided_by", "decided_at"])
    count_anew({standing.first_id, standing.second_id})
    _written("decide_same_person", standing, case, other, by=by, at=at, same=same)
    return standing


@act
def undo_same_person(
    *, pair: SamePerson, case: Case, other: Case, because: str, by: Officer, at: datetime
) -> SamePerson:
    """They are two people again, in every figure and on every page, from now on."""
    _require(by, case, other)
    require_chosen(case, because=(because, SamePerson.Undone.values))
    standing = _standing(pair, case, other)
    if not standing.same or standing.undone_at is not None:
        raise Conflict(
            _("These two are not held to be one person."), _("Look at what stands of them."), subject=f"case:{case.pk}"
        )
    standing.undone_because, standing.undone_by, standing.undone_at = because, by, at
    standing.save(update_fields=["undone_because", "undone_by", "undone_at"])
    count_anew({standing.first_id, standing.second_id})
    _written("undo_same_person", standing, case, other, by=by, at=at, because=because)
    return standing


def hold_record(person: UUID) -> None:
    """Before the first line of an act that erases a name in one of this person's cases: of two such acts the second sees what
    became of the other case, or both would leave the name to it. Nothing is counted anew where no word was said of the record."""
    _held(person)
    if SamePerson.objects.filter(Q(first=person) | Q(second=person)).exists():
        _hold_counting()


def part_from_others(person: Person) -> None:
    """Whose name is erased is no longer led to by another record; part of the act that erases it, which holds the record."""
    pairs = SamePerson.objects.filter(Q(first=person) | Q(second=person))
    once = {key for pair in pairs.values_list("first", "second") for key in pair}
    if once:
        pairs.delete()
        count_anew(once)


def count_anew(people: Iterable[UUID]) -> None:
    """After a word on these records: which of theirs, and of all that are one with them, counts as which. The act holds the
    counting (`_hold_counting`)."""
    pairs = list(SamePerson.objects.filter(SamePerson.STANDING).values_list("first", "second"))
    touched = frozenset[UUID]().union(*(linked(each, pairs) for each in people))
    before = CountedAs.objects.filter(Q(person__in=touched) | Q(whole__in=touched))
    touched |= {key for row in before.values_list("person", "whole") for key in row}
    before.delete()
    whole = counted_as(pair for pair in pairs if touched.intersection(pair))
    CountedAs.objects.bulk_create(CountedAs(person_id=key, whole_id=first) for key, first in whole.items())


def _require(by: Officer, *cases: Case) -> None:
    for case in cases:
        access.require(by, access.Act.JOIN_RECORDS, case)
    require_both_open(by, *cases)


def _standing(pair: SamePerson, case: Case, other: Case) -> SamePerson:
    """The pair as it stands, with both records and the counting locked. It was seen by cases of these two people and of no
    others."""
    held = _led_to(case, other)
    _hold_counting()
    standing = SamePerson.objects.select_related("first", "second").filter(pk=pair.pk).first()
    if standing is None or held != [standing.first, standing.second]:
        raise _gone(case)
    return standing


def _led_to(case: Case, other: Case) -> list[Person]:
    """Both records, locked, if these cases still lead to them and they name somebody: who declined or was erased leaves an
    anonymous record and nothing else (promise 4)."""
    held = _held(case.person_id, other.person_id)
    seen = Q(pk=case.pk, person=case.person_id) | Q(pk=other.pk, person=other.person_id)
    if Case.objects.filter(seen).count() < len(held) or not all(each.sealed_key for each in held):
        raise _gone(case)
    return held


def _gone(case: Case) -> Conflict:
    return Conflict(
        _("One of the two is not on record any more."), _("Open the list again."), subject=f"case:{case.pk}"
    )


def _held(*people: UUID) -> list[Person]:
    """Both records, locked in the order of their keys, as everybody locks them."""
    return list(Person.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk"))


def _hold_counting() -> None:
    """One after the other: two pairs that share no record may be linked by a third. Taken after the records and before the first
    line of the ledger, or two acts wait for each other in a ring."""
    list(Installation.objects.select_for_update(no_key=True))


def _written(act_done: str, pair: SamePerson, *cases: Case, by: Officer, at: datetime, **said: Any) -> None:
    """A line about each case: whoever is told who did what in theirs is told of this."""
    for case in cases:
        ledger.write(act=act_done, by=by, at=at, subject=f"case:{case.pk}", pair=pair.pk, **said)
