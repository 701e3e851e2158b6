from gdpr_desktop.law.exceptions import AccessException


def test_every_exception_names_its_provision():
    assert {exception: exception.reference.short for exception in AccessException} == {
        "others_rights": "art. 15(4)",
        "manifestly_unfounded": "art. 12(5)",
        "excessive": "art. 12(5)",
        "national_security": "§ 16 a",
        "crime": "§ 16 b",
        "health_or_relations": "§ 16 c",
        "confidentiality": "§ 16 d",
        "internal_document": "§ 16 e",
        "obvious_interests": "§ 16 f",
    }


def test_only_art_12_5_refuses_the_request_as_such():
    whole = {exception for exception in AccessException if exception.whole_request}
    assert whole == {AccessException.MANIFESTLY_UNFOUNDED, AccessException.EXCESSIVE}
