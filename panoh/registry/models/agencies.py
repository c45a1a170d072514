"""Agencies, their desks, the posts at a desk, and the officers who hold them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import get_language

ADMINISTRATION = "administration"
"""The central one: it gives each agency its own administrators, and stands in for an agency that has none."""


class Named(models.Model):
    """Something named in the working languages: {"en": …, "ru": …, "tg": …}; English is always there."""

    words = models.JSONField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.words.get((get_language() or "en")[:2]) or self.words["en"])


class Agency(Named):
    """A ministry, service, international organisation or NGO with a part in the mechanism."""

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=30)


class Desk(Named):
    """Where work arrives: an agency's unit in a place. Referrals go to desks, never to a person."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="desks")
    code = models.CharField(max_length=60, unique=True)
    region = models.CharField(max_length=12, blank=True)
    services = models.JSONField(default=list)


class Post(Named):
    """One seat at a desk. Its role says what whoever holds it may do (registry/access.py).

    `mail`: where a digest may go, of counts and references only; empty where none is wanted.
    """

    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="posts")
    code = models.CharField(max_length=60, unique=True)
    role = models.CharField(max_length=30)
    mail = models.EmailField(blank=True)


class DigestSent(models.Model):
    """A post's digest went out on a day. One row for a post and a day, so that nothing is pushed twice."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="digests")
    on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "on"], name="one_digest_a_day")]


def sign_in_name(typed: str) -> str:
    """The one name meant, whatever the case a hand or a telephone wrote it in; never longer than it was typed."""
    return "".join(letter.lower()[0] for letter in typed)


class OfficerManager(BaseUserManager["Officer"]):
    def get_by_natural_key(self, username: str | None) -> Officer:
        found = self.named(username or "")
        if found is None:
            raise Officer.DoesNotExist
        return found

    def named(self, typed: str) -> Officer | None:
        """Who signs in by that name, whatever its case. Names are kept in small letters; of the older ones that are not, the one
        written just so comes first, and one that could be several is nobody's."""
        for exactly in (typed, sign_in_name(typed)):
            if found := self.filter(username=exactly).first():
                return found
        alike = self.written_alike(typed)
        return self.get(pk=alike[0]) if len(alike) == 1 else None

    def written_alike(self, typed: str) -> list[int]:
        """Of all officers, whose name differs by no more than the case. By Python: SQLite knows only the Latin capitals."""
        names = self.values_list("pk", "username")
        return [pk for pk, name in names if sign_in_name(name) == sign_in_name(typed)]


class Officer(AbstractBaseUser):
    """A person who signs in, holding one post. Leaving the post ends every right at the next request."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="officers")
    language = models.CharField(max_length=7, default="en")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects: ClassVar[OfficerManager] = OfficerManager()

    def __str__(self) -> str:
        return self.name

    @property
    def role(self) -> str:
        return self.post.role

    @property
    def desk(self) -> Desk:
        return self.post.desk
