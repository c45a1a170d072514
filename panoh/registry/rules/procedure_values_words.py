"""The closed words of a procedure file (kinds, units, for whom) as people read them. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.procedure import Adopted, ChildRule, ClockKind, ForWhom, Means, Unit
from panoh.instruments.kinds.source import Verification, Words

VALUE: dict[str, Words] = {
    Adopted.DRAFT: Words("draft", "проект", "лоиҳа"),
    Adopted.IN_REVIEW: Words("in review", "на рассмотрении", "дар баррасӣ"),
    Adopted.ADOPTED: Words("adopted", "принято", "қабулшуда"),
    Means.CONTACT: Words("a first contact", "первый контакт", "тамоси аввал"),
    Means.PROTECTION: Words("protection", "защита", "ҳифз"),
    Means.PENDING: Words("a decision that is due", "ожидание решения", "интизории қарор"),
    Means.POSITIVE: Words("a positive decision", "положительное решение", "қарори мусбат"),
    Means.NEGATIVE: Words("a refusal", "отказ", "рад"),
    Means.REVIEW: Words("a review", "пересмотр", "бознигарӣ"),
    Means.PAUSE: Words("a pause", "пауза", "танаффус"),
    Means.OWN_CHOICE: Words("an adult's own choice", "выбор взрослого", "интихоби калонсол"),
    Means.SUPPORT: Words("support", "поддержка", "дастгирӣ"),
    Means.RETURN: Words("a return", "возвращение", "баргашт"),
    Means.CLOSED: Words("a closed case", "закрытое дело", "парвандаи баста"),
    ChildRule.NOT_NEEDED: Words("nothing more", "ничего сверх того", "ба чизи дигар не"),
    ChildRule.ASSENT: Words("the child's own wish", "желание самого ребёнка", "хоҳиши худи кӯдак"),
    ChildRule.GUARDIAN: Words("the guardian", "опекун", "васӣ"),
    ChildRule.BEST_INTERESTS: Words(
        "an assessment of best interests", "оценка наилучших интересов", "арзёбии манфиатҳои беҳтарин"
    ),
    ChildRule.UNAVAILABLE: Words(
        "nothing: it is no step for a child", "шага для ребёнка нет", "барои кӯдак қадам нест"
    ),
    ForWhom.ANYONE: Words("anyone", "все", "ҳама"),
    ForWhom.ADULT: Words("adults", "взрослые", "калонсолон"),
    ForWhom.CHILD: Words("children", "дети", "кӯдакон"),
    ClockKind.LIMIT: Words("limit", "предел", "ҳад"),
    ClockKind.MINIMUM: Words("guaranteed time", "гарантированное время", "вақти кафолатдодашуда"),
    ClockKind.WINDOW: Words("time to ask", "время, чтобы просить", "вақти дархост"),
    ClockKind.VALIDITY: Words("validity", "срок годности", "муҳлати эътибор"),
    Verification.OFFICIAL: Words("official", "официальный текст", "матни расмӣ"),
    Verification.SECONDARY: Words("secondary", "вторичный источник", "матни миёнарав"),
    Verification.PROVISIONAL: Words("provisional", "не сверено", "муваққатӣ"),
    "start": Words("beginning", "начало", "оғоз"),
    "open": Words("on the way", "в пути", "дар роҳ"),
    "end": Words("end", "конец", "анҷом"),
    "after": Words("from its start on", "от начала", "аз оғоз"),
    "before": Words("back from a day", "назад от дня", "аз рӯз ба қафо"),
    "escalate": Words("is told to others", "сообщают другим", "ба дигарон хабар дода мешавад"),
    "person_wishes": Words("the person's wish", "желание человека", "хоҳиши шахс"),
    "guardian_agrees": Words("the guardian's yes", "согласие опекуна", "розигии васӣ"),
}
"""One word means one thing in all of them, so that they stand in one table."""
PERIOD: dict[Unit, Words] = {
    Unit.HOURS: Words("{amount} hours", "{amount} ч", "{amount} соат"),
    Unit.WORKING_DAYS: Words("{amount} working days", "{amount} раб. дн.", "{amount} рӯзи корӣ"),
    Unit.DAYS: Words("{amount} days", "{amount} дн.", "{amount} рӯз"),
}


ONE: dict[Unit, Words] = {
    Unit.HOURS: Words("1 hour", "1 ч", "1 соат"),
    Unit.WORKING_DAYS: Words("1 working day", "1 раб. дн.", "1 рӯзи корӣ"),
    Unit.DAYS: Words("1 day", "1 дн.", "1 рӯз"),
}
SAME_DAY = Words("the same day", "в тот же день", "дар ҳамон рӯз")


def period(amount: int, unit: Unit) -> Words:
    """A length of time with its unit."""
    if amount == 0 and unit is Unit.DAYS:
        return SAME_DAY
    return ONE[unit] if amount == 1 else PERIOD[unit].fill(amount=amount)
