"""Officers in posts, as the administrator sees them."""

from __future__ import annotations

from django.urls import reverse

from panoh.registry.models import Officer, Post


def add(client, **fields):
    post = Post.objects.filter(role="guardian").first()
    return client.post(reverse("add_officer", args=[post.pk]), fields)


def test_nobody_ends_their_own_access_so_that_one_administrator_always_remains(client, cast):
    client.force_login(cast.safar)

    answer = client.post(reverse("end_officer", args=[cast.safar.pk]))

    assert "You cannot end your own access" in answer.content.decode()
    assert Officer.objects.get(pk=cast.safar.pk).is_active


def test_the_page_offers_no_button_to_end_ones_own_access(client, cast):
    client.force_login(cast.safar)

    page = client.get(reverse("posts")).content.decode()

    assert reverse("end_officer", args=[cast.zarina.pk]) in page
    assert reverse("end_officer", args=[cast.safar.pk]) not in page


def test_a_sign_in_name_that_is_taken_is_said_beside_the_field_and_the_rest_stays(client, cast):
    client.force_login(cast.safar)

    page = add(client, name="Lola Azizova", username="zarina").content.decode()

    assert "This sign-in name is taken." in page
    assert "Lola Azizova" in page


def test_a_sign_in_name_has_no_spaces(client, cast):
    client.force_login(cast.safar)

    page = add(client, name="Lola", username="lo la").content.decode()

    assert "Leave out the spaces." in page
    assert not Officer.objects.filter(name="Lola").exists()
