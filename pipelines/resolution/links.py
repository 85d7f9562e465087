"""Which meeting or deal of the same article a statement belongs to. Not here: merging across articles.

A link is made where the text leaves one candidate only: a meeting or deal whose sides the statement speaks for or
names, and whose evidence the statement shares words with or, failing that, a paragraph. Two candidates make no link.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.records import Span, StatementRecord

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A meeting or deal that statements may belong to."""

    record_id: str
    sides: frozenset[str]
    evidence: tuple[Span, ...]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a cleaned text, which blank lines part."""
    return [Span(*found.span()) for found in _PARAGRAPH.finditer(text)]


def link(statement: StatementRecord, anchors: Sequence[Anchor], blocks: Sequence[Span]) -> str | None:
    """Id of the one anchor that the statement belongs to; null where there is none, or more than one."""
    spans = (*statement.parts, statement.cue)
    agreeing = [anchor for anchor in anchors if _sides_of(statement) & anchor.sides]
    near = [anchor for anchor in agreeing if _touch(spans, anchor.evidence)]
    if not near:
        around = [block for block in blocks if _touch(spans, (block,))]
        near = [anchor for anchor in agreeing if _touch(around, anchor.evidence)]
    return near[0].record_id if len(near) == 1 else None


def _sides_of(statement: StatementRecord) -> frozenset[str]:
    return frozenset(side for side in (statement.speaker_side, *statement.countries) if side)


def _touch(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)
