"""How a change of the procedure is said: what a part is called, what each of its entries says. Russian and Tajik are drafts."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

NOTHING = Words("nothing", "ничего", "ҳеҷ чиз")
YES, NO = Words("yes", "да", "ҳа"), Words("no", "нет", "не")
QUOTED = Words("“{text}”", "«{text}»", "«{text}»")
INSTEAD = Words("{now} instead of {was}", "{now} (было: {was})", "{now} (буд: {was})")
ALSO = Words("also {what}", "добавлено: {what}", "илова шуд: {what}")
NO_LONGER = Words("no longer {what}", "убрано: {what}", "хориҷ шуд: {what}")
OTHER_ORDER = Words("the same in another order", "то же в другом порядке", "ҳамон, бо тартиби дигар")
IN_RUSSIAN = Words("in Russian {change}", "по-русски {change}", "ба русӣ {change}")
IN_TAJIK = Words("in Tajik {change}", "по-таджикски {change}", "ба тоҷикӣ {change}")
OTHER_WORDING = Words(
    "other wording in Russian or Tajik",
    "иначе сказано по-русски или по-таджикски",
    "ба русӣ ё тоҷикӣ дигар гуфта шудааст",
)

BROKEN_NOW = Words(
    "BROKEN now: {promise} {breach}", "Теперь НАРУШЕНО: {promise} {breach}", "Акнун ВАЙРОН: {promise} {breach}"
)
HOLDS_NOW = Words("Holds now: {promise}", "Теперь соблюдается: {promise}", "Акнун риоя мешавад: {promise}")
ADOPTION = Words(
    "The procedure was {was} and is {now}.", "Процедура: {now} (было: {was}).", "Тартибот: {now} (буд: {was})."
)
NEW = Words("New: {part} {name}.", "Новое: {part} {name}.", "Нав: {part} {name}.")
NEW_WITH = Words("New: {part} {name}: {what}.", "Новое: {part} {name}: {what}.", "Нав: {part} {name}: {what}.")
GONE = Words("Gone: {part} {name}.", "Удалено: {part} {name}.", "Хориҷ шуд: {part} {name}.")
CHANGED = Words(
    "{part} {name} {field}: {change}.", "{part} {name} – {field}: {change}.", "{part} {name} – {field}: {change}."
)
WHOLE = Words("{field}: {change}.", "{field}: {change}.", "{field}: {change}.")
STEP_SAID = Words(
    "belongs to {owner}, from {here} to {there}",
    "владелец {owner}, из {here} в {there}",
    "соҳиб {owner}, аз {here} ба {there}",
)
STAYS = Words("where it is (the state stays)", "то же состояние", "ҳамон ҳолат")
CLOCK_SAID = Words(
    "{period}, when missed tells {role}",
    "{period}, при пропуске узнаёт {role}",
    "{period}, ҳангоми гузаштан {role} огоҳ мешавад",
)
MOVES = Words(
    "{clock}, at most {period} each time, {times} times",
    "{clock}, каждый раз не более чем на {period}, раз: {times}",
    "{clock}, ҳар дафъа на зиёда аз {period}, бор: {times}",
)
MOVES_WITHOUT_END = Words("{clock}, without a limit", "{clock}, без предела", "{clock}, бе ҳад")

PART: dict[str, Words] = {
    "role": Words("the role", "роль", "нақш"),
    "state": Words("the state", "состояние", "ҳолат"),
    "purpose": Words("the purpose of consent", "цель согласия", "мақсади розигӣ"),
    "precondition": Words("the condition", "условие", "шарт"),
    "step": Words("the step", "шаг", "қадам"),
    "clock": Words("the clock", "срок", "муҳлат"),
    "help": Words("the help", "помощь", "кӯмак"),
    "case": Words("the worked case", "пример", "мисол"),
}
FIELD: dict[str, Words] = {
    "code": Words("has the code", "код", "рамз"),
    "id": Words("has the code", "код", "рамз"),
    "name": Words("is called", "название", "ном"),
    "meaning": Words("means", "значение", "маъно"),
    "means": Words("stands for", "что обозначает", "чиро ифода мекунад"),
    "kind": Words("is of the kind", "род", "навъ"),
    "post": Words("is a post", "должность", "вазифа"),
    "investigates": Words("investigates", "расследует", "тафтиш мекунад"),
    "removes": Words("removes people", "высылает людей", "одамонро ихроҷ мекунад"),
    "way_forward": Words("says what to do", "что делать", "чӣ бояд кард"),
    "depends_on": Words("depends on the person's", "зависит от", "вобаста аз"),
    "from_states": Words("can be taken from", "откуда", "аз куҷо"),
    "to": Words("leads to", "куда", "ба куҷо"),
    "stays": Words("leaves the state as it is", "оставляет состояние", "ҳолатро нигоҳ медорад"),
    "resumes": Words("ends a pause", "кончает паузу", "танаффусро тамом мекунад"),
    "owner": Words("belongs to", "владелец", "соҳиб"),
    "stands_in": Words("can be taken in its place by", "кто замещает", "ба ҷои ӯ"),
    "informed": Words("is told to", "кому сообщают", "ба кӣ хабар медиҳанд"),
    "may_ask": Words("can be asked for by", "кто может просить", "кӣ пурсида метавонад"),
    "four_eyes": Words("needs a second signature", "вторая подпись", "имзои дуюм"),
    "for_whom": Words("is for", "для кого", "барои кӣ"),
    "consent": Words("needs an adult's consent to", "согласие взрослого на", "розигии калонсол ба"),
    "child": Words("for a child rests on", "для ребёнка опирается на", "барои кӯдак такя мекунад ба"),
    "declines": Words("is an adult's own no", "собственный отказ взрослого", "радди худи калонсол"),
    "preconditions": Words("needs first", "сначала нужно", "аввал лозим аст"),
    "recorded": Words("puts on record", "что записывают", "чӣ сабт мешавад"),
    "safeguards": Words("is guarded by", "гарантии", "кафолатҳо"),
    "clock": Words("runs under the clock", "идёт по сроку", "аз рӯи муҳлат"),
    "extends": Words("moves the deadline", "переносит срок", "муҳлатро мегузаронад"),
    "sources": Words("rests on", "на чём основано", "асос"),
    "amount": Words("runs", "длится", "давомнокӣ"),
    "floor": Words("is never shorter than", "не короче", "на кӯтоҳтар аз"),
    "ceiling": Words("is never longer than", "не длиннее", "на дарозтар аз"),
    "counts": Words("counts", "считается", "ҳисоб"),
    "starts_on": Words("starts in", "начинается в", "оғоз дар"),
    "starts_when": Words("starts when", "начинается, когда", "оғоз, вақте"),
    "stops_on": Words("stops in", "кончается в", "қатъ дар"),
    "stops_when": Words("stops when", "кончается, когда", "қатъ, вақте"),
    "pauses_on": Words("stands still in", "стоит в", "меистад дар"),
    "escalates_to": Words("when missed tells", "при пропуске узнаёт", "ҳангоми гузаштан огоҳ мешавад"),
    "on_missing": Words("when missed", "при пропуске", "ҳангоми гузаштан"),
    "states": Words("can be asked for in", "где можно попросить", "дар куҷо пурсидан мумкин аст"),
    "conditions": Words("depends on", "зависит от", "вобаста аз"),
    "start": Words("starts", "начало", "оғоз"),
    "due": Words("is due", "срок", "муҳлат"),
}
WHOLE_FIELD: dict[str, Words] = {
    "title": Words("The procedure is called", "Название процедуры", "Номи тартибот"),
    "note": Words("The note on adoption", "Заметка о принятии", "Қайд дар бораи қабул"),
    "by": Words("Adopted by", "Кем принято", "Аз ҷониби кӣ қабул шуд"),
    "on": Words("Adopted on", "Когда принято", "Кай қабул шуд"),
    "unknowns": Words("What is not known", "Что неизвестно", "Чӣ маълум нест"),
    "members": Words("Members of the panel", "Членов коллегии", "Аъзои ҳайат"),
    "agencies": Words("Agencies in the panel", "Ведомств в коллегии", "Идораҳо дар ҳайат"),
    "against": Words("Votes against for a negative decision", "Голосов против для отказа", "Овозҳои зид барои рад"),
    "not_only": Words("The panel is not only of", "Коллегия не только из", "Ҳайат на танҳо аз"),
    "sources": Words("The panel rests on", "Коллегия основана на", "Асоси ҳайат"),
}
