"""Addresses of justice."""

from django.urls import path

from panoh.justice.views import offences

app_name = "justice"
urlpatterns = [
    path("", offences.offences, name="home"),
    path("offences/", offences.offences, name="offences"),
    path("offences/<slug:offence_key>/", offences.offence, name="offence"),
]
