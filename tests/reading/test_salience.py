"""Nearness and the part in the sentence decide whom a pronoun stands for."""

from collections.abc import Callable

import pytest

from pipelines.reading.document import Document
from pipelines.reading.salience import Salience
from pipelines.reading.tokens import Tokens
from pipelines.records import Span

Reading = Callable[..., Document]


def _told(document: Document, *names: str) -> Salience[str]:
    salience: Salience[str] = Salience(Tokens(document.doc), document.quotes)
    for name in names:
        start = document.text.index(name)
        salience.add(Span(start, start + len(name)), name)
    return salience


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kos thanked Lund. He smiled.", "Kos"),  # a subject before an object
        ("Kos left. Lund came. He smiled.", "Lund"),  # the nearer of two subjects
        ("“Kos is ill,” said Lund. He smiled.", "Lund"),  # those in a quotation last
    ],
)
def test_the_most_salient_is_meant(reading: Reading, text: str, who: str) -> None:
    document = reading(text)
    pronoun = next(token for token in document.doc if token.text == "He")
    assert _told(document, "Kos", "Lund").antecedent(pronoun) == who


def test_who_does_not_fit_is_passed_over(reading: Reading) -> None:
    document = reading("Kos thanked Lund. He smiled.")
    pronoun = next(token for token in document.doc if token.text == "He")
    assert _told(document, "Kos", "Lund").antecedent(pronoun, lambda who: None if who == "Kos" else 0.0) == "Lund"


def test_somebody_long_not_told_is_forgotten(reading: Reading) -> None:
    document = reading("Kos left. " + "It rained. " * 9 + "He smiled.")
    pronoun = next(token for token in document.doc if token.text == "He")
    salience = _told(document, "Kos")
    assert salience.antecedent(pronoun) is None
    assert list(salience.told_before(pronoun)) == []
