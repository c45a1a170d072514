"""Addresses of this stage."""

from django.urls import path

from panoh.referral import views

app_name = "referral"
urlpatterns = [path("", views.home, name="home")]
