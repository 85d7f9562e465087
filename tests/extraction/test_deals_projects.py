"""Joint projects told by their name: once each, and only where all who take part are named. Invented sentences."""

from decimal import Decimal

import pytest

from pipelines.reading.arms_terms import SYSTEMS
from pipelines.reference.joint_projects import joint_projects
from schemas.vocabulary import COUNTRIES
from tests.stories import deals_in


def projects(text: str) -> list[tuple[str, list[str | None]]]:
    """Who develops what together, by each deal of a text."""
    shared = [d for d in deals_in(text) if d.kind == "joint_development"]
    return [("+".join(d.supplier_countries), [i.system for i in d.items]) for d in shared]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berlin and Paris have divided up the work on the MGCS.", ("DEU+FRA", ["MGCS"])),
        (
            "France and Germany quarrel over the Future Combat Air System, in which Spain has a share.",
            ("DEU+ESP+FRA", ["FCAS"]),
        ),
        ("Jakarta is behind with its part of the bill for the KF-21, Seoul said.", ("IDN+KOR", ["KF-21"])),
    ],
)
def test_a_project_named_with_its_partners_is_joint_development(text: str, expected: tuple[str, list[str]]) -> None:
    assert projects(text) == [expected]


@pytest.mark.parametrize(
    "text", ["South Korea has shown the KF-21 to Peru.", "The FCAS is late, Madrid and Paris said."]
)
def test_a_project_named_without_a_partner_is_none(text: str) -> None:
    assert projects(text) == []


def test_joint_work_that_words_tell_is_told_once() -> None:
    text = "South Korea and Indonesia jointly develop the KF-21. Jakarta has paid for a fifth of the KF-21."
    assert projects(text) == [("IDN+KOR", ["KF-21"])]


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia agreed in 2016 to bear a fifth of the cost of the KF-21 fighter, 8 trillion won, with South Korea.",
        "The two ministers, of Indonesia and South Korea, negotiated about the KF-21.",
    ],
)
def test_what_partners_do_about_the_goods_of_their_project_is_joint_work(text: str) -> None:
    assert [(d.kind, d.status) for d in deals_in(text)] == [("joint_development", "signed")]


def test_a_partner_may_buy_a_number_of_what_is_developed_together() -> None:
    first, *_ = deals_in("Indonesia signed a contract for 48 KF-21 fighters with South Korea.")
    assert first.kind == "arms_transfer"


def test_every_project_is_a_known_system_of_known_countries() -> None:
    assert {p.designation for p in joint_projects()} <= {system.designation for system in SYSTEMS}
    assert all(set(project.partners) <= COUNTRIES for project in joint_projects())


def test_what_a_project_costs_all_is_not_what_a_partner_pays() -> None:
    text = (
        "Indonesia joined South Korea's 8 trillion won KF-21 project in 2016. Jakarta signed a paper with Seoul under "
        "which it will pay 600 billion won for its part in developing the KF-21."
    )
    assert [deal.value_min for deal in deals_in(text)] == [Decimal(600_000_000_000)]
