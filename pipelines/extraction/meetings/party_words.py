"""The words in and between the parties of a list: what joins two, what never opens one, what stands for a group.

Not here: building parties from them (`parties.py`).
"""

import re

#: What may stand between two parties of one list.
JOINT = re.compile(
    r"(?:[\s,;&/–-]|\band,? \w+ly,? on\b|\b(?:and|with|to|from|between|among|as well as|along with|together with|"
    r"alongside|accompanied by|including|such as|then|later|"
    r"the|a|an|his|her|its|their|of|for|both|namely|respectively|separately|also|one each|country[’']s|"
    r"Gen|Lt|Col|Maj|Brig|Adm|Vice|Rear|Air|Chief|Marshal|"
    r"General|Admiral|Lieutenant|Major|Brigadier|Colonel|Sheikh|Prince|Dr|Mr|Mrs|Ms|Sir|Hon|Senator|"
    r"visiting|new|senior|top|fellow|officials?|officers?|representatives?|delegat(?:es|ions?)|"
    r"counterparts?|colleagues?|leaders?|chiefs?|ministers?|those|host|hosts|guests?)\b\.?|[’']s?(?!\w)|"
    r"\([^)]{1,30}\)|\b[2-9]\d\b)*"
)
#: What may stand between a list and its verb (`A and B on Friday discussed`).
WHEN_GAP = re.compile(
    rf"{JOINT.pattern}(?:\s*\b(?:on|earlier|late|early|last|this|also|today|yesterday|morning|afternoon|evening|night|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|have|has|had)\b[,\s]*)*"
)
#: An apposition, or nothing, between a name and its verb.
ASIDE = re.compile(r"(?:, (?:an?|the|who|[A-Z]\w+[’']s?) [^,;.\n]{2,80})?,? (?=\w)")
#: Kinds of names that act, that stand for a side in a list, and that are travelled to.
ACTING = frozenset({"country", "demonym", "capital", "organization", "metonym"})
NATIONS = frozenset({"country", "organization"})
SEATED = frozenset({"country", "organization", "capital"})  # `his counterparts in Paris and Oslo`
JOURNEYS = frozenset({"country", "demonym", "capital", "city"})
OBJECTS = frozenset({"him", "her"})
PERSON_PRONOUNS = frozenset({"he", "she", "him", "her"})
GROUP = re.compile(
    r"\b(?:the (?:two|three|four|pair|duo|two sides|three sides|leaders|ministers|officials|"
    r"chiefs|allies|neighbou?rs)\b"
    r"|both(?: (?!was|has|is|his\b)\w+s\b)?|they\b|each other|"
    r"the (?:defen[cs]e|foreign|army|navy|air force|military) (?:chiefs|ministers|heads)\b)",
    re.IGNORECASE,
)
OWN_SIDE = re.compile(r"\bI\b(?![.’'])")
#: Nouns that a demonym turns into a party (`the Emirati side`).
BODY = re.compile(
    r"(?: (?:defen[cs]e|military|naval|army|security|senior|top))* "
    r"(?:side|delegation|delegates|officials|representatives|leaders?|leadership|government|team|military|army|navy|"
    r"ministers?|opposite numbers?|opposition|officers|colleagues?|counterparts?|guests?|hosts?|visitors?|premier|"
    r"defen[cs]e chief|"
    r"and [A-Z]\w+ (?:(?:defen[cs]e|military|naval|army|security|senior|top) )*"
    r"(?:ministers|counterparts|colleagues|leaders|officials|delegations|sides|presidents))\b"
)
#: What never stands before the first party of a list.
NO_OPENING = re.compile(
    r"[.;:!?\"”“]|\b(?:who|which|that|after|before|while|when|as|in|at|on|about|over|for|of|to|by|how|what|if)\b"
)
#: What leads to a day, and a day in digits.
ON_A_DAY = re.compile(r"(?:^|\s)(?:on|earlier|late|early)\s$")
IN_DIGITS = re.compile(r"\(?\b\d\d?[/.]\d\d?[/.]\d{2,4}\b\)?")
#: A body named before its official (`Japanese Ministry of Foreign Affairs Director General X`).
BODY_NAME = re.compile(
    r"\b(?:Ministry|Department|Office|Agency|Bureau) of (?:(?:the|and|for) )?[A-Z]\w+(?: (?:and )?[A-Z]\w+)*(?:[’']s)? "
)
#: What those are told by who are met as a group (`a delegation of the armed forces of Iran`).
GROUP_OF = re.compile(r"\b(?:delegations?|teams?|groups?) (?:of|from) (?:the )?(?:[\w-]+ ){0,6}$")
#: What may stand before the first place of a journey, and between two.
PLACE_OPENS = re.compile(
    r"\s*(?:(?:to|in|both|the|neighbou?ring|nearby|central|southern|northern|eastern|western|"
    r"capital|city|of|port|island) ?)*"
)
PLACE_JOINT = re.compile(r",? (?:and|to|then|and then)(?: to)? (?:the )?|, (?:the |then )?(?:to )?|/| \(")
CAPITAL_OF = re.compile(r" capital\b")
FROM_SIDES = re.compile(r",? (?:(?:from|of|in) )(?:the )?")
LIST_LINK = re.compile(r",? and (?:the )?|, (?:the )?|/")
POSSESSIVE = re.compile(r"[’'](?:s\b|(?=\s))")
