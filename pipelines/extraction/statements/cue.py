"""The record of a cue: reporting words with their place. Not here: finding cues (`cues.py`), what they report."""

from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from pipelines.records import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """Reporting words. `words` are they as printed, `clause` is the attribution as a whole.

    `kind` is `verb`, `participle` (`adding that`), `passive` (`was told that`), `noun` (`expressed hope that`),
    `phrase` (`made it clear that`), `source_phrase` (`according to`), `quoted` (`was quoted as saying`) or
    `introduced`. `verb` is the word that governs the content; `source` heads the speaker's noun phrase, null where the
    context must tell; `strength` is that of the verb in `reference/reporting_verbs.csv`.
    """

    kind: str
    verb: Token
    words: Span
    clause: Span
    source: Token | None
    sentence: Words
    strength: str


@dataclass(frozen=True, slots=True)
class Told:
    """A cue with the spans of its content."""

    cue: Cue
    parts: tuple[Span, ...]
