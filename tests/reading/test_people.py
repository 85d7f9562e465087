"""Who holds which office for which side, by the constructions in which news tells it."""

from collections.abc import Callable
from datetime import date

import pytest

from pipelines.reading.document import Document
from pipelines.reading.people import Person

Reading = Callable[..., Document]


def _named(document: Document, name: str) -> Person:
    found = [person for person in document.people if person.name == name]
    assert found, [person.name for person in document.people]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "name", "rank", "side"),
    [
        # a title before the name
        ("Norwegian Defense Minister Kari Lund arrived.", "Kari Lund", "minister", "NOR"),
        ("Norway's Defense Minister Kari Lund arrived.", "Kari Lund", "minister", "NOR"),
        ("The Norwegian defense minister, Kari Lund, arrived.", "Kari Lund", "minister", "NOR"),
        ("Seoul's arms procurement chief Ma Dong-su spoke.", "Ma Dong-su", "senior_official", "KOR"),
        ("Poland's Deputy Prime Minister and Defence Minister Jan Kos spoke.", "Jan Kos", "minister", "POL"),
        ("Hanwha Aerospace CEO Ma Dong-su signed it.", "Ma Dong-su", "company", "KOR"),
        # an apposition on either side
        ("Kari Lund, Norway's defense minister, arrived.", "Kari Lund", "minister", "NOR"),
        ("Kari Lund, 58, the defense minister of Norway, arrived.", "Kari Lund", "minister", "NOR"),
        ("Kari Lund, who heads the Norwegian defense ministry's office, spoke.", "Kari Lund", "unknown", "NOR"),
        ("The head of the Polish arms agency, Jan Kos, signed.", "Jan Kos", "senior_official", "POL"),
        ("Kari Lund MP, Minister for Defence of Norway, spoke.", "Kari Lund", "minister", "NOR"),
        ("Ma Dong-su, chief executive of Hanwha Aerospace, signed.", "Ma Dong-su", "company", "KOR"),
        # a side that owns or follows the name, a side within a title
        ("Talks were held with Jan Kos of Poland.", "Jan Kos", "unknown", "POL"),
        ("Across the table sat Poland's Lt Gen Jan Kos.", "Jan Kos", "military", "POL"),
        ("Gen. Ryo Hara, chief of Japan's Joint Staff, was there.", "Ryo Hara", "military", "JPN"),
        # a body before the title, whose name may run into it; one who serves somebody
        ("Norwegian Foreign Ministry spokesperson Kari Lund spoke.", "Kari Lund", "senior_official", "NOR"),
        ("Ukrainian Air Force spokesman Petro Bondar spoke.", "Petro Bondar", "senior_official", "UKR"),
        ("Japanese Ministry of Foreign Affairs Director General Ryo Hara spoke.", "Ryo Hara", "senior_official", "JPN"),
        ("Norwegian Ministry of Defence State Secretary Kari Lund spoke.", "Kari Lund", "deputy_minister", "NOR"),
        ("Ann Holt, spokeswoman for Polish Minister Jan Kos, spoke.", "Ann Holt", "senior_official", "POL"),
        ("Ann Holt, spokeswoman for Polish Minister Jan Kos, spoke.", "Jan Kos", "minister", "POL"),
        ("Ann Holt, adviser to Prime Minister Jan Kos of Poland, spoke.", "Ann Holt", "senior_official", "POL"),
        ("Brig. Gen. Jan Kos, who leads the Polish army's armour school, spoke.", "Jan Kos", "military", "POL"),
        # firms have presidents, too
        ("Jan Kos, president of the Polish state shipbuilder, spoke.", "Jan Kos", "company", "POL"),
        ("Jan Kos, vice president of the firm's naval division, spoke.", "Jan Kos", "company", None),
        ("Jan Kos, president of Poland, spoke.", "Jan Kos", "leader", "POL"),
        # titles that only one state has, those of other languages
        ("Norway paid. Assistant Secretary of Defense Ann Holt came.", "Ann Holt", "senior_official", "USA"),
        ("Norway paid. Chief Cabinet Secretary Ryo Hara spoke.", "Ryo Hara", "minister", "JPN"),
        ("Raksha Mantri Rajnath Singh of India spoke.", "Rajnath Singh", "minister", "IND"),
        ("Raksha Rajya Mantri Amit Rao of India spoke.", "Amit Rao", "deputy_minister", "IND"),
        # former and acting holders
        ("Norway's former defense minister, Kari Lund, spoke.", "Kari Lund", "minister", "NOR"),
        ("South Korea's acting defense minister, Ma Dong-su, spoke.", "Ma Dong-su", "minister", "KOR"),
        # names of other shapes
        ("Mr. Tomas A. Reyes, Secretary for Foreign Affairs of Peru, spoke.", "Tomas A. Reyes", "minister", "PER"),
        ("Mr. Tomas A. Reyes, Jr., Minister of Defense of Peru, spoke.", "Tomas A. Reyes, Jr.", "minister", "PER"),
        ("Peru's Defense Minister Tomas Reyes Jr. spoke.", "Tomas Reyes Jr.", "minister", "PER"),
        ("Australia's Minister for Defence, the Hon Amy Ware MP, spoke.", "Amy Ware", "minister", "AUS"),
        ("Vietnamese Defense Minister To Van Minh spoke.", "To Van Minh", "minister", "VNM"),
        ("Vietnamese President To Vinh spoke.", "To Vinh", "leader", "VNM"),
        ("Japanese Defense Minister HARA Ryo spoke.", "HARA Ryo", "minister", "JPN"),
        ("Vietnamese Defense Minister Tran Van Minh spoke.", "Tran Van Minh", "minister", "VNM"),
        ("Chinese Defense Minister Bai Guohua spoke.", "Bai Guohua", "minister", "CHN"),
        ("Emirati Defence Minister Saeed bin Omar Al Hamadi spoke.", "Saeed bin Omar Al Hamadi", "minister", "ARE"),
        ("Turkish Defense Minister Çağrı Öztürk spoke.", "Çağrı Öztürk", "minister", "TUR"),
        ("Spanish Defence Minister María de la Cruz Gómez spoke.", "María de la Cruz Gómez", "minister", "ESP"),
        ("Indonesian Defense Minister Budi Santoso Wijaya spoke.", "Budi Santoso Wijaya", "minister", "IDN"),
    ],
)
def test_an_office_goes_to_the_name_beside_it(
    reading: Reading, sentence: str, name: str, rank: str, side: str | None
) -> None:
    person = _named(reading(sentence), name)
    assert (person.role_class, person.side) == (rank, side)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The defense ministers of Norway and Poland, Kari Lund and Jan Kos, met.",
            {"Kari Lund": "NOR", "Jan Kos": "POL"},
        ),
        (
            "He saw his Norwegian, Polish and Greek counterparts, Kari Lund, Jan Kos and Nikos Pappas.",
            {"Kari Lund": "NOR", "Jan Kos": "POL", "Nikos Pappas": "GRC"},
        ),
        (
            "Kari Lund and Jan Kos, the Ministers of Defence of Norway and Poland, met.",
            {"Kari Lund": "NOR", "Jan Kos": "POL"},
        ),
        (
            "He met Lt Gen Jan Kos of Poland, Lt Gen Petr Novak of Slovakia and Gen Nikos Pappas of Greece.",
            {"Jan Kos": "POL", "Petr Novak": "SVK", "Nikos Pappas": "GRC"},
        ),
    ],
)
def test_sides_of_a_list_are_spread_over_the_names(reading: Reading, sentence: str, told: dict[str, str]) -> None:
    document = reading(sentence)
    assert {name: _named(document, name).side for name in told} == told


def test_an_office_of_several_is_that_of_each_in_the_list(reading: Reading) -> None:
    document = reading("Defense ministers Ma Dong-su and Gilberto Reyes met in Manila.")
    assert {_named(document, name).role_class for name in ("Ma Dong-su", "Gilberto Reyes")} == {"minister"}


def test_ministers_told_after_a_list_with_sides_between(reading: Reading) -> None:
    document = reading(
        "He met Lt Gen Jan Kos of Poland and Lt Gen Petr Novak of Slovakia, all of them defence ministers."
    )
    assert {_named(document, name).role_class for name in ("Jan Kos", "Petr Novak")} == {"minister"}


def test_two_offices_after_two_names_are_one_each(reading: Reading) -> None:
    document = reading(
        "She met Jan Kos and Petr Novak, chairman and vice chairman of the parliament's defense committee."
    )
    assert _named(document, "Jan Kos").role == "chairman"
    assert "vice chairman" in (_named(document, "Petr Novak").role or "")


def test_the_office_after_and_is_not_that_of_the_name_before(reading: Reading) -> None:
    document = reading("Jan Kos and the Norwegian defense minister met in Oslo.")
    assert _named(document, "Jan Kos").role is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway's Defense Minister Kari Lund met her Polish counterpart, Jan Kos.",
        "Norway's Defense Minister Kari Lund met her Polish counterpart Jan Kos.",
        "Norway's Defense Minister Kari Lund met her Polish opposite number, Gen Jan Kos.",
        "Norway's Defense Minister Kari Lund met Jan Kos, her Polish counterpart.",
    ],
)
def test_a_counterpart_has_the_rank_of_the_other_and_a_side_of_his_own(reading: Reading, sentence: str) -> None:
    person = _named(reading(sentence), "Jan Kos")
    assert (person.role_class, person.side) == ("minister", "POL")


def test_an_attache_acts_for_the_side_of_the_ambassador_who_has_her(reading: Reading) -> None:
    text = "Israel signed. Israel paid. Finland's ambassador, Aino Salo, and her defence attaché, Pekka Virta, came."
    assert _named(reading(text), "Pekka Virta").side == "FIN"


def test_a_body_that_owns_an_office_is_its_organisation(reading: Reading) -> None:
    person = _named(reading("Dan Levi, the ministry's director general, signed in Tel Aviv."), "Dan Levi")
    assert person.organization == "ministry"


def test_two_people_of_one_surname_stay_two(reading: Reading) -> None:
    document = reading(
        "Foreign Minister Kim Min-jun spoke first. Then came Defense Minister Kim Dong-su. Kim Dong-su left early."
    )
    assert {person.name for person in document.people} == {"Kim Min-jun", "Kim Dong-su"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("President Ma Jae-ho met Defense Minister Ma Dong-su. President Ma left.", "Ma left", "Ma Jae-ho"),
        ("President Ma Jae-ho met Defense Minister Ma Dong-su. Minister Ma left.", "Ma left", "Ma Dong-su"),
        ("Defense Minister Ma Dong-su met Gen. Paul Ma. Gen. Ma left.", "Ma left", "Paul Ma"),
        ("Gen. Ma Dong-su met Admiral Ma Jun. General Ma left.", "Ma left", "Ma Dong-su"),
        ("Vice Minister Ma Dong-su met Deputy Minister Ma Jun. Vice Minister Ma left.", "Ma left", "Ma Dong-su"),
        ("Foreign Minister Ma Jun met Defense Minister Ma Dong-su. Ma left.", "Ma left", "Ma Dong-su"),
        ("Mr. Tan Wei met Ms. Tan. Mr. Tan left.", "Tan left", "Tan Wei"),
        ("Mr. Tan Wei met Ms. Tan. Ms. Tan left.", "Tan left", "Tan"),
    ],
)
def test_of_two_with_one_surname_the_title_tells_who_is_meant(
    reading: Reading, text: str, words: str, name: str
) -> None:
    """“President Lee” was once the defence minister of that name, told a moment before."""
    person = _named(reading(text), name)
    assert text.index(words) in {mention.start for mention in person.mentions}


def test_a_small_word_in_a_name_is_no_name(reading: Reading) -> None:
    document = reading("Vietnamese President To Vinh arrived. To Vinh smiled. To leave early is rude, Vinh said.")
    (person,) = document.people
    assert [mention.of(document.text) for mention in person.mentions] == ["To Vinh", "To Vinh", "Vinh"]


def test_a_style_is_no_role(reading: Reading) -> None:
    assert _named(reading("Mr. Jan Kos of Poland spoke."), "Jan Kos").role is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Defense Minister Kari Lund arrived. Lund smiled.", "Lund smiled"),
        ("Crown Prince Saeed bin Omar Al Hamadi arrived. Saeed smiled.", "Saeed smiled"),
        ("Indonesian Defense Minister Budi Santoso arrived. Budi smiled.", "Budi smiled"),
        ("South Korean Defense Minister Ahn Gyu-back arrived. Minister Ahn Kyu-baek smiled.", "Ahn Kyu-baek smiled"),
        ("Polish Minister Paweł Żak arrived. Pawel Zak smiled.", "Pawel Zak smiled"),
        ("Mr. Tomas A. Reyes, Jr., Minister of Defense, came. Secretary Reyes smiled.", "Reyes smiled"),
    ],
)
def test_a_part_or_another_spelling_of_a_name_is_the_same_person(reading: Reading, text: str, words: str) -> None:
    document = reading(text)
    assert len(document.people) == 1
    assert text.index(words) in {mention.start for mention in document.people[0].mentions}


@pytest.mark.parametrize(
    ("day", "side"), [(date(2010, 5, 3), "NOR"), (date(2019, 5, 3), "NATO")], ids=["as premier", "as secretary-general"]
)
def test_a_known_holder_acts_for_the_side_of_his_office_on_the_day(reading: Reading, day: date, side: str) -> None:
    assert _named(reading("Jens Stoltenberg opened the talks in Ankara.", day), "Jens Stoltenberg").side == side


@pytest.mark.parametrize("name", ["Jens P. Stoltenberg", "Jens Stoltenberg, Jr."])
def test_an_initial_does_not_hide_a_known_holder(reading: Reading, name: str) -> None:
    assert _named(reading(f"Secretary General {name} opened the talks.", date(2019, 5, 3)), name).side == "NATO"


def test_an_ambassador_told_without_a_side_is_of_another_one(reading: Reading) -> None:
    text = "The Philippines bought them. Philippine sailors like them. India built them. Ambassador Amit Rao came."
    assert _named(reading(text), "Amit Rao").side == "IND"


def test_assistance_is_nobody(reading: Reading) -> None:
    assert reading("Japan will continue Official Security Assistance with radars.").people == []


def test_a_known_minister_is_not_taken_for_one_of_the_side_named_most(reading: Reading) -> None:
    text = "Finland buys missiles. Finland pays in euros. Finland signed on Sunday, Defence Minister Yoav Gallant said."
    assert _named(reading(text, date(2023, 11, 12)), "Yoav Gallant").side == "ISR"


def test_the_country_of_the_agency_is_taken_for_granted(reading: Reading) -> None:
    text = "Poland bought howitzers. Poland signed, Defense Minister Ma Dong-su said in Seoul. Poland is pleased."
    assert _named(reading(text, agencies=("Yonhap",)), "Ma Dong-su").side == "KOR"


def test_a_president_told_without_a_country_does_not_make_his_the_home(reading: Reading) -> None:
    text = (
        "South Korea and the United States agreed. President Donald Trump and Secretary-General Mark Rutte were told."
    )
    assert reading(text, date(2025, 8, 1), ("Yonhap",)).home == "KOR"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Warsaw is glad. Minister Jan Kos received his Estonian counterpart. Estonia will pay. Estonia sells.", "POL"),
        ("Warsaw is glad. Minister Jan Kos received his Estonian colleague Anu Saar. Estonia will pay.", "POL"),
        ("Minister Jan Kos received his Estonian colleague Anu Saar. Estonia will pay.", None),
    ],
)
def test_the_side_of_a_counterpart_is_not_ones_own(reading: Reading, text: str, side: str | None) -> None:
    """A short report of a visit once gave the host the side of his guest, which alone it names."""
    assert _named(reading(text), "Jan Kos").side == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Japan asks. The U.S. State Department agreed. Spokesperson Ann Holt said it would help Japan.", "USA"),
        ("Japan asks. Saab of Sweden agreed. CEO Ann Holt said it would help Japan.", "SWE"),
        ("The U.S. State Department agreed. Norwegian spokesperson Ann Holt said it would help.", "NOR"),
    ],
)
def test_a_spokesperson_without_a_body_is_that_of_the_one_told_before(reading: Reading, text: str, side: str) -> None:
    assert _named(reading(text), "Ann Holt").side == side


@pytest.mark.parametrize(
    "sentence",
    [
        "HMS Queen Elizabeth called at Busan.",
        "The General Security of Military Information Agreement lapsed.",
        "They looked at Bien Hoa Air Base.",
    ],
)
def test_ships_treaties_and_bases_are_nobody(reading: Reading, sentence: str) -> None:
    assert reading(sentence).people == []
