"""How the papers of other countries write Tajik and Russian names: one table for each language, and nothing else.

Whoever knows the language mends its table here; `python -m bench abroad` shows what that gives and costs.

- `shown`: what in a name, in small letters, shows that it is written so. Only then is the table read at all. No ordinary spelling
  of a Tajik or Russian name may stand here, for many tables take z, s and sh for each other: Ghiyosov is not Italian, Bunyod
  and Tatyana are not Hungarian, Saidzoda, Abboszoda, Azizjon, Parvizshoh are from home, ī, ū and ķ of transliterations.
- `letters`: letters and their sounds (`sounds.py`) side by side, tried in this order, so that the longer stand first; S is ш,
  Z ж, c ч, j ҷ (дж), x х, G ғ, y й. `S|Z`: either, and the word is read both ways. `0`: no sound. Letters may be a pattern
  (`i(?=[aou])`). What is in no row keeps its letter without marks; the rows of `EVERYWHERE` stand after those of each table.
- `endings`: what the language itself puts to a name, and what stands there without it.

General knowledge of the transcriptions in use, held against the spellings of editors (`tests/names/abroad.csv`); provisional.
"""

from __future__ import annotations

from typing import NamedTuple


class Convention(NamedTuple):
    """The table of one language, as text."""

    shown: str
    letters: str
    endings: tuple[tuple[str, str], ...] = ()


EVERYWHERE = "ck k  ph f  qu k  gh G  kh x  sh S  zh Z  w v  c k  x ks  ` 0"
WITHOUT_MARKS, SPANISH = "Without marks", "Spanish"

CONVENTIONS: dict[str, Convention] = {
    "Polish": Convention(
        shown=r"sz(?![oa]d)|cz|[żłśćńź]",
        letters="szcz S  sz S  cz c  dż j  dź j  dz j|z  ż Z  ź z  rż rZ  ch x  h x|h  ł l  ó u  ś s  ć c  ń n"
        "  (?<=[^aeiouyjżzł])ie e|ye  (?<=[^aeiouyj])io yo  (?<=i)a ya  ju yu  ja ya  jo yo  z z|Z  c s|k  w v"
        "  j y  y i",
    ),
    "German": Convention(
        shown="sch|[äß]",
        letters="schtsch S  dsch j  tsch c  dsh j  sch S|Z  sh S  ch x  ck k  ß s  ss s  tz s  z s|z"
        "  s(?=[aeiouäöüj]) s|z  v f|v  w v  jo yo  ju yu  ja ya  je ye  j y  ä ya|e  ö yo|o  ü yu|u"
        "  ie(?=[^aeiou]|$) i  y i  x ks",
        endings=(("(?<=^alex)ander$", "andr"),),
    ),
    "Dutch": Convention(
        shown=r"[sz]j(?![oa]n)|oe(?!v|l\b)|ij(?![oa])",
        letters="sjtsj S  tsj c  dzj j  dsj j  dj j  sj S  zj Z  joe yu  oe u  ch x  ie(?=[^aeiou]|$) i  ij iy  ja ya"
        "  ju yu  jo yo  je ye  j y  w v  y i|y",
    ),
    "Nordic": Convention(
        shown=r"[sz]j(?![oa]n)|\btj|tj\b|tj[oe]va?\b|tjat|[åäøæ]",
        letters="sjtsj S  sjtj S|Sc  stj S  tsj c  tj c  dzj j  dj j  sj S|Z  zj Z  ch x  kh x  å o  ä e|ya  æ e|ya"
        "  ö o|yo  ø o|yo  ja ya  ju yu  jo yo  je ye  j y  ck k  w v  z z|s",
    ),
    "Finnish and Estonian": Convention(
        shown="[šž]",
        letters="štš S  tš c  tsh c  dž j  dzh j  š S  sh S  ž Z  zh Z  h x|h  ä ya|e  ö yo|o  ja ya  ju yu  jo yo"
        "  je ye  j y  w v",
    ),
    "French": Convention(
        shown=r"tch|ou|[ïé]|[iy]ne\b|ff\b",
        letters="chtch S  tch c  dj j  ch S  sh S  kh x  gu(?=[eéèiy]) g  qu k  ou u  oû u  ss s  ç s  c(?=[eéèiy]) s"
        "  j Z  iou yu  ia ya  ie ye  ïe ye  io yo  aï ay  oï oy  eï ey  ï y|i  ë yo|e  y i|y",
        endings=(("ine$", "in"), ("yne$", "yn"), ("([oe])ff$", r"\1v"), ("(?<=dr)e$", "")),
    ),
    "Italian and Romanian": Convention(
        shown="sc[eiéèì]|ci[aou]|(?<!r)gi[aou](?![sz])|[șţță]",
        letters="sci(?=[aeou]) S  sc(?=[eiéèì]) S  šč S  gi(?=[aou]) j|Z  dž j  g(?=[ei]) j|g  gh g|G  ci(?=[aou]) c"
        "  c(?=[ei]) c|s  c$ c|k  ch k|x  kh x  h x|h  š S  ș S  ş S  č c  ž Z  ț s  ţ s  z z|s  j y|Z  ă a"
        "  â i  î i  ë yo|e  iu yu  ia ya  io yo  c k|s",
    ),
    SPANISH: Convention(
        shown=r"[áéóúñ]|í\B|gu[eií]|\bj[rs]",
        letters="shch S|Sc  sch S  sh S  ch c  dzh j  dj j  zh Z  gu(?=[eéií]) g  qu k  kh x  j x|j"
        "  y(?=[aeouáéóú]) y|j  c(?=[eéií]) s  ñ n  v v  í i",
    ),
    "Turkish": Convention(
        shown="[şğıç]",
        letters="şç S  ş S  ç c  c j  ğ G  j Z|j  h h|x  ı i  ö o|yo  ü u|yu  â a|ya  î i  û u  x x  q q|g  ə a  ý y"
        "  ž Z|j  ň n  w v",
    ),
    "Czech and South Slavic": Convention(
        shown="[šžčěřůćđ]|[oe]vov[aá]",
        letters="šč S  dž j  dz j|z  đ j  ch x  š S  ž Z  č c  ć c  c s|c  h x|h  ě e|ye  ř r  ů u"
        "  ja ya  ju yu  jo yo  je ye  j y  y i  w v",
        endings=(("(?<=[oe]v)ov[aá]$", "a"), ("(?<=tov)[aá]$", "a"), ("(?<=[sc]k)ý$", "ij")),
    ),
    "Hungarian": Convention(
        shown="dzs|zs(?!h)|cs|sz(?![oa]d)",
        letters="scs S|Sc  dzs j  zs Z  cs c  ssz s  sz s  s S  ch x  c s  gy g  ny n  ty t  ly l|y  h x|h  ja ya"
        "  ju yu  jo yo  je ye  j y  ö yo|o  ő o  ü u  ű u  w v  y i",
    ),
    "Latvian": Convention(
        shown=r"[ļņģ]|ovs\b|(?<!d)evs\b|js\b|[sc]kis\b|ins\b|[šžč]\S*[nrlvj]s\b",
        letters="šč S|Sc  dž j  dz j|z  š S  ž Z  č c  ļ l  ņ n  ģ g  ķ k  h x|h  ā a  ē e  ī i  ū u  ja ya  ju yu"
        "  jo yo  je ye  s s|S  z z|Z  c s|c  j y",
        endings=(("(?<=[kc])is$", "ij"), ("(?<=[^aeiouāēīū])s$", "")),
    ),
    "Lithuanian": Convention(
        shown=r"[oe]vas\b|inas\b|[ij]us\b|[ęąįų]|[šžč]\S*[nvk][ai]s\b|skis\b",
        letters="šč S|Sc  dž j  dz j|z  ch x  (?<=[šžč])i(?=[aou]) 0  š S  ž Z  č c  ė e  ę e  ą a  į i  ų u  ū u"
        "  y i  h h|x  ia ya  io yo  iu yu  ja ya  ju yu  jo yo  je ye  s s|S  z z|Z  c s|c  j y",
        endings=(("(?<=j)us$", ""), ("(?<=č)ius$", ""), ("(?<=[^aeiou])(?:as|is|us)$", "")),
    ),
    WITHOUT_MARKS: Convention(
        shown=r"\bdz(?![hj])",
        letters="dz j  ts c|s  ch x|c  sh S  zh Z  s S  z Z|z  c c|j  h x|h  j y|j",
    ),
}
"""`Without marks`: what machines print of š, ş, ž and č."""
