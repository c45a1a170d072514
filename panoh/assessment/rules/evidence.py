"""What there is for a standard or criterion in one report year, what changed since the last, and what is missing.

Facts of the government only: what others did does not count for it by the statute. Nothing here adds up to a tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from panoh.assessment.rules.documents import Document
from panoh.assessment.rules.series import Accepted, Cell, Shown, cell
from panoh.instruments.kinds.criterion import Criterion, EvidenceAsked
from panoh.instruments.kinds.source import Words
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.values import NoneCounted, Number, Value
from panoh.statistics.rules.wording import words as in_words

GOVERNMENT = frozenset({"government", "mixed"})


class Have(StrEnum):
    SHOWN = "shown"
    CONTESTED = "contested"
    KEPT_BACK = "kept_back"
    MISSING = "missing"


@dataclass(frozen=True)
class Answered:
    """What the approved answer file says of it: the item, and the version and number of the file."""

    says: Words
    item: str
    version: int
    file: int


@dataclass(frozen=True)
class Drawn:
    """What this installation knows beside published facts: its own figures by definition, documents by evidence, under
    which document its procedure was adopted (None: it was not, or this is another country), and what its approved answer
    file says, by figure and by item."""

    figures: dict[str, tuple[Figure, Figure]]
    documents: dict[str, tuple[Document, ...]]
    procedure: str | None = None
    answered: Mapping[str, Answered] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One thing asked for. `own`: the figure of this installation, this year and the year before; `edition`: the number of
    the edition this year's was frozen in, 0 where it was counted just now."""

    asked: EvidenceAsked
    have: Have
    this: Cell
    before: Cell
    change: Words | None
    own: tuple[Value, Value] | None
    edition: int
    documents: tuple[Document, ...]
    procedure: str | None
    answered: Answered | None

    @property
    def presumed_not_done(self) -> bool:
        """No data: by the statute it is presumed not to have been done. A document is none until its number is given."""
        return self.asked.presumed and self.have in {Have.MISSING, Have.KEPT_BACK}

    @property
    def own_known(self) -> bool:
        """The figure is here and only has to be handed over. Counted and nobody is a figure."""
        return self.own is not None and isinstance(self.own[0], Number | NoneCounted)

    @property
    def own_words(self) -> tuple[Words, ...]:
        return tuple(map(in_words, self.own or ()))


@dataclass(frozen=True)
class Gap:
    """What is missing for a standard or criterion, and the role that can bring it."""

    criterion: Criterion
    line: Line
    todo: Words


def lines(criterion: Criterion, facts: Sequence[Accepted], drawn: Drawn, *, report: int) -> tuple[Line, ...]:
    return tuple(_line(criterion, asked, facts, drawn, report) for asked in criterion.evidence)


def gaps(criterion: Criterion, found: Iterable[Line]) -> tuple[Gap, ...]:
    return tuple(Gap(criterion, each, _todo(each)) for each in found if each.have is not Have.SHOWN)


def _line(criterion: Criterion, asked: EvidenceAsked, facts: Sequence[Accepted], drawn: Drawn, report: int) -> Line:
    this, before = _cell(asked, facts, report), _cell(asked, facts, report - 1)
    documents = drawn.documents.get(f"{criterion.key}.{asked.key}", ())
    procedure = drawn.procedure if asked.procedure else None
    answered = drawn.answered.get(asked.figure) or drawn.answered.get(asked.item)
    have, own = _have(this), drawn.figures.get(asked.figure)
    shown = procedure or answered or (asked.by_document and any(each.counts for each in documents))
    return Line(
        asked=asked,
        have=Have.SHOWN if shown else have,
        this=this,
        before=before,
        change=_change(this, before) if this.facts or before.facts else None,
        own=(own[0].value, own[1].value) if own else None,
        edition=own[0].edition if own else 0,
        documents=documents,
        procedure=procedure,
        answered=answered,
    )


def _cell(asked: EvidenceAsked, facts: Sequence[Accepted], report: int) -> Cell:
    """The year before the report, or what the report itself says of no year. The total where there is one; else its parts
    side by side."""
    wanted = set((asked.parts or {}).items())
    fitting = [
        each
        for each in facts
        if each.values.measure == asked.measure
        and each.values.actor in GOVERNMENT
        and (each.values.year == report - 1 or (each.values.year is None and each.report == report))
        and wanted <= set(each.values.breakdown)
        and ("group" in dict(wanted) or "group" not in dict(each.values.breakdown))
    ]
    least = min((len(each.values.breakdown) for each in fitting), default=0)
    return cell(each for each in fitting if len(each.values.breakdown) == least)


def _have(found: Cell) -> Have:
    return {
        Shown.MISSING: Have.MISSING,
        Shown.NOT_REPORTED: Have.KEPT_BACK,
        Shown.CONFLICT: Have.CONTESTED,
    }.get(found.shown, Have.SHOWN)


def _change(this: Cell, before: Cell) -> Words:
    """Against the year before: only where both are one number, or zero, of one unit. A direction is no judgement."""
    now, then = _number(this), _number(before)
    if now is None or then is None:
        return CANNOT_BE_COMPARED
    (value, unit), (earlier, unit_before) = now, then
    if unit != unit_before and value and earlier:
        return CANNOT_BE_COMPARED
    more = value - earlier
    if not more:
        return UNCHANGED.fill(value=f"{value.normalize():f}")
    return (MORE if more > 0 else LESS).fill(by=f"{abs(more).normalize():f}", before=f"{earlier.normalize():f}")


def _number(found: Cell) -> tuple[Decimal, str] | None:
    if found.shown is Shown.ZERO:
        return Decimal(0), ""
    said = {(each.values.value, each.values.unit) for each in found.facts if each.values.value is not None}
    if found.shown is not Shown.NUMBER or len(said) != 1 or any(each.values.qualifier for each in found.facts):
        return None  # "more than 200" is no number to subtract from
    ((value, unit),) = said
    return (value, unit) if value is not None else None


def _todo(line: Line) -> Words:
    if line.have is Have.CONTESTED:
        return SETTLE_BY_IT if line.documents else SETTLE
    if line.asked.by_document and any(each.might_count for each in line.documents):
        return SAY_WHO_ISSUED_IT
    if line.documents and line.asked.by_document:
        return NAME_ONE_THAT_COUNTS
    if line.documents:
        return GIVE_ITS_NUMBER if line.asked.presumed else ADD_ITS_NUMBER
    if line.own_known:
        return HAND_OVER.fill(figure=line.own_words[0])
    if line.asked.asks is not None:
        return line.asked.asks
    if line.asked.by_document:
        return NAME_THE_DOCUMENT
    return REPORT_IT if line.have is Have.MISSING else SAY_THE_NUMBER


CANNOT_BE_COMPARED = Words(
    "cannot be compared: one year or both have no single number",
    "сравнить нельзя: в одном году или в обоих нет одного числа",
    "муқоиса карда намешавад: дар як сол ё ҳар ду як рақам нест",
)
UNCHANGED = Words("as the year before: {value}", "как годом раньше: {value}", "мисли соли пеш: {value}")
MORE = Words(
    "{by} more than the year before ({before})",
    "на {by} больше, чем годом раньше ({before})",
    "{by} зиёдтар аз соли пеш ({before})",
)
LESS = Words(
    "{by} fewer than the year before ({before})",
    "на {by} меньше, чем годом раньше ({before})",
    "{by} камтар аз соли пеш ({before})",
)
SETTLE = Words(
    "Sources do not agree: say which count is right, with its document.",
    "Источники расходятся: скажите, какой подсчёт верен, с документом.",
    "Сарчашмаҳо мувофиқ нестанд: бо ҳуҷҷат гӯед, ки кадом ҳисоб дуруст аст.",
)
SETTLE_BY_IT = Words(
    "Sources do not agree, and a document is named: correct or reject the facts that differ from it.",
    "Источники расходятся, и документ назван: исправьте или отклоните факты, которые с ним расходятся.",
    "Сарчашмаҳо мувофиқ нестанд ва ҳуҷҷат номбар шудааст: фактҳоеро, ки аз он фарқ мекунанд, ислоҳ ё рад кунед.",
)
NAME_ONE_THAT_COUNTS = Words(
    "What is named is not of an authority of the state, or is of after the reporting period: name an official document that "
    "held in it.",
    "Названное издано не органом государства или после отчётного периода: назовите официальный документ, который в нём "
    "действовал.",
    "Он чи номбар шудааст, аз мақомоти давлат нест ё пас аз давраи гузориш аст: ҳуҷҷати расмиеро номбар кунед, ки дар он давра "
    "амал мекард.",
)
SAY_WHO_ISSUED_IT = Words(
    "A document is named, and not who issued it: it shows nothing until that is known. Name it again, with the same title and "
    "day, and say who issued it.",
    "Документ назван, но не сказано, кто его издал: пока это не известно, он ничего не показывает. Назовите его ещё раз, с тем "
    "же названием и той же датой, и скажите, кто его издал.",
    "Ҳуҷҷат номбар шудааст, вале гуфта нашудааст, ки онро кӣ баровардааст: то маълум шудани ин он чизеро нишон намедиҳад. Онро "
    "бо ҳамон ном ва сана аз нав номбар кунед ва гӯед, ки кӣ баровардааст.",
)
ADD_ITS_NUMBER = Words(
    "A document is named, and no number: it stands beside, but the figure stays missing. Give the number in the answer file and "
    "approve it, or accept it as a fact of a published text.",
    "Назван документ, но не число: он стоит рядом, но цифры по-прежнему нет. Дайте число в файле ответов и утвердите его или "
    "примите его как факт опубликованного текста.",
    "Ҳуҷҷат номбар шуд, вале рақам не: он дар паҳлӯ меистад, аммо рақам намерасад. Рақамро дар файли ҷавобҳо диҳед ва тасдиқ "
    "кунед ё ҳамчун факти матни нашршуда қабул кунед.",
)
NAME_THE_DOCUMENT = Words(
    "No accepted fact says it: name the official document that does, such as the law with its article, or the agreement.",
    "Ни один принятый факт об этом не говорит: назовите официальный документ, например закон со статьёй или соглашение.",
    "Ҳеҷ факти қабулшуда инро намегӯяд: ҳуҷҷати расмиеро номбар кунед, масалан қонунро бо моддааш ё созишномаро.",
)
HAND_OVER = Words(
    "The figure is here ({figure}): approve it and hand it over.",
    "Цифра здесь есть ({figure}): утвердите и передайте её.",
    "Рақам ин ҷо ҳаст ({figure}): онро тасдиқ карда супоред.",
)
GIVE_ITS_NUMBER = Words(
    "A document is named, and no number: without data it stays presumed not done. Give the number in the answer file and "
    "approve it, or accept it as a fact of a published text.",
    "Назван документ, но не число: без данных считается, что этого не делалось. Дайте число в файле ответов и утвердите "
    "его или примите его как факт опубликованного текста.",
    "Ҳуҷҷат номбар шуд, вале рақам не: бе маълумот чунин меҳисобанд, ки ин кор карда нашудааст. Рақамро дар файли ҷавобҳо "
    "диҳед ва тасдиқ кунед ё ҳамчун факти матни нашршуда қабул кунед.",
)
REPORT_IT = Words(
    "No accepted fact says anything of it: count it and report it, zero included.",
    "Ни один принятый факт об этом не говорит: посчитайте и сообщите, в том числе ноль.",
    "Ҳеҷ факти қабулшуда дар ин бора намегӯяд: ҳисоб карда хабар диҳед, аз ҷумла сифрро.",
)
SAY_THE_NUMBER = Words(
    "The source says it was not reported: report the number, or say that there were none.",
    "Источник говорит, что не сообщено: сообщите число или скажите, что не было.",
    "Сарчашма мегӯяд, ки хабар дода нашуд: рақамро гӯед ё гӯед, ки набуд.",
)
