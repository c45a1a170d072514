"""What is wrong with a text, in the working languages. Russian and Tajik wording is a draft."""

from __future__ import annotations

from panoh.instruments.kinds.source import Words

NAMED = Words("{name}: {said}")
ON_LINE = Words("{name}: line {line}: {said}", "{name}: строка {line}: {said}", "{name}: сатри {line}: {said}")
LINE = Words("line {line}: {said}", "строка {line}: {said}", "сатри {line}: {said}")
AT = Words("at {place}: {said}", "в {place}: {said}", "дар {place}: {said}")
THE_TOP = Words("the top", "самом начале", "сари матн")
NO_KEY = Words(
    "a key must be a word or a whole number, not {key}",
    "ключом может быть слово или целое число, а не {key}",
    "калид бояд калима ё адади бутун бошад, на {key}",
)
KEY_AGAIN = Words(
    "the key {key} stands here again (first on line {first}); keep one",
    "ключ {key} стоит здесь ещё раз (впервые в строке {first}); оставьте один",
    "калиди {key} дар ин ҷо такрор шудааст (бори аввал дар сатри {first}); якеашро гузоред",
)
NO_ALIAS = Words(
    "an alias (*name) is not allowed; write the value out",
    "ссылка (*name) не допускается; напишите значение целиком",
    "ишора (*name) иҷозат нест; арзишро пурра нависед",
)
ONE_MAP = Words(
    "the file must hold one map of keys and values",
    "в файле должна быть одна таблица ключей и значений",
    "дар файл бояд як ҷадвали калидҳо ва арзишҳо бошад",
)
UNEXPECTED = Words(
    "{key} was unexpected here; {hint}", "{key} здесь не ожидалось; {hint}", "{key} дар ин ҷо интизор набуд; {hint}"
)
DID_YOU_MEAN = Words("did you mean {close}?", "может быть, {close}?", "шояд {close}?")
KNOWN_ARE = Words("known are {known}", "известны {known}", "маълум: {known}")
MISSING = Words(
    "{key} is missing and has to stand here",
    "не хватает {key}: это должно здесь стоять",
    "{key} нест, он бояд дар ин ҷо бошад",
)
ONLY_ONE = Words(
    "only one of {keys} may stand here",
    "здесь может стоять только одно из {keys}",
    "дар ин ҷо танҳо яке аз {keys} меистад",
)
ONE_OF = Words(
    "one of {keys} has to stand here", "здесь должно стоять одно из {keys}", "дар ин ҷо бояд яке аз {keys} бошад"
)
NOT_OF_KIND = Words("{value} is not {kind}", "{value} – это не {kind}", "{value} {kind} нест")
NOT_SO_WRITTEN = Words(
    "{value} is not written as it has to be here ({pattern})",
    "{value} написано не так, как здесь надо ({pattern})",
    "{value} на чунон навишта шудааст, ки дар ин ҷо лозим аст ({pattern})",
)
NO_DAY = Words(
    "{value} is no day or time of the calendar",
    "{value} – нет такого дня или времени",
    "{value} – чунин рӯз ё вақт нест",
)
KINDS: dict[str, Words] = {
    "string": Words("text; put it in quotes", "текст; поставьте кавычки", "матн; дар нохунак гузоред"),
    "integer": Words("a whole number", "целое число", "адади бутун"),
    "boolean": Words("true or false", "true или false", "true ё false"),
    "array": Words("a list: [one, other]", "список: [одно, другое]", "рӯйхат: [як, дигар]"),
    "object": Words("a map: {key: value}", "таблица: {ключ: значение}", "ҷадвал: {калид: арзиш}"),
}

# Slips of the pen, by the words the parser has for them.
SLIP = Words("{plain} ({problem})", "{plain}", "{plain}")
_COMMA = Words(
    "a comma or the closing bracket is missing here or on the line before",
    "здесь или в строке выше не хватает запятой или закрывающей скобки",
    "дар ин ҷо ё дар сатри пеш вергул ё қавси пӯшанда намерасад",
)
_INDENT = Words(
    "the indentation is not that of the lines before; what belongs together begins in one column",
    "отступ не такой, как в строках выше; то, что вместе, начинается в одном столбце",
    "фосилаи аввал мисли сатрҳои пеш нест; чизҳои якҷоя аз як сутун оғоз мешаванд",
)
SLIPS: tuple[tuple[str, Words], ...] = (
    (
        "mapping values are not allowed",
        Words(
            "a colon stands where none may; put the text in quotes, or mend the indentation",
            "двоеточие там, где ему нельзя; поставьте текст в кавычки или исправьте отступ",
            "дунуқта дар ҷои нодуруст; матнро дар нохунак гузоред ё фосилаи аввалро ислоҳ кунед",
        ),
    ),
    ("expected ',' or", _COMMA),
    (
        "expected '-' indicator",
        Words(
            "the indentation differs from the entries before; each begins with - in the same column",
            "отступ не такой, как у записей выше; каждая начинается с - в том же столбце",
            "фосилаи аввал аз сабтҳои пеш фарқ дорад; ҳар яке бо - аз ҳамон сутун оғоз мешавад",
        ),
    ),
    ("expected key", _INDENT),
    ("expected <block end>", _INDENT),
    (
        "cannot start any token",
        Words(
            "a tab or a mark that cannot begin a value; indent with spaces and quote the value",
            "табуляция или знак, с которого значение начинаться не может; отступайте пробелами, значение в кавычки",
            "табулятсия ё аломате, ки арзиш аз он оғоз намешавад; бо фосила дароед, арзишро дар нохунак гузоред",
        ),
    ),
    (
        "unexpected end of stream",
        Words(
            "the text ends inside a quotation; a closing quotation mark is missing",
            "текст кончается внутри кавычек; не хватает закрывающих",
            "матн дар дохили нохунак тамом мешавад; нохунаки пӯшанда намерасад",
        ),
    ),
)

# Names that point nowhere.
PLACE: dict[str, Words] = {
    "step": Words("step {name}", "шаг {name}", "қадами {name}"),
    "clock": Words("clock {name}", "срок {name}", "муҳлати {name}"),
    "help": Words("help {name}", "помощь {name}", "кӯмаки {name}"),
    "case": Words("case {name}", "пример {name}", "мисоли {name}"),
}
UNKNOWN = Words(
    "{place}: unknown {kind} {key}{hint}; write it under {heading} or correct it",
    "{place}: неизвестно ({kind}) {key}{hint}; впишите в {heading} или исправьте",
    "{place}: номаълум ({kind}) {key}{hint}; дар {heading} нависед ё ислоҳ кунед",
)
MEANT = Words(" (did you mean {close}?)", " (может быть, {close}?)", " (шояд {close}?)")
TWICE = Words(
    "the {kind} {key} stands twice; keep one",
    "{key} ({kind}) стоит дважды; оставьте одно",
    "{key} ({kind}) ду бор омадааст; якеашро гузоред",
)
UNDER_FLOOR = Words(
    "{place}: {amount} is under the floor ({bound} {unit})",
    "{place}: {amount} меньше нижнего предела ({bound} {unit})",
    "{place}: {amount} аз ҳадди поён камтар аст ({bound} {unit})",
)
OVER_CEILING = Words(
    "{place}: {amount} is over the ceiling ({bound} {unit})",
    "{place}: {amount} больше верхнего предела ({bound} {unit})",
    "{place}: {amount} аз ҳадди боло зиёдтар аст ({bound} {unit})",
)
NOT_LISTED = Words(
    "cites {source}, which is not listed in sources.yaml",
    "ссылается на {source}, а этого нет в sources.yaml",
    "ба {source} ишора мекунад, вале он дар sources.yaml нест",
)
CLAIMS_MORE = Words(
    "cites {source} ({place}) as {mark}, but the source itself is only {own}",
    "ссылается на {source} ({place}) как {mark}, а сам источник только {own}",
    "ба {source} ({place}) ҳамчун {mark} ишора мекунад, вале худи манбаъ танҳо {own} аст",
)
OTHER_COUNTRY = Words(
    "it is written for the country {theirs}, and this one is {ours}",
    "написано для страны {theirs}, а здесь {ours}",
    "он барои кишвари {theirs} навишта шудааст, ин ҷо {ours}",
)
ONLY_A_PATCH = Words(
    "this is only what differs from {base}; send the whole procedure, as `panoh procedure whole FILE` writes it",
    "это только отличия от {base}; пришлите процедуру целиком, её пишет `panoh procedure whole FILE`",
    "ин танҳо фарқ аз {base} аст; тартиботро пурра фиристед, онро `panoh procedure whole FILE` менависад",
)
