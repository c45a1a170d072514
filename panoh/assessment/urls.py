"""Addresses of this stage."""

from django.urls import path

from panoh.assessment import views

app_name = "assessment"
urlpatterns = [
    path("tiers/", views.tiers, name="tiers"),
    path("tiers/law/", views.law, name="law"),
    path("tiers/check/", views.check, name="check"),
    path("tiers/<str:iso3>/", views.country, name="country"),
]
