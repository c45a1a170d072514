"""The template of a manifest: every heading in the reader's language, and one invented person to show how it is filled."""

from __future__ import annotations

_EXAMPLE = {
    "en": ("Saidova", "Sitora", "Nazar", "female", "1990-05-31", "TJK", "DEMO0000001", "DEMO 632", "Moscow", "", "no",
           "no", "yes", "unknown"),
    "ru": ("Саидова", "Ситора", "Назаровна", "женский", "31.05.1990", "TJK", "DEMO0000001", "DEMO 632", "Москва", "",
           "нет", "нет", "да", "неизвестно"),
    "tg": ("Саидова", "Ситора", "Назаровна", "зан", "31.05.1990", "TJK", "DEMO0000001", "DEMO 632", "Маскав", "", "не",
           "не", "ҳа", "номаълум"),
}  # fmt: skip
_HEADINGS = {
    "family_name": ("family_name", "фамилия", "насаб"),
    "given_name": ("given_name", "имя", "ном"),
    "father_name": ("father_name", "отчество", "номи_падар"),
    "sex": ("sex", "пол", "ҷинс"),
    "birth_date": ("birth_date", "дата_рождения", "санаи_таваллуд"),
    "nationality": ("nationality", "гражданство", "шаҳрвандӣ"),
    "document_number": ("document_number", "номер_документа", "рақами_ҳуҷҷат"),
    "flight": ("flight", "рейс", "парвоз"),
    "place": ("place", "откуда", "аз_куҷо"),
    "contact": ("contact", "контакт", "тамос"),
    "in_danger": ("in_danger", "в_опасности", "дар_хатар"),
    "injured": ("injured", "ранен", "маҷрӯҳ"),
    "alone": ("alone", "один", "танҳо"),
    "detained": ("detained", "задержан", "боздоштшуда"),
}


def template(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Headings and example. Both are read back without a fault."""
    chosen = language[:2] if language[:2] in _EXAMPLE else "en"
    position = tuple(_EXAMPLE).index(chosen)
    return tuple(headings[position] for headings in _HEADINGS.values()), _EXAMPLE[chosen]
