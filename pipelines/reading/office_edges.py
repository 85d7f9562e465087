"""How far an office phrase reaches beyond its title: `[Seoul's former] Defense Minister`, `chief [of the Air Staff]`.

Not here: what the phrase means (`offices.py`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from pipelines.reading.titles import Title
from pipelines.reading.tokens import Tokens
from pipelines.reference.gazetteer import Name
from pipelines.reference.name_words import alternation
from pipelines.reference.nouns import organization_nouns

#: Names of these kinds tell for which side an office is held.
SIDE_KINDS = frozenset({"country", "demonym", "capital", "metonym", "organization", "agency", "company"})

MODIFIER = re.compile(rf"\b(?:{alternation('modifier')})[ -]$", re.IGNORECASE)
LIST_JOINT = re.compile(r"(?:, and | and |, )$")
POSSESSIVE = re.compile(r"(?:[’']s?)?$")
#: A side's acronym told after its name: `Republic of Korea (ROK) Foreign Minister`.
ACRONYM = re.compile(r" \([A-Z][A-Z.]{1,7}\)$")
#: What leads to those that an envoy deals with: `Ambassador to Chile`, `Special Envoy for Sudan`.
ENVOY_LINK = re.compile(r" (?:to|for) (?:the )?")
ENVOY = re.compile(r"\b(?:ambassador|envoy|representative|high commissioner|consul general)s?$", re.IGNORECASE)
OWNING_NOUN = re.compile(r"\b(?:the|its|their|his|her) (?:[\w-]+ )??([\w-]+)[’']s?$", re.IGNORECASE)
#: A body told by what it is over, right before a title, or running into it: `[Ministry of] Defence State Secretary`.
BODY = re.compile(r"\b(?:Ministry|Department|Bureau|Directorate) (?:of|for) (?:(?:the|and|&|[A-Z][\w-]*),? ){0,6}$")
BODY_REACH = 80
#: Characters before a title in which a modifier, or a noun with its article, has room.
REACH = 44
#: Words that lead from a title to what it is held over; words that may follow inside that.
TITLE_LINKS = frozenset({"of", "for", "at"})
INNER_LINKS = frozenset({"of", "for", "and", "under", "&"})
#: Bodies whose post follows them.
POSTED = frozenset({"forces", "troops", "army", "navy", "command", "contingent"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})
NO_OFFICE = frozenset({"PERSON", "DATE", "TIME"})


class Edges:
    """Finds the edges of the office phrases of one text."""

    def __init__(self, tokens: Tokens, names: Sequence[Name], titles: Sequence[Title]) -> None:
        """Take the tokens, the gazetteer's names and the titles of the text."""
        self._tokens = tokens
        self._titles = {title.span.start: title for title in titles}
        self._text = tokens.text
        self.sides = [name for name in names if name.kind in SIDE_KINDS]
        self._side_starts = [name.span.start for name in self.sides]
        self._by_start = {name.span.start: name for name in self.sides}
        self._by_end = {name.span.end: name for name in self.sides}

    def left(self, title: Title) -> int:
        """Start of the phrase: before modifiers, sides with or without 's, and a body that owns the office."""
        at = self._start_of_body(title)
        while (start := self._step_left(at, title)) is not None:
            at = start
        return at

    def _start_of_body(self, title: Title) -> int:
        """Start of the title, or of a side or body whose name runs into it (`[Ruritanian Air Force] spokesman`)."""
        at = title.span.start
        i = bisect_left(self._side_starts, at) - 1
        overlaps = i >= 0 and at < self.sides[i].span.end <= title.span.end
        if overlaps:
            return self.sides[i].span.start
        body = None if title.office.honorific else BODY.search(self._text, max(0, at - BODY_REACH), at)
        if body is None:
            return at
        i = bisect_right(self._side_starts, body.start()) - 1
        covers = i >= 0 and self.sides[i].span.end > body.start()
        return self.sides[i].span.start if covers else body.start()

    def _step_left(self, at: int, title: Title) -> int | None:
        text = self._text
        if at and text[at - 1] == " " and (side := self._side_ending_at(at - 1)):
            return side.span.start
        if modifier := MODIFIER.search(text, max(0, at - REACH), at):
            return modifier.start()
        if title.plural and text[at : at + 1].isupper():
            joint = LIST_JOINT.search(text, max(0, at - len(", and ")), at)
            if joint and joint.start() in self._by_end:
                return self._by_end[joint.start()].span.start
        return None if title.office.honorific else self._owning_noun(at)

    def _side_ending_at(self, at: int) -> Name | None:
        acronym = ACRONYM.search(self._text, max(0, at - REACH), at)
        bare = POSSESSIVE.search(self._text, max(0, at - 2), at)
        ends = (at, acronym.start() if acronym else at, bare.start() if bare else at)
        return next((side for end in ends if (side := self._by_end.get(end))), None)

    def _owning_noun(self, at: int) -> int | None:
        """Where `the ministry's` starts, right before the title."""
        owner = OWNING_NOUN.search(self._text, max(0, at - REACH), at - 1)
        return owner.start() if owner and owner.group(1).lower() in organization_nouns() else None

    def right(self, title: Title) -> int:
        """End of the phrase: behind what the office is held over (`of the Joint Chiefs of Staff`)."""
        end = self._behind_mission(title)
        token = self._tokens.after(end + 1)
        if token is None or self._text[end : end + 1] != " ":
            return end
        if token.lower_ == "from" and title.office.role_class == "relation" and not title.plural:
            side = self._by_start.get(token.idx + len("from "))
            return side.span.end if side else end
        if token.lower_ not in TITLE_LINKS:
            return end
        if title.office.honorific:
            return end
        while token is not None and not self._leads_to_another(token):
            if side := self._by_start.get(token.idx):
                end, token = side.span.end, self._word_after(side.span.end)
                continue
            if not self._leads_on(token, title):
                if token.pos_ not in NOMINAL or token.ent_type_ in NO_OFFICE:
                    break
                end = token.idx + len(token)
            token = _next(token)
        return end

    def _behind_mission(self, title: Title) -> int:
        """End of the title, or of the side that an envoy deals with, who does not act for it."""
        link = ENVOY_LINK.match(self._text, title.span.end)
        if link is None or not ENVOY.search(title.span.of(self._text)):
            return title.span.end
        side = self._by_start.get(link.end())
        return side.span.end if side else title.span.end

    def _leads_on(self, token: Token, title: Title) -> bool:
        """Whether the token joins more of the phrase to what stands before it."""
        following = _next(token)
        if following is None:
            return False
        lists_sides = title.plural and following.idx in self._by_start
        if token.text == ",":
            return lists_sides
        if token.lower_ == "in" and token.i:  # `commander of US Forces in Europe`
            return token.nbor(-1).lower_ in POSTED and following.pos_ == "PROPN"
        if token.lower_ not in TITLE_LINKS | INNER_LINKS or following.pos_ not in NOMINAL:
            return False
        if token.lower_ == "and":
            return lists_sides or following.ent_type_ != "PERSON"
        return token.lower_ != "at" or self._names_body(token.idx)

    def _leads_to_another(self, token: Token) -> bool:
        """Whether the token leads to somebody else, named with an office: `spokesman [for] Polish Minister Jan Kos`."""
        if token.lower_ not in TITLE_LINKS:
            return False
        following = _next(token)
        if following is not None and following.lower_ == "the":
            following = _next(following)
        while following is not None and (side := self._by_start.get(following.idx)):
            following = self._word_after(side.span.end)
            if following is not None and following.lower_ in POSSESSIVES:
                following = _next(following)
        other = self._titles.get(following.idx) if following is not None else None
        name = self._tokens.after(other.span.end + 1) if other and self._text[other.span.end :][:1] == " " else None
        return name is not None and name.text[:1].isupper() and name.idx not in self._by_start

    def _names_body(self, at: int) -> bool:
        """Whether an organisation is named soon: an office is held `at the ministry`, not `at noon`."""
        words = re.findall(r"[\w-]+", self._text[at : at + 60])
        return any(word.lower() in organization_nouns() for word in words)

    def _word_after(self, end: int) -> Token | None:
        token = self._tokens.after(end)
        while token is not None and token.is_space:
            token = _next(token)
        return token


def _next(token: Token) -> Token | None:
    return token.nbor(1) if token.i + 1 < len(token.doc) else None
