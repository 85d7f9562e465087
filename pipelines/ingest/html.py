"""HTML files and markup within other formats: Trafilatura finds story and metadata.

Not here: what of the story's text is page furniture all the same (`cleaning.py`).
"""

import codecs
import re
from collections.abc import Iterator

import lxml.html
import trafilatura
from lxml.etree import LxmlError

from pipelines.ingest.decoding import decode
from pipelines.ingest.page import Page, sha256

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARATION_WITHIN = 4096
_MARKUP = re.compile(r"<(?:p|div|br|html|body|article|span|h[1-6]|ul|a)\b[^>]*>", re.IGNORECASE)
_BLOCK_END = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|blockquote|figcaption)\s*>|<br\s*/?>", re.I
)
_UNSEEN = re.compile(r"<(script|style|noscript|template|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ONLY_EXPLICIT_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""A date is metadata only where the page marks it as one: no guess from its text."""


def read_html(source: str, data: bytes) -> Iterator[Page]:
    """The one page of an HTML file. Raises UndecodableError where it is no text."""
    markup = _decoded(data)
    found = trafilatura.bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        date_extraction_params=_ONLY_EXPLICIT_DATES,
    )
    story = found.text if found is not None and found.text else text_of_markup(markup)
    yield Page(
        source=source,
        text=story,
        content_sha256=sha256(data),
        url=found.url if found is not None else None,
        title=found.title if found is not None else None,
        publisher=found.sitename if found is not None else None,
        dated=found.date if found is not None else None,
    )


def has_markup(text: str) -> bool:
    """Whether a text holds HTML elements."""
    return bool(_MARKUP.search(text))


def text_of_markup(markup: str) -> str:
    """The words of HTML, each block a paragraph: for pieces too small for story detection."""
    seen = _BLOCK_END.sub("\n\n", _UNSEEN.sub(" ", markup))
    try:
        return str(lxml.html.fromstring(f"<div>{seen}</div>").text_content())
    except (LxmlError, ValueError):
        return re.sub(r"<[^>]*>", " ", seen)


def _decoded(data: bytes) -> str:
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    if declared:
        try:
            return data.decode(codecs.lookup(declared.group(1).decode("ascii")).name)
        except (LookupError, UnicodeError):
            pass  # pages often declare what they are not
    return decode(data)
