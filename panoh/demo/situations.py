"""Situations to monitor in the demonstration: a cotton harvest that is sampled, a building site, a round of conscription."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from panoh.demo.clockwork import Life
from panoh.demo.files import paper
from panoh.instruments.prevention import site_interview
from panoh.prevention import actions
from panoh.prevention.models import Site, Visit
from panoh.registry.models import Agency, Desk, Officer
from panoh.screening.models import Operation

DAY = timedelta(days=1)
FARMS = ("Navruz", "Bahor", "Guliston", "Somon", "Lola", "Chashma", "Zarnisor", "Pakhtakor")
CALLED_UP = ("called_up", "lose_place", "children_work", "lessons_missed", "paid_to_stay")
KEPT = ("papers_kept", "movement", "pay_kept", "cannot_leave", "deceived")


def situations(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    """Each began in the last months, so that something of it is open today."""
    yield _harvest(officers, Random("harvest"), start=until - 70 * DAY)  # noqa: S311  # invented answers, the same each time
    yield _building_site(officers, Random("building"), start=until - 40 * DAY)  # noqa: S311  # likewise
    yield _conscription(officers, start=until - 20 * DAY)
    yield _populations(officers, start=until - 90 * DAY)
    yield _of_whom(officers, start=until - 10 * DAY)


def _harvest(officers: dict[str, Officer], chance: Random, *, start: datetime) -> Life:
    """Eight fields on the register, some drawn by lot; one lets nobody in, one remedy is late."""
    at = yield start
    intake, analyst, inspector = officers["intake"], officers["analyst"], officers["labour-inspector"]
    fields = [_field(name, by=inspector, at=at) for name in FARMS]
    _pupils_called_up(fields[0], by=inspector, at=at)
    at = yield at + DAY
    given = actions.PlanGiven(
        "Cotton harvest, Khatlon", ("farm",), 0.1, season="cotton_harvest", each=12, seed="demo-2026"
    )
    plan = actions.make_plan(given=given, by=analyst, at=at)
    at = yield at + DAY
    day = (at + 5 * DAY).date()
    visits = actions.plan_drawn_visits(
        plan=plan, key="TJ-KT/farm", desk=inspector.desk, planned_on=day, by=intake, at=at
    )
    at = yield at + 6 * DAY
    shut, *open_to = visits
    actions.record_refused(visit=shut, on=at.date(), refusal="escort", note="Invented.", by=inspector, at=at)
    for visit in open_to:
        _visited(visit, chance, "pupil", CALLED_UP, by=inspector, at=at)
        at = yield at + DAY
    school = Desk.objects.get(code="education_desk")
    due, what = (at + 20 * DAY).date(), "Invented: pupils go back to their lessons, and the school says so in writing."
    actions.ask_remedy(visit=open_to[0], what=what, desk=school, due_on=due, by=inspector, at=at)


def _building_site(officers: dict[str, Officer], chance: Random, *, start: datetime) -> Life:
    """Foreign workers whose papers are kept; a signal is raised, and a remedy done."""
    at = yield start
    by, police = officers["case-manager"], officers["police-sughd"]
    employer = actions.register_employer(
        given=actions.EmployerGiven("foreign", "Invented Construction Ltd."), by=by, at=at
    )
    site = actions.register_site(
        given=actions.SiteGiven(
            kind="construction",
            name="Invented building site, east",
            division="TJ-DU",
            sector="construction",
            concern="ngo",
            because="Invented: workers ask where their passports are.",
            watched_since=at.date(),
            employer=employer,
            people=60,
        ),
        by=by,
        at=at,
    )
    visit = actions.plan_visit(site=site, desk=by.desk, planned_on=(at + DAY).date(), by=by, at=at)
    at = yield at + DAY
    _visited(visit, chance, "foreign", KEPT, by=by, at=at)
    at = yield at + DAY
    actions.raise_signal(visit=visit, words="Invented: two men ask for their passports.", in_danger=True, by=by, at=at)
    due = (at + 10 * DAY).date()
    remedy = actions.ask_remedy(
        visit=visit, what="Invented: have the passports given back.", desk=police.desk, due_on=due, by=by, at=at
    )
    at = yield at + 6 * DAY
    actions.answer_remedy(remedy=remedy, became="done", evidence="Invented: a list signed by each.", by=police, at=at)
    at = yield at + 25 * DAY
    actions.plan_visit(site=site, desk=by.desk, planned_on=(at + 9 * DAY).date(), by=by, at=at)


def _conscription(officers: dict[str, Officer], *, start: datetime) -> Life:
    """A round of conscription: the door stays shut, and nobody has looked at that yet."""
    at = yield start
    by = officers["case-manager"]
    site = actions.register_site(
        given=actions.SiteGiven(
            kind="draft",
            name="Invented draft board",
            division="TJ-DU",
            sector="public_works",
            concern="season",
            because="Invented: young men are said to be taken from the street.",
            watched_since=at.date(),
            season="autumn_conscription",
        ),
        by=by,
        at=at,
    )
    given = actions.OrderGiven(
        on=at.date(), whom="conscripts", voluntary="no", threat="force", site=site, orderer="Invented commissariat"
    )
    actions.record_order(given=given, by=by, at=at)
    visit = actions.plan_visit(site=site, desk=by.desk, planned_on=(at + DAY).date(), by=by, at=at)
    at = yield at + 18 * DAY
    actions.record_refused(visit=visit, on=at.date(), refusal="shut", by=by, at=at)


def _populations(officers: dict[str, Officer], *, start: datetime) -> Life:
    """What is published, and where nobody knows."""
    at = yield start
    by = officers["analyst"]
    told = "United States, TIP Report, as quoted by Caspian Post"
    actions.record_size(
        population="refugees", size=12_000, as_of=at.date(), source=told, mark="secondary", by=by, at=at
    )
    for unknown in ("conscripts", "street_children"):
        actions.record_size(
            population=unknown, as_of=at.date(), source="Invented: asked, no count", mark="provisional", by=by, at=at
        )


def _of_whom(officers: dict[str, Officer], *, start: datetime) -> Life:
    """The people of an inspection had been called up: the intake desk says so once there is one."""
    at = yield start
    while not (inspection := Operation.objects.filter(kind=Operation.Kind.INSPECTION).order_by("on", "pk").first()):
        at = yield at + timedelta(hours=6)
    actions.say_of_whom(operation=inspection, population="mobilised", by=officers["intake"], at=at)


def _field(name: str, *, by: Officer, at: datetime) -> Site:
    given = actions.SiteGiven(
        kind="farm",
        name=f"Invented field {name}",
        division="TJ-KT",
        sector="cotton",
        concern="season",
        because="Invented: the harvest of every year.",
        watched_since=at.date(),
        season="cotton_harvest",
        people=90 + 10 * len(name),
    )
    return actions.register_site(given=given, by=by, at=at)


def _pupils_called_up(site: Site, *, by: Officer, at: datetime) -> None:
    given = actions.OrderGiven(
        on=at.date(),
        whom="pupils",
        voluntary="no",
        threat="school",
        paid="unknown",
        site=site,
        season="cotton_harvest",
        ordered_by=Agency.objects.get(code="local_authorities"),
        people=80,
        orderer="Invented: administration of the district",
        document="Invented: letter without a number",
    )
    order = actions.record_order(given=given, by=by, at=at)
    letter = paper("Schools send eighty pupils to the field of Navruz.")
    actions.add_order_paper(order=order, content=letter, by=by, at=at)


def _visited(visit: Visit, chance: Random, role: str, said: tuple[str, ...], *, by: Officer, at: datetime) -> None:
    """A dozen people asked; at each site more or fewer say yes to the same few questions."""
    share = chance.betavariate(2, 4)
    actions.record_visit(visit=visit, on=at.date(), private=True, present=80, declined=3, by=by, at=at)
    for _ in range(12):
        answers = {
            each.key: "yes"
            if each.key in said and chance.random() < share
            else chance.choice(("no", "no", "no", "unknown"))
            for each in site_interview().questions
        }
        age = "under_18" if role == "pupil" else "under_30"
        sex = chance.choice(("female", "male")) if role == "pupil" else "male"
        given = actions.InterviewGiven(role=role, sex=sex, age=age, agreed=True, answers=answers)
        actions.record_interview(visit=visit, given=given, by=by, at=at)
