"""Acts of prevention: sites watched, visited and followed up, samples, populations at risk; training and what is kept for the
trained; campaigns, the hotline, the plan, money."""

from panoh.prevention.actions.campaigns import record_campaign, record_reach
from panoh.prevention.actions.certificates import certify, take_back_certificate
from panoh.prevention.actions.hotline import ask_to_call_back, called_back, pass_on, record_contact
from panoh.prevention.actions.interviews import InterviewGiven, raise_signal, record_interview
from panoh.prevention.actions.mobilisations import OrderGiven, record_order
from panoh.prevention.actions.money import allocate, open_line, record_spending, take_back_spending
from panoh.prevention.actions.order_papers import add_order_paper, put_order_paper_back, set_order_paper_aside
from panoh.prevention.actions.plan import put_down_measure, report_progress
from panoh.prevention.actions.plans import PlanGiven, make_plan, plan_drawn_visits
from panoh.prevention.actions.populations import record_size, say_of_whom
from panoh.prevention.actions.rates import record_rates
from panoh.prevention.actions.remedies import answer_remedy, ask_remedy
from panoh.prevention.actions.sites import EmployerGiven, SiteGiven, register_employer, register_site, stop_watching
from panoh.prevention.actions.trained_only import adopt_trained_only, end_trained_only, propose_trained_only
from panoh.prevention.actions.training import call_off_session, count_others, plan_session
from panoh.prevention.actions.training_seats import give_up_seat, record_hours, take_seat
from panoh.prevention.actions.visits import cancel_visit, plan_visit, record_refused, record_visit, see_refusal

__all__ = [
    "EmployerGiven",
    "InterviewGiven",
    "OrderGiven",
    "PlanGiven",
    "SiteGiven",
    "add_order_paper",
    "adopt_trained_only",
    "allocate",
    "answer_remedy",
    "ask_remedy",
    "ask_to_call_back",
    "call_off_session",
    "called_back",
    "cancel_visit",
    "certify",
    "count_others",
    "end_trained_only",
    "give_up_seat",
    "make_plan",
    "open_line",
    "pass_on",
    "plan_drawn_visits",
    "plan_session",
    "plan_visit",
    "propose_trained_only",
    "put_down_measure",
    "put_order_paper_back",
    "raise_signal",
    "record_campaign",
    "record_contact",
    "record_hours",
    "record_interview",
    "record_order",
    "record_rates",
    "record_reach",
    "record_refused",
    "record_size",
    "record_spending",
    "record_visit",
    "register_employer",
    "register_site",
    "report_progress",
    "say_of_whom",
    "see_refusal",
    "set_order_paper_aside",
    "stop_watching",
    "take_back_certificate",
    "take_back_spending",
    "take_seat",
]
