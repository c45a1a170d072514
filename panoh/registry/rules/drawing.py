"""Draws a procedure as SVG, and writes it as a table for the terminal. Both are made from the data alone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

from panoh.instruments.kinds.procedure import Means, Procedure, Step
from panoh.registry.rules.layout import HEIGHT, MARGIN, WIDTH, Arrow, Box, arrows, boxes, listed_below

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
Point = tuple[int, int]


def draw(procedure: Procedure, language: str = "en") -> str:
    """The procedure as one SVG picture, with a title and a full description for those who cannot see it."""
    placed = boxes(procedure)
    below = [step for step in procedure.steps if listed_below(step, placed)]
    width = max(box.x for box in placed.values()) + WIDTH + MARGIN
    foot = max(box.y for box in placed.values()) + HEIGHT + 48
    height = foot + LINE * len(below) + MARGIN
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
        f'<text x="{MARGIN}" y="55" fill="#4b5563">{escape(_edition(procedure))}</text>',
        *(_arrow(arrow) for arrow in arrows(procedure)),
        *(_box(box, procedure, language) for box in placed.values()),
        *_list(below, foot, language),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def describe(procedure: Procedure, language: str = "en") -> str:
    """The procedure as a table of steps: what, from where to where, whose, what must be true, by when."""
    rows = [("step", "name", "from", "to", "owner", "signatures", "for", "clock")]
    for step in procedure.steps:
        rows.append(
            (
                step.id,
                step.name.in_language(language),
                textwrap.shorten(" ".join(step.from_states), 24, placeholder=" …"),
                "stays" if step.stays else textwrap.shorten(" ".join(step.to), 16, placeholder=" …"),
                step.owner,
                "two" if step.four_eyes else "one",
                step.for_whom.value,
                _period(procedure, step),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join([f"{procedure.title.in_language(language)} · {_edition(procedure)}", "", *lines]) + "\n"


def _edition(procedure: Procedure) -> str:
    adoption = procedure.adoption
    adopted = f"adopted on {adoption.on} by {adoption.by}" if adoption.on else adoption.status.value.replace("_", " ")
    return f"{procedure.id} {procedure.version}, {adopted}"


def _period(procedure: Procedure, step: Step) -> str:
    if not step.clock:
        return "—"
    clock = procedure.clock(step.clock)
    return f"{clock.kind.value} {clock.amount} {clock.unit.value.replace('_', ' ')}"


def _told(procedure: Procedure, language: str) -> Iterator[str]:
    for step in procedure.steps:
        where = "stays where it is" if step.stays else f"leads to {', '.join(step.to)}"
        yield f"{step.id} {step.name.in_language(language)}: from {', '.join(step.from_states)} {where}."


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


def _list(below: list[Step], foot: int, language: str) -> Iterator[str]:
    for line, step in enumerate(below):
        text = f"{step.id} {step.name.in_language(language)}: {', '.join(step.from_states)} → {', '.join(step.to)}"
        yield f'<text x="{MARGIN}" y="{foot + LINE * line}" fill="#374151">{escape(text)}</text>'
