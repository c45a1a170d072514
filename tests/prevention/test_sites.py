"""Sites and employers to watch: who may, what is sealed, what is refused, what stands in the ledger."""

from __future__ import annotations

import pytest

from panoh.prevention import actions
from panoh.prevention.queries.sites import site_for, site_page, sites_for
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, Refused
from tests.conftest import NOON
from tests.prevention.made import FIELD, a_site

pytestmark = pytest.mark.django_db


def test_a_name_that_is_a_persons_is_sealed_and_opening_it_is_on_record(cast):
    site = a_site(by=cast.zarina, at=NOON)

    page = site_page(cast.zarina, site.pk, at=NOON)

    assert (site.name, str(site)) == ("", site.reference)
    assert (page.name, page.because) == (FIELD["name"], FIELD["because"])
    assert LedgerEntry.objects.order_by("seq").last().act == "read_site"


def test_a_site_is_seen_by_its_desk_and_by_whoever_sees_all_and_by_nobody_else(cast):
    site = a_site(by=cast.zarina, at=NOON)

    assert site_for(cast.nigina, site.pk) == site
    assert site_for(cast.alisher, site.pk) == site
    for other in (cast.parvina, cast.mavzuna, cast.behruz, cast.shahlo, cast.safar):
        with pytest.raises(NotPermitted):
            site_for(other, site.pk)


def test_whoever_employs_at_a_site_reads_nothing_of_it(cast):
    ours = actions.EmployerGiven(kind="state", name="Airport", agency=cast.zarina.desk.agency)
    employer = actions.register_employer(given=ours, by=cast.nigina, at=NOON)
    site = a_site(by=cast.zarina, at=NOON, employer=employer)

    other = a_site(by=cast.zarina, at=NOON)

    assert list(sites_for(cast.zarina)) == [other]
    assert list(sites_for(cast.nigina)) == [other], "the TIP Centre and the police are below one ministry"
    assert site.employer == employer


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("division", "TJ-XX", "region"),
        ("sector", "moon", "sector"),
        ("kind", "castle", "kind"),
        ("because", "  ", "reason"),
        ("watched_since", NOON.date().replace(year=2030), "still to come"),
    ],
)
def test_what_does_not_fit_is_refused_and_says_what(cast, field, value, said):
    with pytest.raises(Refused) as refused:
        a_site(by=cast.zarina, at=NOON, **{field: value})

    assert said in refused.value.reason
    assert refused.value.way_forward


def test_only_whoever_watches_puts_a_site_on_the_register(cast):
    with pytest.raises(NotPermitted):
        a_site(by=cast.shahlo, at=NOON)
