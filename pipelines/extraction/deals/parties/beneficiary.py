"""Whom the help is for that a text tells of: `military aid to Ukraine`, `Kyiv's backers`.

It is the country that most words of help are tied to. Not here: which deals are aid (`tellings/kinds.py`).
"""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.extraction.deals.parties.nations import COUNTRY_KINDS
from pipelines.reading.document import Document

#: What is given, and who gives it.
HELP = frozenset({"aid", "assistance", "support", "help", "donation", "arms", "weapon", "ammunition"})
HELPERS = frozenset({"backer", "ally", "supporter", "donor", "friend"})
#: What leads from help to whom it is for.
FOR = frozenset({"for", "to"})
OWNING = frozenset({"poss", "amod", "compound", "nmod"})


def beneficiary(document: Document) -> str | None:
    """The country that a text speaks of as helped by others, where there is one."""
    most = Counter(_helped(document)).most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def _helped(document: Document) -> Iterator[str]:
    for name in document.names:
        found = document.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if name.code and name.kind in COUNTRY_KINDS and found is not None and len(found) and _is_helped(found.root):
            yield name.code


def _is_helped(name: Token) -> bool:
    if name.dep_ in OWNING:
        return name.head.lemma_.lower() in HELPERS
    return name.dep_ == "pobj" and name.head.lower_ in FOR and name.head.head.lemma_.lower() in HELP
