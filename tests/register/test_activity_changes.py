"""A new basis takes a reason, and starts the duty to inform anew; activities on paper."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities import changes, report
from gdpr_desktop.register.activities.shelf import SHELF
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId, EntryState
from register.sound import ON_INTERESTS, SOUND, WEIGHED, basis, law, purpose

NEW_BASIS = purpose(basis("c", laws=(law(),)))


@pytest.fixture
def approved(vault, unit, system):
    """A sound activity that is approved, as an entry."""
    content = replace(SOUND, unit_id=unit, systems=(system,))
    number = EntryId(service.add_entry(vault, content).id)
    service.approve_entry(vault, number)
    return store.entry(vault.db, number)


def save(vault, entry, *, reason="", **content):
    changed = replace(entry.content, **content)
    changes.save_activity(vault, entry, changed, reason=reason)
    return store.entry(vault.db, entry.id)


def test_new_basis_of_what_was_approved_asks_for_a_reason(vault, approved):
    with pytest.raises(InvalidInputError, match="basis"):
        save(vault, approved, purposes=(NEW_BASIS,), reason="  ")
    assert store.entry(vault.db, approved.id).revision == approved.revision


def test_new_basis_keeps_the_reason_and_reminds_of_telling_people(vault, approved):
    after = save(vault, approved, purposes=(NEW_BASIS,), reason="Ny lov")
    assert after.state is EntryState.TO_REVISE
    assert after.content.purposes[0].reason == "Ny lov"
    assert [one.kind for one in after.content.steps] == ["inform_anew"]
    assert store.versions(vault.db, approved.id)[0].note == "Ny lov"
    again = save(vault, after, purposes=(NEW_BASIS,), number="7", reason="Ny lov")
    assert len(again.content.steps) == 1


def test_basis_is_compared_with_what_was_approved_not_with_the_last_draft(vault, approved):
    after = save(vault, approved, purposes=(NEW_BASIS,), reason="Ny lov")
    back = save(vault, after, purposes=approved.content.purposes)
    assert back.content.purposes == approved.content.purposes


def test_other_changes_ask_for_nothing(vault, approved):
    assert save(vault, approved, number="7").content.steps == ()


def test_draft_changes_its_basis_freely(vault, activity):
    number = EntryId(changes.save_activity(vault, None, activity).id)
    assert save(vault, store.entry(vault.db, number), purposes=(NEW_BASIS,)).revision == 2


def test_purpose_is_known_by_its_words_or_else_by_its_place():
    other = replace(NEW_BASIS, text=same("noko anna"))
    renamed = replace(SOUND, purposes=(other,))
    assert changes.rebased(SOUND, renamed) == (other,)
    both = replace(SOUND, purposes=(other, *SOUND.purposes))
    assert changes.rebased(SOUND, both) == ()


def test_report_tells_all_of_an_activity_in_both_languages(vault, approved):
    content = replace(approved.content, purposes=(ON_INTERESTS,), assessments=(WEIGHED,))
    after = save(vault, approved, purposes=content.purposes, reason="Ny vurdering")
    for language, unit_of in ((Language.NYNORSK, "nn"), (Language.BOKMAL, "nb")):
        letter = report.report(vault, after, language)
        text = letter.text()
        assert letter.language.value == unit_of
        for words in ("Opptak", "tildele plass", "tryggleik i bygget", "Oppad", "Ny vurdering"):
            assert words in text
        assert letter.html()


def test_shelf_shows_how_much_is_filled_in(vault, approved):
    (column,) = SHELF.columns
    assert "18" in column.text(approved)
    assert [one.part for one in SHELF.groups(vault, approved)][:2] == ["about", "purposes"]
