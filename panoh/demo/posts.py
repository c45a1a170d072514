"""The officers of the demonstration: one for each post a visitor may want to sit at, two where four eyes are needed."""

from __future__ import annotations

from datetime import datetime

from panoh.names.invent import invent
from panoh.registry.actions.officers import look_at_officer
from panoh.registry.actions.set_up import add_first_administrator, add_officer
from panoh.registry.models import ADMINISTRATION, Officer, Post

SEATS = (
    ("airport_dushanbe.first_responder", "border-guard"),
    ("police_sughd.first_responder", "police-sughd"),
    ("labour_inspection_khatlon.first_responder", "labour-inspector"),
    ("iom_hotline.first_responder", "hotline"),
    ("consulate_moscow.consular_officer", "consul-moscow"),
    ("tip_centre_intake.intake_desk", "intake"),
    ("tip_centre_intake.preliminary_decider", "decider"),
    ("tip_centre_intake.preliminary_decider", "second-decider"),
    ("commission_panel.formal_decider", "commission"),
    ("panel_labour.formal_decider", "panel-labour"),
    ("panel_health.formal_decider", "panel-health"),
    ("panel_justice.formal_decider", "panel-justice"),
    ("panel_ngo.formal_decider", "panel-ngo"),
    ("state_shelter_dushanbe.service_provider", "shelter"),
    ("korvoni_umed_dushanbe.service_provider", "ngo-shelter"),
    ("korvoni_umed_dushanbe.case_manager", "case-manager"),
    ("iom_assistance.case_manager", "iom"),
    ("guardianship_dushanbe.guardian", "guardianship"),
    ("state_legal_aid.service_provider", "legal-aid"),
    ("modar_khujand.service_provider", "ngo-khujand"),
    ("tip_centre_operations.investigator", "investigator"),
    ("prosecutor_anti_trafficking.prosecutor", "prosecutor"),
    ("courts_liaison.court_liaison", "court"),
    ("tip_centre_data_protection.data_protection_officer", "data-protection"),
    ("statistics_desk.analyst", "analyst"),
    ("state_shelter_dushanbe.service_provider", "second-shelter"),
    ("korvoni_umed_dushanbe.service_provider", "second-ngo-shelter"),
    ("modar_advocates.advocate", "advocate"),
    ("migration_permits.migration_authority", "migration"),
    ("guardianship_sughd.guardian", "guardianship-sughd"),
    ("guardianship_khatlon.guardian", "guardianship-khatlon"),
)


def fill_posts(*, at: datetime) -> dict[str, Officer]:
    """Everyone in their seat, by sign-in name. No demonstration officer has a password."""
    administrator = add_first_administrator(username="administrator", name=_name(0), password=None, at=at)
    officers = {"administrator": administrator}
    posts = {post.code: post for post in Post.objects.select_related("desk__agency").exclude(code=ADMINISTRATION)}
    for number, (code, username) in enumerate(SEATS, start=1):
        officers[username] = add_officer(
            post=posts[code], username=username, name=_name(number), password=None, by=administrator, at=at
        )
    _looked_at(officers, at=at)
    return officers


def _looked_at(officers: dict[str, Officer], *, at: datetime) -> None:
    """One administrator made them all; the data-protection officer saw who each is, but not themselves."""
    by = officers["data-protection"]
    for officer in officers.values():
        if officer not in (by, officers["administrator"]):
            look_at_officer(officer=officer, by=by, at=at)


def _name(number: int) -> str:
    person = invent(10_000 + number, nationality="TJ")
    return f"{person.given} {person.bearer.family_as_written}"
