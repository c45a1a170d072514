"""Acts of referral: needs, referrals, services.

Russian and Tajik wording is a draft.
"""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

REFERRAL: dict[str, Words] = {
    "refer": Words("A desk is asked to help", "Направление в отдел", "Равон кардан ба шуъба"),
    "answer": Words("A desk answers a referral", "Ответ на направление", "Ҷавоб ба равонкунӣ"),
    "answer_referral": Words("A desk answers a referral", "Ответ на направление", "Ҷавоб ба равонкунӣ"),
    "remind": Words(
        "A desk is reminded of a referral", "Напоминание отделу о направлении", "Ба шуъба ёдрас кардани равонкунӣ"
    ),
    "withdraw_referral": Words("A referral is withdrawn", "Отзыв направления", "Бозпас гирифтани равонкунӣ"),
    "share_again": Words(
        "A desk goes on seeing what it was shown",
        "Отдел и дальше видит показанное",
        "Шуъба минбаъд ҳам нишондодаро мебинад",
    ),
    "shorten_sharing": Words(
        "A desk sees what it was shown for less long",
        "Отдел видит показанное меньше времени",
        "Шуъба нишондодаро камтар вақт мебинад",
    ),
    "assess_needs": Words("A person’s needs are assessed", "Оценка потребностей", "Арзёбии ниёзҳо"),
    "record_need": Words("A need is written down", "Запись потребности", "Сабти ниёз"),
    "need_more_urgent": Words("A need became more urgent", "Потребность стала срочнее", "Ниёз фаврӣтар шуд"),
    "meet_need": Words("A need is met or not wished any more", "Потребность закрыта", "Қонеъ шудани ниёз"),
    "report_service": Words("A desk tells how its service goes", "Сообщение об услуге", "Хабар дар бораи хизмат"),
    "note_report": Words(
        "A report of a service was read", "Сообщение об услуге прочитано", "Хондани хабар дар бораи хизмат"
    ),
    "describe_desk": Words("A desk describes itself", "Отдел рассказывает о себе", "Шуъба дар бораи худ мегӯяд"),
    "acknowledge_closing": Words(
        "A desk saw that a case is closed", "Отдел увидел закрытие дела", "Шуъба бастани парвандаро дид"
    ),
}
