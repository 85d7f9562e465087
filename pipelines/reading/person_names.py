"""Names of people: their shape, and which of them are spellings of one name.

Not here: where names stand in a text (`name_finding.py`), what office somebody holds (`holders.py`).
"""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from pipelines.reference.name_words import alternation, name_words

UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
WORD = rf"(?:[{UPPER}][’'][{UPPER}])?[{UPPER}][^\W\d_]*(?:-[^\W\d_]+)*"
INITIAL = rf"[{UPPER}]\.|[{UPPER}][{UPPER}]?(?= [{UPPER}][a-z])"
PARTICLE = rf"(?:{alternation('particle')})"
OPENING_PARTICLE = rf"(?:{alternation('particle')}|Al|El)"
SUFFIX = r"(?:(?:Jr|Sr)(?:\.|\b)|(?:II|III|3rd|2nd)\b)"
PART = rf"(?:{INITIAL}|{PARTICLE}[- ]{WORD}|(?!{SUFFIX}){WORD})"
NAME = re.compile(
    rf"(?:{INITIAL}|{OPENING_PARTICLE}[- ]{WORD}|{WORD})(?: (?:{PARTICLE} )*{PART}){{0,6}}(?:,? {SUFFIX})?"
)
#: Letters that have no accent to lose, and how they are printed without.
PLAIN_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"})
#: What Latin spellings of Korean, Arabic and Slavic names differ in; each is read as what follows it, in this order.
TRANSLITERATIONS = (
    (re.compile(r"m[uo]ham+[ae]d"), "mohamed"),
    (re.compile(r"ahm[ae]d"), "ahmed"),
    (re.compile(r"(?<=[aeiou])h(?![aeiou])"), ""),  # Ahn, An
    (re.compile(r"(.)\1+"), r"\1"),  # Mohammed, Mohamed
    (re.compile(r"c?k|g|q"), "k"),  # Kyu, Gyu; back, baek
    (re.compile(r"b"), "p"),
    (re.compile(r"d"), "t"),
    (re.compile(r"dzh|ch|j"), "j"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"eo"), "o"),
    (re.compile(r"oo|ou"), "u"),
    (re.compile(r"ee|iy|yi|y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
#: The Arabic article of a surname, which may be left out (`Nouri al-Maliki`, `Maliki`).
ARTICLE = re.compile(r"\b[ae]l[-\s](?=\w{3})")
#: How like each other the rest of two names must be that begin or end with the same word, to be spellings of one.
LIKENESS = 0.86


@lru_cache(maxsize=16_384)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, articles, hyphens and dots: what two spellings are compared by."""
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN_LETTERS))
    letters = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return tuple(re.sub(r"[-'’.,]", "", ARTICLE.sub("", letters)).split())


@lru_cache(maxsize=16_384)
def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: equal but for spelling, or one a part of the other."""
    short, long = sorted((fold(one), fold(other)), key=len)
    if not short:
        return False
    if _sound("".join(short)) == _sound("".join(long)) or (len(short) == 1 and short[0] in long):
        return True
    if len(short) == 1:
        return False
    return _is_part(tuple(map(_sound, short)), tuple(map(_sound, long))) or _alike(short, long)


def sounds(name: str) -> tuple[str, ...]:
    """The words of a name without what its spellings differ in: what variants of it are looked up by."""
    return tuple(map(_sound, fold(name)))


def can_stand_alone(word: str) -> bool:
    """Whether a word of a name can stand for the whole of it, as a surname or given name does and `bin` does not."""
    folded = fold(word)
    return len(word) > 1 and word[0].isupper() and bool(folded) and not word.endswith(".") and folded[0] not in _weak()


@lru_cache(maxsize=16_384)
def _sound(word: str) -> str:
    """A word without what its spellings differ in (`Gyu-back`, `Kyubaek`)."""
    for pattern, letter in TRANSLITERATIONS:
        word = pattern.sub(letter, word)
    return word


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name has all words of a shorter one, and the first or the last of them in its place."""
    if not set(short) <= set(long):
        return False
    # "Khaled bin Mohamed …" is a son of "Mohamed …", and another.
    is_parent = long[-len(short) - 1 : -len(short)] in {(_sound(word),) for word in name_words("kinship")}
    return short[0] == long[0] or (short[-1] == long[-1] and not is_parent)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names begin or end with the same word and the rest is alike."""
    if one[0] == other[0]:
        left, right = "".join(one[1:]), "".join(other[1:])
    elif one[-1] == other[-1]:
        left, right = "".join(one[:-1]), "".join(other[:-1])
    else:
        return False
    matcher = SequenceMatcher(None, left, right)
    return matcher.quick_ratio() >= LIKENESS and matcher.ratio() >= LIKENESS


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return name_words("particle") | name_words("kinship") | name_words("suffix") | {"sir"}
