"""The tab one is in is marked: that of the page itself, or of its stage."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "page", "tab"),
    [
        ("zarina", "my_work", "My work"),
        ("zarina", "identification:signals", "Identification"),
        ("firuza", "ledger", "Ledger"),
        ("firuza", "assessment:tiers", "Tiers"),
    ],
)
def test_the_tab_of_the_page_is_marked_and_no_other(cast, client, who, page, tab):
    client.force_login(getattr(cast, who))

    html = client.get(reverse(page)).content.decode()

    assert re.findall(r'aria-current="page">([^<]+)<', html) == [tab]
