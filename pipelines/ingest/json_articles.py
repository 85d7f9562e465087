"""JSON and JSON Lines: each record an article of its own, under the usual keys.

Not here: the files' bytes (`sources.py`), or the text within a record (`cleaning.py`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeAlias

from pipelines.ingest.decoding import UndecodableError, decode
from pipelines.ingest.html import has_markup, text_of_markup
from pipelines.ingest.page import Page, refused, sha256
from pipelines.records import Rejected

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "text": ("text", "body", "content", "articleBody", "article", "maintext", "full_text"),
    "url": ("url", "link", "canonical_url"),
    "dated": (
        "date",
        "published",
        "published_at",
        "publishedAt",
        "datePublished",
        "pubDate",
        "date_publish",
        "publication_date",
    ),
    "publisher": ("source", "publisher", "sitename", "site_name", "outlet"),
}
"""What a record's keys are called, the first that is there counts."""
_MILLISECONDS_FROM = 100_000_000_000


def read_json(source: str, data: bytes) -> Iterator[Page | Rejected]:
    """The pages of a JSON file: an object, a list of objects, or an object that holds such a list.

    What is JSON Lines under another name is read as such. Raises UndecodableError where it is no text.
    """
    text = decode(data)
    try:
        content: Json = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as fault:
        lines = text.splitlines()
        if sum(line.lstrip().startswith("{") for line in lines) < 2:
            yield refused(source, "malformed_json", f"it is not valid JSON: {fault}")
            return
        yield from read_json_lines(source, (line.encode("utf-8", errors="surrogatepass") for line in lines))
        return
    records = _listed(content)
    if records is None:
        yield _page(source, content)
    elif not records:
        yield refused(source, "empty", "it holds no records")
    else:
        for number, record in enumerate(records, start=1):
            yield _page(f"{source}#{number}", record)


def read_json_lines(source: str, lines: Iterable[bytes]) -> Iterator[Page | Rejected]:
    """The pages of a JSON Lines file; a line that is no record is refused by itself."""
    number = 0
    for number, line in enumerate((line for line in lines if line.strip()), start=1):
        place = f"{source}#{number}"
        try:
            record: Json = json.loads(decode(line))
        except UndecodableError as fault:
            yield refused(place, "undecodable", str(fault))
        except (json.JSONDecodeError, RecursionError) as fault:
            yield refused(place, "malformed_json", f"the line is not valid JSON: {fault}")
        else:
            yield _page(place, record)
    if number == 0:
        yield refused(source, "empty", "it holds no records")


def _listed(content: Json) -> list[Json] | None:
    if isinstance(content, list):
        return content
    if isinstance(content, dict) and not any(key in content for key in KEYS["text"]):
        lists = [value for value in content.values() if isinstance(value, list)]
        return lists[0] if len(lists) == 1 else None
    return None


def _page(source: str, record: Json) -> Page | Rejected:
    if not isinstance(record, dict):
        return refused(source, "malformed_record", f"a record is a JSON object; this is a {type(record).__name__}")
    told = {name: _first(record, keys) for name, keys in KEYS.items()}
    text = told["text"]
    if not text:
        return refused(source, "no_text", f"none of its keys {', '.join(KEYS['text'][:3])} holds text")
    canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Page(
        source=source,
        text=text_of_markup(text) if has_markup(text) else text,
        content_sha256=sha256(canonical.encode("utf-8", errors="surrogatepass")),
        url=told["url"],
        title=told["title"],
        publisher=told["publisher"],
        dated=told["dated"],
    )


def _first(record: Mapping[str, Json], keys: Iterable[str]) -> str | None:
    return next((words for key in keys if (words := _words(key, record.get(key)))), None)


def _words(key: str, value: Json) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):  # {"source": {"id": …, "name": "The Korea Herald"}}
        return _words(key, value.get("name"))
    if isinstance(value, list) and key in KEYS["text"]:
        return "\n\n".join(part for part in value if isinstance(part, str)) or None
    if isinstance(value, int | float) and not isinstance(value, bool) and key in KEYS["dated"]:
        return _day_of(value)
    return None


def _day_of(moment: float) -> str | None:
    """The day of seconds, or milliseconds, since 1970, in UTC."""
    seconds = moment / 1000 if moment >= _MILLISECONDS_FROM else moment
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return None
