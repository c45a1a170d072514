"""`python -m bench.fill N`: fills the installation of the environment up to N cases."""

from __future__ import annotations

import sys

from panoh.web.commands import with_records

if __name__ == "__main__":
    with_records()
    from bench.cases import fill_up_to
    from panoh.web.commands.serve import count_on_sqlite

    print(fill_up_to(int(sys.argv[1])))
    count_on_sqlite()  # as the next start does
