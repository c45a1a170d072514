"""An officer whom one administrator made alone is put before the data-protection officer, and the first run locks nobody out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from panoh.desk import sign_in as door
from panoh.desk.work import my_work
from panoh.registry.actions.officers import end_officer, look_at_officer
from panoh.registry.actions.set_up import add_officer
from panoh.registry.models import LedgerEntry, Officer, Vetting
from panoh.registry.refusals import NotPermitted, Refused

pytestmark = pytest.mark.django_db
WORDS = "One administrator made this officer alone"


def made(cast, now, post=None) -> Officer:
    post = post or cast.shahlo.post
    return add_officer(post=post, username="lola", name="Lola", password=None, by=cast.safar, at=now)


def lines(officer, at):
    return [each for each in my_work(officer, now=at).mine if WORDS in each.what]


def test_it_comes_to_the_data_protection_officer_and_grows_late(cast, now):
    lola = made(cast, now)

    [line] = lines(cast.officers["firuza"], now)

    assert ("Lola" in line.why, cast.safar.name in line.why, line.escalated) == (True, True, False)
    assert lines(cast.officers["firuza"], now + timedelta(days=15))[0].escalated
    assert not any(lines(cast.officers[name], now) for name in ("safar", "nigina", "rustam", "shahlo"))
    assert Client().get(door.invitation_path(lola)).status_code == 200, "the first run goes on meanwhile"


def test_it_is_looked_at_once_with_name_and_day_on_record(cast, now):
    lola, firuza = made(cast, now), cast.officers["firuza"]

    look_at_officer(officer=lola, by=firuza, at=now)

    row, line = Vetting.objects.get(officer=lola), LedgerEntry.objects.latest("seq")
    assert (row.vetted_by, row.vetted_at) == (firuza, now)
    assert (line.act, line.officer, line.subject) == ("look_at_officer", firuza, f"officer:{lola.pk}")
    assert lines(firuza, now) == []
    with pytest.raises(Refused):
        look_at_officer(officer=lola, by=firuza, at=now)


@pytest.mark.parametrize("name", ["safar", "nigina", "alisher"])
def test_no_other_post_looks_at_it_the_administrator_least(cast, now, name):
    lola = made(cast, now)

    with pytest.raises(NotPermitted):
        look_at_officer(officer=lola, by=cast.officers[name], at=now)

    assert LedgerEntry.objects.latest("seq").act == "look_at_officer.refused"


def test_nobody_looks_at_themselves(cast, now):
    own = made(cast, now, post=cast.officers["firuza"].post)

    assert lines(own, now) == []
    with pytest.raises(NotPermitted):
        look_at_officer(officer=own, by=own, at=now)
    assert len(lines(cast.officers["firuza"], now)) == 1


def test_whom_a_second_administrator_vets_and_who_left_are_not_put_before_anybody(cast, now):
    left = made(cast, now)
    end_officer(officer=left, by=cast.safar, at=now)
    Officer.objects.create(post=cast.safar.post, username="sitora", name="Sitora", password="!")
    waits = add_officer(post=cast.shahlo.post, username="gul", name="Gul", password=None, by=cast.safar, at=now)

    assert Vetting.objects.get(officer=waits).needed
    assert lines(cast.officers["firuza"], now) == []


def test_by_page_and_by_api(cast, now, client):
    lola = made(cast, now)
    client.force_login(cast.safar)
    assert client.post(reverse("look_at_officer", args=[lola.pk])).status_code == 403
    assert client.get("/api/desk/officers/made-alone").status_code == 403
    assert client.post(f"/api/desk/officers/{lola.pk}/look").status_code == 403

    client.force_login(cast.officers["firuza"])
    assert "Lola" in client.get(reverse("unusual_readings")).content.decode()
    told = client.get("/api/desk/officers/made-alone").json()
    assert [(each["name"], each["made_by"]) for each in told] == [("Lola", cast.safar.name)]
    assert client.post(f"/api/desk/officers/{lola.pk}/look").status_code == 204
    assert client.get("/api/desk/officers/made-alone").json() == []
    assert client.post(reverse("look_at_officer", args=[lola.pk])).status_code == 422
