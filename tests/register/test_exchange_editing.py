"""The sheet for editing: out, changed, and in again without loss."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.text import _
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.exchange.columns import BY_KEY, EDITED, FIELDS
from gdpr_desktop.register.exchange.editing import DATA_SHEET, HEADER_ROW, editing_book
from gdpr_desktop.register.exchange.model import Fate, Format, Order
from register.exchange_samples import (
    NB,
    NN,
    entry,
    full,
    header_columns,
    opened,
    planned,
    snapshot,
)


@pytest.fixture
def edit(municipality, tmp_path):
    """Exports, changes cells by field (row 1 is the first activity), and plans the import."""

    def changed(changes, *entries, language=NN, now=None):
        record = snapshot(municipality, *entries)
        book = opened(editing_book(record, Order(format=Format.EDITING, language=language)))
        sheet = book.worksheets[0]
        columns = header_columns(sheet, HEADER_ROW)
        for (row, key), change in changes.items():
            header = _(BY_KEY[key].header, language=language) if key != "id" else None
            cell = sheet.cell(HEADER_ROW + row, columns[header] if header else 1)
            cell.value = change(cell.value or "") if callable(change) else change
        book.save(tmp_path / "rediger.xlsx")
        return planned(tmp_path / "rediger.xlsx", now or record)

    return changed


@pytest.mark.parametrize("language", [NN, NB])
def test_what_nobody_changed_comes_back_as_it_was(edit, language):
    plan = edit({}, language=language)
    assert [(one.fate, one.problems) for one in plan.reads] == [(Fate.SAME, ())]
    assert plan.remarks == ()


@pytest.mark.parametrize("language", [NN, NB])
@pytest.mark.parametrize("key", [one.key for one in EDITED])
def test_reading_a_cell_gives_what_it_was_made_from(municipality, language, key):
    from gdpr_desktop.register.exchange.reader import Reader

    record, field = snapshot(municipality), BY_KEY[key]
    reader = Reader(record, language, strict=True)
    text = field.show(full(), record, language)
    assert field.read(full(), text, reader) == full()
    assert reader.problems == []


def test_headings_tell_the_columns_apart():
    for language in (NN, NB):
        names = [_(one.header, language=language) for one in FIELDS]
        assert len(set(names)) == len(names)


def test_a_changed_purpose_keeps_its_basis_and_reason(edit):
    plan = edit({(1, "purposes"): lambda text: text.replace("plass", "plass om hausten")})
    (read,) = plan.reads
    before, after = full().purposes, read.content.purposes
    assert after[0].text.nn == "Å gi barn plass om hausten"
    assert after == (replace(before[0], text=after[0].text), before[1])
    assert read.fate is Fate.UPDATE
    assert "målforma" in read.problems[0].text  # the bokmål stays as it was
    assert replace(read.content, purposes=before) == full()


def test_a_changed_period_and_a_new_recipient_come_back(edit):
    plan = edit(
        {
            (1, "retention"): lambda text: text.replace("2 år", "36 månader"),
            (1, "recipients"): lambda text: text + "\nSkatteetaten",
        }
    )
    content = plan.reads[0].content
    kept = full().data[0].retention
    assert content.data[0].retention == replace(kept, months=36)
    assert content.data[1:] == full().data[1:]
    assert content.recipients[:2] == full().recipients
    assert content.recipients[2].text.nn == "Skatteetaten"


def test_lines_may_change_places_and_be_taken_away(edit):
    plan = edit(
        {
            (1, "data"): lambda text: "\n".join(reversed(text.split("\n"))),
            (1, "subjects"): "Føresette",
        }
    )
    content = plan.reads[0].content
    assert [one.text.nn for one in content.data] == ["E-post", "Bilete", *_first_two()[::-1]]
    assert content.data[3].retention == full().data[0].retention
    assert content.data[2].subjects == ()  # the children it was about are gone


def _first_two():
    return [one.text.nn for one in full().data[:2]]


def test_a_changed_basis_stays_with_its_purpose(edit):
    plan = edit({(1, "bases"): "1: art. 6 nr. 1 bokstav c; barnehagelova § 18\n2: 6.1 b"})
    purposes = plan.reads[0].content.purposes
    assert [one.basis for one in purposes[0].bases] == [Basis.LEGAL_OBLIGATION]
    assert purposes[0].bases[0].laws == full().purposes[0].bases[0].laws
    assert purposes[1] == full().purposes[1]  # with its contract


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("outside_eea", "kanskje"),
        ("review_on", "snart"),
        ("systems", "Finst ikkje"),
        ("bases", "3: 6.1 e"),
        ("bases", "fordi vi kan"),
        ("data", "Namn [hemmeleg]"),
        ("transfers", "Ein stad: Firma"),
        ("information", "På fest"),
        ("retention", "Fingeravtrykk: 2 år"),
        ("provision", "Tja"),
    ],
)
def test_what_cannot_be_read_names_its_cell_and_changes_nothing(edit, key, text):
    (read,) = edit({(1, key): text}).reads
    assert read.fate is Fate.SAME
    assert len(read.problems) == 1
    assert read.problems[0].cell.endswith("4")
    assert read.problems[0].text


def test_a_row_with_no_number_is_new_and_an_unknown_number_is_refused(edit):
    twice = (entry(1, full()), entry(2, full("Skulemat")))
    plan = edit({(1, "id"): None, (1, "name"): "Heilt ny", (2, "id"): "77"}, *twice)
    assert [one.fate for one in plan.reads] == [Fate.ADD, Fate.REFUSED]


def test_what_the_record_changed_meanwhile_is_not_written_over(municipality, edit):
    newer = replace(entry(1, replace(full(), number="9", note="ny")), revision=2)
    changes = {(1, "number"): "8", (1, "responsible"): "styrar"}
    (read,) = edit(changes, now=snapshot(municipality, newer)).reads
    content = read.content
    assert (content.number, content.note, content.responsible) == ("9", "ny", "styrar")
    assert "protokollen" in read.problems[0].text


def test_the_number_of_another_register_is_not_believed(municipality, edit):
    other = replace(entry(1, full()), created_at=entry(1, full()).created_at.replace(year=2020))
    (read,) = edit({(1, "number"): "8"}, now=snapshot(municipality, other)).reads
    assert read.fate is Fate.REFUSED


def test_the_hidden_sheet_stays_out_of_sight(municipality):
    order = Order(format=Format.EDITING, language=NN)
    book = opened(editing_book(snapshot(municipality), order))
    assert book[DATA_SHEET].sheet_state == "hidden"
