"""Addresses of this stage."""

from django.urls import path

from panoh.protection import views

app_name = "protection"
urlpatterns = [path("", views.home, name="home")]
