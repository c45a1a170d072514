"""Addresses of protection."""

from django.urls import path

from panoh.protection.views import helping, house

app_name = "protection"
urlpatterns = [
    path("", house.home, name="home"),
    path("places/", house.places, name="places"),
    path("residents/", house.residents, name="residents"),
    path("address/", house.address, name="address"),
    path("open/", house.open_shelter, name="open_shelter"),
    path("stay/<int:stay_id>/end/", house.end_stay, name="end_stay"),
    path("case/<uuid:case_id>/place/", helping.give, name="give"),
    path("case/<uuid:case_id>/service/", helping.service, name="service"),
]
