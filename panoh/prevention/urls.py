"""Addresses of prevention, split by subject."""

from django.urls import path

from panoh.prevention.views import (
    campaigns,
    home,
    hotline,
    interviews,
    mobilisations,
    money,
    orders,
    plans,
    populations,
    sites,
    trained_only,
    training,
    visits,
)

app_name = "prevention"
_SITES = [
    path("sites/", sites.sites, name="sites"),
    path("sites/register/", sites.register_site, name="register_site"),
    path("sites/<uuid:site_id>/", sites.site, name="site"),
    path("sites/<uuid:site_id>/stop/", sites.stop_watching, name="stop_watching"),
    path("sites/<uuid:site_id>/order/", mobilisations.site_order, name="site_order"),
    path("sites/<uuid:site_id>/visit/", visits.plan_visit, name="plan_visit"),
    path("employers/register/", sites.register_employer, name="register_employer"),
    path("orders/", mobilisations.orders, name="orders"),
    path("orders/record/", mobilisations.record_order, name="record_order"),
    path("orders/<uuid:order_id>/", orders.order, name="order"),
    path("orders/<uuid:order_id>/paper/", orders.add_paper, name="add_order_paper"),
    path("order-papers/<uuid:paper_id>/", orders.paper, name="order_paper"),
    path("order-papers/<uuid:paper_id>/aside/", orders.set_paper_aside, name="set_paper_aside"),
    path("order-papers/<uuid:paper_id>/back/", orders.put_paper_back, name="put_paper_back"),
]
_VISITS = [
    path("visits/", visits.visits, name="visits"),
    path("visits/<uuid:visit_id>/", visits.visit, name="visit"),
    path("visits/<uuid:visit_id>/made/", visits.made, name="visit_made"),
    path("visits/<uuid:visit_id>/refused/", visits.refused, name="visit_refused"),
    path("visits/<uuid:visit_id>/cancel/", visits.cancel, name="cancel_visit"),
    path("visits/<uuid:visit_id>/seen/", visits.see, name="see_refusal"),
    path("visits/<uuid:visit_id>/interview/", interviews.interview, name="interview"),
    path("visits/<uuid:visit_id>/signal/", interviews.raise_signal, name="raise_signal"),
    path("visits/<uuid:visit_id>/remedy/", interviews.ask_remedy, name="ask_remedy"),
    path("remedies/<uuid:remedy_id>/", interviews.remedy, name="remedy"),
]
_SAMPLES = [
    path("plans/", plans.plans, name="plans"),
    path("plans/make/", plans.make_plan, name="make_plan"),
    path("plans/<uuid:sample_id>/", plans.plan, name="plan"),
    path("plans/<uuid:sample_id>/visits/", plans.plan_visits, name="plan_drawn_visits"),
    path("populations/", populations.populations, name="populations"),
    path("populations/size/", populations.record_size, name="record_size"),
    path("populations/operation/", populations.say_of_whom, name="say_of_whom"),
]
_TRAINING = [
    path("training/", training.training, name="training"),
    path("training/plan/", training.plan_session, name="plan_session"),
    path("training/who/", training.shares, name="shares"),
    path("training/ending/", training.ending, name="ending"),
    path("training/sessions/<int:session_id>/", training.session, name="session"),
    path("training/sessions/<int:session_id>/seat/", training.take_seat, name="take_seat"),
    path("training/sessions/<int:session_id>/seat/give-up/", training.give_up_seat, name="give_up_seat"),
    path("training/sessions/<int:session_id>/hours/", training.record_hours, name="record_hours"),
    path("training/sessions/<int:session_id>/others/", training.count_others, name="count_others"),
    path("training/sessions/<int:session_id>/certificate/", training.certify, name="certify"),
    path("training/sessions/<int:session_id>/call-off/", training.call_off, name="call_off_session"),
    path("training/certificates/<int:certificate_id>/take-back/", training.take_back, name="take_back"),
    path("training/only/", trained_only.trained_only, name="trained_only"),
    path("training/only/propose/", trained_only.propose, name="propose_trained_only"),
    path("training/only/<int:proposal_id>/adopt/", trained_only.adopt, name="adopt_trained_only"),
    path("training/only/<int:proposal_id>/end/", trained_only.end, name="end_trained_only"),
]
_MONEY = [
    path("money/", money.lines, name="lines"),
    path("money/open/", money.open_line, name="open_line"),
    path("money/<int:line_id>/", money.line, name="line"),
    path("money/<int:line_id>/allocate/", money.allocate, name="allocate"),
    path("money/<int:line_id>/spend/", money.spend, name="spend"),
    path("money/spending/<int:spending_id>/take-back/", money.take_back, name="take_back_spending"),
    path("money/rates/", money.rates, name="rates"),
    path("money/rates/record/", money.record_rates, name="record_rates"),
]
_CAMPAIGNS = [
    path("campaigns/", campaigns.all_campaigns, name="campaigns"),
    path("campaigns/record/", campaigns.record_campaign, name="record_campaign"),
    path("campaigns/<int:campaign_id>/", campaigns.campaign, name="campaign"),
    path("campaigns/<int:campaign_id>/reached/", campaigns.record_reach, name="record_reach"),
    path("plan/", campaigns.plan, name="action_plan"),
    path("plan/put-down/", campaigns.put_down_measure, name="put_down_measure"),
    path("plan/<int:plan_measure_id>/", campaigns.measure, name="measure_of_plan"),
    path("plan/<int:plan_measure_id>/progress/", campaigns.report_progress, name="report_progress"),
]
_HOTLINE = [
    path("hotline/", hotline.contacts, name="contacts"),
    path("hotline/figures/", hotline.figures, name="hotline_figures"),
    path("hotline/<int:contact_id>/", hotline.one_contact, name="contact"),
    path("hotline/<int:contact_id>/signal/", hotline.pass_on, name="pass_on"),
    path("hotline/<int:contact_id>/call-back/", hotline.ask_to_call_back, name="ask_to_call_back"),
    path("hotline/<int:contact_id>/number/", hotline.number, name="number"),
    path("hotline/<int:contact_id>/called/", hotline.called_back, name="called_back"),
]
urlpatterns = [
    path("", home.home, name="home"),
    *_SITES,
    *_VISITS,
    *_SAMPLES,
    *_TRAINING,
    *_MONEY,
    *_CAMPAIGNS,
    *_HOTLINE,
]
