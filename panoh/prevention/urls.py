"""Addresses of prevention, split by subject."""

from django.urls import path

from panoh.prevention.views import home, interviews, mobilisations, plans, populations, sites, visits

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
urlpatterns = [path("", home.home, name="home"), *_SITES, *_VISITS, *_SAMPLES]
