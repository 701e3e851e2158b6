"""The whole way of one activity: from the library to what people read, and out of date again."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.collections.texts import TextOrder, make_text
from gdpr_desktop.information.statements.exporting import Format, Order, export_statement
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.register import feature as register
from gdpr_desktop.register.activities.parts import Answer, Law
from gdpr_desktop.register.documents import record_document, stale_documents
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.contents import _added, add_content
from gdpr_desktop.register.entries.model import EntryId, EntryKind, EntryState, Severity
from gdpr_desktop.register.library.loading import activity_from
from gdpr_desktop.register.model import Agreement, agreement_gaps, findings
from gdpr_desktop.register.units.model import Unit


@pytest.fixture
def kindergarten(vault) -> EntryId:
    """From the library, not yet gone through."""
    made = activity_from("kindergarten_admission", Language.NYNORSK)
    return EntryId(service.add_entry(vault, made).id)


def complete(vault, activity_id: EntryId) -> None:
    """Fill in what the starting point leaves to the municipality."""
    unit = service.add_entry(vault, Unit(name=same("Barnehage"), responsible=same("styrar"))).id
    before = store.entry(vault.db, activity_id).content
    act = Bilingual(nn="skatteforvaltningslova", nb="skatteforvaltningsloven")
    law = Law(act=act, section="§ 3-3")
    sources = tuple(
        replace(one, lifted_by=law) if one.confidential and not one.lifted_by else one
        for one in before.sources
    )
    done = replace(
        before,
        unit_id=EntryId(unit),
        sources=sources,
        outside_eea=Answer.NO,
        risk_assessed_on=date(2026, 10, 1),
        library_checked=True,
    )
    service.change_entry(vault, activity_id, done)


def test_starting_point_is_incomplete_until_it_is_filled_in_and_then_approved(vault, kindergarten):
    found = findings(store.entry(vault.db, kindergarten).content)
    assert any(one.severity is Severity.ERROR for one in found)
    with pytest.raises(RefusedError):
        service.approve_entry(vault, kindergarten)
    complete(vault, kindergarten)
    service.approve_entry(vault, kindergarten)
    assert store.entry(vault.db, kindergarten).state is EntryState.APPROVED


def test_change_of_retention_lists_letter_form_and_statement(vault, kindergarten, tmp_path):
    complete(vault, kindergarten)
    site = PrivacyStatement(
        name=Bilingual(nn="Nettstaden", nb="Nettstedet"), activities=(kindergarten,)
    )
    statement = store.entry(vault.db, EntryId(service.add_entry(vault, site).id))
    for language in Language:
        path = tmp_path / f"{language}.html"
        export_statement(vault, statement, Order(format=Format.HTML, language=language), path)
        purpose = store.entry(vault.db, kindergarten).content.purposes[0].text.in_(language)
        assert purpose in path.read_text("utf-8")
    content = store.entry(vault.db, kindergarten).content
    form = make_text(vault, [content], TextOrder(template="information_form"), Language.NYNORSK)
    sha256 = form.save(tmp_path / "skjema.docx")
    record_document(
        vault,
        kind="information_form",
        title=form.title,
        language="nn",
        path=tmp_path / "skjema.docx",
        sha256=sha256,
        about=kindergarten,
        sources=[kindergarten],
    )
    assert stale_documents(vault.db) == ()
    kept = content.data[0].retention
    longer = replace(content.data[0], retention=replace(kept, months=24, criteria=Bilingual()))
    service.change_entry(vault, kindergarten, replace(content, data=(longer, *content.data[1:])))
    assert sorted(one.document.kind for one in stale_documents(vault.db)) == [
        "information_form",
        "statement_html",
        "statement_html",
    ]


def test_agreement_that_lacks_two_clauses_is_told_by_their_letters():
    assert agreement_gaps(Agreement(clauses=tuple("abcefh"))) == ("d", "g")


def test_statements_are_counted_anew_by_another_version_whatever_was_subscribed_first(
    vault, kindergarten, monkeypatch
):
    site = PrivacyStatement(name=same("Nettstad"), activities=(kindergarten,))
    number = EntryId(service.add_entry(vault, site).id)
    contents = {kind: kept for kind, kept in _added.items() if kind is not EntryKind.STATEMENT}
    monkeypatch.setattr("gdpr_desktop.register.entries.contents._added", contents)
    register.subscribe(vault)  # as at an unlock: the tab of the record comes first
    add_content(PrivacyStatement)
    monkeypatch.setattr(PrivacyStatement, "findings", lambda self: ())
    assert register.catch_up(vault) == ()
    assert store.entry(vault.db, number).errors == 0
