"""Addresses of this stage."""

from django.urls import path

from panoh.screening import views

app_name = "screening"
urlpatterns = [path("", views.home, name="home")]
