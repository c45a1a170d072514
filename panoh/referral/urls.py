"""Addresses of referral."""

from django.urls import path

from panoh.referral.views import desk, needs, received

app_name = "referral"
urlpatterns = [
    path("", needs.home, name="home"),
    path("desk/", desk.own_desk, name="desk"),
    path("case/<uuid:case_id>/need/", needs.record, name="record_need"),
    path("need/<uuid:need_id>/", needs.one_need, name="need"),
    path("need/<uuid:need_id>/met/", needs.met, name="met"),
    path("sent/<uuid:referral_id>/remind/", needs.remind, name="remind"),
    path("sent/<uuid:referral_id>/withdraw/", needs.withdraw, name="withdraw"),
    path("received/<uuid:referral_id>/", received.one_referral, name="referral"),
]
