"""Addresses of screening. None carries anything of a person."""

from django.urls import path

from panoh.screening.views import begin, finding, matches, operations, questions, steps

app_name = "screening"
urlpatterns = [
    path("", begin.home, name="home"),
    path("begin/", begin.begin, name="begin"),
    path("again/<uuid:case_id>/", begin.again, name="again"),
    path("<uuid:screening_id>/", begin.resume, name="go_on"),
    path("<uuid:screening_id>/safety/", begin.safety, name="safety"),
    path("<uuid:screening_id>/conditions/", steps.conditions, name="conditions"),
    path("<uuid:screening_id>/agreement/", steps.agreement, name="agreement"),
    path("<uuid:screening_id>/decline/", steps.person_declines, name="decline"),
    path("<uuid:screening_id>/declined/", steps.declined, name="declined"),
    path("<uuid:screening_id>/person/", steps.person, name="person"),
    path("<uuid:screening_id>/instrument/", steps.instrument, name="instrument"),
    path("<uuid:screening_id>/questions/<int:number>/", questions.questions, name="questions"),
    path("<uuid:screening_id>/words/", questions.words, name="words"),
    path("<uuid:screening_id>/check/", questions.check, name="check"),
    path("<uuid:screening_id>/finish/", finding.finished, name="finish"),
    path("<uuid:screening_id>/finding/", finding.finding, name="finding"),
    path("<uuid:screening_id>/also/", finding.also, name="also"),
    path("operations/", operations.all_operations, name="operations"),
    path("operations/new/", operations.new_operation, name="new_operation"),
    path("operations/<uuid:operation_id>/", operations.operation, name="operation"),
    path("matches/", matches.matches, name="matches"),
    path("matches/<int:match_id>/", matches.decide, name="decide_match"),
    path("roster/<uuid:entry_id>/compare/", matches.compare, name="compare"),
    path("roster/<uuid:entry_id>/begin/", begin.begin_for, name="begin_for"),
    path("roster/<uuid:entry_id>/", operations.set_status, name="roster_status"),
]
