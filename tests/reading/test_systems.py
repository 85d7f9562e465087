import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.reading.systems import SystemMention, find_systems


def only(text: str) -> SystemMention:
    (mention,) = find_systems(text)
    return mention


@pytest.mark.parametrize(
    "name", ["K9", "K-9", "K9A1", "K9 Thunder", "AS9 Huntsman", "K9 Vajra-T", "T-155 Firtina", "T-155 Fırtına"]
)
def test_every_spelling_and_licence_leads_to_one_gun(name: str) -> None:
    mention = only(f"They chose the {name} howitzer.")
    assert (mention.designation, mention.category, mention.origin) == ("K9 Thunder", "artillery", ("KOR",))


@pytest.mark.parametrize("name", ["Cheongung", "Cheongung-II", "Cheonggung II", "M-SAM", "M-SAM II", "KM-SAM"])
def test_every_romanisation_leads_to_one_missile(name: str) -> None:
    assert only(f"They chose {name} interceptors.").designation == "KM-SAM"


@pytest.mark.parametrize(
    ("text", "phrase", "designation", "category"),
    [
        ("the FA-50 light combat aircraft", "FA-50 light combat aircraft", "FA-50", "aircraft"),
        ("the ATR 72 maritime patrol aircraft", "ATR 72 maritime patrol aircraft", "ATR 72 MPA", "aircraft"),
        ("the KM-SAM (Cheongung) missile", "KM-SAM (Cheongung) missile", "KM-SAM", "air_defence"),
        ("some F-16C/D fighters", "F-16C/D fighters", "F-16 Fighting Falcon", "aircraft"),
        ("its Caracal troop-carrying helicopters", "Caracal troop-carrying helicopters", "H225M Caracal", "helicopter"),
        ("the light combat aircraft FA-50", "light combat aircraft FA-50", "FA-50", "aircraft"),
        ("KAANs over Izmir", "KAANs", "KAAN", "aircraft"),
    ],
)
def test_a_name_and_its_kind_are_one_mention(text: str, phrase: str, designation: str, category: str) -> None:
    mention = only(text)
    assert (mention.span.of(text), mention.designation, mention.category) == (phrase, designation, category)


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "unit"),
    [
        ("Poland bought 18 FA-50s.", 18, 18, "unit"),
        ("It took 48 used K9s.", 48, 48, "unit"),
        ("It took a dozen second-hand guns.", 12, 12, "unit"),
        ("It took two squadrons of F-16s.", 2, 2, "squadron"),
        ("It took up to 36 Korean-made FA-50s.", None, 36, "unit"),
        ("It took 100-plus Boxers.", 100, None, "unit"),
        ("It took three 3,200-ton frigates.", 3, 3, "unit"),
        ("It took ten locally built Type 26 frigates.", 10, 10, "unit"),
        ("It took two squadrons, or 24 units, of the FA-50.", 24, 24, "unit"),
        ("It took a dozen or so of the FA-50.", 12, 12, "unit"),
        ("It took two regiments of the S-300 missile system.", 2, 2, "unit"),
        ("It took nine of the naval version of the NH90.", 9, 9, "unit"),
        ("It took four batteries of Israel's Spyder missile system.", 4, 4, "battery"),
        ("It handed over T-72 tanks, more than 90 of them.", 90, None, "unit"),
        ("It gave Leopard 1 tanks from its stocks, 30 of which were overhauled.", 30, 30, "unit"),
        ("It chose the PC-21 trainer, of which 14 are in service.", 14, 14, "unit"),
        ("It took a company of Leopard 2s (14 in all).", 14, 14, "unit"),
        ("It is doubling its order for F-16s to 32.", 32, 32, "unit"),
    ],
)
def test_a_number_goes_with_the_arms_it_counts(text: str, minimum: int | None, maximum: int | None, unit: str) -> None:
    quantity = only(text).quantity
    assert quantity
    assert (quantity.minimum, quantity.maximum, quantity.unit) == (minimum, maximum, unit)


def test_a_number_of_men_is_not_that_of_their_guns() -> None:
    assert only("300 troops operate howitzers there.").quantity is None


@pytest.mark.parametrize(
    "text",
    [
        "The FA-50 was shown to 12 of them.",
        "The FA-50s, 14 years old, were sold.",
        "The tank, which weighs more than 50, is the heaviest.",
        "It sent F-16s to 12 of its bases.",
    ],
)
def test_a_number_behind_arms_that_does_not_speak_of_them_counts_none(text: str) -> None:
    assert only(text).quantity is None


def test_each_item_keeps_its_own_number() -> None:
    mentions = find_systems("180 tanks and 81 support vehicles")
    assert [mention.quantity and mention.quantity.minimum for mention in mentions] == [180, 81]


@pytest.mark.parametrize(
    "text",
    [
        "a think tank and think tanks in Seoul",
        "foreign direct investment (FDI) grew",
        "the G20 summit and COVID-19",
        "a boxer, an archer and Caesar met in Rome",
        "Tiger Division men crossed the river",
        "the M4 motorway",
        "rounds of talks and a flagship project",
        "the Missile Defense Agency spoke",
    ],
)
def test_ordinary_words_are_no_arms(text: str) -> None:
    assert find_systems(text) == []


def test_an_ordinary_word_with_a_unit_behind_is_a_name() -> None:
    (found,) = find_systems("Poland bought Patriot batteries.")
    assert found.designation == "Patriot"


def test_an_ordinary_word_beside_arms_is_a_name() -> None:
    assert only("Lithuania ordered Boxer vehicles.").designation == "Boxer"


def test_what_a_platform_carries_is_not_the_platform() -> None:
    mention = only("They ordered F-16 engines.")
    assert (mention.designation, mention.category) == (None, "engine")


def test_a_new_designation_is_kept_as_printed() -> None:
    mention = only("They showed the XR-77 howitzer.")
    assert (mention.designation, mention.category) == ("XR-77", "artillery")


def test_a_version_of_a_system_is_none_of_its_own() -> None:
    assert [mention.designation for mention in find_systems("They get tanks of the new B9 version.")] == [None]


def test_a_sum_in_pesos_is_no_pistol() -> None:
    assert [mention.designation for mention in find_systems("P10B went into rifles.")] == [None]


def test_a_system_may_be_called_by_its_second_name_once_told() -> None:
    told = find_systems("They fly the C-17 Globemaster III. The Globemaster, unlike the Raptor, has four engines.")
    assert [mention.designation for mention in told][:2] == ["C-17 Globemaster III"] * 2


@pytest.mark.parametrize("text", ["The raptor flew.", "The Raptor flew.", "The Raptors beat the F-35 team."])
def test_a_second_name_alone_is_a_word_like_others(text: str) -> None:
    assert "F-22 Raptor" not in {mention.designation for mention in find_systems(text)}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for mention in find_systems(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
