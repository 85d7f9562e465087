"""What a bare `$` means in a text. Invented."""

from collections.abc import Callable

import pytest

from pipelines.reading.document import Document

Reading = Callable[..., Document]

AT_HOME = "Defence Minister Richard Marles said the $7 billion contract for 20 vehicles was signed."


@pytest.mark.parametrize(
    ("text", "agencies", "currency"),
    [
        (AT_HOME, (), "AUD"),
        (AT_HOME, ("Reuters",), "USD"),
        (AT_HOME.replace("Defence Minister", "Australian Defence Minister"), (), "USD"),
        (AT_HOME.replace("Defence", "Defense") + " The defense budget rose.", (), "USD"),
        (AT_HOME + " A further A$2 billion goes to the yard.", (), "USD"),
        ("Australia pays $7 billion ($US4.6 billion) for them, Canberra said.", (), "AUD"),
        ("Prime Minister Mark Carney toured the yard. The defence order may cost $20 billion.", (), "CAD"),
    ],
)
def test_a_bare_dollar_is_that_of_a_text_told_at_home(
    reading: Reading, text: str, agencies: tuple[str, ...], currency: str
) -> None:
    assert reading(text, agencies=agencies).money[0].currency == currency
