"""What a right may be refused on, with the exact provision."""

import pytest

from gdpr_desktop.law.bases import DataRight
from gdpr_desktop.law.exceptions import RefusalGround, grounds_for

ANY_RIGHT = {"not_about_person", "deceased", "manifestly_unfounded", "excessive"}
SECTION_16 = {
    "national_security",
    "crime",
    "health_or_relations",
    "confidentiality",
    "internal_document",
    "obvious_interests",
}


def test_every_ground_names_its_provision():
    assert {ground: ground.reference.short for ground in RefusalGround} == {
        "others_rights": "art. 15(4)",
        "manifestly_unfounded": "art. 12(5)",
        "excessive": "art. 12(5)",
        "national_security": "§ 16 a",
        "crime": "§ 16 b",
        "health_or_relations": "§ 16 c",
        "confidentiality": "§ 16 d",
        "internal_document": "§ 16 e",
        "obvious_interests": "§ 16 f",
        "archive_effort": "§ 17 a",
        "archive_purpose": "§ 17 b",
        "not_about_person": "art. 4(1)",
        "deceased": "(27)",
        "other_law": "art. 15(1)",
    }


@pytest.mark.parametrize(
    ("right", "own"),
    [
        ("15", {"other_law", "others_rights", *SECTION_16, "archive_effort", "archive_purpose"}),
        ("16", {"archive_purpose"}),
        ("17", set()),
        ("18", {"archive_purpose"}),
        ("20", {"others_rights"}),
        ("21", set()),
        ("22", set()),
    ],
)
def test_section_16_is_for_access_and_section_17_limits_15_16_and_18(right, own):
    assert set(grounds_for(right)) == ANY_RIGHT | own
    assert len(grounds_for(right)) == len(ANY_RIGHT | own)


def test_what_is_none_of_these_rights_is_never_refused_here():
    assert grounds_for("7(3)") == grounds_for("77") == ()


def test_the_provision_follows_the_right():
    purpose, others = RefusalGround.ARCHIVE_PURPOSE, RefusalGround.OTHERS_RIGHTS
    assert purpose.reference_for(DataRight.RECTIFICATION) == purpose.reference_for("18")
    assert purpose.reference_for("16").paragraph == "2"
    assert others.reference_for(DataRight.PORTABILITY).short == "art. 20(4)"


def test_these_refuse_the_request_as_such_and_no_single_item():
    whole = {ground for ground in RefusalGround if ground.whole_request}
    assert whole == {*map(RefusalGround, ANY_RIGHT), RefusalGround.OTHER_LAW}


def test_only_art_12_5_must_be_proved_by_us():
    ours = {ground for ground in RefusalGround if ground.by_us_to_prove}
    assert ours == {RefusalGround.MANIFESTLY_UNFOUNDED, RefusalGround.EXCESSIVE}
