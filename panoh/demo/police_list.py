"""A police list of the demonstration: people held for some days, in Russian, among them some who are on record already."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.lives import World
from panoh.exchange.penalties.actions import compare_penalties, send_penalties
from panoh.justice.actions import confirm_hit
from panoh.justice.models import PenaltyHit
from panoh.names.invent import InventedPerson, people, respell

LISTED, KNOWN = 40, 6
HEADINGS = ("фио", "дата рождения", "пол", "дата", "по", "статья")


def police_list(world: World, met: Sequence[InventedPerson], random: Random, *, start: datetime) -> Life:
    """The police of Sughd have it compared; the intake desk has confirmed one hit, and the others wait."""
    at = yield start
    police, intake = world.officers["police-sughd"], world.officers["intake"]
    content = _list(met, random, at.date())
    sent = send_penalties(content=content, kind="detention", authority="police", by=police, at=at)
    compare_penalties(sent=sent, by=police, at=at)
    at = yield at + timedelta(hours=1)
    hit = PenaltyHit.objects.filter(list=sent).order_by("row", "strength", "mark").first()
    if hit is not None:
        confirm_hit(hit=hit, by=intake, at=at)


def _list(met: Sequence[InventedPerson], random: Random, on: date) -> bytes:
    known = random.sample(list(met), min(KNOWN, len(met)))
    held = [*known, *people(LISTED - len(known), seed=130, nationality="TJ")]
    random.shuffle(held)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for each in held:
        day, sex = on - timedelta(days=random.randrange(1, 9)), {"f": "ж", "m": "м"}[each.sex]
        days = f"{day:%d.%m.%Y}", f"{day + timedelta(days=15):%d.%m.%Y}"
        writer.writerow((respell(each, random).text, f"{each.birth_date:%d.%m.%Y}", sex, *days, "130 КоАП РТ"))
    return text.getvalue().encode()
