"""Parties gathered: each once, and by their sides. Not here: which of them make one meeting (`sorting.py`)."""

from collections.abc import Iterable

from pipelines.extraction.meetings.tellings import Party

Group = tuple[Party, ...]


def distinct(parties: Iterable[Party]) -> Group:
    """Each person once, and a side or an unnamed office only where nobody of that rank is told for it."""
    told = list(parties)
    kept: list[Party] = []
    for party in told:
        if party.person is not None:
            if any(k.person is not None and k.person.name == party.person.name for k in kept):
                continue
        elif any(k is not party and k.side == party.side and (k.person is not None or k in kept) for k in told):
            better = any(
                k.side == party.side and (k.person is not None or (k.present and not party.present)) for k in told
            )
            if better or any(k.side == party.side and k.role_class == party.role_class for k in kept):
                continue
        kept.append(party)
    return tuple(kept)


def by_side(parties: Iterable[Party], without: frozenset[str]) -> list[Group]:
    """The parties of each side, in the order told."""
    sides: dict[str, list[Party]] = {}
    for party in parties:
        if party.side and party.side not in without:
            sides.setdefault(party.side, []).append(party)
    return [tuple(group) for group in sides.values()]


def sides_of(parties: Iterable[Party]) -> frozenset[str]:
    """The sides of parties."""
    return frozenset(p.side for p in parties if p.side)
