"""Who is one person across articles: the table `people`, and the `person_id` of participants and speakers.

A form of a name joins a person of the same side whose fullest form it is a spelling or a part of. One word of a name,
or a name without a side, joins only where it can be one person's. Not here: who is who within an article (`reading`).
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipelines.reading.person_names import same_person, sounds
from pipelines.reference import relational_titles
from schemas import People, derive

Tables = Mapping[str, pl.DataFrame]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name, as an article gives it to somebody of a side; `words` as they sound."""

    name: str
    side: str | None
    words: tuple[str, ...]

    @property
    def sound(self) -> str:
        """The whole name as it sounds: equal for spellings that part it differently."""
        return "".join(self.words)

    @property
    def keys(self) -> set[tuple[str, str]]:
        """What it is looked up by: each word with the letter that the rest begins with; not all Kims are compared."""
        rests = ((word, "".join(self.words[:at] + self.words[at + 1 :])) for at, word in enumerate(self.words))
        return {(word, rest[:1]) for word, rest in rests}


@dataclass(slots=True)
class _Person:
    """Forms that are one person's; the first is the fullest."""

    forms: list[Form]

    @property
    def identifier(self) -> str:
        fullest = self.forms[0]
        return "pe_" + hashlib.sha256(f"{fullest.side}|{fullest.sound}".encode()).hexdigest()[:16]


def with_people(tables: Tables) -> dict[str, pl.DataFrame]:
    """The tables with `people`, and with its key in `meeting_participants` and `statements`.

    `tables` are those of single articles: each record rests on one of them.
    """
    appearances = _appearances(tables)
    keys = _identify(appearances.select("name", "side").unique().iter_rows())
    forms = pl.DataFrame(
        [(form.name, form.side, key) for form, key in keys.items()],
        schema={"name": pl.String, "side": pl.String, "person_id": pl.String},
        orient="row",
    )
    known = appearances.join(forms, on=["name", "side"], nulls_equal=True)
    participants = tables["meeting_participants"].drop("person_id")
    statements = tables["statements"].drop("person_id").with_columns(_spoken_name().alias("spoken"))
    spoken = statements.join(
        forms, left_on=["spoken", "speaker_side"], right_on=["name", "side"], how="left", nulls_equal=True
    )
    named = participants.join(forms, on=["name", "side"], how="left", nulls_equal=True)
    return {
        **tables,
        "people": _people(known),
        "meeting_participants": named.select(tables["meeting_participants"].columns),
        "statements": spoken.select(tables["statements"].columns),
    }


def _appearances(tables: Tables) -> pl.DataFrame:
    """Everybody named: `name`, `side`, `role`, and the interval in which the article was published."""
    articles = tables["articles"].select("article_id", "published_earliest", "published_latest")
    told = tables["mentions"].select("record_id", "article_id").unique().join(articles, on="article_id")
    participants = tables["meeting_participants"].select("name", "side", "role", record_id="meeting_id")
    speakers = tables["statements"].select(
        name=_spoken_name(), side="speaker_side", role="speaker_role", record_id="statement_id"
    )
    named = pl.concat([participants, speakers]).filter(pl.col("name").is_not_null())
    return named.join(told, on="record_id")


def _spoken_name() -> pl.Expr:
    return pl.when(pl.col("speaker_kind") == "person").then(pl.col("speaker"))


def _identify(forms: Iterable[tuple[str, str | None]]) -> dict[Form, str]:
    """The person of each form of a name."""
    people: list[_Person] = []
    by_key: defaultdict[tuple[str | None, str, str], list[_Person]] = defaultdict(list)
    for form in sorted((Form(name, side, sounds(name)) for name, side in forms), key=_fullest_first):
        near = {id(person): person for key in form.keys for person in by_key[form.side, *key]}
        person = _owner(form, near.values())
        if person is None:
            people.append(_Person([form]))
            for key in {*form.keys, *((word, "") for word in form.words)}:
                for side in {form.side, None}:  # whose side is not told may be of any
                    by_key[side, *key].append(people[-1])
        else:
            person.forms.append(form)
    return {form: person.identifier for person in people for form in person.forms}


def _fullest_first(form: Form) -> tuple[bool, int, int, str, str]:
    return form.side is None, -len(form.words), -len(form.name), form.name, form.side or ""


def _owner(form: Form, people: Iterable[_Person]) -> _Person | None:
    """The one person that a form of a name belongs to; null where there is none, or more than one."""
    alike = [person for person in people if _may_be(form, person.forms[0])]
    fitting = [person for person in alike if person.forms[0].sound == form.sound] or alike
    return fitting[0] if len(fitting) == 1 else None


def _may_be(form: Form, fullest: Form) -> bool:
    """Whether a form can be a person's: one word without a side can be anybody's, and so is nobody's."""
    if form.side is None and len(form.words) == 1 and fullest.side is not None:
        return False
    return same_person(form.name, fullest.name)


def _people(known: pl.DataFrame) -> pl.DataFrame:
    told = known.group_by("person_id").agg(
        "name", "side", "role", first_seen=pl.min("published_earliest"), last_seen=pl.max("published_latest")
    )
    return derive.frame(People, [_row(person) for person in told.iter_rows(named=True)]).sort("person_id")


def _row(person: Mapping[str, Any]) -> dict[str, Any]:
    names = Counter(person["name"])
    return {
        "person_id": person["person_id"],
        "name": min(names, key=lambda name: (-len(sounds(name)), -names[name], name)),
        "spellings": sorted(names),
        "sides": sorted(set(filter(None, person["side"]))),
        "roles": sorted({role for role in person["role"] if role and not _is_relational(role)}),
        "first_seen": person["first_seen"],
        "last_seen": person["last_seen"],
    }


def _is_relational(role: str) -> bool:
    """Whether a role says what somebody is to another (`his Polish counterpart`) instead of an office."""
    return any(re.search(rf"\b{re.escape(one.title)}s?\b", role) for one in relational_titles())
