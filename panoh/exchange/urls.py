"""Addresses for files in and out."""

from django.urls import URLPattern

app_name = "exchange"
urlpatterns: list[URLPattern] = []
