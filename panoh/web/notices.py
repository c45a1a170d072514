"""What a page says once after an act ("Attached as number 3"): kept in a cookie of this host until the next page shows it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest


class Notices(CookieStorage):
    """Under the name the settings give. Notices say numbers and states, never who somebody is."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.cookie_name = settings.MESSAGE_COOKIE_NAME
