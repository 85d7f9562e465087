"""Whose words a verb of saying reports: the head of the speaker's noun phrase, and the actor it stands for.

Not here: what noun phrases stand for in general (`reading/actors.py`).
"""

import re
from itertools import chain

from spacy.tokens import Token

from pipelines.extraction.statements.grammar import RELATIVES, child, end_of, reporting_verb, subject_of
from pipelines.extraction.statements.unsaid import ADDRESSING, AS_SAYING, QUOTES
from pipelines.reading.actors import Actor, noun_phrase, of_person
from pipelines.reading.document import Document
from pipelines.reading.organizations import ACTING_KINDS
from pipelines.reading.people import Person
from pipelines.records import Span
from pipelines.reference.speech import reporting_nouns

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
#: Dependencies by which a verb without a subject shares that of the verb it hangs on.
SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "dep", "prep", "pcomp", "ccomp"})
#: How many tokens a subject may stand before its verb where the parse lost it.
NEAR = 14
#: What sets a parenthesis off.
CUTS = frozenset({",", "–", "—", "-"})
#: How many tokens back a statement may have been told of whose issuer is meant.
MEMORY = 120
LEADING_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
#: The heading of a release ends with its first full stop.
SENTENCE_ENDS = re.compile(r"[.!?](?:\s|$)")


def source_of(document: Document, verb: Token) -> Token | None:
    """Head of the noun phrase of whoever says it: the verb's subject, or that of the verb it hangs on."""
    at = verb
    for _ in range(4):
        agent = child(at, "agent")
        passive = child(agent, "pobj") if agent is not None else None
        subject = subject_of(at)
        if passive is not None:
            return passive
        if subject is not None and not document.in_quote(subject.idx):
            return _antecedent(document, subject, at) if subject.lower_ in RELATIVES else subject
        if any(c.lower_ == "to" and c.dep_ == "aux" for c in at.children) and (governor := _governor(at)) is not None:
            at = governor
            continue
        if at.dep_ in ("acl", "relcl"):
            return at.head
        if (outer := _outer_verb(at)) is not None:
            at = outer
            continue
        if at.dep_ not in SHARES_SUBJECT or at.head.i == at.i:
            return None
        at = at.head
    return None


def _governor(infinitive: Token) -> Token | None:
    """The verb that an infinitive hangs on, past an adjective or noun (`was quick to add`, `took the time to add`)."""
    return next((t for t in infinitive.ancestors if t.pos_ in ("VERB", "AUX")), None)


def _antecedent(document: Document, relative: Token, verb: Token) -> Token:
    """What `who` stands for: the noun that the clause hangs on, or, if that is nobody, the nearest one who may be."""
    told = verb.head if verb.dep_ == "relcl" else relative
    if relative.lower_ != "who" or _is_somebody(document, told):
        return told
    above = [t for t in told.ancestors if t.i < relative.i and _is_somebody(document, t)]
    named = (t for t in above if document.actors.person_at(t.idx))
    nearest = (t for t in reversed(verb.doc[verb.sent.start : relative.i]) if _is_somebody(document, t))
    return next(chain(named, above, nearest), told)


def _is_somebody(document: Document, token: Token) -> bool:
    if token.pos_ not in NOMINAL or document.in_quote(token.idx):
        return False
    actor = document.actors.actor(token)
    return actor is not None and (actor.kind == "anonymous" or actor.person is not None)


def _outer_verb(verb: Token) -> Token | None:
    """The reporting verb that `, and recalled that` goes on from, past the clause that the parse joined it to."""
    clause = verb.head
    if verb.dep_ != "conj" or (clause.dep_ != "ccomp" and clause.tag_ == verb.tag_):
        return None
    outer = next((t for t in clause.ancestors if t.tag_ == verb.tag_ and reporting_verb(t)), None)
    commas = [t for t in verb.doc[clause.i : verb.i] if t.text == ","]
    return outer if commas and verb.i - commas[-1].i <= 2 else None


def source_of_participle(document: Document, participle: Token) -> Token | None:
    """Who adds something by a participle: the subject of the reporting verb it follows, else that of its clause."""
    if subject_of(participle) is not None:  # `with his spokesman saying that …`
        return source_of(document, participle)
    for ancestor in participle.ancestors:
        if reporting_verb(ancestor) and subject_of(ancestor) is not None:
            return source_of(document, ancestor)
    return source_of(document, participle)


def source_quoted(saying: Token) -> Token | None:
    """`X was quoted as saying`, `X, quoted as saying`, `the agency quoted X as saying`: X."""
    quoting = quoting_verb(saying)
    if quoting.lemma_ not in QUOTES:  # `went on record as saying`
        return subject_of(quoting)
    attribute = quoting.head if quoting.dep_ == "acl" else None
    return child(quoting, "nsubjpass") or attribute or child(quoting, "dobj") or _between(quoting, saying)


def quoting_verb(saying: Token) -> Token:
    """The verb that `as saying` hangs on: the nearest one of quoting before it, else that of the parse."""
    near = reversed(saying.doc[max(saying.sent.start, saying.i - AS_SAYING) : saying.i])
    return next((t for t in near if t.lemma_ in QUOTES and t.pos_ in ("VERB", "AUX")), saying.head.head)


def _between(quoting: Token, saying: Token) -> Token | None:
    """The last nominal before `as saying`, where the parse hung it elsewhere (`quoted Minister X as saying`)."""
    return next((t for t in reversed(quoting.doc[quoting.i + 1 : saying.i - 1]) if t.pos_ in NOMINAL), None)


def inverted_subject(document: Document, verb: Token) -> Token | None:
    """The actor named right behind a verb of saying that follows a comma or a quotation (`…, noted Admiral X, …`).

    Read from the words, as such a phrase is often parsed wrongly; null where a verb of its own follows the name.
    """
    previous = verb.nbor(-1) if verb.i > verb.sent.start else None
    reporting = reporting_verb(verb)
    if previous is None or reporting is None or "quote" not in reporting.takes:
        return None
    if verb.lemma_ in ADDRESSING and (verb.lemma_ == "tell" or not document.in_quote(previous.idx)):
        return None
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or not (previous.text in CUTS or document.in_quote(previous.idx)):
        return None
    ahead = [t for t in verb.doc[verb.i + 1 : verb.i + NEAR] if t.sent == verb.sent]
    if ahead and ahead[0].pos_ == "DET":
        ahead = ahead[1:]
    end = _end_of_named(document, ahead[0].idx) if ahead else None
    if end is None:
        return None
    named, rest = [t for t in ahead if t.idx < end], [t for t in ahead if t.idx >= end]
    closes = not rest or rest[0].pos_ in ("PUNCT", "ADP", "SPACE", "PRON") or rest[0].lower_ in RELATIVES
    return named[-1] if closes else None


def _end_of_named(document: Document, start: int) -> int | None:
    """Where the name ends, of a person with office or of a body, that starts at the offset."""
    person = next((p for p in document.people if any(s.start == start for s in (*p.mentions, *p.offices))), None)
    if person is not None:
        return next((m.end for m in sorted(person.mentions) if m.start >= start), None)
    name = document.actors.name_at(start)
    return name.span.end if name is not None and name.kind in ACTING_KINDS and name.span.start == start else None


def source_beside(document: Document, verb: Token) -> Token | None:
    """The person named beside the verb where the parse gives it no subject (`X, in the chair, told them`)."""
    quote_end = max((q.outer.end for q in document.quotes if q.outer.end <= verb.idx), default=0)
    start = max(quote_end, verb.sent.start_char)
    named = [t for t in verb.sent if start <= t.idx < verb.idx and document.actors.person_at(t.idx)]
    last = named[-1] if named and verb.i - named[-1].i <= NEAR else None
    if last is not None and (quote_end > verb.sent.start_char or verb.i - last.i <= 2):
        return last
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return following if following is not None and document.actors.person_at(following.idx) else None


def lost_subject(document: Document, verb: Token) -> Token | None:
    """The subject of a verb that ends its sentence, told right before it after a comma (`…, the agency (DAPA) said`).

    For parses that made the noun phrase an apposition of something before; null where it holds a verb or no actor.
    """
    sentence = verb.sent
    commas = [t.i for t in sentence if t.text == "," and t.i < verb.i and not document.in_quote(t.idx)]
    ends = all(
        t.dep_ in ("prep", "pobj", "npadvmod", "punct", "det", "compound") or t.is_space
        for t in verb.doc[verb.i + 1 : sentence.end]
    )
    if not commas or not ends or not 1 < verb.i - commas[-1] <= NEAR:
        return None
    phrase = verb.doc[commas[-1] + 1 : verb.i]
    if any(t.pos_ in ("VERB", "AUX") or t.lower_ in RELATIVES for t in phrase) or document.in_quote(phrase.start_char):
        return None
    head = phrase.root
    return head if head.pos_ in NOMINAL and document.actors.actor(head) is not None else None


def told_before(document: Document, verb: Token) -> Token | None:
    """The one told before an office in apposition or a relative clause that a comma ends right before the verb.

    For parses that tear them from the verb (`…, Kim Min-ho, the air chief, said`; `a spokesman for X, which …, said`).
    """
    commas = [t for t in verb.doc[verb.sent.start : verb.i] if t.text == "," and not document.in_quote(t.idx)]
    at = verb
    while at.i > verb.sent.start and at.nbor(-1).pos_ == "ADV":
        at = at.nbor(-1)
    if len(commas) < 2 or at.nbor(-1) != commas[-1]:
        return None
    opening = next((c for c in reversed(commas[:-1]) if _opens_aside(document, c.nbor(1))), None)
    if opening is None or opening.i == verb.sent.start:
        return None
    named = opening.nbor(-1)
    above = [named, *(t for t in named.ancestors if t.i < named.i and t.pos_ in NOMINAL)]
    return next((t for t in reversed(above) if _is_somebody(document, t)), None)


def _opens_aside(document: Document, token: Token) -> bool:
    """Whether a relative clause starts here, or an office in apposition."""
    offices = (s for p in document.people for s in p.offices)
    return token.lower_ in RELATIVES or any(s.start in (token.idx, end_of(token) + 1) for s in offices)


def speaker(document: Document, source: Token) -> Actor | None:
    """The actor whose words they are: the author for `I`, the issuer of a statement, both of two joint speakers."""
    if source.lower_ == "i":
        author = author_of(document)
        return of_person(author, Span(source.idx, source.idx + 1)) if author else None
    issuer = _issuer(source) or _issuer_before(document, source)
    if issuer is not None and (actor := document.actors.actor(issuer)):
        return actor
    named = _named_after(source)
    told = _joint(document, source) or document.actors.actor(named) or _document_named(document, source)
    return told or _unlisted(document, named)


def _named_after(source: Token) -> Token:
    """The name right behind the noun for what it names (`the website Far-Mark`, `the broadcaster NRK`)."""
    name = child(source, "appos")
    bare = name is not None and name.pos_ == "PROPN" and not any(t.is_punct and t.text == "," for t in source.children)
    return name if name is not None and bare and source.pos_ == "NOUN" and source.i < name.i else source


def _unlisted(document: Document, source: Token) -> Actor | None:
    """Somebody or something with a name that no list holds, as printed; a surname in the fullest form of the text."""
    words = noun_phrase(source).of(document.text)
    capital = source.text[:1].isupper() and (source.pos_ == "PROPN" or source.i > source.sent.start)
    if not capital or document.actors.name_at(source.idx) is not None:
        return None
    full = re.search(rf"\b[^\W\d_a-z][\w’'-]+ {re.escape(source.text)}\b", document.text)
    name = full.group() if full and words == source.text else LEADING_ARTICLE.sub("", words)
    return Actor("organization", name, None, "unknown", None, None, noun_phrase(source))


def author_of(document: Document) -> Person | None:
    """Who writes in the first person: the one named in the heading that opens a release."""
    first, _, _ = document.text.partition("\n")
    if SENTENCE_ENDS.search(first):
        return None
    return next((p for p in document.people for m in p.mentions if m.end <= len(first)), None)


def _issuer(source: Token) -> Token | None:
    """Whose statement it is (`Petri's text read`, `a statement issued by the ministry said`)."""
    noun = reporting_nouns().get(source.lemma_.lower())
    if noun is None or noun.noun_class != "medium":
        return None
    issued = (c for c in source.children if c.dep_ == "acl" and c.lower_ in ("issued", "released", "published"))
    agents = (child(a, "pobj") for i in issued for a in i.children if a.dep_ in ("agent", "prep") and a.lower_ == "by")
    makers = (child(c, "pobj") for c in source.children if c.dep_ == "prep" and c.lower_ in ("by", "from"))
    return next((t for t in chain([child(source, "poss")], agents, makers) if t is not None), None)


def _issuer_before(document: Document, source: Token) -> Token | None:
    """Whose statement was told just before (`said in a statement. … the statement added`)."""
    noun = reporting_nouns().get(source.lemma_.lower())
    bare = [c.lower_ for c in source.children if c.i < source.i] == ["the"]
    if noun is None or noun.noun_class != "medium" or not bare:
        return None
    earlier = reversed(source.doc[max(0, source.i - MEMORY) : source.i])
    told_in = (t.head.head for t in earlier if t.lemma_ == source.lemma_ and t.dep_ == "pobj" and t.head.lower_ == "in")
    return next((s for verb in told_in if reporting_verb(verb) and (s := source_of(document, verb))), None)


def _joint(document: Document, source: Token) -> Actor | None:
    """Two or more named speakers of the same words, as printed (`Kim Min-ho and Anna Berg said`)."""
    heads = [source, *(c for c in source.conjuncts if c.pos_ == "PROPN" and c.i > source.i)]
    people = {a.name: a for t in heads if (a := document.actors.actor(t)) and a.person}
    if len(people) < 2 or any(t.lower_ == "or" for t in source.children):
        return None
    sides = {a.side for a in people.values()}
    names = " and ".join(str(name) for name in people)
    span = Span(noun_phrase(source).start, noun_phrase(heads[-1]).end)
    return Actor("organization", names, None, "unknown", None, sides.pop() if len(sides) == 1 else None, span)


def _document_named(document: Document, source: Token) -> Actor | None:
    """A statement or readout that speaks for itself (`a Chinese readout said`), as printed."""
    noun = reporting_nouns().get(source.lemma_.lower())
    if noun is None or noun.noun_class != "medium" or source.pos_ != "NOUN":
        return None
    span = noun_phrase(source)
    name = LEADING_ARTICLE.sub("", span.of(document.text))
    side = next((n.code for n in document.names_in(span) if n.code), None)
    return Actor("organization", name, None, "unknown", None, side, span)
