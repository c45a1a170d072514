"""Addresses of this stage."""

from django.urls import path

from panoh.statistics import views

app_name = "statistics"
urlpatterns = [
    path("", views.home, name="home"),
    path("clocks/", views.clocks, name="clocks"),
    path("money/", views.money, name="money"),
    path("nights/", views.nights, name="nights"),
    path("sheet.csv", views.sheet_file, name="sheet_file"),
]
