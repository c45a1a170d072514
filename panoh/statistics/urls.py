"""Addresses of this stage."""

from django.urls import path

from panoh.statistics import views

app_name = "statistics"
urlpatterns = [path("", views.home, name="home")]
