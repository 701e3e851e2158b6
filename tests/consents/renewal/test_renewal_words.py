"""What is said of the places where an ended consent was used."""

from datetime import date

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.renewal.model import Bundle, Why
from gdpr_desktop.consents.renewal.words import done_title, letter_title, place_words, task_title
from gdpr_desktop.core.municipality import Language


def test_what_was_shared_on_a_release_is_not_to_be_deleted() -> None:
    place = Place(name="PPT")
    told = {kind: place_words(place, kind) for kind in FormKind}
    release = told.pop(FormKind.CONFIDENTIALITY)
    assert all(text != release for text in told.values())
    assert len(set(told.values())) == 1


def test_nothing_is_to_be_deleted_because_a_release_has_ended() -> None:
    day = date(2026, 7, 31)
    release, consent = FormKind.CONFIDENTIALITY, FormKind.PICTURE
    for why in (Why.EXPIRED, Why.RENEWAL):
        found = Bundle(why=why, first=day, last=day, count=2)
        assert task_title(found, release) != task_title(found, consent)
    assert done_title(release) != done_title(consent)
    assert letter_title(release, Language.NYNORSK)
    assert not letter_title(consent, Language.NYNORSK)
