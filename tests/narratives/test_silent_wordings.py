"""How reports say that there was none of something, or that no figure was given: one invented sentence for each way."""

from __future__ import annotations

import pytest

from tests.narratives.reading_of import rows

_BOTH = "victims_identified victims_referred"
WITHHELD = [
    ("PROSECUTION", "The ministry did not report the length of sentences.", "sentence_term"),
    ("PROSECUTION", "The government could not provide sentencing data for two offenders.", "sentence_term"),
    (
        "PROSECUTION",
        "The government did not report on prosecutions pending from previous years.",
        "prosecutions_pending",
    ),
    ("PROSECUTION", "It was unclear how many prosecutions remained pending.", "prosecutions_pending"),
    ("PROSECUTION", "The exact number of investigations remained unclear.", "investigations"),
    ("PROSECUTION", "Officials did not report providing training to their guards.", "trainings"),
    ("PROTECTION", "The government did not report victim identification data.", "victims_identified"),
    ("PROTECTION", "The total number of victims who received such aid is unknown.", "victims_assisted"),
    ("PROTECTION", "The government did not report any civil suits in these cases.", "restitution_claims"),
    ("PROTECTION", "It is unknown whether police punished anyone for selling sex.", "victims_penalized"),
    ("PREVENTION", "The ministry did not report how often the committee met.", "commission_meetings"),
    ("PREVENTION", "Officials did not report the number of people reached.", "awareness_audience"),
    ("PROTECTION", "Officials did not provide complete statistics on victims identified or referred.", _BOTH),
    ("PROTECTION", "The government did not report identifying any victims or referring them to care.", _BOTH),
    ("PROTECTION", "The home for victims did not report any referrals.", "victims_referred"),
    ("PROTECTION", "The charity did not report how many received assistance.", "victims_assisted"),
    ("PROTECTION", "Officials did not report if these facilities assisted any victims.", "victims_assisted"),
    ("PREVENTION", "Inspectors did not report identifying any cases.", "victims_identified"),
    ("PREVENTION", "Inspectors did not report identifying any potential cases.", "potential_victims_identified"),
    ("PROTECTION", "Officials did not report offering legal alternatives to deportation.", "residence_permits"),
    ("PROTECTION", "Officials did not report repatriating any nationals victimized abroad.", "victims_repatriated"),
    ("PROSECUTION", "Sentencing information was not available.", "sentence_term"),
    ("PROSECUTION", "There were no updates on the prosecution of the officer.", "prosecutions"),
    (
        "PROTECTION",
        "Cities funded assistance with additional funds, although figures were not available.",
        "government_funding",
    ),
    (
        "PROTECTION",
        "Officials did not report if they provided repatriation services to victims.",
        "victims_repatriated",
    ),
    ("PREVENTION", "Officials did not report if they provided training to their guards.", "trainings"),
]
NONE = [
    ("PROSECUTION", "Police opened no investigations and obtained no convictions.", "investigations convictions"),
    ("PROSECUTION", "Neither the police nor the prosecutors initiated any investigations.", "investigations"),
    ("PROSECUTION", "The officials were not charged with a crime.", "prosecutions"),
    ("PROTECTION", "The government did not provide shelter to adult male victims.", "shelters"),
    ("PROTECTION", "The ministry offered no specialized services or shelter to boys.", "shelters"),
    ("PROTECTION", "Male victims did not receive any services.", "victims_assisted"),
    ("PROTECTION", "Foreign victims were not provided access to government services.", "victims_assisted"),
    ("PROTECTION", "Police detained the migrants; they were not screened for indicators.", "screening"),
    ("PROTECTION", "There were no reports that officers detained or fined trafficking victims.", "victims_penalized"),
    ("PROTECTION", "Prosecutors did not request restitution for any victims.", "restitution_claims"),
    ("PROTECTION", "The government did not fund dedicated shelters.", "government_funding"),
    ("PREVENTION", "There were no resources allocated to implement the plan.", "government_funding"),
    ("PREVENTION", "The government made no efforts to raise awareness.", "awareness_events"),
    ("PROTECTION", "No services were provided for adult male victims.", "victims_assisted"),
    ("PROTECTION", "No restitution claims were filed.", "restitution_claims"),
    ("PROTECTION", "Officials said victims had never applied for compensation.", "restitution_claims"),
    ("PREVENTION", "The board, dissolved in May, did not meet in 2021.", "commission_meetings"),
    ("PREVENTION", "Inspectors did not identify any cases of forced labor.", "victims_identified"),
    ("PREVENTION", "None of the teams identified victims or suspected sex tourists.", "victims_identified"),
    ("PROSECUTION", "Prosecutors did not file any charges.", "prosecutions"),
]
NOTHING = [
    ("PROTECTION", "There was no legal provision for restitution for victims."),
    ("PROTECTION", "The council was tasked with ensuring victims were not penalized for crimes."),
    ("PROTECTION", "Victims generally were not penalized for unlawful acts."),
    ("PROTECTION", "The government did not report having procedures to identify victims."),
    ("PROSECUTION", "For the third consecutive year, no information was available on the allegations."),
    ("PREVENTION", "It was unclear if training provided to troops included a trafficking component."),
    ("PROTECTION", "The ministry did not have a broader referral mechanism."),
    ("PROTECTION", "The state did not provide legal counsel during trials."),
    ("PROSECUTION", "Officers did not have the capacity to prosecute cases."),
    ("PREVENTION", "Inspectors did not identify any cases of child labor."),
    ("PROTECTION", "Some victims did not receive services."),
    ("PROTECTION", "Specialized services remained unavailable in the provinces."),
    ("PROTECTION", "The government did not report the number of victims that cooperated with investigations."),
]


@pytest.mark.parametrize(("section", "sentence", "measures"), WITHHELD)
def test_a_figure_is_withheld(section: str, sentence: str, measures: str) -> None:
    read = [(row[0], row[4]) for row in rows(sentence, section)]
    assert read == [(measure, "not_reported") for measure in measures.split()]


@pytest.mark.parametrize(("section", "sentence", "measures"), NONE)
def test_there_was_none(section: str, sentence: str, measures: str) -> None:
    read = [(row[0], row[4]) for row in rows(sentence, section)]
    assert read == [(measure, "zero") for measure in measures.split()]


@pytest.mark.parametrize(("section", "sentence"), NOTHING)
def test_no_count_is_denied(section: str, sentence: str) -> None:
    assert rows(sentence, section) == []
