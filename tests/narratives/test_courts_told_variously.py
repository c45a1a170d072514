"""What police, prosecutors and courts did, told with other verbs, verdicts, years and denials."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows

OFFICIALS = {"group": "officials"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Judges found 14 of the accused guilty and acquitted three.", [("convictions", 14.0, 2021)]),
        ("Courts issued final judgments against nine traffickers.", [("convictions", 9.0, 2021)]),
        ("Six defendants pleaded guilty.", [("convictions", 6.0, 2021)]),
        ("The bureau handled 17 cases.", [("investigations", 17.0, 2021)]),
        ("Detectives pursued 11 cases in the capital.", [("investigations", 11.0, 2021)]),
        ("The prosecutor filed 31 cases in court.", [("prosecutions", 31.0, 2021)]),
        ("At the end of the year, 44 prosecutions were underway.", [("prosecutions_pending", 44.0, 2021)]),
        (
            "Prosecutors initiated prosecution in three cases and continued prosecution in eight cases.",
            [("prosecutions", 3.0, 2021), ("prosecutions_pending", 8.0, 2021)],
        ),
        (
            "Of the 34 individuals prosecuted, courts convicted 22.",
            [("prosecutions", 34.0, 2021), ("convictions", 22.0, 2021)],
        ),
        (
            "Police opened fewer investigations (seven) than in the previous year (13).",
            [("investigations", 7.0, 2021), ("investigations", 13.0, 2020)],
        ),
        (
            "Courts issued convictions in six cases involving 15 traffickers.",
            [("convictions", 6.0, 2021), ("convictions", 15.0, 2021)],
        ),
        (
            "Police concluded 40 investigations, of which 25 led to prosecutions.",
            [("investigations", 40.0, 2021), ("prosecutions", 25.0, 2021)],
        ),
        ("Courts suspended the sentences of four traffickers.", [("sentenced_imprisonment", 4.0, 2021)]),
        (
            "Courts doubled convictions, from nine in 2020 to 18 in 2021.",
            [("convictions", 9.0, 2020), ("convictions", 18.0, 2021)],
        ),
        ("Prosecutions remained steady at 33.", [("prosecutions", 33.0, 2021)]),
        (
            "Of the 16 prosecutions, seven ended in convictions.",
            [("prosecutions", 16.0, 2021), ("convictions", 7.0, 2021)],
        ),
        (
            "The trial of five suspects that began in 2018 concluded with the conviction of four.",
            [("convictions", 4.0, 2021)],
        ),
        (
            "There were nine ongoing trials involving 23 defendants.",
            [("prosecutions_pending", 9.0, 2021), ("prosecutions_pending", 23.0, 2021)],
        ),
        (
            "Police reported 50 cases had been investigated, of which 12 were still open.",
            [("investigations", 50.0, 2021), ("investigations", 12.0, 2021)],
        ),
        ("Judges handed down prison terms of six years to eight traffickers.", [("sentenced_imprisonment", 8.0, 2021)]),
        ("Prosecutors have yet to file charges under the law.", [("prosecutions", 0.0, 2021)]),
        ("The government did not request the extradition of any traffickers.", [("extraditions", 0.0, 2021)]),
        ("No traffickers were sentenced to prison.", [("sentenced_imprisonment", 0.0, 2021)]),
        ("The draft law would increase penalties to 18 years' imprisonment.", []),
        (
            "Compared with four prosecutions in 2020, none were initiated in 2021.",
            [("prosecutions", 4.0, 2020), ("prosecutions", 0.0, 2021)],
        ),
        ("Prosecutors authorized charges against 16 individuals.", [("prosecutions", 16.0, 2021)]),
        ("The police placed three suspects under investigation.", [("investigations", 3.0, 2021)]),
        (
            "Forty suspects, including six foreigners, were investigated.",
            [("investigations", 40.0, 2021), ("investigations", 6.0, 2021)],
        ),
        ("Prosecutors extradited five suspects, two fewer than last year.", [("extraditions", 5.0, 2021)]),
        (
            "Of those convicted, courts sentenced 14 to prison and three to suspended sentences.",
            [("sentenced_imprisonment", 14.0, 2021), ("sentenced_imprisonment", 3.0, 2021)],
        ),
        (
            "Courts convicted four traffickers, sentencing three to eight years' imprisonment and one to two years.",
            [("convictions", 4.0, 2021), ("sentenced_imprisonment", 3.0, 2021), ("sentenced_imprisonment", 1.0, 2021)],
        ),
        ("Judges upheld on appeal the convictions of nine traffickers.", []),
        ("The police did not conduct proactive investigations.", []),
        ("The government has not convicted any traffickers for four consecutive years.", [("convictions", 0.0, 2021)]),
        (
            "The number of convicted traffickers rose to 52 from 38.",
            [("convictions", 52.0, 2021), ("convictions", 38.0, 2020)],
        ),
        ("Compared to 2020, prosecutions fell by 30 percent to 28.", [("prosecutions", 28.0, 2021)]),
        (
            "Fourteen prosecutions were pending at the end of the previous reporting period.",
            [("prosecutions_pending", 14.0, 2020)],
        ),
        (
            "No prosecutions were initiated and no convictions were obtained.",
            [("prosecutions", 0.0, 2021), ("convictions", 0.0, 2021)],
        ),
        ("Prosecutors indicted three labor inspectors for taking bribes.", [("prosecutions", 3.0, 2021)]),
        ("The government did not investigate reports that border officials took bribes.", []),
        (
            "Police detained 30 suspects, of whom 19 were charged and 11 released.",
            [("prosecutions", 19.0, 2021)],
        ),
        ("Judges jailed a pimp for the sex trafficking of six girls.", []),
        ("A team of 12 prosecutors handled such cases.", [("specialised_staff", 12.0, 2021)]),
        ("In the first quarter of 2022, prosecutors opened two prosecutions.", [("prosecutions", 2.0, 2021)]),
    ],
)
def test_what_was_done_at_law(sentence: str, expected: list[tuple[str, float, int]]) -> None:
    assert [(m, v, y) for m, v, y, _, _ in rows(sentence, "PROSECUTION")] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Police investigated four officials for complicity but prosecuted none.",
            [("investigations", 4.0, OFFICIALS, "reported"), ("prosecutions", 0.0, OFFICIALS, "zero")],
        ),
        ("In 2021, one official was convicted.", [("convictions", 1.0, OFFICIALS, "reported")]),
        (
            "The ministry held courses but did not report the number of officials trained.",
            [("officials_trained", None, {}, "not_reported")],
        ),
        (
            "The ministry did not report how many cases it prosecuted or how many traffickers it convicted.",
            [("prosecutions", None, {}, "not_reported"), ("convictions", None, {}, "not_reported")],
        ),
        ("Detailed conviction data were unavailable.", [("convictions", None, {}, "not_reported")]),
        (
            "Data on sex trafficking prosecutions was not collected.",
            [("prosecutions", None, {"form": "sexual"}, "not_reported")],
        ),
        ("Courts have never convicted an official for trafficking.", [("convictions", 0.0, OFFICIALS, "zero")]),
        (
            "Police investigated seven police officers, but did not secure any convictions.",
            [("investigations", 7.0, OFFICIALS, "reported"), ("convictions", 0.0, OFFICIALS, "zero")],
        ),
        (
            "The law imposed six to 11 years in prison.",
            [
                ("statutory_penalty", 6.0, {"bound": "min"}, "reported"),
                ("statutory_penalty", 11.0, {"bound": "max"}, "reported"),
            ],
        ),
        ("The case against a former minister remained pending.", [("prosecutions_pending", 1.0, {}, "reported")]),
        (
            "The ministry did not report statistics on convictions or sentencing.",
            [("convictions", None, {}, "not_reported"), ("sentence_term", None, {}, "not_reported")],
        ),
        (
            "Police opened an investigation into a member of parliament.",
            [("investigations", 1.0, OFFICIALS, "reported")],
        ),
        (
            "The law prescribed penalties of not less than four and not more than nine years' imprisonment.",
            [
                ("statutory_penalty", 4.0, {"bound": "min"}, "reported"),
                ("statutory_penalty", 9.0, {"bound": "max"}, "reported"),
            ],
        ),
        ("Sentencing data was not provided.", [("sentence_term", None, {}, "not_reported")]),
        ("The court authorized the extradition of a suspect.", [("extraditions", 1.0, {}, "reported")]),
        (
            "The parliament raised the maximum penalty from five to 11 years' imprisonment.",
            [("statutory_penalty", 11.0, {"bound": "max"}, "reported")],
        ),
        (
            "The average sentence was six years, up from four years in 2020.",
            [
                ("sentence_term", 6.0, {"bound": "exact"}, "reported"),
                ("sentence_term", 4.0, {"bound": "exact"}, "reported"),
            ],
        ),
        (
            "Prosecutors charged six citizens of Armenia with pimping.",
            [("prosecutions", 6.0, {"form": "sexual", "nationality": "ARM"}, "reported")],
        ),
    ],
)
def test_who_and_how_long(sentence: str, expected: list[tuple[str, float | None, dict[str, str], str]]) -> None:
    assert [(m, v, b, s) for m, v, _, b, s in rows(sentence, "PROSECUTION")] == expected
