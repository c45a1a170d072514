"""Addresses of this stage."""

from django.urls import path

from panoh.assessment.views import criteria, narratives, recommendations, tiers

app_name = "assessment"
urlpatterns = [
    path("tiers/", tiers.tiers, name="tiers"),
    path("tiers/law/", tiers.law, name="law"),
    path("tiers/check/", tiers.check, name="check"),
    path("tiers/<str:iso3>/", tiers.country, name="country"),
    path("narratives/", narratives.narratives, name="narratives"),
    path("narratives/bring/", narratives.bring, name="bring"),
    path("narratives/<int:narrative_id>/", narratives.narrative, name="narrative"),
    path("narratives/<int:narrative_id>/add/", narratives.add, name="add_fact"),
    path("facts/<int:fact_id>/", narratives.fact, name="fact"),
    path("facts/<int:fact_id>/accept/", narratives.accept, name="accept_fact"),
    path("facts/<int:fact_id>/verdict/", narratives.judge, name="judge_fact"),
    path("narratives/<int:narrative_id>/recommendation/", recommendations.enter, name="enter_recommendation"),
    path("recommendations/", recommendations.recommendations, name="recommendations"),
    path("recommendations/<int:recommendation_id>/", recommendations.step, name="recommendation"),
    path("recommendations/<int:recommendation_id>/<int:earlier_id>/", recommendations.match, name="match"),
    path("criteria/", criteria.criteria, name="criteria"),
    path("criteria/gaps/", criteria.gaps, name="gaps"),
    path("criteria/<str:iso3>/<int:year>/<slug:criterion_key>/", criteria.criterion, name="criterion"),
    path("criteria/<str:iso3>/<int:year>/<slug:criterion_key>/judgement/", criteria.judge, name="judge_criterion"),
    path("criteria/<str:iso3>/<int:year>/<slug:criterion_key>/document/", criteria.document, name="name_document"),
    path("comparison/", criteria.comparison, name="comparison"),
    path("series/", narratives.series, name="series"),
]
