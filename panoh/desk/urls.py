"""Addresses of the desk: the front of the house."""

from django.urls import path

from panoh.desk.views import case, errors, search, sign_in, work

urlpatterns = [
    path("", work.my_work, name="my_work"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/demo/", sign_in.sign_in_as_demo_post, name="sign_in_demo"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("leave/", sign_in.leave_quickly, name="leave"),
    path("first-administrator/<str:token>/", sign_in.first_administrator, name="first_administrator"),
    path("find/", search.find, name="find"),
    path("case/<uuid:case_id>/", case.one_case, name="case"),
    path("healthz", errors.health, name="health"),
]
