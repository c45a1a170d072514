"""What the heads of a compartment do: agree to it, look at it again, and open the case to its desks again, by two of them."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.registry import ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Compartment, Officer, members_now
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from panoh.registry.rules.compartments import LOOKED_AT_EVERY


@act
def agree_to_compartment(*, compartment: Compartment, by: Officer, at: datetime) -> Compartment:
    """The second of the two who put a case in."""
    held = held_by_head(compartment, by)
    if held.put_in_by_id == by.pk:
        raise NotPermitted(_("You put it in yourself."), _("Another head agrees, or asks to take it out."))
    if held.agreed_at:
        raise OutOfOrder(_("A colleague has agreed already."), _("Nothing is left to do."))
    held.agreed_at, held.agreed_by, held.review_due = at, by, at + LOOKED_AT_EVERY
    return _kept(held, "agree_to_compartment", by=by, at=at)


@act
def review_compartment(*, compartment: Compartment, words: str, by: Officer, at: datetime) -> Compartment:
    """The danger is still so great: it stays, and is looked at again."""
    held = held_by_head(compartment, by)
    if held.agreed_at is None:
        raise OutOfOrder(_("Nobody agreed to it yet."), _("Whoever did not put it in agrees first."))
    kept = vault.unseal(held)
    found = {"at": at.isoformat(), "by": by.pk, "words": _said(words)}
    vault.seal(held, {**kept, "reviews": [*kept.get("reviews", []), found]})
    held.review_due = at + LOOKED_AT_EVERY
    return _kept(held, "review_compartment", by=by, at=at)


@act
def ask_out_of_compartment(*, compartment: Compartment, words: str, by: Officer, at: datetime) -> Compartment:
    """One head thinks the case can be seen again. It stays shut until another agrees."""
    held = held_by_head(compartment, by)
    if held.out_asked_at:
        raise OutOfOrder(_("A colleague has asked for it already."), _("Agree to it, or keep the case in."))
    vault.seal(held, {**vault.unseal(held), "out_because": _said(words)})
    held.out_asked_at, held.out_asked_by = at, by
    return _kept(held, "ask_out_of_compartment", by=by, at=at)


@act
def keep_in_compartment(*, compartment: Compartment, by: Officer, at: datetime) -> Compartment:
    """A head does not agree to take it out; one is enough."""
    held = _asked_out(compartment, by)
    held.out_asked_at = held.out_asked_by = None
    return _kept(held, "keep_in_compartment", by=by, at=at)


@act
def take_out_of_compartment(*, compartment: Compartment, by: Officer, at: datetime) -> Compartment:
    """The second head: every post sees the case again as far as it reached before."""
    held = _asked_out(compartment, by)
    if held.out_asked_by_id == by.pk:
        raise NotPermitted(_("You asked for it yourself."), _("Another head agrees."))
    held.out_at, held.out_by = at, by
    members_now().filter(compartment=held).update(ended_at=at, ended_by=by)
    return _kept(held, "take_out_of_compartment", by=by, at=at)


def held_by_head(compartment: Compartment, by: Officer) -> Compartment:
    """The compartment, locked, if it stands and the officer is one of its heads."""
    rows = Compartment.objects.select_for_update(no_key=True, of=("self",)).select_related("case")
    held = rows.get(pk=compartment.pk)
    if not members_now().filter(compartment=held, officer=by, is_head=True).exists():
        raise NotPermitted(_("Only a head of the compartment does this."), _("Ask one of them."))
    if held.out_at:
        raise OutOfOrder(_("The case was taken out meanwhile."), _("Open the case again."))
    return held


def _asked_out(compartment: Compartment, by: Officer) -> Compartment:
    held = held_by_head(compartment, by)
    if held.out_asked_at is None:
        raise OutOfOrder(_("Nobody asks to take the case out now."), _("Open the case again."))
    return held


def _said(words: str) -> str:
    if not words.strip():
        raise Refused(_("It is not said why."), _("Write in a few words what you found."))
    return words.strip()


def _kept(held: Compartment, name: str, *, by: Officer, at: datetime) -> Compartment:
    held.save()
    ledger.write(act=name, by=by, at=at, subject=f"case:{held.case_id}")
    return held
