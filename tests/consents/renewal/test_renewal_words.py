"""What is said of the places where an ended consent was used."""

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.renewal.words import place_words


def test_what_was_shared_on_a_release_is_not_to_be_deleted() -> None:
    place = Place(name="PPT")
    told = {kind: place_words(place, kind) for kind in FormKind}
    release = told.pop(FormKind.CONFIDENTIALITY)
    assert all(text != release for text in told.values())
    assert len(set(told.values())) == 1
