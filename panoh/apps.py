"""The one Django app that holds every record; moving a model between stages costs no migration."""

from django.apps import AppConfig
from django.conf import settings

from panoh.instruments import library


class PanohConfig(AppConfig):
    name = "panoh"
    verbose_name = "Panoh"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What this installation added to the published instruments lies in its own data folder."""
        library.OF_THE_INSTALLATION[:] = [settings.DATA / "instruments"]
        library.fresh()
