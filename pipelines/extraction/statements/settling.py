"""Each piece of text to one cue: nested, coordinated and weaker attributions. Not here: what a cue's content is."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from pipelines.extraction.statements.cue import Told
from pipelines.extraction.statements.grammar import SUBJECTS, is_plural, reporting_verb
from pipelines.reading.document import Document
from pipelines.records import Span, StatementRecord

#: Share of a content that further attributions inside it must cover for the outer one to give way.
COVERED = 0.45
#: The same where one verb of saying is what the other reports: less is but a word quoted in a request.
LEAST_OF_CONTENT = 0.25
#: Words that open a clause which is no statement without the main clause.
LEADS_UP = frozenset({"while", "although", "though", "if", "as", "when", "since", "because"})
#: A view that is told in apposition to what was said.
ASIDE = re.compile(r", an? (?:view|position|claim|charge|stance|point|opinion|assessment|sentiment)\b[^,;]*,\s*$")
#: Words for several people or sides; what they say, another may report.
GROUPS = frozenset({"they", "both", "two", "pair", "duo"})
#: Nouns for such as meet; in the plural, what they say another may report.
MEMBERS = frozenset({"side", "leader", "minister", "country", "party", "chief"})
#: Kinds of cues that end what the same speaker said before.
SAYS_ON = frozenset({"verb", "noun", "phrase"})
#: What joins what one said to what another did.
BESIDE = re.compile(r", (?:while|whereas|and|but)(?: \w+ly)? $")
PRESENT = frozenset({"VBZ", "VBP", "MD"})
LINK_AT_END = re.compile(r"[\s,;]*(?:\b(?:and|but|or))?\s*$")


def settle(document: Document, told: Sequence[Told]) -> list[Told]:
    """The attributions that stay, in text order.

    Content ends where the same speaker's next verb of saying begins; of nested attributions (`X said, his office said`)
    the inner one stays if it is a strong one, else the outer.
    """
    kept: list[Told] = []
    for one in (_until_next(document, found, told) for found in told):
        if _gives_way(one, told) or _is_reported(one, told) or _only_leads_up(document, one):
            continue
        kept = [o for o in kept if not (o.cue.strength == "weak" and any(p.holds(o.cue.words) for p in one.parts))]
        if not any(p.overlaps(q) for o in kept for p in o.parts for q in one.parts):
            kept.append(one)
    return kept


def apart(statements: Sequence[StatementRecord]) -> list[StatementRecord]:
    """The statements without those of which a part overlaps one before, as broken marks may make them."""
    kept: list[StatementRecord] = []
    for one in statements:
        if not any(p.overlaps(q) for other in kept for p in other.parts for q in one.parts):
            kept.append(one)
    return kept


def _gives_way(one: Told, told: Sequence[Told]) -> bool:
    """Whether strong attributions inside it cover much of what the outer one reports."""
    within = [
        o for o in told if o.cue is not one.cue and _stands_alone(o) and any(p.holds(o.cue.words) for p in one.parts)
    ]
    if any(_is_content_of(o, one) and not _is_scrap(o, one) for o in within):
        return True
    covered = [p for o in within if o.cue.strength == "strong" for p in o.parts if any(q.holds(p) for q in one.parts)]
    return _length(covered) >= COVERED * _length(one.parts)


def _is_reported(one: Told, told: Sequence[Told]) -> bool:
    """Whether somebody else reports it, and it is no statement by itself (`the two agreed …, the ministry said`)."""
    strong = (o for o in told if o.cue is not one.cue and o.cue.strength == "strong")
    outer = [o for o in strong if any(p.holds(one.cue.words) for p in o.parts)]
    return bool(outer) and (not _stands_alone(one) or any(_is_scrap(one, o) for o in outer if _is_content_of(one, o)))


def _is_scrap(inner: Told, outer: Told) -> bool:
    """Whether the inner one reports but a few words of the clause (`Kim asked for "a role" in it, his office said`)."""
    return _length(inner.parts) < LEAST_OF_CONTENT * _length(outer.parts)


def _is_content_of(inner: Told, outer: Told) -> bool:
    """Whether a strong verb of saying heads what the outer verb reports (`Kim said …, his office said`)."""
    if inner.cue.strength != "strong" or inner.cue.kind != "verb":
        return False
    one, other = inner.cue.verb, outer.cue.verb
    if outer.cue.kind == "source_phrase" and other.head == one:  # `According to the ministry, Kim said …`
        return True
    return (one.head == other and one.dep_ == "ccomp") or (other.head == one and other.dep_ in ("parataxis", "ccomp"))


def _stands_alone(told: Told) -> bool:
    """Whether it is a statement though another reports it: not one of a group, nor one told in the pluperfect."""
    source = told.cue.source
    of_group = source is not None and _is_group(source)
    return told.cue.kind != "phrase" and not of_group and not _told_before(told)


def _is_group(source: Token) -> bool:
    """Whether a noun stands for several without naming them (`they`, `the two ministers`, `each side`)."""
    each = any(c.lower_ in ("each", "either", "neither") for c in source.children)
    several = is_plural(source) or each
    return source.lower_ in GROUPS or (several and source.lemma_.lower() in MEMBERS)


def _told_before(told: Told) -> bool:
    """Whether the verb stands in the pluperfect: what it reports is part of a later report (`said X had told him`)."""
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in told.cue.verb.children)


def _only_leads_up(document: Document, one: Told) -> bool:
    """Whether the content is but a clause that leads up to the next attribution (`said while it is, he noted …`)."""
    words = one.parts[0].of(document.text)
    cut_off = document.text.startswith(",", one.parts[0].end) and "," not in words
    return cut_off and words.split()[0].lower() in LEADS_UP


def _length(parts: Sequence[Span]) -> int:
    return sum(p.end - p.start for p in parts)


def _until_next(document: Document, told: Told, others: Sequence[Told]) -> Told:
    """The content without what the same speaker says or does next (`replied that …, and recalled that …`)."""
    last = told.parts[-1]
    starts = [*_next_cues(told, others), *_next_deeds(told), *_others_at_the_end(document, told, others)]
    inside = [s for s in starts if last.start < s < last.end and s > told.cue.words.end and not document.in_quote(s)]
    if not inside:
        return told
    end = last.start + len(LINK_AT_END.sub("", document.text[last.start : min(inside)]))
    return Told(told.cue, (*told.parts[:-1], Span(last.start, end))) if end > last.start else told


def _next_cues(told: Told, others: Sequence[Told]) -> Iterator[int]:
    for other in others:
        if other.cue is not told.cue and other.cue.kind in SAYS_ON and other.cue.source == told.cue.source:
            yield other.cue.clause.start


def _others_at_the_end(document: Document, told: Told, others: Sequence[Told]) -> Iterator[int]:
    """Where a relative clause at the end tells what somebody else said (`…, a view shared by X, who said that …`)."""
    last = told.parts[-1]
    for other in others:
        ends = other.parts[-1].end >= last.end - 2
        if not ends or other.cue.kind != "verb" or other.cue.source == told.cue.source or _told_before(other):
            continue
        relative = next((t for t in other.cue.verb.children if t.lower_ in ("who", "which")), None)
        beside = BESIDE.search(document.text, last.start, other.cue.clause.start)
        if relative is not None:
            view = ASIDE.search(document.text, last.start, relative.idx)
            yield view.start() if view else int(relative.idx)
        elif other.cue.strength == "strong" and beside is not None:
            yield beside.start()


def _next_deeds(told: Told) -> Iterator[int]:
    """What the speaker did next: verbs of saying in the past after a clause that is not (`said it is, and thanked`)."""
    if told.cue.kind != "verb" or told.cue.verb.tag_ != "VBD":
        return
    joined = (t for t in told.cue.sentence if t.tag_ == "VBD" and t.dep_ == "conj" and not _has_subject(t))
    yield from (int(t.idx) for t in joined if reporting_verb(t) and (_is_present(t.head) or _after_comma(t)))


def _after_comma(verb: Token) -> bool:
    """Whether `, and` parts a verb from the one before it (`said it had grown, and asked for more`)."""
    return bool(verb.i > 1 and verb.nbor(-1).dep_ == "cc" and verb.nbor(-2).text == ",")


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in token.children)


def _is_present(verb: Token) -> bool:
    """Whether the verb, or an auxiliary of it, stands in the present or is a modal."""
    auxiliaries = (c for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return any(t.tag_ in PRESENT for t in (verb, *auxiliaries))
