"""The promises a procedure is proved to keep, as people read them. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

PROMISED: dict[str, Words] = {
    "reachable": Words(
        "Every state can be reached.", "В каждое состояние можно попасть.", "Ба ҳар ҳолат расидан мумкин аст."
    ),
    "leavable": Words(
        "Every state but the last can be left.",
        "Из каждого состояния, кроме последнего, есть выход.",
        "Аз ҳар ҳолат, ба ҷуз охирин, баромадан мумкин аст.",
    ),
    "pause_leads_back": Words(
        "A pause leads back to where it began.",
        "Пауза возвращает туда, где началась.",
        "Танаффус ба ҷое бармегардонад, ки аз он оғоз шуда буд.",
    ),
    "closable": Words("A case can be closed.", "Дело можно закрыть.", "Парвандаро бастан мумкин аст."),
    "one_owner": Words(
        "Every step belongs to exactly one post.",
        "Каждый шаг принадлежит ровно одной должности.",
        "Ҳар қадам танҳо ба як вазифа тааллуқ дорад.",
    ),
    "clock_escalates": Words(
        "A missed deadline escalates; it never closes or refuses.",
        "О пропущенном сроке узнают другие; он никогда не закрывает и не отказывает.",
        "Аз муҳлати гузашта дигарон огоҳ мешаванд; он ҳеҷ гоҳ намебандад ва рад намекунад.",
    ),
    "clock_tells_another": Words(
        "A late decision is told to someone else.",
        "О запоздавшем решении сообщают кому-то другому.",
        "Дар бораи қарори деркарда ба каси дигар хабар дода мешавад.",
    ),
    "moved_within_limits": Words(
        "A deadline is moved only by an act with an owner and a limit.",
        "Срок переносит только действие, у которого есть владелец и предел.",
        "Муҳлатро танҳо амале мегузаронад, ки соҳиб ва ҳад дорад.",
    ),
    "moved_closes_nothing": Words(
        "Moving a deadline closes and refuses nothing.",
        "Перенос срока ничего не закрывает и ни в чём не отказывает.",
        "Гузаронидани муҳлат чизеро намебандад ва рад намекунад.",
    ),
    "moved_later_only": Words(
        "A moved deadline is later; nothing guaranteed is shortened.",
        "Перенесённый срок – более поздний; гарантированное не сокращается.",
        "Муҳлати гузаронидашуда дертар аст; чизи кафолатдодашуда кӯтоҳ карда намешавад.",
    ),
    "moved_by_another": Words(
        "Whoever has to meet a deadline does not move it.",
        "Кто должен уложиться в срок, тот его не переносит.",
        "Касе, ки бояд ба муҳлат расад, онро намегузаронад.",
    ),
    "help_everywhere": Words(
        "Help can be asked for in every state.",
        "Помощь можно попросить в любом состоянии.",
        "Кӯмакро дар ҳар ҳолат пурсидан мумкин аст.",
    ),
    "help_unconditional": Words(
        "Help depends on nothing but the person's wish.",
        "Помощь не зависит ни от чего, кроме желания человека.",
        "Кӯмак ба ҷуз хоҳиши шахс аз чизе вобаста нест.",
    ),
    "no_testimony": Words(
        "No step depends on testimony, papers or nationality.",
        "Ни один шаг не зависит от показаний, документов или гражданства.",
        "Ҳеҷ қадам аз шаҳодат, ҳуҷҷат ё шаҳрвандӣ вобаста нест.",
    ),
    "no_removal": Words(
        "From the first sign on nobody is removed or detained.",
        "С первого признака никого не высылают и не задерживают.",
        "Аз нишонаи аввал сар карда касеро аз кишвар намебароранд ва нигоҳ намедоранд.",
    ),
    "two_signatures": Words(
        "A refusal carries two signatures.", "Под отказом две подписи.", "Дар зери рад ду имзо меистад."
    ),
    "written_reasons": Words(
        "A refusal carries written reasons.",
        "У отказа есть письменные причины.",
        "Рад сабабҳои хаттӣ дорад.",
    ),
    "decider_apart": Words(
        "Whoever investigates does not decide.",
        "Кто расследует, тот не решает.",
        "Касе, ки тафтиш мекунад, қарор намекунад.",
    ),
    "reconsideration": Words(
        "The person can ask to have a refusal reconsidered.",
        "Человек может просить о пересмотре отказа.",
        "Шахс метавонад бознигарии радро дархост кунад.",
    ),
    "can_go_well": Words(
        "Every decision and every review can end well.",
        "Каждое решение и каждый пересмотр могут закончиться хорошо.",
        "Ҳар қарор ва ҳар бознигарӣ метавонад хуб анҷом ёбад.",
    ),
    "other_reviewer": Words(
        "A decision is reviewed by someone else.",
        "Решение пересматривает кто-то другой.",
        "Қарорро каси дигар бознигарӣ мекунад.",
    ),
    "adult_consents": Words(
        "No adult is referred without consent.",
        "Ни одного взрослого не направляют без согласия.",
        "Ҳеҷ шахси болиғ бе розигӣ равон карда намешавад.",
    ),
    "child_alternative": Words(
        "No child is stopped by an adult's consent.",
        "Согласие взрослых не останавливает ни одного ребёнка.",
        "Розигии калонсолон ҳеҷ кӯдакро бознамедорад.",
    ),
    "child_never_declines": Words(
        "A child cannot decline or withdraw.",
        "Ребёнок не может отказаться или выйти.",
        "Кӯдак рад карда ё даст кашида наметавонад.",
    ),
    "declining_is_adult": Words(
        "Declining is a step for adults only.",
        "Отказаться может только взрослый.",
        "Рад кардан танҳо қадами калонсолон аст.",
    ),
    "declining_is_marked": Words(
        "Declining is marked and leads nowhere else.",
        "Отказ отмечен и больше никуда не ведёт.",
        "Рад кардан қайд шудааст ва ба ҷои дигар намебарад.",
    ),
}
