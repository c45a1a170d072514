"""Addresses of referral."""

from django.urls import path

from panoh.referral.views import assessing, closings, desk, needs, received, reports, sharing

app_name = "referral"
urlpatterns = [
    path("", needs.home, name="home"),
    path("desk/", desk.own_desk, name="desk"),
    path("case/<uuid:case_id>/need/", needs.record, name="record_need"),
    path("case/<uuid:case_id>/assess/", assessing.assess, name="assess"),
    path("case/<uuid:case_id>/assessments/", assessing.assessments, name="assessments"),
    path("need/<uuid:need_id>/", needs.one_need, name="need"),
    path("need/<uuid:need_id>/met/", needs.met, name="met"),
    path("sent/<uuid:referral_id>/remind/", needs.remind, name="remind"),
    path("sent/<uuid:referral_id>/withdraw/", needs.withdraw, name="withdraw"),
    path("sent/<uuid:referral_id>/shorten/", sharing.shorten, name="shorten"),
    path("sent/<uuid:referral_id>/again/", sharing.again, name="share_again"),
    path("received/<uuid:referral_id>/report/", reports.report, name="report"),
    path("report/<uuid:report_id>/noted/", reports.note, name="note"),
    path("closed/<int:closed_id>/", closings.closing, name="closing"),
    path("received/<uuid:referral_id>/", received.one_referral, name="referral"),
]
