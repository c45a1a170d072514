"""Addresses of this stage."""

from django.urls import path

from panoh.identification import views

app_name = "identification"
urlpatterns = [path("", views.home, name="home")]
