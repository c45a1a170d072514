"""Finding a case, as officers type and hear references."""

from __future__ import annotations

import pytest
from django.urls import reverse

from panoh.registry.references import reference_from


@pytest.mark.parametrize("typed", ["7F3K-92QD", "7f3k92qd", " 7f3k 92qd ", "7F3K–92QD"])
def test_a_reference_is_understood_however_it_is_typed(typed):
    assert reference_from(typed) == "7F3K-92QD"


def test_whoever_finds_nothing_reads_what_to_try_next(client, cast):
    client.force_login(cast.zarina)

    page = client.post(reverse("find"), {"text": "zzzz"}).content.decode()

    assert "Nothing your post may see." in page


def test_a_post_that_sees_no_case_is_offered_no_search(client, cast):
    client.force_login(cast.safar)

    page = client.get(reverse("my_work")).content.decode()

    assert reverse("find") not in page
    assert reverse("posts") in page
