"""The one Django app that holds every record; moving a model between stages costs no migration."""

from django.apps import AppConfig


class PanohConfig(AppConfig):
    name = "panoh"
    verbose_name = "Panoh"
    default_auto_field = "django.db.models.BigAutoField"
