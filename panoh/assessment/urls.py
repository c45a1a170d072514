"""Addresses of this stage."""

from django.urls import path

from panoh.assessment.views import answers, criteria, narratives, recommendations, tiers

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
    path("recommendations/<int:recommendation_id>/same/", recommendations.same, name="same_recommendation"),
    path("recommendations/<int:recommendation_id>/<int:earlier_id>/", recommendations.match, name="match"),
    path("criteria/", criteria.criteria, name="criteria"),
    path("criteria/gaps/", criteria.gaps, name="gaps"),
    path("criteria/gaps/hand-out/", criteria.hand_out, name="hand_out_gap"),
    path("criteria/<str:iso3>/<int:year>/<slug:criterion_key>/", criteria.criterion, name="criterion"),
    path("criteria/<str:iso3>/<int:year>/<slug:criterion_key>/judgement/", criteria.judge, name="judge_criterion"),
    path("criteria/<str:iso3>/<int:year>/<slug:criterion_key>/document/", criteria.document, name="name_document"),
    path("answers/", answers.files, name="answer_files"),
    path("answers/begin/", answers.begin, name="begin_answers"),
    path("answers/<int:answer_file_id>/", answers.file, name="answer_file"),
    path("answers/<int:answer_file_id>/hand-out/", answers.hand_out, name="hand_out_items"),
    path("answers/<int:answer_file_id>/put-up/", answers.put_up, name="put_up_answers"),
    path("answers/<int:answer_file_id>/sign/", answers.sign, name="sign_answers"),
    path("answers/<int:answer_file_id>/correct/", answers.correct, name="correct_answers"),
    path("answers/<int:answer_file_id>/paper/", answers.paper, name="answer_paper"),
    path("answers/<int:answer_file_id>/<str:item_id>/", answers.item, name="answer_item"),
    path("answers/check/<int:answer_id>/now/", answers.check, name="check_answer"),
    path("comparison/", criteria.comparison, name="comparison"),
    path("series/", narratives.series, name="series"),
]
