"""A name as its parts: each word with its readings in sounds, its ending, and what the ending says of role and sex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from panoh.names import abroad, cyrillic, latin, lexicon, persian
from panoh.names.fold import Script, disguised, script_of, words
from panoh.names.sounds import skeleton

Role = Literal["", "family", "father", "son-ending"]
Sex = Literal["", "m", "f"]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name. Parts are interned: the same word is the same object, so caches hold on identity."""

    text: str
    script: Script
    whole: tuple[str, ...]
    stems: tuple[str, ...]
    role: Role
    sex: Sex
    open_vowels: bool
    full_alphabet: bool
    weak: bool
    initial: bool
    skeletons: frozenset[str]


# Endings in sounds; the first that fits is taken off. A stem keeps three sounds at least.
_ENDINGS: tuple[tuple[re.Pattern[str], Role, Sex], ...] = (
    (re.compile(r"(?<=...)y?[oe]v(?:ic|is|ij)$"), "father", "m"),
    (re.compile(r"(?<=...)y?[oe]vna$"), "father", "f"),
    (re.compile(r"(?<=...)(?:in)?icna$"), "father", "f"),
    (re.compile(r"(?<=...)(?:[uo][gG]l[iu]|ulu)$"), "father", "m"),
    (re.compile(r"(?<=...)[kq]izi$"), "father", "f"),
    (re.compile(r"(?<=...)y?[oe]v[ao]$"), "family", "f"),
    (re.compile(r"(?<=...)y?[oe]v$"), "family", "m"),
    (re.compile(r"(?<=....)[oe]f$"), "family", "m"),
    (re.compile(r"(?<=...)z[oa]d(?:a|e|ah|eh)$"), "son-ending", ""),
    (re.compile(r"(?<=....)(?<!mehr)(?<!Sahr)(?<!mexr)z[oa]d$"), "son-ending", ""),
    (re.compile(r"(?<=....)(?:iy[oa]n|yon|pur|far|niyo|nia|niya|duxt)$"), "son-ending", ""),
)
_SERVANT = re.compile(r"^abd[uoaei](?:l(?!o?h?i?$|ahi?$|at[iye]))?(?=...)")
_FAITH = re.compile(r"(?<=...)[uieaoy]?d?d[ie]ni?$")
_OF_GOD = re.compile(r"(?<=...)[uiaoe]l[ao](?:hi?)?$")
_LEFT_ARTICLE = re.compile(r"(?<=...)[uo][lr]$")
_COURTESY = re.compile(rf"(?<=...)(?:{'|'.join(sorted(lexicon.COURTESY, key=len, reverse=True))})$")

_ARTICLE: dict[Script, str] = {"cyrillic": "ул", "latin": "ul", "persian": "ال", "other": ""}
_BINDER: dict[Script, str] = {"cyrillic": "и", "latin": "i", "persian": "", "other": ""}


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A name's parts with two neighbours read as one word: Гул Нора as Гулнора."""

    parts: tuple[Part, ...]
    joined: Part


def joined_cuts(name: str, sought: frozenset[str]) -> Iterator[Cut]:
    """The ways to read two neighbours of a name as one word, with and without an article between, where that makes a word
    of the skeletons sought."""
    found = parts(name)
    for place, (first, second) in enumerate(pairwise(found)):
        if _may_be_one_word(first, second) and _may_begin(first, sought):
            for binder in ("", _ARTICLE[first.script]):
                joined = part_of(first.text + binder + second.text)
                if not joined.skeletons.isdisjoint(sought):
                    yield Cut((*found[:place], joined, *found[place + 2 :]), joined)


def _may_begin(first: Part, sought: frozenset[str]) -> bool:
    """Spares reading a word that cannot be among them: it begins as its first half does, and is no shorter."""
    least = min(map(len, first.skeletons))
    heads = {each[:1] for each in first.skeletons}
    return any(len(each) >= least and each[:1] in heads for each in sought)


def _may_be_one_word(first: Part, second: Part) -> bool:
    """Never across an ending: the father's name begins where the given name stops."""
    if first.initial or second.initial or first.role or second.role == "father":
        return False
    return first.script == second.script


@lru_cache(maxsize=65_536)
def all_skeletons(name: str) -> frozenset[str]:
    """The skeletons of all parts of a name."""
    return frozenset().union(*(part.skeletons for part in parts(name)))


@lru_cache(maxsize=65_536)
def parts(name: str) -> tuple[Part, ...]:
    """The parts of a name in the order written, particles folded into their neighbours."""
    found: list[Part] = []
    tajik = not cyrillic.TAJIK_ONLY.isdisjoint(name)
    written = words(name)
    shown = abroad.shown_in(written)
    for word, mark in _joined(written):
        part = part_of(word, mark, tajik, shown)
        if part.whole[0]:
            found.append(part)
    return tuple(found)


@lru_cache(maxsize=262_144)
def part_of(word: str, mark: str = "", tajik: bool = False, shown: tuple[str, ...] = ()) -> Part:
    """The part a single word is; `mark` is m or f when a particle says son or daughter of this word.

    `tajik`: the name is written with the six Tajik letters, so its о and а can be taken at their word. `shown`: the conventions
    of other countries the name shows marks of; what they read comes after what the word is without them.
    """
    script = script_of(word)
    heard = _readings(word, script) + _read_otherwise(word, script, shown)
    whole = tuple(dict.fromkeys(_set_form(each) for each in heard))
    role: Role = "father" if mark else ""
    sex: Sex = "m" if mark == "m" else "f" if mark == "f" else ""
    stems: list[str] = []
    for each in whole:
        stem, ending_role, ending_sex = _without_ending(each)
        stems.append(_set_form(stem))
        if ending_role == "son-ending" and stem[-1] in "aeiou":
            stems.append(stem + "z")  # Ниёззода is often written Ниёзода
        role, sex = role or ending_role, sex or ending_sex
    return Part(
        text=word,
        script=script,
        whole=whole,
        stems=tuple(dict.fromkeys(stems)),
        role=role,
        sex=sex,
        open_vowels=script == "persian" and persian.leaves_vowels_open(word),
        full_alphabet=tajik or (script == "persian" and not persian.leaves_vowels_open(word)),
        weak=whole[0] in lexicon.WEAK,
        initial=len(word) == 1,
        skeletons=_skeletons(*stems, *whole),
    )


@lru_cache(maxsize=65_536)
def without_courtesy(sounds: str) -> str:
    """The name without a second part of courtesy: Шарифҷон → Шариф."""
    return _COURTESY.sub("", sounds)


@lru_cache(maxsize=65_536)
def without_servant(sounds: str) -> str:
    """The name without Abdu-: Абдуғаффор is Ғаффор in daily use."""
    return sounds.removeprefix("abdu") if len(sounds) > 7 else sounds


@lru_cache(maxsize=65_536)
def without_article(sounds: str) -> str:
    """The name without an article left on it: Fazlul Karim is فضل کریم."""
    return _LEFT_ARTICLE.sub("", sounds)


def _readings(word: str, script: Script) -> tuple[str, ...]:
    if script == "cyrillic":
        return cyrillic.readings(word)
    if script == "persian":
        return persian.readings(word)
    if script == "latin":
        return latin.readings(word)
    return (word,)  # a script not read here: found by the same letters only


def _read_otherwise(word: str, script: Script, shown: tuple[str, ...]) -> tuple[str, ...]:
    """What a Latin word is by the conventions of other countries, and where it is Cyrillic in disguise."""
    if script != "latin":
        return ()
    meant = disguised(word)
    return abroad.readings(word, shown) + (cyrillic.readings(meant) if meant else ())


def _set_form(sounds: str) -> str:
    """One form for compounds with Abdu-, -uddin and -ullo, and for the set equivalents."""
    sounds = _SERVANT.sub("abdu", sounds)
    sounds = _OF_GOD.sub("ulo", _FAITH.sub("idin", sounds))
    return lexicon.EQUIVALENTS.get(sounds) or lexicon.EQUIVALENTS.get(sounds.removesuffix("i"), sounds)


def _without_ending(sounds: str) -> tuple[str, Role, Sex]:
    for ending, role, sex in _ENDINGS:
        found = ending.search(sounds)
        if found is not None:
            return sounds[: found.start()], role, sex
    return sounds, "", ""


def _joined(found: tuple[str, ...]) -> list[tuple[str, str]]:
    """Words with particles folded in: abd al-Rahman is one word, Karim o‘g‘li is Karim marked as the father."""
    joined: list[tuple[str, str]] = []
    prefix = ""
    mark = ""
    for place, word in enumerate(found):
        sound = _readings(word, script_of(word))[0] if len(word) < 9 else ""
        last = place == len(found) - 1
        if joined and not prefix and (sound in lexicon.SON or sound in lexicon.DAUGHTER):
            joined[-1] = (joined[-1][0], "m" if sound in lexicon.SON else "f")
        elif joined and (sound in lexicon.FAITH or sound in lexicon.OF_GOD or sound in lexicon.SON_ENDING):
            joined[-1] = (joined[-1][0] + (_BINDER[script_of(word)] if sound in lexicon.FAITH else "") + word, "")
            prefix = ""
        elif sound in lexicon.SON_OF | lexicon.DAUGHTER_OF and joined and not last:
            mark = "m" if sound in lexicon.SON_OF else "f"
        elif sound in lexicon.SERVANT | lexicon.FATHER_OF and not last:
            prefix = word
        elif sound in lexicon.ARTICLES and not last and len(word) > 1:
            continue
        else:
            joined.append((prefix + word, mark))
            prefix = mark = ""
    return joined


def skeletons_of(heard: Iterable[str]) -> frozenset[str]:
    """The skeletons a word would have if it were heard so, with its ending and without."""
    whole = {_set_form(each) for each in heard}
    return _skeletons(*whole, *(_set_form(_without_ending(each)[0]) for each in whole))


def _skeletons(*sounds: str) -> frozenset[str]:
    forms = {form for each in sounds for form in (each, without_courtesy(each)) if form}
    return frozenset(map(skeleton, forms))
