"""Addresses of this stage."""

from django.urls import path

from panoh.screening import views

app_name = "screening"
urlpatterns = [
    path("", views.home, name="home"),
    path("again/<uuid:case_id>/", views.home, name="again"),
    path("<uuid:screening_id>/", views.home, name="go_on"),
]
