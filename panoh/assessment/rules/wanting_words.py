"""The words by which a report finds something wanting; each line is one wording."""

from __future__ import annotations

import re

_SPARED_BY = (
    r"\bno reports?(?: of| that| the)?\b[^;.]*?(?:penali[sz]|detain|jail|punish|arrest|inappropriate)\w*[^;.,]*",
    (
        r"\bnot (?:report(?: that)?(?: it| they)? )?(?:penali[sz]|detain|fin(?:e|ed|ing)\b|jail|punish|arrest"
        r"|deport|requir|condition|need\b)\w*"
    ),
    r"\bwhether or not\b",
    r"\bnot only\b",
    r"\bif not\b",
    r"\bor not\b",
    r"\b(?:exempt\w*|immun\w+|protect\w*)\b[^;.]{0,60}\b(?:penal|punish|liab|prosecut|crim)\w*",
    r"\b(?:but|though|although) not limited to\b",
    r"\bno longer (?:required|had to)\b",
    r"\bin no case\b",
    r"\bfailure to\b[^;.]*",
    r"\bfailed to (?:adhere|comply)\b",
    r"\bnot exceeding\b",
    r"\bNo\. ?\d+",
    r"\bcompared (?:with|to)(?:(?! (?:and|but) (?:did|has|had|was|were|it|the)\b)[^;,.])*",
    r"\bunknown (?:number|type)\b",
    r"\bdiscourag\w+ (?:the )?(?:facilitation|child sex|demand|trafficking|traffickers)\b",
    r"\b(?:would|could) not (?:pressure|be agreed)\b",
    r"\brelief from deportation\b",
    r"\bin the absence of\b",
    r"\bnot (?:contingent|dependent|conditional|link\w*)\b",
    r"\bensur\w+ (?:\w+ ){1,3}(?:were|was|are|did) not\b",
    r"\b(?:investigat|prosecut|convict|charg|arrest|sentenc)\w*[^;]{0,80}?\b(?:complicit\b|complicity|corruption)",
    r"\bform of (?:exploitation|trafficking)\b[^.;]*\bunknown\b",
    r"\bno reports? of child soldiers\b",
    r"\bto (?:dissuade|discourage|deter)\b",
    (
        r"\bto (?:address|overcome|reduce|prevent|shorten|eliminate|fill) (?:\w+ ){0,3}(?:lack|gaps?|delays?"
        r"|backlogs?|shortages?|barriers?|complicity|corruption|challenges)\b"
    ),
)
"""What reads like a want and is none: a victim who was not punished, a demand that was not made, a figure of the year before."""
_NOT = (
    (
        r"(?:did|does|do|has|have|had|was|were|is|are|could|would|can)(?: (?:also|still|generally|often|yet"
        r"|reportedly))? not\b"
    ),
    r"never\b",
    r"cannot\b",
    r"nor (?:did|has|was|were|does)\b",
    r"neither\b",
    r"no\b(?! longer| later| less| more)",
    r"none\b",
    r"zero\b",
    r"nothing\b",
    r"lack(?:s|ed|ing)?\b",
    r"absence of\b",
    r"fail(?:s|ed)? to\b",
    r"failures? (?:of|by|to)\b",
    r"unable\b",
    r"yet to\b",
    r"not a party\b",
    r"not party\b",
    r"(?:remain(?:s|ed)?|operated|went) without\b",
    (
        r"without (?:formal|adequate|sufficient|financial|being|screening|specialized|uniform|widespread"
        r"|clear|consistent|a )"
    ),
)
"""What was not done or is not there."""
_POOR = (
    r"inadequate\w*",
    r"insufficient\w*",
    r"inconsistent\w*",
    r"ineffective\w*",
    r"inefficien\w*",
    r"incomplete",
    r"uneven\w*",
    r"unclear\b",
    r"unknown\b",
    r"minimal\w*",
    r"negligible",
    r"weak\w*",
    r"poor(?:ly)?\b",
    r"scarce",
    r"slow\b",
    r"sporadic\w*",
    r"ad hoc",
    r"rare(?:ly)?\b",
    r"seldom",
    r"deficien\w+",
    r"shortage\w*",
    r"shortcoming\w*",
    r"(?:provision|significant|protection) gaps",
    r"gaps (?:remained|in (?:the )?(?:implementation|services|protection|legislation|law))",
    r"(?:faced|reported) (?:\w+ )?challenges",
    r"unregulated",
    r"unaware",
    r"unimplemented",
    r"unfunded",
    r"underfund\w*",
    r"understaff\w*",
    r"non-?operational",
    r"inactive",
    r"dormant",
    r"outdated",
    r"expired",
    (
        r"limited (?:efforts?|resources|capacity|understanding|awareness|coordination|funding|access|ability"
        r"|services|law|prevention|protection|number)"
    ),
    r"(?:was|were|remained|extremely|very) limited\b",
    r"low (?:awareness|number|compared)",
    r"lenient",
    r"light(?:er)? sentences",
    r"turnover",
    (
        r"remain(?:s|ed) (?:pending|in development|under review|unavailable|low|(?:an? )?(?:\w+ )?(?:problem"
        r"|concern|challenge|obstacle)s?)"
    ),
    r"partially implement\w*",
    r"only (?:one|two|three|four|five|a few|in|for|women)\b",
    r"fewer\b",
    r"few (?:trafficking|identified|victims|cases)",
)
"""What was done too little or badly."""
_LESS = (
    r"decreas\w+ (?:\w+[- ]){0,4}?efforts",
    r"decreas\w+ (?:its |the )?(?:\w+ ){0,2}(?:funding|budget)",
    r"(?:efforts?|convictions?|number) (?:\w+ ){0,6}?(?:declined|decreased|fell)",
    r"dismantled (?:the|its) (?:sub-?)?unit",
    r"dismantled the sub",
    r"disband\w+",
    r"suspended operations",
    r"discontinu\w+",
    r"ceased\b",
    r"stopped\b",
)
"""What became less or ended."""
_HINDERED = (
    (
        r"(?:hinder|hamper|imped|undermin|undercut|inhibit|constrain|obstruct|stymi|impair|deter(?:red|s)"
        r" victims|dissuad|discourag)\w*"
    ),
    r"obstacle\w*",
    r"impediment\w*",
    r"barriers?\b",
    r"backlog\w*",
    (
        r"(?:court|long|lengthy|severe|bureaucratic|significant|continued|procedural|judicial|cause[ds]?"
        r"|result\w* in a?) ?(?:\w+ )?delays?"
    ),
    r"difficult(?:y|ies|)\b",
    r"raised concerns",
    r"concerns? (?:about|over|regarding)",
    r"confus\w+",
    r"conflat\w+",
    r"misclassif\w+",
    r"misunderst\w+",
)
"""What stands in the way."""
_PEOPLE = r"(?:victims?|children|minors|migrants|workers|women|individuals|persons)\b"
_HARM = r"(?:penali[sz]|punish|detain|deport|arrest|imprison|jail|threaten|tortur|abus|sentenc\w* to detention)\w*"
_WRONGED = (
    (
        r"(?:authorities|police|officials?|officers|government|courts?|(?:law enforcement)"
        rf"|service)\b[^;.]{{0,60}}?\b{_HARM}(?: (?:and|or) \w+)?[^;.]{{0,30}}?\b{_PEOPLE}"
    ),
    rf"{_PEOPLE}[^;.]{{0,70}}\b(?:were|being|was|been) (?:\w+ )?{_HARM}",
    r"punished\b[^;.]{0,20}victims",
    r"risked\b",
    r"victims\b[^;.]{0,60}\b(?:were|was|been) (?:\w+ )?fined\b",
    r"penali[sz]ation of\b",
    r"complicity",
    r"corruption",
    r"bribe\w*",
    r"(?:officials?|employees?|officers?) (?:\w+ ){0,3}complicit\b",
    r"convicted (?:some )?(?:minors|children)",
    r"forced (?:labor|labour) of its",
    r"held in detention",
    r"required victims to (?:apply|pay|stay)",
    r"blocked them",
)
"""What was done to people, or by officials."""
_LAW = (
    r"inconsistent with international law",
    r"not commensurate",
    r"not criminali[sz]e",
    r"instead of (?:as )?(?:trafficking|human|investigat)",
    r"rather than (?:as )?(?:violations|trafficking)",
)
"""What the law leaves out, or what is pursued as something else."""
_SPARED = re.compile("|".join(_SPARED_BY), re.I)
_WANTING = re.compile(rf"\b(?:{'|'.join((*_NOT, *_POOR, *_LESS, *_HINDERED, *_WRONGED, *_LAW))})", re.I)


def is_wanting(words: str) -> bool:
    return bool(_WANTING.search(_SPARED.sub(" ", words)))
