"""`python -m tests.browser.officers`: puts the cast in their posts on a running installation, all with one password; and
those who are met on a journey only: two who decide again, the guardianship authority, whoever answers for permits."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from panoh.web.commands import with_records

PASSWORD = "four unrelated quiet words"
MET_ON_THE_WAY = {"bek": "davlat", "zebo": "davlat"}
AT_POSTS = {"dilbar": "guardianship_dushanbe.guardian", "umed": "migration_permits.migration_authority"}


def main() -> None:
    with_records()
    from panoh.registry.models import Officer, Post
    from tests.cast import hire

    cast = hire(at=timezone.now())
    posts = {name: cast.officers[colleague].post for name, colleague in MET_ON_THE_WAY.items()}
    posts |= {name: Post.objects.get(code=code) for name, code in AT_POSTS.items()}
    for name, post in posts.items():
        Officer.objects.create(post=post, username=name, name=name.title())
    Officer.objects.update(password=make_password(PASSWORD))


if __name__ == "__main__":
    main()
