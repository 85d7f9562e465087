"""Who holds which office in a text: joins office phrases to the names beside them.

A title before a name, an apposition after it, offices in a row, lists of names with one office for all, or with one
each. Not here: finding phrases (`offices.py`) and names (`name_finding.py`), who a name is (`people.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.reading.offices import OfficePhrase
from pipelines.records import Span
from pipelines.reference.gazetteer import Name

BRACKETS = r"(?: \([^)\n]{1,40}\))?"
ARTICLES = r"(?:(?:the|a|an|then|now|currently|also|as|all of them|both|all|respectively,?) )*"
#: From a title to the name after it: `minister Kim`, `the minister, Kim`, `chairman (retired) Kim`, `minister: Kim`.
TITLE = re.compile(rf"(?:,?{BRACKETS})?,? ?")
#: From a name to the office told after it: `Kim, 68, the minister`, `Kim, who heads the`, `Smith MP, Minister`.
APPOSITION = re.compile(
    rf"(?! $)(?: (?:MP|MEP|MLA|OBE|KC|QC|AM|AO|CB|CBE)\b)*{BRACKETS}(?:,? [2-9]\d)?,? "
    rf"(?:who (?:is|was|heads|leads|chairs|serves as|took over as|became|has been|had been)(?: also)? )?{ARTICLES}"
)
#: What shows that an office after a name is who says something about it (`… with Kim, an official at DAPA said`).
SAYS = re.compile(
    r"(?: (?:at|of|in|for|from|with) (?:the )?[\w-]+(?: [A-Z][\w-]*)*)?"
    r" (?:said|says|told|added|noted|recalled|explained|stressed|announced|confirmed|wrote|warned)\b"
)
#: Between offices that one person holds: `his counterpart, Gen Li`, `Deputy Premier and Defence Minister Kim`.
ROW = re.compile(r",? (and )?")
#: From one name of a list to the next: `Kim of Korea, Lee of …`, `Kim and Lee`, `Kim; Lee`.
JOINT = re.compile(r"[,;]? and |[,;] ")
#: A second office that opens so is another person's: `the President and the Minister`.
OF_ANOTHER = re.compile(r"(?:the|his|her|its|their) ", re.IGNORECASE)
OF = re.compile(rf"{BRACKETS} of (?:the )?")
#: How far before an office the name may end that it is told of.
REACH = 60


@dataclass(frozen=True, slots=True)
class Holding:
    """That whoever the mention names holds the office; `side` is that of a list of sides that falls to him or her."""

    phrase: OfficePhrase
    mention: Span
    side: str | None = None


def find_holdings(
    text: str, mentions: Sequence[Span], phrases: Sequence[OfficePhrase], sides: Sequence[Name]
) -> list[Holding]:
    """All that a text tells of who holds which office. `mentions` are those of all people, `sides` names of sides."""
    return list(_Holders(text, sorted(mentions), phrases, sides).all())


class _Holders:
    def __init__(
        self, text: str, mentions: Sequence[Span], phrases: Sequence[OfficePhrase], sides: Sequence[Name]
    ) -> None:
        self._text = text
        self._phrases = phrases
        self._starting = {mention.start: mention for mention in mentions}
        self._ends = sorted(mention.end for mention in mentions)
        self._ending = {mention.end: mention for mention in mentions}
        self._side_ends = {name.span.start: name.span.end for name in sides}
        self._phrase_at = {phrase.span.start: phrase for phrase in phrases}

    def all(self) -> Iterator[Holding]:
        done: set[int] = set()
        for phrase in self._phrases:
            if phrase.span.start in done:
                continue
            if phrase.plural:
                yield from self._of_many(phrase)
                continue
            row = self._row(phrase)
            done |= {other.span.start for other in row}
            yield from self._of_row(row)

    def _row(self, phrase: OfficePhrase) -> list[OfficePhrase]:
        """The phrase and those that follow it in a row, as one person's (`Foreign Minister and Deputy Premier`)."""
        row = [phrase]
        while gap := ROW.match(self._text, row[-1].span.end):
            following = self._phrase_at.get(gap.end())
            if following is None or following.plural or not self._continues(row[-1], following, gap.group(1)):
                break
            if gap.group() == ", and " and self._named_before(row[0]):
                break  # `Kim, the navy chief, and Ambassador Lee`
            row.append(following)
        return row

    def _continues(self, phrase: OfficePhrase, following: OfficePhrase, joint: str | None) -> bool:
        """Whether two offices may be one person's: a rank after another, or, joined by `and`, no two people's."""
        if joint is None or following.honorific:
            return joint is None and following.honorific
        apart = OF_ANOTHER.match(self._text, following.span.start) or (following.sides not in ((), phrase.sides))
        return not apart and not any(one.relation or one.portfolio == "head_of_state" for one in (phrase, following))

    def _of_row(self, row: Sequence[OfficePhrase]) -> Iterator[Holding]:
        """One holds all offices of a row; two who are listed before two offices hold one each."""
        before = self._named_before(row[0])
        listed = self._listed_before(row[0].span.start) if before and len(row) > 1 else []
        if len(listed) == len(row) > 1 and not row[-1].honorific:
            yield from (Holding(phrase, mention) for phrase, mention in zip(row, listed, strict=True))
            return
        after = self._named_after(row[-1])
        if after and before and self._apposed_both(row, after):
            after = None
        mention = after or before
        if mention:
            yield from (Holding(phrase, mention) for phrase in row)

    def _named_after(self, phrase: OfficePhrase) -> Span | None:
        gap = TITLE.match(self._text, phrase.span.end)
        return self._starting.get(gap.end()) if gap else None

    def _named_before(self, phrase: OfficePhrase) -> Span | None:
        """The last name before the phrase, where nothing but words of an apposition stands between."""
        i = bisect_left(self._ends, phrase.span.start) - 1
        if i < 0 or phrase.span.start - self._ends[i] > REACH:
            return None
        gap = APPOSITION.fullmatch(self._text, self._behind_side(self._ends[i]), phrase.span.start)
        if gap and gap.group().startswith(",") and SAYS.match(self._text, phrase.span.end):
            return None
        return self._ending[self._ends[i]] if gap else None

    def _apposed_both(self, row: Sequence[OfficePhrase], after: Span) -> bool:
        """Whether commas stand on both sides and the name after has its own office: `Kim, the chief, Lee, the`."""
        if not self._text[row[-1].span.end :].startswith(",") or row[-1].honorific:
            return False
        gap = APPOSITION.match(self._text, after.end)
        return gap is not None and gap.end() in self._phrase_at

    def _of_many(self, phrase: OfficePhrase) -> Iterator[Holding]:
        """Those listed right after an office of several people, or right before it, each with his or her side."""
        gap = TITLE.match(self._text, phrase.span.end)
        listed = self._listed_after(gap.end()) if gap else []
        if not listed and (before := self._named_before(phrase)):
            listed = self._listed_before(phrase.span.start)
            listed = listed if len(listed) > 1 and before in listed else []
        spread = phrase.sides if len(phrase.sides) == len(listed) else (None,) * len(listed)
        for mention, side in zip(listed, spread, strict=True):
            yield Holding(phrase, mention, side)

    def _listed_after(self, at: int) -> list[Span]:
        found: list[Span] = []
        while mention := self._starting.get(self._behind_rank(at)):
            found.append(mention)
            joint = JOINT.match(self._text, self._behind_side(mention.end))
            if not joint:
                break
            at = joint.end()
        return found

    def _listed_before(self, end: int) -> list[Span]:
        """The list of names that ends last before the offset."""
        i = bisect_left(self._ends, end) - 1
        found = [self._ending[self._ends[i]]] if i >= 0 else []
        for j in range(i - 1, -1, -1):
            earlier = self._ending[self._ends[j]]
            joint = JOINT.match(self._text, self._behind_side(earlier.end))
            if not joint or self._behind_rank(joint.end()) != found[0].start:
                break
            found.insert(0, earlier)
        return found

    def _behind_rank(self, at: int) -> int:
        """Behind a rank that stands before a name of a list (`Lt Gen X, [Lt Gen] Y`)."""
        phrase = self._phrase_at.get(at)
        return phrase.span.end + 1 if phrase and not phrase.plural else at

    def _behind_side(self, at: int) -> int:
        """Behind the side that is told after a name of a list (`X [of Uzbekistan], Y`)."""
        gap = OF.match(self._text, at)
        return self._side_ends.get(gap.end(), at) if gap else at
