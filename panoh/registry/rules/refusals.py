"""What an officer reads when a step is refused: why, and what to do now. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.procedure import ChildRule, Precondition, Procedure, Purpose, State, Step
from panoh.instruments.kinds.source import Words

Pair = tuple[Words, Words]

ADULTS_ONLY: Pair = (
    Words(
        "This step is only for adults, and a person whose age is in doubt counts as a child.",
        "Этот шаг только для взрослых; человек, чей возраст под сомнением, считается ребёнком.",
        "Ин қадам танҳо барои калонсолон аст; шахсе, ки синнаш шубҳанок аст, кӯдак ҳисоб мешавад.",
    ),
    Words(
        "Take the step for children and ask the guardianship authority for a guardian.",
        "Выберите шаг для детей и запросите опекуна.",
        "Қадами барои кӯдаконро интихоб кунед ва васӣ талаб намоед.",
    ),
)
CHILDREN_ONLY: Pair = (
    Words("This step is only for children.", "Этот шаг только для детей.", "Ин қадам танҳо барои кӯдакон аст."),
    Words(
        "Take the step for adults and ask the person for consent.",
        "Выберите шаг для взрослых и спросите согласие человека.",
        "Қадами барои калонсолонро интихоб кунед ва розигии шахсро пурсед.",
    ),
)
INVESTIGATOR: Pair = (
    Words(
        "Whoever investigates the crime does not decide whether the person is a victim.",
        "Кто расследует преступление, тот не решает, является ли человек жертвой.",
        "Касе, ки ҷиноятро тафтиш мекунад, дар бораи қурбонӣ будани шахс қарор намекунад.",
    ),
    Words(
        "Give the decision to a colleague who does not investigate this case.",
        "Передайте решение коллеге, который не расследует это дело.",
        "Қарорро ба ҳамкоре диҳед, ки ин парвандаро тафтиш намекунад.",
    ),
)
SECOND_SIGNATURE: Pair = (
    Words(
        "A refusal needs the signature of a second officer.",
        "Для отказа нужна подпись второго сотрудника.",
        "Барои рад имзои корманди дуюм лозим аст.",
    ),
    Words(
        "Ask a colleague to read the reasons and to sign or disagree.",
        "Попросите коллегу прочитать причины и подписать или не согласиться.",
        "Аз ҳамкор хоҳиш кунед, ки сабабҳоро хонад ва имзо кунад ё розӣ нашавад.",
    ),
)
NOWHERE_BEFORE: Pair = (
    Words(
        "It is not on record where this case stood before its pause.",
        "Не записано, на каком этапе было это дело до паузы.",
        "Сабт нашудааст, ки ин парванда пеш аз боздоштан дар кадом марҳила буд.",
    ),
    Words(
        "Tell the intake desk, which can find it in the papers. Help goes on meanwhile.",
        "Сообщите приёмному отделу: он найдёт это в документах. Помощь тем временем продолжается.",
        "Ба шуъбаи қабул хабар диҳед, то инро дар ҳуҷҷатҳо ёбад. Кӯмак дар ин муддат идома меёбад.",
    ),
)
FOR_A_CHILD: dict[ChildRule, Pair] = {
    ChildRule.GUARDIAN: (
        Words(
            "The child's guardian has not decided yet.",
            "Опекун ребёнка ещё не решил.",
            "Васии кӯдак ҳанӯз қарор накардааст.",
        ),
        Words(
            "Ask the guardian, and the child for their own wish. Help goes on meanwhile.",
            "Спросите опекуна и желание самого ребёнка. Помощь продолжается.",
            "Аз васӣ ва хоҳиши худи кӯдакро пурсед. Кӯмак идома меёбад.",
        ),
    ),
    ChildRule.BEST_INTERESTS: (
        Words(
            "There is no best-interests assessment for this step yet.",
            "Для этого шага ещё нет оценки наилучших интересов ребёнка.",
            "Барои ин қадам арзёбии беҳтарин манфиатҳои кӯдак ҳанӯз нест.",
        ),
        Words(
            "Make the assessment together with the guardian. Help goes on meanwhile.",
            "Проведите оценку вместе с опекуном. Помощь продолжается.",
            "Арзёбиро якҷоя бо васӣ гузаронед. Кӯмак идома меёбад.",
        ),
    ),
}


def wrong_state(procedure: Procedure, step: Step, state: State) -> Pair:
    """Why the step is not open here, and which steps are."""
    here, open_now = state.name, procedure.steps_from(state.code)
    ru, tg = (", ".join(other.name.in_language(language) for other in open_now) for language in ("ru", "tg"))
    return (
        Words(
            f"“{step.name.en}” is not possible while the case is at “{here.en}”.",
            f"«{_ru(step.name)}» невозможно, пока дело на этапе «{_ru(here)}».",
            f"«{_tg(step.name)}» имкон надорад, то парванда дар ҳолати «{_tg(here)}» аст.",
        ),
        Words(
            f"Possible now: {', '.join(other.name.en for other in open_now)}. Help can be asked for in every state.",
            f"Сейчас возможно: {ru}. Помощь доступна всегда.",
            f"Ҳоло имконпазир: {tg}. Кӯмак ҳамеша дастрас аст.",
        ),
    )


def other_owner(procedure: Procedure, step: Step) -> Pair:
    owner = procedure.role(step.owner).name
    return (
        Words(
            f"“{step.name.en}” belongs to another role: {owner.en}.",
            f"«{_ru(step.name)}» относится к другой роли: {_ru(owner)}.",
            f"«{_tg(step.name)}» ба нақши дигар тааллуқ дорад: {_tg(owner)}.",
        ),
        Words(
            f"Ask the desk with this role: {owner.en}.",
            f"Обратитесь в отдел с этой ролью: {_ru(owner)}.",
            f"Ба шуъбаи дорои ин нақш муроҷиат кунед: {_tg(owner)}.",
        ),
    )


def no_consent(purpose: Purpose) -> Pair:
    return (
        Words(
            f"The person has not consented to this purpose: {purpose.name.en}.",
            f"Человек не дал согласия на эту цель: {_ru(purpose.name)}.",
            f"Шахс ба ин мақсад розигӣ надодааст: {_tg(purpose.name)}.",
        ),
        Words(
            "Explain it in the person's language and ask. If the answer is no, help stays open.",
            "Объясните на языке человека и спросите. Если ответ «нет», помощь остаётся доступной.",
            "Ба забони шахс фаҳмонед ва пурсед. Агар ҷавоб «не» бошад, кӯмак дастрас мемонад.",
        ),
    )


def not_yet(precondition: Precondition) -> Words:
    name = precondition.name
    return Words(
        f"Still missing: {name.en}.",
        f"Ещё не выполнено: {_ru(name)}.",
        f"Ҳанӯз иҷро нашудааст: {_tg(name)}.",
    )


def _ru(words: Words) -> str:
    return words.in_language("ru")


def _tg(words: Words) -> str:
    return words.in_language("tg")
