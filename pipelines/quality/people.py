"""Who is who in an article: what the reading finds against what people read there (`articles/people_gold.json`).

Somebody is right with name, rank and side; a reference (a surname, a pronoun, `the two ministers`) with all whom it
stands for. Not here: the tables of a release (`score.py`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from pipelines.quality.gold import Gold, Row, accepts, accepts_nothing
from pipelines.quality.matching import same_name
from pipelines.quality.scores import Scores
from pipelines.reading.document import Document
from pipelines.reading.people import Person
from pipelines.records import Span


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """People, references by kind, and what went wrong, line by line, by file name of the article."""

    people: Scores
    references: Mapping[str, Scores]
    errors: Mapping[str, Sequence[str]]

    @property
    def all_references(self) -> Scores:
        """The references of all kinds together; nothing is spurious among them."""
        return sum(self.references.values(), Scores())


def score_people(documents: Iterable[Document], gold: Gold) -> PeopleReport:
    """Score the reading of articles against gold. Articles without gold play no part."""
    people, references = Scores(), Counter[tuple[str, bool]]()
    errors: dict[str, list[str]] = {}
    for document in documents:
        name = PurePath(document.article.source).name
        if name not in gold:
            continue
        scores, faults = _score_named(gold[name]["people"], document.people)
        people += scores
        for reference in gold[name]["references"]:
            fault = _fault_of(reference, document)
            references[reference["kind"], fault is None] += 1
            faults += [fault] if fault else []
        errors |= {name: faults} if faults else {}
    kinds = sorted({kind for kind, _ in references})
    by_kind = {kind: Scores(references[kind, True], 0, references[kind, False]) for kind in kinds}
    return PeopleReport(people, by_kind, errors)


def render_people(report: PeopleReport) -> str:
    """F1 of people and share of references that are right."""
    found, references = report.people, report.all_references
    kinds = ", ".join(f"{kind} {scores.recall:.3f}" for kind, scores in report.references.items())
    return (
        f"people with rank and side: precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}\n"
        f"references right: {references.recall:.3f} of {references.right + references.missing} ({kinds})\n"
    )


def span_of(reference: Row, text: str) -> Span:
    """Where the bracketed words of a quoted reference stand. Raises `ValueError` where the text has no such quote."""
    before, _, rest = reference["quote"].partition("[")
    words, _, after = rest.partition("]")
    start = text.index(before + words + after) + len(before)
    return Span(start, start + len(words))


def _score_named(told: Sequence[Row], found: Sequence[Person]) -> tuple[Scores, list[str]]:
    left, right = list(found), 0
    faults = []
    for row in told:
        person = next((p for p in left if accepts(row, "name", p.name, same_name)), None)
        if person is None:
            faults.append(f"people MISSED {row['name']}")
            continue
        left.remove(person)
        wrong = [*_wrong(row, person)]
        right += not wrong
        faults += [f"people [{row['name']}] {fault}" for fault in wrong]
    faults += [f"people SPURIOUS {person.name}" for person in left]
    return Scores(right, len(found) - right, len(told) - right), faults


def _wrong(row: Row, person: Person) -> Iterator[str]:
    for field, value in (("role_class", person.role_class), ("side", person.side)):
        nothing = value is None and (row[field] is None or accepts_nothing(row, field))
        if not nothing and not accepts(row, field, value, str.__eq__):
            yield f"{field}: gold={row[field]!r} found={value!r}"


def _fault_of(reference: Row, document: Document) -> str | None:
    """What is wrong with whom a reference was taken for; null where it is right."""
    told = list(reference["people"])
    found = [person.name for person in document.actors.people_of(span_of(reference, document.text))]
    paired = len(told) == len(found) and all(any(same_name(one, other) for other in found) for one in told)
    return None if paired else f"{reference['kind']} {reference['quote']!r}: gold={told} found={found}"
