"""Setting up an installation: the country's agencies, desks and posts, from its folder, and officers in posts."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds import country
from panoh.instruments.kinds.source import Words
from panoh.registry import access, ledger
from panoh.registry.actions.officers import keep_invitation, require_of_own_agency, waits_for_vetting
from panoh.registry.actions.procedures import keep_house_text
from panoh.registry.acts import act
from panoh.registry.models import ADMINISTRATION, Agency, Desk, Installation, Officer, Post, sign_in_name
from panoh.registry.refusals import Refused


@transaction.atomic
def set_up_installation(*, kind: str, at: datetime, demo_day: date | None = None) -> Installation:
    """Make this database an installation of one kind, with the country's agencies, desks and posts.

    Raises Refused when it already is one: demo and real never mix.
    """
    if Installation.objects.exists():
        raise Refused(
            _("This database is set up already."), _("Use another data folder (PANOH_DATA) for another installation.")
        )
    made = Installation.objects.create(kind=kind, country=settings.COUNTRY, set_up_at=at, demo_day=demo_day)
    for agency in countries.agencies(settings.COUNTRY):
        _add_agency(agency)
    _add_administration()
    keep_house_text(at=at)
    ledger.write(act="set_up_installation", by=None, at=at, kind=kind, country=settings.COUNTRY)
    return made


@act
def add_officer(*, post: Post, username: str, name: str, password: str | None, by: Officer, at: datetime) -> Officer:
    """Put an officer in a post. Without a password nobody can sign in with one (a demonstration's officers)."""
    require_of_own_agency(by, post)
    if Officer.objects.written_alike(username):
        raise Refused(_("This sign-in name is taken."), _("Choose another one."))
    officer = _new_officer(post=post, username=username, name=name, password=password)
    vetting = keep_invitation(officer, by=by, at=at)
    subject = f"officer:{officer.pk}"
    ledger.write(act="add_officer", by=by, at=at, subject=subject, post=post.code, to_be_vetted=vetting.needed)
    return officer


@transaction.atomic
def add_first_administrator(*, username: str, name: str, password: str | None, at: datetime) -> Officer:
    """The one officer nobody else vouches for; only where there is none yet."""
    if Officer.objects.exists():
        raise Refused(_("There is an administrator already."), _("Ask them to add you to a post."))
    post = Post.objects.get(code=ADMINISTRATION)
    officer = _new_officer(post=post, username=username, name=name, password=password)
    ledger.write(act="add_first_administrator", by=officer, at=at, subject=f"officer:{officer.pk}")
    return officer


@act
def renew_invitation(*, officer: Officer, by: Officer, at: datetime) -> None:
    """Let an officer choose a password anew. The old one ends here, so links given before are worth nothing."""
    require_of_own_agency(by, officer.post)
    if waits_for_vetting(officer):
        raise Refused(_("This officer is not vetted yet."), _("Another administrator vets them first."))
    officer.set_unusable_password()
    officer.save(update_fields=["password"])
    ledger.write(act="renew_invitation", by=by, at=at, subject=f"officer:{officer.pk}")


def _new_officer(*, post: Post, username: str, name: str, password: str | None) -> Officer:
    officer = Officer(post=post, username=sign_in_name(username), name=name, language=settings.LANGUAGE_CODE)
    officer.set_password(password) if password else officer.set_unusable_password()
    officer.save(force_insert=True)
    return officer


def _add_agency(given: country.Agency) -> None:
    agency = Agency.objects.create(code=given.key, kind=given.kind, words=_words(given.name))
    for desk in given.desks:
        row = Desk.objects.create(
            agency=agency, code=desk.key, region=desk.region, services=list(desk.services), words=_words(desk.name)
        )
        for key in desk.roles:
            role = countries.procedure(settings.COUNTRY).role(key)
            Post.objects.create(desk=row, code=f"{desk.key}.{key}", role=key, words=_words(role.name))


def _add_administration() -> None:
    words = {"en": "Administration", "ru": "Администрирование", "tg": "Маъмурият"}
    agency = Agency.objects.create(code=ADMINISTRATION, kind=ADMINISTRATION, words=words)
    desk = Desk.objects.create(agency=agency, code=ADMINISTRATION, words=words)
    Post.objects.create(desk=desk, code=ADMINISTRATION, role=access.Role.ADMINISTRATOR, words=words)


def _words(words: Words) -> dict[str, str]:
    return {"en": words.en, "ru": words.ru, "tg": words.tg}
