"""Where a promise is broken, in a sentence with its places to fill. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

# The shape of a procedure.
UNREACHABLE = Words("No step leads to {state}.", "Ни один шаг не ведёт в {state}.", "Ҳеҷ қадам ба {state} намебарад.")
DEAD_END = Words(
    "No step leads out of {state}: whoever is there stays there.",
    "Ни один шаг не ведёт из {state}: кто там, тот там и останется.",
    "Ҳеҷ қадам аз {state} намебарорад: ҳар кӣ он ҷост, ҳамон ҷо мемонад.",
)
NOT_RESUMED = Words(
    "A case at {state} cannot be resumed.",
    "Дело, приостановленное в {state}, нельзя продолжить.",
    "Парвандаи дар {state} боздошташударо идома додан мумкин нест.",
)
NEVER_PAUSED = Words(
    "A case at {state} was never paused but can be resumed into.",
    "В {state} дело не приостанавливают, но после паузы оно может там оказаться.",
    "Дар {state} парвандаро бознамедоранд, вале баъди танаффус он метавонад ба он ҷо афтад.",
)
NEVER_CLOSED = Words(
    "No case can ever be closed.", "Ни одно дело нельзя закрыть.", "Ҳеҷ парвандаро бастан мумкин нест."
)
NO_POST = Words(
    "Step {step} belongs to “{role}”, which is no post in the mechanism.",
    "Шаг {step} принадлежит «{role}», а это не должность в механизме.",
    "Қадами {step} ба «{role}» тааллуқ дорад, ки он дар механизм вазифа нест.",
)
CLOCK_ACTS = Words(
    "Missing “{clock}” would {does}; it may only escalate.",
    "Пропуск срока «{clock}» {does}; о нём можно только сообщить дальше.",
    "Гузаштани муҳлати «{clock}» {does}; дар бораи он танҳо хабар додан мумкин аст.",
)
CLOCK_DOES: dict[str, Words] = {
    "close": Words("close the case", "закрыл бы дело", "парвандаро мебаст"),
    "refuse": Words("refuse the person", "отказал бы человеку", "шахсро рад мекард"),
}
CLOCK_DOES_ELSE = Words("lead to “{what}”", "привёл бы к «{what}»", "ба «{what}» мебурд")
CLOCK_UNTOLD = Words(
    "When “{clock}” runs out nobody is told: “{role}” is no post.",
    "Когда истечёт «{clock}», никто не узнает: «{role}» – не должность.",
    "Вақте муҳлати «{clock}» гузарад, касе хабардор намешавад: «{role}» вазифа нест.",
)
CLOCK_TELLS_THE_LATE = Words(
    "The clock “{clock}” would tell only “{role}”, whose decision is late.",
    "О сроке «{clock}» узнает только «{role}», чьё решение и опаздывает.",
    "Аз муҳлати «{clock}» танҳо «{role}» огоҳ мешавад, ки қарори худаш дер мондааст.",
)

# Moving a deadline.
MOVED_BY_NOBODY = Words(
    "Nobody answers for moving “{clock}”: “{role}” is no post.",
    "За перенос срока «{clock}» никто не отвечает: «{role}» – не должность.",
    "Барои гузаронидани муҳлати «{clock}» касе ҷавобгар нест: «{role}» вазифа нест.",
)
MOVED_WITHOUT_END = Words(
    "Step {step} could move “{clock}” without end.",
    "Шаг {step} мог бы переносить срок «{clock}» без конца.",
    "Қадами {step} метавонист муҳлати «{clock}»-ро беохир гузаронад.",
)
MOVED_PAST_CEILING = Words(
    "Step {step} could move “{clock}” past its ceiling.",
    "Шаг {step} мог бы перенести срок «{clock}» за его предел.",
    "Қадами {step} метавонист муҳлати «{clock}»-ро аз ҳаддаш гузаронад.",
)
MOVES_THE_PERSON = Words(
    "Step {step} would move the person, not only “{clock}”.",
    "Шаг {step} переместил бы человека, а не только срок «{clock}».",
    "Қадами {step} на танҳо муҳлати «{clock}», балки худи шахсро мегузаронд.",
)
MAKES_SHORTER = Words(
    "Step {step} could make “{clock}” shorter.",
    "Шаг {step} мог бы сократить срок «{clock}».",
    "Қадами {step} метавонист муҳлати «{clock}»-ро кӯтоҳ кунад.",
)
COUNTS_TOO_OLD = Words(
    "Step {step} would let a paper count that is too old.",
    "Шаг {step} позволил бы опираться на слишком старую бумагу.",
    "Қадами {step} имкон медод, ки ба ҳуҷҷати хеле кӯҳна такя кунанд.",
)
MOVED_BY_THE_LATE = Words(
    "The clock “{clock}” could be moved by “{role}”, whose work it waits for.",
    "Срок «{clock}» мог бы перенести «{role}», чьей работы он ждёт.",
    "Муҳлати «{clock}»-ро «{role}» гузаронида метавонист, ки муҳлат мунтазири кори худи ӯст.",
)

# Help.
NO_HELP_HERE = Words(
    "{help} cannot be asked for in {state}.",
    "«{help}»: в {state} попросить нельзя.",
    "«{help}»: дар {state} пурсидан мумкин нест.",
)
NO_HELP = Words(
    "The procedure opens no help at all.", "Процедура не открывает никакой помощи.", "Тартибот ҳеҷ кӯмакро намекушояд."
)
HELP_DEPENDS = Words(
    "{help} would depend on “{condition}”; only the person's wish may decide.",
    "«{help}» зависело бы от «{condition}»; решать может только желание человека.",
    "«{help}» аз «{condition}» вобаста мешуд; танҳо хоҳиши шахс метавонад ҳал кунад.",
)
STEP_DEPENDS = Words(
    "Step {step} would depend on the person's {asked}.",
    "Шаг {step} зависел бы от человека: {asked}.",
    "Қадами {step} аз шахс вобаста мешуд: {asked}.",
)
ASKED: dict[str, Words] = {
    "testimony": Words("testimony", "показания", "шаҳодат"),
    "cooperation": Words("cooperation", "сотрудничество", "ҳамкорӣ"),
    "nationality": Words("nationality", "гражданство", "шаҳрвандӣ"),
    "papers": Words("papers", "документы", "ҳуҷҷатҳо"),
    "status": Words("status", "статус", "мақом"),
    "payment": Words("payment", "оплата", "пардохт"),
    "legal_stay": Words("legal stay", "законное пребывание", "истиқомати қонунӣ"),
    "complaint": Words("complaint", "жалоба", "шикоят"),
}

# Removal and return.
NOBODY_REMOVES = Words(
    "No role is marked as removing people, so nothing keeps it apart from the procedure.",
    "Ни одна роль не отмечена как высылающая людей, и ничто не отделяет её от процедуры.",
    "Ҳеҷ нақш ҳамчун ихроҷкунанда қайд нашудааст, ва чизе онро аз тартибот ҷудо намекунад.",
)
LIES_WITH_WHO_REMOVES = Words(
    "Step {step} lies with “{role}”, who removes and detains people.",
    "Шаг {step} лежит на «{role}», кто высылает и задерживает людей.",
    "Қадами {step} дар дасти «{role}» аст, ки одамонро ихроҷ ва нигоҳ медорад.",
)
RETURN_WITHOUT = Words(
    "Step {step} leads to {state} without {safeguard}.",
    "Шаг {step} ведёт в {state}, а нужного нет: {safeguard}.",
    "Қадами {step} ба {state} мебарад, вале чизи зарурӣ нест: {safeguard}.",
)
SAFEGUARDS: dict[str, Words] = {
    "return_voluntary": Words(
        "the person's own wish to return, said alone",
        "собственное желание человека вернуться, сказанное наедине",
        "хоҳиши худи шахс барои баргаштан, ки дар танҳоӣ гуфта шудааст",
    ),
    "return_risk_assessed": Words(
        "an assessment of the risks for this person",
        "оценка рисков для этого человека",
        "арзёбии хатарҳо барои ин шахс",
    ),
    "receiving_body_named": Words(
        "a named body that receives the person",
        "названный орган, который примет человека",
        "мақоми номбаршуда, ки шахсро қабул мекунад",
    ),
}
"""What stands before a return (nrm-procedure T19): the person's wish said alone, its risks for them, who receives them."""
CHILD_RETURNED = Words(
    "Step {step} leads a child to {state} without their best interests.",
    "Шаг {step} ведёт ребёнка в {state} без оценки его наилучших интересов.",
    "Қадами {step} кӯдакро бе арзёбии манфиатҳои беҳтаринаш ба {state} мебарад.",
)

# Decisions.
ONE_SIGNATURE = Words(
    "Step {step} leads to {state} with one signature.",
    "Шаг {step} ведёт в {state} с одной подписью.",
    "Қадами {step} бо як имзо ба {state} мебарад.",
)
NO_REASONS = Words(
    "Step {step} leads to {state} without written reasons.",
    "Шаг {step} ведёт в {state} без письменных причин.",
    "Қадами {step} бе сабабҳои хаттӣ ба {state} мебарад.",
)
NOBODY_INVESTIGATES = Words(
    "No role is marked as investigating, so nothing keeps it apart from the decider.",
    "Ни одна роль не отмечена как расследующая, и ничто не отделяет её от решающего.",
    "Ҳеҷ нақш ҳамчун тафтишкунанда қайд нашудааст, ва чизе онро аз қароркунанда ҷудо намекунад.",
)
INVESTIGATOR_DECIDES = Words(
    "Step {step} decides who is a victim and lies with “{role}”, who investigates.",
    "Шаг {step} решает, кто жертва, и лежит на «{role}», кто расследует.",
    "Қадами {step} қарор мекунад, ки кӣ қурбонӣ аст, ва дар дасти «{role}» аст, ки тафтиш мекунад.",
)
ENDS_IN_REFUSAL = Words(
    "{state} can only end in a refusal.",
    "{state} может закончиться только отказом.",
    "{state} танҳо бо рад анҷом меёбад.",
)
NO_RECONSIDERATION = Words(
    "From {state} nobody can ask for reconsideration.",
    "Из {state} никто не может просить о пересмотре.",
    "Аз {state} касе бознигариро дархост карда наметавонад.",
)
NOT_BY_THE_PERSON = Words(
    "From {state} the person cannot ask for reconsideration.",
    "Из {state} сам человек не может просить о пересмотре.",
    "Аз {state} худи шахс бознигариро дархост карда наметавонад.",
)
REVIEWS_OWN = Words(
    "Step {step} lets whoever took the first decision review it.",
    "Шаг {step} позволяет пересмотреть решение тому, кто принял его первым.",
    "Қадами {step} имкон медиҳад, ки қарорро ҳамон касе бознигарӣ кунад, ки онро қабул кардааст.",
)

# Consent and children.
UNASKED = Words(
    "An adult can come to {state} without having agreed.",
    "Взрослый может попасть в {state}, не дав согласия.",
    "Шахси болиғ метавонад бе розигӣ ба {state} расад.",
)
CHILD_STOPPED = Words(
    "At {here} a child cannot go on to {there}: step {step} is only for adults.",
    "В {here} ребёнок не может пройти в {there}: шаг {step} только для взрослых.",
    "Дар {here} кӯдак ба {there} гузашта наметавонад: қадами {step} танҳо барои калонсолон аст.",
)
CHILD_DECLINES = Words(
    "A child can come to {state}, which is an adult's choice.",
    "Ребёнок может попасть в {state}, а это выбор взрослого.",
    "Кӯдак метавонад ба {state} расад, ки ин интихоби калонсол аст.",
)
DECLINING_OPEN = Words(
    "Step {step} would let a child decline protection.",
    "Шаг {step} позволил бы ребёнку отказаться от защиты.",
    "Қадами {step} имкон медод, ки кӯдак аз ҳифз даст кашад.",
)
DECLINING_MIXED = Words(
    "Step {step} mixes an adult's own choice with other things.",
    "Шаг {step} смешивает выбор взрослого с другим.",
    "Қадами {step} интихоби калонсолро бо чизи дигар омехта мекунад.",
)
