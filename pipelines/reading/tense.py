"""Whether a clause looks forward or back from the day it was written. Not here: what a time phrase means.

The nearest word to the left that tells decides, then the nearest to the right, within the sentence or the quotation.
"""

import re

from pipelines.records import Span

# A full stop where a capital follows, but not after an abbreviation or an initial; a quotation mark. What stands before
# the stop is looked at from behind it, for an expression that starts with a character is found many times faster.
_CLAUSE_END = re.compile(
    r"\n\n|[.!?](?<!\b[A-Z].)(?<!\b(?:Mr|Dr|Lt|St|No|vs).)(?<!\b(?:Mrs|Gen|Adm|Col|Maj|Sgt|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sep|Oct|Nov|Dec).)(?<!\b(?:Sept|Capt|Prof).)(?=[\"”’)]*\s*[\"“‘(]?[A-Z])|[\"“”]"
)

# No sentence of the news is longer, in characters.
REACH = 600

_FORWARD = (
    r"(?:was|were)\sto\shave\s\w+|(?:(?:is|are|was|were|due|set|slated|scheduled|expected|likely|planned)\s)?to\sbe\s\w+|"
    r"(?:will|shall|would|'ll|’ll)(?:\s(?:have|be)\s\w+)?|"
    r"(?:is|are|was|were)\s(?:\w+ly\s)?(?:to|due|set|slated|scheduled|expected|planned|likely|going|heading|supposed)\b(?:\sto\s(?:have|be)\b)?|"
    r"(?:set|due|slated|scheduled|expected|likely|planned|planning|going|ready|poised)\s(?:to|for)(?:\s(?:have|be)\b)?|"
    r"(?:plan(?:s|ned|ning)|hope[ds]?|aim(?:s|ed|ing)?|intend(?:s|ed)?|seeks?|wants?|vow(?:s|ed)|agree[ds]?|decided|promised|"
    r"pledged)\sto|(?:has|have)\sto|upcoming|forthcoming|ahead\sof|in\stime\sfor|should|(?-i:may)|might|can|"
    # What goods are to do: `the first of them to enter service in 2027`.
    r"to\s(?:enter|follow|arrive|come|begin|start|join|reach|roll|leave|commence|replace)|"
    # The plain present of a timetable: `he lands on Wednesday`.
    r"(?:arrive|depart|leave|land|open|close|begin|start|end|travel|take\seffect|kick\soff)s?|flies|takes\seffect|kicks\soff"
)
_BACK = (
    r"(?!(?:need|exceed|indeed|speed|seed|feed|red|bed|united|armed|advanced|proposed|planned|scheduled|expected|named)\b)"
    r"\w{2,}ed|said|told|met|held|was|were|had|did|took|gave|came|went|began|saw|spoke|put|sat|flew|left|won|bought|"
    r"sold|made|chose|wrote|became|sent|paid|got|ran|laid|drew|struck|stood|rang|rung|spent|brought|led|kept|heard|built|sought|"
    r"bore|broke|caught|drove|fell|felt|found|fought|grew|hung|knew|lent|lost|meant|rose|shook|shaken|shown|swore|sworn|thought|"
    r"threw|wore|spoken|seen|gone|come\sback|taken|given|flown|written|(?<!\bto\s)ha(?:s|ve)|been|ink|inks|says|ago|since|following|after"
)
# What was resolved on a day told before it: `on Monday they agreed to meet`.
_RESOLVED = re.compile(r"(?:agreed|decided|promised|pledged|vowed)\sto", re.IGNORECASE)
# What is told of somebody on the way to the verb: `on Thursday the minister, who arrived last week, is to meet …`.
_ASIDE = re.compile(r",\s(?:who|whose|whom|which)\b[^,]*,")
# Who says so, on the way from the verb: `would hand over ten, the minister said: six this year, four in 2027`.
_SAID = re.compile(r",\s[^,.:;]{1,60}\s(?:said|says|added|noted)[,:;]")
_CUE = re.compile(rf"(?<![\w-])(?:(?P<forward>{_FORWARD})|(?P<back>{_BACK}))(?![\w-])", re.IGNORECASE)


def looks_forward(text: str, span: Span) -> bool | None:
    """Whether the clause around the span tells of what is still to come; nothing where no word of it says."""
    start, end = clause(text, span)
    left = _outside(text, start, span.start, _SAID)
    cue = left[-1] if left else _first_behind(text, span.end, end)
    if cue is None:
        return None
    return cue.lastgroup == "forward" and bool(left or not _RESOLVED.match(cue.group()))


def _first_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word behind a time phrase that tells, but for what is told in an aside."""
    return next(iter(_outside(text, start, end, _ASIDE)), None)


def _outside(text: str, start: int, end: int, asides: re.Pattern[str]) -> list[re.Match[str]]:
    """The words of a stretch that tell, but for those in asides."""
    inside = [m.span() for m in asides.finditer(text, start, end)]
    cues = _CUE.finditer(text, start, end)
    return [cue for cue in cues if not any(first <= cue.start() < last for first, last in inside)]


def same_sentence(text: str, first: Span, second: Span) -> bool:
    """Whether no sentence end and no quotation mark parts the two."""
    return first.end >= clause(text, second)[0]


def clause(text: str, span: Span) -> tuple[int, int]:
    """Start and end of the stretch around the span that no sentence end and no quotation mark breaks."""
    starts = [
        m.end() for m in _CLAUSE_END.finditer(text, max(0, span.start - REACH), span.end) if m.end() <= span.start
    ]
    following = _CLAUSE_END.search(text, span.end)
    return starts[-1] if starts else max(0, span.start - REACH), following.start() if following else len(text)
