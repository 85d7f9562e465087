"""Characters mended: mojibake, entities, odd spaces, a missing space between sentences.

Not here: bytes (`decoding.py`), or what a line means (`noise.py`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import ftfy

_TEXT_ONLY = ftfy.TextFixerConfig(
    unescape_html=True,
    uncurl_quotes=False,
    fix_latin_ligatures=True,
    normalization="NFC",
    explain=False,
)
_ODD_SPACE = re.compile(r"[^\S\n]+|[\u2800\u3164\uffa0]+")
_LINE_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc\ufffd\x00-\x08\x0e-\x1f\x7f]"
)
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@")

SENTENCE_JOINTS = (
    # said.Lee  2015.In  percent.China  (RoK).The   — not U.S.  yna.co.kr  Defense.gov  3.5
    re.compile(r"(?<=[a-z0-9%)\]][.!?])(?=[A-Z][a-z]|[AI]\s|[“‘(\[][A-Z])(?!Com\b|Net\b|Org\b)"),
    # U.S.Lee
    re.compile(r"(?<=[A-Z]\.[A-Z]\.)(?=[A-Z][a-z])"),
    # said.”Lee   said.” “Lee
    re.compile(r"(?<=[.!?,][”’])(?=[A-Za-z“‘(])(?!s\b)"),
)
"""Places where a space between two sentences is missing."""
_STRAIGHT_MARK = re.compile(r'"')
_STRAIGHT_JOINT = re.compile(r'(?<=[A-Za-z0-9][.!?])"(?=[A-Z])')


def mended(text: str) -> str:
    """The text as its writer meant it, with one kind of line break and of space; quotation marks stay as printed."""
    text = _LINE_BREAK.sub("\n", ftfy.fix_text(text, _TEXT_ONLY))
    return _ODD_SPACE.sub(" ", _INVISIBLE.sub("", text))


def with_sentences_apart(paragraph: str) -> str:
    """The paragraph with the space put in that is missing between two sentences; web addresses stay whole."""
    joints = {found.start() for joint in SENTENCE_JOINTS for found in joint.finditer(paragraph)}
    joints.update(_beside_straight_quotes(paragraph))
    if not joints:
        return paragraph
    for word in _WORD.finditer(paragraph):
        if _ADDRESS.search(word.group()):
            joints.difference_update(range(word.start(), word.end() + 1))
    places = sorted(joints)
    return " ".join(paragraph[start:end] for start, end in pairwise([0, *places, len(paragraph)]))


def _beside_straight_quotes(paragraph: str) -> Iterator[int]:
    """Where a straight quotation mark stands between two sentences: after it if it closes, before it if it opens."""
    closes = False
    for mark in _STRAIGHT_MARK.finditer(paragraph):
        if _STRAIGHT_JOINT.match(paragraph, mark.start()):
            yield mark.end() if closes else mark.start()
        closes = not closes
