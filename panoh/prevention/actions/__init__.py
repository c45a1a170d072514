"""Acts of prevention: sites are watched, visited and followed up; samples drawn; populations at risk counted."""

from panoh.prevention.actions.interviews import InterviewGiven, raise_signal, record_interview
from panoh.prevention.actions.mobilisations import OrderGiven, record_order
from panoh.prevention.actions.plans import PlanGiven, make_plan, plan_drawn_visits
from panoh.prevention.actions.populations import record_size, say_of_whom
from panoh.prevention.actions.remedies import answer_remedy, ask_remedy
from panoh.prevention.actions.sites import EmployerGiven, SiteGiven, register_employer, register_site, stop_watching
from panoh.prevention.actions.visits import cancel_visit, plan_visit, record_refused, record_visit, see_refusal

__all__ = [
    "EmployerGiven",
    "InterviewGiven",
    "OrderGiven",
    "PlanGiven",
    "SiteGiven",
    "answer_remedy",
    "ask_remedy",
    "cancel_visit",
    "make_plan",
    "plan_drawn_visits",
    "plan_visit",
    "raise_signal",
    "record_interview",
    "record_order",
    "record_refused",
    "record_size",
    "record_visit",
    "register_employer",
    "register_site",
    "say_of_whom",
    "see_refusal",
    "stop_watching",
]
