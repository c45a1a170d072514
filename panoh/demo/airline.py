"""An airline's list of returnees: its own headings and words, told once, and on it people who are on record already."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.lives import World
from panoh.exchange.actions import map_columns, send_list, take_list
from panoh.exchange.manifest.column_map import ColumnMap
from panoh.names.invent import InventedPerson, people, respell
from panoh.screening.actions import decide_match, open_operation
from panoh.screening.models import RosterMatch

ABOARD, SEEN_BEFORE = 24, 7
SOURCE = "DEMO Airways"
HEADINGS = ("Yolcu", "Doğum tarihi", "Cinsiyet", "Uyruk", "Belge no")
COLUMNS = ColumnMap(
    {"yolcu": "full_name", "doğum_tarihi": "birth_date", "cinsiyet": "sex", "uyruk": "nationality",
     "belge_no": "document_number"},
    {"kadın": "female", "erkek": "male"},
)  # fmt: skip


def airline_list(world: World, met: Sequence[InventedPerson], random: Random, *, start: datetime) -> Life:
    """The desk at the airport says what the columns mean and takes the list; the intake desk has decided one pair."""
    at = yield start
    guard, intake = world.officers["border-guard"], world.officers["intake"]
    operation = open_operation(kind="flight", title="DEMO 907", on=at.date(), region="TJ-DU", by=guard, at=at)
    sent = send_list(operation=operation, content=_list(met, random), by=guard, at=at)
    at = yield at + timedelta(minutes=4)
    sent = map_columns(sent=sent, column_map=COLUMNS, source=SOURCE, by=guard, at=at)
    at = yield at + timedelta(minutes=2)
    take_list(sent=sent, by=guard, at=at)
    at = yield at + timedelta(minutes=20)
    match = RosterMatch.objects.filter(entry__operation=operation).order_by("pk").first()
    if match is not None:
        decide_match(match=match, state=RosterMatch.State.UNSURE, seen=match.state, by=intake, at=at)


def _list(met: Sequence[InventedPerson], random: Random) -> bytes:
    again = random.sample(list(met), min(SEEN_BEFORE, len(met)))
    aboard = [*again, *people(ABOARD - len(again), seed=907, nationality="TJ")]
    random.shuffle(aboard)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for someone in aboard:
        sex = {"f": "Kadın", "m": "Erkek"}[someone.sex]
        number = someone.document_number if someone not in again else f"DEMO{random.randrange(10**7):07d}"
        writer.writerow(
            (respell(someone, random).text, f"{someone.birth_date:%d.%m.%Y}", sex, someone.nationality, number)
        )
    return text.getvalue().encode()
