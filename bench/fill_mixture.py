"""`python -m bench.fill_mixture N`: a country's mixture of cases up to N; prints cases Zarina's desk may open."""

from __future__ import annotations

import sys

from panoh.web.commands import with_records

if __name__ == "__main__":
    with_records()
    from django.db import connection

    from bench.mixture import fill_up_to
    from panoh.registry.models import Case, Officer

    fill_up_to(int(sys.argv[1]))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # as the server does by itself, sooner or later
    zarina = Officer.objects.select_related("post").get(username="zarina")
    recent = Case.objects.filter(desk=zarina.post.desk).order_by("-opened_at")
    print("\n".join(str(pk) for pk in recent.values_list("pk", flat=True)[:60]))
