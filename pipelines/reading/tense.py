"""Whether a clause looks forward or back from the day it was written. Not here: what a time phrase means.

The nearest word to the left that tells decides, then the nearest to the right, within the sentence.
"""

import re

from pipelines.records import Span

# A full stop ends a sentence where a capital follows, but not after an abbreviation or an initial.
_SENTENCE_END = re.compile(
    r"\n\n|(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Lt|St|No|vs))(?<!\b(?:Mrs|Gen|Adm|Col|Maj|Sgt|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sep|Oct|Nov|Dec))(?<!\b(?:Sept|Capt|Prof))[.!?][\"”’)]*(?=\s*[\"“‘(]?[A-Z])"
)

_FORWARD = (
    r"will|shall|would|'ll|’ll|(?:is|are|was|were)\s(?:\w+ly\s)?(?:to|due|set|slated|scheduled|expected|planned|likely|going|heading|"
    r"supposed)\b|(?:set|due|slated|scheduled|expected|likely|planned|planning|going|ready|poised)\s(?:to|for)|"
    r"plans?\sto|planned\sto|hopes?\sto|hoped\sto|aims?\sto|aiming\sto|intends?\sto|seeks?\sto|wants?\sto|vow(?:s|ed)\sto|"
    r"agree[ds]?\sto|decided\sto|promised\sto|pledged\sto|invited|upcoming|forthcoming|ahead\sof|in\stime\sfor|should|may\b|might|can\b|"
    r"(?:arrive|depart|leave|land|return|open|close|begin|start|end|travel|flie|fly|visit|kick|take|run|meet|head)s?\b(?!\w)|until|by"
)
_BACK = (
    r"(?!(?:need|exceed|indeed|speed|seed|feed|red|bed|united|armed|advanced|proposed|planned|scheduled|expected|invited|named)\b)"
    r"\w{2,}ed|said|told|met|held|was|were|had|did|took|gave|came|went|began|saw|spoke|put|sat|flew|left|won|bought|"
    r"sold|made|chose|wrote|became|sent|paid|got|ran|laid|drew|struck|has|have|been|ink|inks|says|ago|since|following|after"
)
_CUE = re.compile(rf"(?<![\w-])(?:(?P<forward>{_FORWARD})|(?P<back>{_BACK}))(?![\w-])", re.IGNORECASE)


def looks_forward(text: str, span: Span) -> bool | None:
    """Whether the clause around the span tells of what is still to come; nothing where no word of it says."""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    following = _SENTENCE_END.search(text, span.end)
    left = list(_CUE.finditer(text, start, span.start))
    cue = left[-1] if left else _CUE.search(text, span.end, following.start() if following else len(text))
    return None if cue is None else cue.lastgroup == "forward"
