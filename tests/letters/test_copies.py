"""A municipality's own wording: kept, used, journalled without its text, and given up again."""

import hashlib
import json
from dataclasses import replace

import pytest

from gdpr_desktop.core.change import Kind
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.letters import TemplateError, copies, load_template, render, store
from gdpr_desktop.letters.copies import CopyState, OwnTemplates
from gdpr_desktop.letters.samples import sample_facts
from gdpr_desktop.vault import Vault

NN, NB = Language.NYNORSK, Language.BOKMAL
RECEIPT = "access_receipt"
TEXT = "# Eigen tekst\n\nVi fekk kravet {{ received }}. Frist: {{ due }}.\n"


def entries(vault: Vault, deed: str) -> list[dict[str, str]]:
    rows = vault.db.execute("SELECT detail FROM journal WHERE deed = ? ORDER BY seq", [deed])
    return [json.loads(row[0]) for row in rows]


def written(vault: Vault, language: Language = NN) -> str:
    template = load_template(RECEIPT)
    facts = sample_facts(template, language)
    return render(template, language, facts, source=OwnTemplates(vault)).text()


def test_m0007_template_copy_has_one_wording_per_letter_and_language(vault: Vault) -> None:
    columns = vault.db.execute("SELECT name, pk FROM pragma_table_info('template_copy')").fetchall()
    assert [name for name, key in columns if key] == ["template", "language"]
    assert {name for name, _key in columns} >= {"text", "based_on", "changed_at", "changed_by"}


def test_letters_use_the_own_wording_from_the_moment_it_is_saved(vault: Vault) -> None:
    change = copies.save_copy(vault, RECEIPT, NN, TEXT)
    assert Kind.TEMPLATE in change.kinds
    assert written(vault).startswith("Eigen tekst")
    assert not written(vault, NB).startswith("Eigen tekst")


def test_the_letter_tells_which_wording_it_was_made_from(vault: Vault) -> None:
    template = load_template("access_answer")
    own = template.body(NN).replace("## Dette får du\n", "## Her er det\n")
    copies.save_copy(vault, "access_answer", NN, own)
    facts = sample_facts(template, NN)
    letter = render(template, NN, facts, source=OwnTemplates(vault))
    assert [(one.template, one.own) for one in letter.wordings] == [
        ("access_answer", True),
        ("access_information", False),
        ("access_copy", False),
    ]
    assert letter.wordings[0].sha256 == hashlib.sha256(own.encode()).hexdigest()


def test_the_journal_names_letter_and_digest_and_never_the_text(vault: Vault) -> None:
    copies.save_copy(vault, RECEIPT, NN, TEXT)
    copies.return_to_original(vault, RECEIPT, NN)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    expected = [{"template": RECEIPT, "language": "nn", "sha256": digest}]
    assert entries(vault, "template_saved") == expected
    assert entries(vault, "template_returned") == expected
    everything = vault.db.execute("SELECT group_concat(detail) FROM journal").fetchone()[0]
    assert "Eigen tekst" not in everything


def test_going_back_uses_the_original_and_twice_does_no_harm(vault: Vault) -> None:
    copies.save_copy(vault, RECEIPT, NN, TEXT)
    assert copies.return_to_original(vault, RECEIPT, NN).kinds == {Kind.TEMPLATE}
    assert copies.copies(vault) == ()
    assert not written(vault).startswith("Eigen tekst")
    assert copies.return_to_original(vault, RECEIPT, NN).kinds == frozenset()
    assert len(entries(vault, "template_returned")) == 1


def test_the_original_saved_as_own_is_no_own_wording(vault: Vault) -> None:
    copies.save_copy(vault, RECEIPT, NN, TEXT)
    copies.save_copy(vault, RECEIPT, NN, load_template(RECEIPT).body(NN))
    assert copies.copies(vault) == ()


def test_saving_the_same_again_is_no_deed(vault: Vault) -> None:
    copies.save_copy(vault, RECEIPT, NN, TEXT)
    assert copies.save_copy(vault, RECEIPT, NN, TEXT).kinds == frozenset()
    assert len(entries(vault, "template_saved")) == 1


def test_windows_line_breaks_and_the_mark_of_notepad_are_tidied(vault: Vault) -> None:
    copies.save_copy(vault, RECEIPT, NN, "\ufeff" + TEXT.replace("\n", "\r\n"))
    kept = copies.copy_of(vault, RECEIPT, NN)
    assert kept is not None
    assert kept.text == TEXT
    assert (kept.changed_by, kept.changed_at) == ("Solveig Testnes", vault.clock.now())


def test_a_changed_original_is_told_until_the_two_are_compared(vault: Vault) -> None:
    template = load_template(RECEIPT)
    copies.save_copy(vault, RECEIPT, NN, TEXT)
    kept = copies.copy_of(vault, RECEIPT, NN)
    assert kept is not None
    assert copies.state(template, NN, None) is CopyState.ORIGINAL
    assert copies.state(template, NN, kept) is CopyState.OWN
    with vault.begin_upkeep() as work:
        store.put(work, replace(kept, based_on="0" * 64))
    copies.save_copy(vault, RECEIPT, NN, TEXT + "\nMeir.\n")
    kept = copies.copy_of(vault, RECEIPT, NN)
    assert copies.state(template, NN, kept) is CopyState.OWN_OUTDATED
    copies.save_copy(vault, RECEIPT, NN, TEXT + "\nMeir.\n", compared=True)
    kept = copies.copy_of(vault, RECEIPT, NN)
    assert copies.state(template, NN, kept) is CopyState.OWN


def test_a_text_that_cannot_be_used_is_refused_with_its_line_and_nothing_is_kept(
    vault: Vault,
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        copies.save_copy(vault, RECEIPT, NN, TEXT + "\n{{ nmae }}\n")
    problem = refused.value.problems[0]
    assert problem.field == "text"
    assert "5" in problem.text
    assert "nmae" in problem.text
    assert copies.copies(vault) == ()


def test_a_text_that_only_one_sample_shows_to_be_wrong_is_refused(vault: Vault) -> None:
    bad = "# Brev\n\n{% if needs_identity %}\n# Endå ei\n{% endif %}\n\n{{ received }}\n"
    with pytest.raises(InvalidInputError):
        copies.save_copy(vault, RECEIPT, NN, bad)


def test_an_unknown_letter_has_no_wording(vault: Vault) -> None:
    with pytest.raises(TemplateError):
        copies.save_copy(vault, "../../etc/passwd", NN, TEXT)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ARCHIVIST, Role.MANAGER])
def test_only_an_officer_changes_the_wording(vault: Vault, role: Role) -> None:
    vault._worker.actor = replace(vault.actor, role=role)
    for deed in (
        lambda: copies.save_copy(vault, RECEIPT, NN, TEXT),
        lambda: copies.return_to_original(vault, RECEIPT, NN),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert copies.copies(vault) == ()


def test_an_own_wording_that_no_longer_can_be_used_says_whose_it_is(vault: Vault) -> None:
    from gdpr_desktop.letters import OwnTemplateError

    copies.save_copy(vault, RECEIPT, NN, TEXT)
    kept = copies.copy_of(vault, RECEIPT, NN)
    assert kept is not None
    with vault.begin_upkeep() as work:  # as after an update in which a field has another name
        store.put(work, replace(kept, text="# Brev\n\n{{ old_name }}\n"))
    with pytest.raises(OwnTemplateError) as caught:
        written(vault)
    assert caught.value.template == RECEIPT
    assert "old_name" in caught.value.text
    assert caught.value.hint
    template = load_template(RECEIPT)
    assert render(template, NN, sample_facts(template, NN)).text()
