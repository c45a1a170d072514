"""What is said where a return lacks something: what it is, and what is to be done. Nothing in it blames the person."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

MISSING: dict[str, tuple[Words, Words]] = {
    "risk": (
        Words(
            "The risks of this return were not assessed for this person.",
            "Риски этого возвращения для этого человека не оценены.",
            "Хатарҳои ин баргашт барои ин шахс арзёбӣ нашудаанд.",
        ),
        Words(
            "Assess them, question by question.",
            "Оцените их, вопрос за вопросом.",
            "Онҳоро савол ба савол арзёбӣ кунед.",
        ),
    ),
    "too_old": (
        Words(
            "The risk assessment is older than the procedure allows on the day of the return.",
            "Оценка риска старше, чем процедура допускает в день возвращения.",
            "Арзёбии хатар аз муҳлате, ки тартибот дар рӯзи баргашт иҷозат медиҳад, кӯҳнатар аст.",
        ),
        Words(
            "Things may have changed there: assess the risks again, then the person can depart.",
            "Там могло что-то измениться: оцените риски снова, после этого человек сможет выехать.",
            "Шояд дар он ҷо вазъ дигар шуда бошад: хатарҳоро аз нав арзёбӣ кунед, баъд шахс рафта метавонад.",
        ),
    ),
    "not_safe": (
        Words("The assessment says: not now.", "Оценка говорит: не сейчас.", "Арзёбӣ мегӯяд: ҳоло не."),
        Words(
            "Protect the person where they are; assess again when something has changed.",
            "Защищайте человека там, где он есть; оцените снова, когда что-то изменится.",
            "Шахсро дар ҷояш ҳифз кунед; вақте чизе дигар шуд, аз нав арзёбӣ кунед.",
        ),
    ),
    "to_exploiter": (
        Words(
            "It was not found that the child is kept from whoever exploited or may hurt them.",
            "Не установлено, что ребёнок не попадёт к тем, кто эксплуатировал его или может навредить.",
            "Муайян нашудааст, ки кӯдак ба дасти истисморгар ё зиёнрасон намеафтад.",
        ),
        Words(
            "A child is never returned to them. Find somebody else who receives the child, or another way to live.",
            "Ребёнка никогда не возвращают к ним. Найдите другого принимающего или другое решение.",
            "Кӯдакро ҳеҷ гоҳ ба онҳо барнамегардонанд. Қабулкунандаи дигар ё роҳи дигар ёбед.",
        ),
    ),
    "wish": (
        Words(
            "The person did not say that they wish to return.",
            "Человек не говорил, что хочет вернуться.",
            "Шахс нагуфтааст, ки мехоҳад баргардад.",
        ),
        Words(
            "Ask the person alone. Without their wish there is no return.",
            "Спросите человека наедине. Без его желания возвращения нет.",
            "Аз шахс дар танҳоӣ пурсед. Бе хоҳиши ӯ баргашт нест.",
        ),
    ),
    "private": (
        Words(
            "The wish was not said in private, or the person was not told that they may change their mind.",
            "Желание высказано не наедине, или человеку не сказали, что он может передумать.",
            "Хоҳиш дар танҳоӣ гуфта нашуд, ё ба шахс нагуфтанд, ки метавонад аз фикраш гардад.",
        ),
        Words(
            "Ask again, without family, companions or officials, and say that it can be taken back until departure.",
            "Спросите снова, без семьи, спутников и чиновников, и скажите, что до отъезда можно отказаться.",
            "Аз нав пурсед, бе оила, ҳамроҳон ва мансабдорон, ва гӯед, ки то рафтан метавонад даст кашад.",
        ),
    ),
    "receiver": (
        Words(
            "Nobody is named who receives the person.",
            "Не назван тот, кто примет человека.",
            "Қабулкунандаи шахс номбар нашудааст.",
        ),
        Words(
            "Agree with a receiving body first.",
            "Сначала договоритесь с принимающей организацией.",
            "Аввал бо мақоми қабулкунанда мувофиқа кунед.",
        ),
    ),
    "shared": (
        Words(
            "The person does not agree, or no longer, to the receiver being told of them.",
            "Человек не согласен (или уже не согласен), чтобы принимающему сообщили о нём.",
            "Шахс розӣ нест (ё дигар розӣ нест), ки ба қабулкунанда дар бораи ӯ гӯянд.",
        ),
        Words(
            "Ask the person, and name the receiver anew with what may be told.",
            "Спросите человека и назовите принимающего заново, с тем, что можно сообщить.",
            "Аз шахс пурсед ва қабулкунандаро аз нав номбар кунед, бо он чӣ гуфтан мумкин аст.",
        ),
    ),
    "transfer": (
        Words(
            "The data-protection officer has not said yet that the receiver abroad may be told of the person.",
            "Ответственный за защиту данных ещё не сказал, можно ли сообщить о человеке принимающему за рубежом.",
            "Масъули ҳифзи маълумот ҳанӯз нагуфтааст, ки ба қабулкунандаи хориҷӣ дар бораи шахс гуфтан мумкин аст.",
        ),
        Words(
            "The question lies with the officer. Tell the receiver nothing before; help goes on meanwhile.",
            "Вопрос у ответственного. До ответа ничего не сообщайте; помощь тем временем продолжается.",
            "Савол дар назди масъул аст. То ҷавоб ба қабулкунанда чизе нагӯед; кӯмак дар ин муддат идома дорад.",
        ),
    ),
    "transfer_refused": (
        Words(
            "The data-protection officer refused that this receiver is told this of the person.",
            "Ответственный за защиту данных отказал: этому принимающему это о человеке сообщать нельзя.",
            "Масъули ҳифзи маълумот рад кард: ба ин қабулкунанда инро дар бораи шахс гуфтан мумкин нест.",
        ),
        Words(
            "Read the reason below, and name the receiver anew with less, or another receiver.",
            "Прочтите причину ниже и назовите принимающего заново, с меньшим, или другого.",
            "Сабабро дар поён хонед ва қабулкунандаро аз нав, бо маълумоти камтар, ё дигареро номбар кунед.",
        ),
    ),
    "interests": (
        Words(
            "No best-interests assessment with the guardian says that this return goes ahead.",
            "Нет оценки наилучших интересов с участием опекуна, что возвращение состоится.",
            "Арзёбии манфиатҳои олии кӯдак бо иштироки васӣ дар бораи ин баргашт нест.",
        ),
        Words(
            "Assess the best interests of the child about the return, with the guardian; the child is heard.",
            "Оцените наилучшие интересы ребёнка при возвращении вместе с опекуном; ребёнка слушают.",
            "Манфиатҳои олии кӯдакро дар бораи баргашт бо васӣ арзёбӣ кунед; кӯдак шунида мешавад.",
        ),
    ),
    "guardian": (
        Words("Nobody stands by the child as guardian.", "У ребёнка нет опекуна.", "Кӯдак васӣ надорад."),
        Words(
            "Ask the guardianship authority to appoint one.",
            "Попросите орган опеки назначить опекуна.",
            "Аз мақоми васоят таъйини васиро пурсед.",
        ),
    ),
    "document": (
        Words(
            "The document to travel on is not there yet.", "Проездного документа ещё нет.", "Ҳуҷҷати сафар ҳанӯз нест."
        ),
        Words("Record it when it was handed over.", "Отметьте, когда его выдадут.", "Вақте дода шуд, қайд кунед."),
    ),
    "fit": (
        Words(
            "Nobody said yet that the person is well enough to travel.",
            "Ещё не сказано, что человек в силах ехать.",
            "Ҳанӯз гуфта нашудааст, ки шахс сафар карда метавонад.",
        ),
        Words(
            "Ask a doctor, with the person’s agreement.",
            "Спросите врача, с согласия человека.",
            "Бо розигии шахс аз духтур пурсед.",
        ),
    ),
    "escort": (
        Words(
            "Nobody is found yet who travels with the person.",
            "Ещё не найден сопровождающий.",
            "Ҳамроҳи сафар ҳанӯз ёфт нашудааст.",
        ),
        Words(
            "Find somebody the person trusts; a child never travels alone.",
            "Найдите того, кому человек доверяет; ребёнок один не едет.",
            "Касеро ёбед, ки шахс бовар дорад; кӯдак танҳо сафар намекунад.",
        ),
    ),
    "unmarked": (
        Words(
            "It was not made sure that no paper a carrier sees says what happened to the person.",
            "Не проверено, что ни одна бумага для перевозчика не говорит о случившемся.",
            "Тафтиш нашудааст, ки ягон ҳуҷҷати барои боркаш дар бораи воқеа чизе намегӯяд.",
        ),
        Words(
            "Look at tickets, letters and the travel document, then tick it.",
            "Посмотрите билеты, письма и документ, затем отметьте.",
            "Чиптаҳо, мактубҳо ва ҳуҷҷатро бинед, баъд қайд кунед.",
        ),
    ),
    "reintegration": (
        Words(
            "Nothing is agreed for the time after the return.",
            "О времени после возвращения ничего не согласовано.",
            "Барои вақти баъди баргашт чизе мувофиқа нашудааст.",
        ),
        Words(
            "Write what was agreed with the person: where to live, on what, who helps.",
            "Запишите, о чём договорились: где жить, на что, кто поможет.",
            "Нависед, ки бо шахс чӣ мувофиқа шуд: ҷои зист, маблағ, ёрирасон.",
        ),
    ),
    "factor": (
        Words(
            "One of the answers is to no question of the list.",
            "Один из ответов не относится к списку.",
            "Яке аз ҷавобҳо ба рӯйхат дахл надорад.",
        ),
        Words("Answer the questions of the list.", "Ответьте на вопросы списка.", "Ба саволҳои рӯйхат ҷавоб диҳед."),
    ),
    "measures": (
        Words(
            "Something grave is there, or not known, and nothing is said of what is done against it.",
            "Есть нечто серьёзное или неизвестное, а что делается против этого, не сказано.",
            "Чизи вазнин ё номаълум ҳаст, вале гуфта нашудааст, ки бар зидди он чӣ карда мешавад.",
        ),
        Words(
            "Write what is done against it, or conclude that the person does not return now.",
            "Напишите, что делается, или сделайте вывод, что человек сейчас не возвращается.",
            "Нависед, ки чӣ карда мешавад, ё хулоса кунед, ки шахс ҳоло барнамегардад.",
        ),
    ),
}
