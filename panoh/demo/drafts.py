"""Two drafts of the procedure in the demonstration: one that agencies talk over now, one that breaks a promise."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from panoh.demo.clockwork import Life
from panoh.instruments import countries
from panoh.registry.actions import answer_comment, comment_on_procedure, convene_group, put_up_procedure
from panoh.registry.models import Officer

SHORTER = ("pauses_on: [S12], amount: 24, unit: hours", "pauses_on: [S12], amount: 12, unit: hours")
ONE_HAND = (", four_eyes: true", "")


def drafts(officers: dict[str, Officer], *, start: datetime) -> Life:
    """A visitor finds the first one answer and one working group short of its adoption."""
    at = yield start
    intake = officers["intake"]
    text = put_up_procedure(content=changed("invented-2", *SHORTER), by=intake, at=at)
    put_up_procedure(content=changed("invented-3", *ONE_HAND), by=intake, at=at)
    asked = ("border-guard", "ngo-shelter", "case-manager")
    agencies = list({officers[seat].desk.agency_id: officers[seat].desk.agency for seat in asked}.values())
    convene_group(
        text=text,
        name="Invented: first contact",
        agencies=agencies,
        until=at.date() + timedelta(days=20),
        by=intake,
        at=at,
    )
    at = yield at + timedelta(hours=5)
    words = "Invented: twelve hours are short at night; who takes the call?"
    said = comment_on_procedure(text=text, step="refer", words=words, by=officers["border-guard"], at=at)
    at = yield at + timedelta(hours=20)
    answer_comment(comment=said, taken_up=False, answer="Invented: the hotline does, all night.", by=intake, at=at)
    at = yield at + timedelta(hours=3)
    words = "Invented: nights in the shelter begin before the referral; keep it so."
    comment_on_procedure(text=text, words=words, by=officers["ngo-shelter"], at=at)


def changed(version: str, old: str, new: str) -> str:
    """The procedure in the house under another version, with one thing changed throughout."""
    text = countries.procedure_text(settings.COUNTRY)
    house = countries.procedure(settings.COUNTRY).version
    return text.replace(f'version: "{house}"', f'version: "{version}"', 1).replace(old, new)
