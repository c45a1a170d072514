"""Reckonings for answer files from the country's register of offences: which articles, since when, with which penalty seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.conf import settings

from panoh.assessment.queries.answers.about import About, table
from panoh.assessment.rules.answers.counts import Count, CountTable
from panoh.instruments import countries
from panoh.instruments.kinds.offence import Offence, OffenceClass, OffenceRegister
from panoh.instruments.kinds.source import Words


def laws_in_force(about: About) -> Count:
    """Articles counted as trafficking that are in force on the last day, or of which the day was not seen."""
    last = _last(about)
    found = [each for each in _register().counted_as(OffenceClass.TRAFFICKING) if each.in_force(last) is not False]
    return about.count("laws_in_force", _LAWS, _ARTICLES, len(found), [_articles(found, last)])


def changes_of_law(about: About) -> Count:
    """Articles that came into force, ended, or have a penalty since a day of the period, as far as days were seen."""
    found = [each for each in _register().offences if any(map(_within(about), _days_of(each)))]
    return about.count("changes_of_law", _CHANGES, _ARTICLES, len(found), [_articles(found, _last(about))])


def penalties_side_by_side(about: About) -> Count:
    """Penalties seen of trafficking and of every other crime in the register. Where none was seen of one, it says so."""
    last = _last(about)
    listed = [each for each in _register().offences if each.book == "criminal" and each.in_force(last) is not False]
    seen = [each for each in listed if each.penalties_on(last) or each.offence_class is OffenceClass.TRAFFICKING]
    others = [each for each in listed if each.key == "rape" and each not in seen]
    return about.count("penalties_side_by_side", _PENALTIES, _ARTICLES, len(seen), [_articles([*seen, *others], last)])


def _articles(found: Iterable[Offence], on: date) -> CountTable:
    return table(_ARTICLE, ((each.key, _named(each), _penalty(each, on)) for each in found))


def _named(offence: Offence) -> Words:
    book = _register().book(offence.book).name
    named = Words("{book} {article}, {title}").fill(book=book, article=offence.article, title=offence.title)
    since = offence.valid_from
    return named if since is None else _SINCE.fill(what=named, day=since.strftime("%d.%m.%Y"))


def _penalty(offence: Offence, on: date) -> Words:
    said = [each.text for each in offence.penalties_on(on)]
    if not said:
        return _NOT_SEEN
    return Words(*("; ".join(each.in_language(language) for each in said) for language in ("en", "ru", "tg")))


def _days_of(offence: Offence) -> tuple[date | None, ...]:
    return (offence.valid_from, offence.valid_to, *(each.valid_from for each in offence.penalties))


def _within(about: About) -> Callable[[date | None], bool]:
    first, last = about.days
    return lambda day: day is not None and first <= day <= last


def _last(about: About) -> date:
    return min(about.days[1], about.on)


def _register() -> OffenceRegister:
    return countries.offences(settings.COUNTRY)


_LAWS = Words(
    "Articles against trafficking in the register",
    "Статьи о торговле людьми в реестре",
    "Моддаҳо дар бораи савдои одамон дар феҳрист",
)
_CHANGES = Words("Articles of the register that changed", "Изменившиеся статьи реестра", "Моддаҳои тағйирёфтаи феҳрист")
_PENALTIES = Words("Penalties seen, side by side", "Известные наказания рядом", "Ҷазоҳои маълум дар паҳлӯи ҳамдигар")
_ARTICLES = Words("articles", "статьи", "моддаҳо")
_ARTICLE = Words("Article, and the penalty seen", "Статья и известное наказание", "Модда ва ҷазои маълум")
_SINCE = Words("{what}; in force since {day}", "{what}; действует с {day}", "{what}; аз {day} амал мекунад")
_NOT_SEEN = Words("no penalty was seen", "наказание не известно", "ҷазо маълум нест")

OF_LAW: dict[str, Callable[[About], Count]] = {
    each.__name__: each for each in (laws_in_force, changes_of_law, penalties_side_by_side)
}
