"""Draws a procedure as SVG, and writes it as a table for the terminal. Both are made from the data alone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

from panoh.instruments.kinds.procedure import Means, Procedure, Step
from panoh.instruments.kinds.source import Words
from panoh.registry.rules import drawing_words as say
from panoh.registry.rules.layout import HEIGHT, MARGIN, WIDTH, Arrow, Box, arrows, boxes, listed_below
from panoh.registry.rules.procedure_values_words import VALUE, period
from panoh.registry.rules.proof import role_name

# Fill and border. The meaning is never in the colour alone: it stands in the name too.
COLOURS = {
    Means.CONTACT: ("#f3f4f6", "#6b7280"),
    Means.PROTECTION: ("#e0f2fe", "#0369a1"),
    Means.PENDING: ("#fef9c3", "#a16207"),
    Means.POSITIVE: ("#dcfce7", "#15803d"),
    Means.NEGATIVE: ("#fee2e2", "#b91c1c"),
    Means.REVIEW: ("#fef9c3", "#a16207"),
    Means.PAUSE: ("#f5f5f4", "#78716c"),
    Means.OWN_CHOICE: ("#f5f5f4", "#78716c"),
    Means.SUPPORT: ("#dcfce7", "#15803d"),
    Means.RETURN: ("#dcfce7", "#15803d"),
    Means.CLOSED: ("#e5e7eb", "#374151"),
}
LINE = 18
FEWEST = 9
"""Lines of a column under the drawing, so that the columns are no wider than it."""
Point = tuple[int, int]


def draw(procedure: Procedure, language: str = "en") -> str:
    """The procedure as one SVG picture, with a title and a full description for those who cannot see it."""
    placed = boxes(procedure)
    foot = max(box.y for box in placed.values()) + HEIGHT + 48
    listed = _columns(procedure, placed, language)
    width = max(*(box.x + WIDTH + MARGIN for box in placed.values()), *(x + _long(lines) for x, lines in listed))
    height = foot + LINE * max(len(lines) for _, lines in listed) + MARGIN
    title = escape(procedure.title.in_language(language))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="procedure-title procedure-description" font-family="sans-serif" font-size="13">',
        f'<title id="procedure-title">{title}</title>',
        f'<desc id="procedure-description">{escape(" ".join(_told(procedure, language)))}</desc>',
        '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 z" fill="#374151"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="34" font-size="18" font-weight="bold">{title}</text>',
        f'<text x="{MARGIN}" y="55" fill="#4b5563">{escape(_edition(procedure, language))}</text>',
        *(_arrow(arrow) for arrow in arrows(procedure)),
        *(_box(box, procedure, language) for box in placed.values()),
        *_list(listed, foot),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def describe(procedure: Procedure, language: str = "en") -> str:
    """The procedure as a table of steps: what, from where to where, whose, what must be true, by when."""
    rows = [tuple(each.in_language(language) for each in say.HEAD)]
    rows += [tuple(each.in_language(language) for each in _row(procedure, step)) for step in procedure.steps]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("─" * width for width in widths))
    title = f"{procedure.title.in_language(language)} · {_edition(procedure, language)}"
    return "\n".join([title, "", *lines]) + "\n"


def _row(procedure: Procedure, step: Step) -> tuple[Words, ...]:
    return (
        Words(step.id),
        step.name,
        Words(textwrap.shorten(" ".join(step.from_states), 24, placeholder=" …")),
        say.IN_PLACE if step.stays else Words(textwrap.shorten(" ".join(step.to), 16, placeholder=" …")),
        role_name(procedure, step.owner),
        say.TWO if step.four_eyes else say.ONE,
        VALUE[step.for_whom],
        _clock(procedure, step),
    )


def _clock(procedure: Procedure, step: Step) -> Words:
    if not step.clock:
        return Words("–")
    clock = procedure.clock(step.clock)
    return say.CLOCK.fill(kind=VALUE[clock.kind], period=period(clock.amount, clock.unit))


def _edition(procedure: Procedure, language: str) -> str:
    adoption = procedure.adoption
    adopted = say.ADOPTED_ON.fill(on=adoption.on, by=adoption.by) if adoption.on else VALUE[adoption.status]
    said = say.EDITION.fill(id=procedure.id, version=procedure.version, adoption=adopted)
    return said.in_language(language)


def _told(procedure: Procedure, language: str) -> Iterator[str]:
    for step in procedure.steps:
        told = say.STAYS if step.stays else say.LEADS
        name = Words("{id} {name}").fill(id=step.id, name=step.name)
        said = told.fill(step=name, here=", ".join(step.from_states), there=", ".join(step.to))
        yield said.in_language(language)


def _box(box: Box, procedure: Procedure, language: str) -> str:
    fill, border = COLOURS[box.state.means]
    stays = " ".join(step.id for step in procedure.steps_from(box.state.code) if step.stays)
    lines = textwrap.wrap(box.state.name.in_language(language), 20)[:3]
    heading = f"{box.state.code} {'↻ ' + stays if stays else ''}".strip()
    text = [f'<tspan font-weight="bold" fill="{border}">{heading}</tspan>']
    text += [f'<tspan x="{box.x + 10}" dy="16">{escape(line)}</tspan>' for line in lines]
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{HEIGHT}" rx="8" fill="{fill}" stroke="{border}" '
        f'stroke-width="1.5"/><text x="{box.x + 10}" y="{box.y + 19}">{"".join(text)}</text>'
    )


def _arrow(arrow: Arrow) -> str:
    start, end = arrow.start, arrow.end
    if start.column == end.column:
        down = 1 if end.row > start.row else -1
        x = start.x + WIDTH // 2 + 14 * down
        y1, y2 = start.y + (HEIGHT if down > 0 else 0), end.y + (0 if down > 0 else HEIGHT)
        curve = ((x, y1), (x, y1), (x, y2), (x, y2))
    else:
        right = end.column > start.column
        x1, x2 = (start.x + WIDTH, end.x) if right else (start.x, end.x + WIDTH)
        # Ways back run lower than ways forward, so that two opposite arrows do not cover each other.
        y1, y2 = (box.y + HEIGHT // 2 + (-7 if right else 16) for box in (start, end))
        half = (x2 - x1) // 2
        curve = ((x1, y1), (x1 + half, y1), (x2 - half, y2), (x2, y2))
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = curve
    path = f"M{x1} {y1} C{x2} {y2} {x3} {y3} {x4} {y4}"
    return f'<path d="{path}" fill="none" stroke="#374151" stroke-width="1.4" marker-end="url(#head)"/>' + _label(
        " ".join(step.id for step in arrow.steps), *_along(curve, 0.35 if end.column >= start.column else 0.55)
    )


def _along(curve: tuple[Point, Point, Point, Point], part: float) -> tuple[float, float]:
    """A point on the curve; a label stands off the middle, where curves that cross are apart."""
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x, y = (sum(w * point[axis] for w, point in zip(weights, curve, strict=True)) for axis in (0, 1))
    return round(x, 1), round(y, 1)


def _label(text: str, x: float, y: float) -> str:
    width = 7 * len(text) + 4
    return (
        f'<rect x="{x - width / 2}" y="{y - 7}" width="{width}" height="14" fill="#ffffff"/>'
        f'<text x="{x}" y="{y + 4}" text-anchor="middle" font-size="11">{text}</text>'
    )


def _columns(procedure: Procedure, placed: dict[str, Box], language: str) -> list[tuple[int, list[str]]]:
    """What stands under the drawing, each column with its left edge: first the steps that have no arrow, with their way;
    then what the codes on the arrows and in the boxes are called."""
    ways, names = [], []
    for step in procedure.steps:
        name = step.name.in_language(language)
        if listed_below(step, placed):
            ways.append(f"{step.id} {name}: {', '.join(step.from_states)} → {', '.join(step.to)}")
        else:
            names.append(f"{'↻ ' if step.stays else ''}{step.id} {name}")
    rows, x, columns = max(len(ways), FEWEST), MARGIN, []
    for lines in (ways, *(names[at : at + rows] for at in range(0, len(names), rows))):
        columns.append((x, lines))
        x += _long(lines)
    return columns


def _long(lines: list[str]) -> int:
    """How much room a column of text takes."""
    return 8 * max(map(len, lines), default=0) + MARGIN


def _list(columns: list[tuple[int, list[str]]], foot: int) -> Iterator[str]:
    for x, lines in columns:
        for line, text in enumerate(lines):
            yield f'<text x="{x}" y="{foot + LINE * line}" fill="#374151">{escape(text)}</text>'
