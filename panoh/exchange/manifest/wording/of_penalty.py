"""The words for what is wrong with a row of a list of penalties. The Russian and Tajik wordings are drafts."""

from __future__ import annotations

from panoh.exchange.manifest.wording.remedy import Remedy
from panoh.instruments.kinds.source import Words

OF_PENALTY: dict[str, Remedy] = {
    "unknown_penalty": Remedy(
        Words(
            "The kind of penalty is not known: a fine, detention, a charge, a conviction or a removal.",
            "Вид наказания неизвестен: штраф, арест, обвинение, осуждение или выдворение.",
            "Намуди ҷазо маълум нест: ҷарима, ҳабс, айбдоркунӣ, маҳкумият ё ихроҷ.",
        ),
        Words(
            "Write one of them, or leave the cell empty: then the kind of the whole list holds.",
            "Напишите одно из них или оставьте пустым: тогда действует вид всего списка.",
            "Яке аз онҳоро нависед ё холӣ гузоред: он гоҳ намуди тамоми рӯйхат эътибор дорад.",
        ),
    ),
    "unknown_authority": Remedy(
        Words("The authority is not known.", "Орган неизвестен.", "Мақомот маълум нест."),
        Words(
            "Write police, prosecution, court, migration or border, or leave it empty.",
            "Напишите: полиция, прокуратура, суд, миграционная служба или пограничная служба, либо оставьте пустым.",
            "Нависед: милитсия, прокуратура, суд, хадамоти муҳоҷират ё хадамоти сарҳадӣ, ё холӣ гузоред.",
        ),
    ),
    "not_a_day": Remedy(
        Words(
            "This is no day that can be read.", "Это не день, который можно прочитать.", "Ин рӯзи хондашаванда нест."
        ),
        Words(
            "Write it as 16.11.2026 or 2026-11-16; for dates like 03/04/2026 say what stands first.",
            "Напишите как 16.11.2026 или 2026-11-16; для дат вида 03/04/2026 укажите, что стоит первым.",
            "Онро чун 16.11.2026 ё 2026-11-16 нависед; барои санаҳои 03/04/2026 гӯед, ки аввал чист.",
        ),
    ),
    "penalty_ahead": Remedy(
        Words(
            "The day lies ahead; only a removal is planned.",
            "День ещё впереди; запланировано может быть только выдворение.",
            "Рӯз дар пеш аст; танҳо ихроҷ ба нақша гирифта мешавад.",
        ),
        Words("Correct the day or the kind.", "Исправьте день или вид.", "Рӯз ё намудро ислоҳ кунед."),
    ),
    "ends_before_it_begins": Remedy(
        Words("It ends before it begins.", "Окончание раньше начала.", "Пеш аз оғоз ба охир мерасад."),
        Words("Correct one of the two days.", "Исправьте один из двух дней.", "Яке аз ду рӯзро ислоҳ кунед."),
    ),
    "not_an_amount": Remedy(
        Words(
            "The amount is no sum of money, or its currency is not known.",
            "Это не денежная сумма, или её валюта неизвестна.",
            "Ин маблағи пул нест ё асъори он маълум нест.",
        ),
        Words(
            "Write the sum in digits, with a currency such as TJS; leave both empty where it is not known.",
            "Напишите сумму цифрами с валютой, например TJS; оставьте пустым, если неизвестно.",
            "Маблағро бо рақам ва асъор, масалан TJS, нависед; агар маълум набошад, холӣ гузоред.",
        ),
    ),
}
