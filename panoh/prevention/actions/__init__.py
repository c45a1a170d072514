"""Acts of prevention: sites to watch, training and what is kept for the trained, campaigns, the hotline, the plan, money."""

from panoh.prevention.actions.campaigns import record_campaign, record_reach
from panoh.prevention.actions.certificates import certify, take_back_certificate
from panoh.prevention.actions.hotline import ask_to_call_back, called_back, pass_on, record_contact
from panoh.prevention.actions.money import allocate, open_line, record_spending, take_back_spending
from panoh.prevention.actions.plan import put_down_measure, report_progress
from panoh.prevention.actions.rates import record_rates
from panoh.prevention.actions.sites import EmployerGiven, SiteGiven, register_employer, register_site
from panoh.prevention.actions.trained_only import adopt_trained_only, end_trained_only, propose_trained_only
from panoh.prevention.actions.training import call_off_session, count_others, plan_session
from panoh.prevention.actions.training_seats import give_up_seat, record_hours, take_seat

__all__ = [
    "EmployerGiven",
    "SiteGiven",
    "adopt_trained_only",
    "allocate",
    "ask_to_call_back",
    "call_off_session",
    "called_back",
    "certify",
    "count_others",
    "end_trained_only",
    "give_up_seat",
    "open_line",
    "pass_on",
    "plan_session",
    "propose_trained_only",
    "put_down_measure",
    "record_campaign",
    "record_contact",
    "record_hours",
    "record_rates",
    "record_reach",
    "record_spending",
    "register_employer",
    "register_site",
    "report_progress",
    "take_back_certificate",
    "take_back_spending",
    "take_seat",
]
