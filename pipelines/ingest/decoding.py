"""Bytes to characters: UTF-8, UTF-16, Latin-1 and Windows-1252 told apart, other encodings guessed.

Not here: mending text that was decoded wrongly before it came to us (`characters.py`).
"""

import codecs
import re

import charset_normalizer

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CUT_OFF = 3
"""A file cut at a number of bytes may end within a character: so many bytes may hang over."""
NUL_SHARE = 0.2
"""In UTF-16 without a mark, at least this share of the bytes at one parity is zero: the high bytes of Latin letters."""
FOREIGN_SHARE = 0.2
"""Where more of the bytes than this are beyond ASCII, the script is not Latin."""
CONTROL_SHARE = 0.01
"""Text holds next to no control characters; a picture or an archive is full of them."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_SYMBOL_IN_WORD = re.compile(r"[A-Za-z][¡-©«-¯±-´¶¸¹»-¿×÷†‡ˆ˜][a-z]|[a-z]{3}[£¯³¶¹¼¾¿]")
"""What other Latin encodings look like when read as Windows-1252: `powiedzia³`."""


class UndecodableError(ValueError):
    """The bytes are not text in any encoding known here; the message says why."""


def decode(data: bytes) -> str:
    """The characters of a text file. Raises UndecodableError for bytes that are no text."""
    text = _marked(data) or _wide(data) or _utf8(data) or _single_byte(data)
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise UndecodableError("it holds control characters as binary files do, not text")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            unit = int(encoding[4:6]) // 8 if encoding != "utf-8-sig" else 1
            whole = data[: len(data) - len(data) % unit]
            return whole.decode(encoding, errors="replace")
    return None


def _wide(data: bytes) -> str | None:
    whole = data[: len(data) - len(data) % 2]
    half = len(whole) // 2
    for high, encoding in ((whole[1::2], "utf-16-le"), (whole[0::2], "utf-16-be")):
        low_zeros = whole.count(0) - high.count(0)
        if half and high.count(0) > NUL_SHARE * half and low_zeros <= CONTROL_SHARE * half:
            return whole.decode(encoding, errors="replace")
    return None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - CUT_OFF and fault.reason == "unexpected end of data":
            return data[: fault.start].decode("utf-8")
    mixed = data.decode("utf-8", errors="surrogateescape")
    strays = sum("\udc80" <= character <= "\udcff" for character in mixed)
    proper = sum(character > "\x7f" for character in mixed) - strays
    return _stray_bytes_as_windows(mixed) if proper > strays else None


def _stray_bytes_as_windows(mixed: str) -> str:
    """UTF-8 into which somebody pasted a few Windows-1252 bytes."""
    return re.sub(
        "[\udc80-\udcff]+",
        lambda run: run.group().encode("utf-8", errors="surrogateescape").decode("cp1252", errors="replace"),
        mixed,
    )


def _single_byte(data: bytes) -> str:
    beyond = sum(byte > 0x7F for byte in data)
    western = _western(data) if beyond <= FOREIGN_SHARE * len(data) else None
    if western is not None and not _SYMBOL_IN_WORD.search(western):
        return western
    guesses = [str(guess) for guess in charset_normalizer.from_bytes(data)]
    if not guesses:
        raise UndecodableError("its bytes are no text in any known encoding")
    return next((guess for guess in guesses if not _SYMBOL_IN_WORD.search(guess)), guesses[0])


def _western(data: bytes) -> str | None:
    """Windows-1252, of which Latin-1 text is a part: no text has the control characters that alone differ."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None
