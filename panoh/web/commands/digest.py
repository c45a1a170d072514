"""`panoh digest`: what waits for each post, printed or mailed: counts and references, never a name or a place."""

from __future__ import annotations

import argparse
import sys

from panoh.web.commands import complain, on_record


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "digest",
        help="print or mail each post what waits for it",
        description="Counts and references only. Mailed once a day for each post, however often it is called; what the mail "
        "server does not take is tried again by the next call. It also destroys the "
        "numbers the hotline kept to call back whose last day is over.",
    )
    parser.add_argument("--mail", action="store_true", help="mail it to posts with an address (PANOH_MAIL_HOST)")
    parser.add_argument("--dry-run", action="store_true", help="with --mail: say to whom it would go, and send nothing")
    parser.add_argument(
        "--post", metavar="CODE", default="", help="only this post, for example tip_centre_intake.intake_desk"
    )
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    on_record()
    from django.conf import settings
    from django.utils import timezone

    from panoh.desk.digest import digests
    from panoh.prevention.actions.hotline import forget_old_numbers
    from panoh.registry.models import Post

    if given.post and not Post.objects.filter(code=given.post).exists():
        return complain(f"there is no post {given.post!r}. Posts are shown on the page “Posts and officers”.")
    if given.mail and not given.dry_run and not settings.EMAIL_HOST:
        return complain("no mail server is set. Set PANOH_MAIL_HOST (and PANOH_MAIL_FROM), or print without --mail.")
    now = timezone.now()
    found = [each for each in digests(now=now) if given.post in {"", each.post.code}]
    if given.mail:
        if not given.dry_run:  # once a day is often enough for numbers somebody was to be called back on
            forget_old_numbers(at=now)
        return _mail(found, now=now, dry=given.dry_run)
    for each in found:
        print(f"{each.post.code}")
        print("".join(f"  {line}\n" for line in each.lines()))
    return 0


def _mail(found: list, *, now, dry: bool) -> int:  # type: ignore[no-untyped-def,type-arg]  # records load when it runs
    from panoh.desk.digest import MailFailed, send_digest

    failed = 0
    for each in found:
        if not each.post.mail:
            print(f"{each.post.code}: no address")
        elif dry:
            print(f"{each.post.code}: would go to {each.post.mail}")
        else:
            try:
                print(f"{each.post.code}: {'sent' if send_digest(digest=each, at=now) else 'sent today already'}")
            except MailFailed as why:
                failed += 1
                print(f"panoh: {each.post.code}: not sent ({why}); the next call tries again", file=sys.stderr)
    return 1 if failed else 0
