"""Addresses of identification. A case is named by its number, never by a person."""

from django.urls import path

from panoh.identification.views import decisions, home, panel, referral, texts

app_name = "identification"
urlpatterns = [
    path("", home.home, name="home"),
    path("procedure/", home.procedure, name="procedure"),
    path("procedure/calendar/", home.calendar, name="calendar"),
    path("procedure/texts/", texts.all_texts, name="texts"),
    path("procedure/texts/<int:text_id>/", texts.text, name="text"),
    path("procedure/texts/<int:text_id>/comment/", texts.comment, name="comment"),
    path("procedure/texts/<int:text_id>/group/", texts.convene, name="convene"),
    path("procedure/texts/<int:text_id>/propose/", texts.propose, name="propose"),
    path("procedure/texts/<int:text_id>/adopt/", texts.adopt, name="adopt"),
    path("procedure/texts/<int:text_id>/set-aside/", texts.set_aside, name="set_aside"),
    path("procedure/comments/<int:comment_id>/answer/", texts.answer, name="answer_comment"),
    path("<uuid:case_id>/", home.case, name="case"),
    path("<uuid:case_id>/guardianship/", referral.tell_guardianship, name="tell_guardianship"),
    path("<uuid:case_id>/guardian/", referral.appoint_guardian, name="appoint_guardian"),
    path("<uuid:case_id>/lodge/", referral.lodge, name="lodge"),
    path("<uuid:case_id>/refusal/", referral.refusal, name="refusal"),
    path("<uuid:case_id>/take-in/", referral.take_in, name="take_in"),
    path("<uuid:case_id>/manager/", referral.manager, name="manager"),
    path("<uuid:case_id>/decide/", decisions.decide, name="decide"),
    path("<uuid:case_id>/proposal/", decisions.proposal, name="proposal"),
    path("<uuid:case_id>/proposal/send-back/", decisions.send_back, name="send_back"),
    path("<uuid:case_id>/open-formal/", decisions.open_formal, name="open_formal"),
    path("<uuid:case_id>/panel/", panel.panel, name="panel"),
    path("<uuid:case_id>/panel/convene/", panel.convene, name="convene_panel"),
    path("<uuid:case_id>/panel/invite/", panel.invite, name="invite_to_panel"),
    path("<uuid:case_id>/panel/declare/", panel.declare, name="declare_for_panel"),
    path("<uuid:case_id>/panel/excuse/", panel.excuse, name="excuse_member"),
    path("<uuid:case_id>/panel/vote/", panel.vote, name="vote"),
    path("<uuid:case_id>/panel/conclude/", panel.conclude, name="conclude_panel"),
    path("decisions/<uuid:decision_id>/", decisions.reasons, name="reasons"),
]
