"""Who got the data must be told: art. 19 and handbook 6.4."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.requests.dialogs.recipients import RecipientsDialog
from gdpr_desktop.requests.recipients import service, store
from gdpr_desktop.requests.recipients.model import MOST, Recipient, Recipients, Telling, merged


def noted(desk, recipients: Recipients):
    case_id = desk.identified()
    service.note_recipients(desk.vault, desk.part(case_id), recipients)
    return desk.request(case_id).parts[0]


def test_nobody_is_left_to_tell_when_each_is_told_or_has_a_reason(desk):
    told = Recipient(name="Nav", telling=Telling.TOLD, told_on=desk.today)
    closed = Recipient(name="Avisa", telling=Telling.IMPOSSIBLE, reason="Lagd ned")
    assert noted(desk, Recipients(rows=(told, closed))).told.settled
    assert not noted(desk, Recipients(rows=(told, Recipient(name="Skulen")))).told.settled
    assert noted(desk, Recipients(nobody=True)).told.settled
    assert not noted(desk, Recipients()).told.settled


@pytest.mark.parametrize(
    ("recipients", "field"),
    [
        (Recipients(rows=(Recipient(name=" ", contact="post@nav.example"),)), "rows"),
        (Recipients(rows=(Recipient(name="Nav", telling=Telling.TOLD),)), "rows"),
        (Recipients(rows=(Recipient(name="Nav", telling=Telling.IMPOSSIBLE),)), "rows"),
        (Recipients(rows=(Recipient(name="Nav"),), nobody=True), "nobody"),
        (Recipients(published=True), "steps"),
        (Recipients(rows=tuple(Recipient(name=f"N {n}") for n in range(MOST + 1))), "rows"),
    ],
)
def test_what_is_wrong_with_the_list_is_told_at_its_field(desk, recipients, field):
    case_id = desk.identified()
    with pytest.raises(InvalidInputError) as refused:
        service.note_recipients(desk.vault, desk.part(case_id), recipients)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_list_that_says_nothing_asks_for_names_or_that_nobody_got_it(desk, window, opened):
    case_id = desk.identified()
    hand = opened(RecipientsDialog(desk.vault, case_id, desk.part(case_id), window))
    hand.save()
    assert hand.problem("rows")
    hand.click(hand.dialog.nobody)
    hand.save()
    assert hand.changes
    assert desk.request(case_id).parts[0].told.settled


@pytest.mark.parametrize("days", [1, -30])
def test_nobody_is_told_before_the_request_nor_on_a_day_to_come(desk, days):
    told = Recipient(name="Nav", telling=Telling.TOLD, told_on=desk.today + timedelta(days=days))
    with pytest.raises(InvalidInputError):
        noted(desk, Recipients(rows=(told,)))


def test_five_thousand_lines_are_kept(desk):
    rows = tuple(Recipient(name=f"Mottakar {number}") for number in range(MOST))
    part = noted(desk, Recipients(rows=rows))
    assert (part.told.total, part.told.open) == (MOST, MOST)
    assert store.recipients(desk.vault.db, part.id).rows == rows


def test_those_of_the_record_are_added_once():
    before = (Recipient(name="Nav", what="Vedtak"),)
    assert [one.name for one in merged(before, ("nav", "Skatt", "Skatt"))] == ["Nav", "Skatt"]


def test_names_go_when_the_case_is_erased(desk):
    part = noted(desk, Recipients(rows=(Recipient(name="Nav", what="Kari"),)))
    with desk.vault.begin(service.Deed.WORK_ON_CASE) as work:
        work.require(service.Deed.WORK_ON_CASE, assigned=True)
        store.anonymise(work.db, part.id)
    (row,) = store.recipients(desk.vault.db, part.id).rows
    assert (row.name, row.what) == ("", "")


def test_lines_that_are_pasted_typed_in_and_taken_away_stay_what_they_are(desk, window, opened):
    case_id = desk.identified()
    dialog = RecipientsDialog(desk.vault, case_id, desk.part(case_id), window)
    opened(dialog)
    lines = "\n".join(f"Mottakar {number}\tpost{number}@nav.example" for number in range(300))
    QGuiApplication.clipboard().setText(lines)
    dialog.rows.paste()
    dialog.rows.paste()  # once more: nobody is there twice
    count = len(dialog.rows.rows())
    assert count == 300
    dialog.rows.table.item(7, 0).setText("Skulen")
    dialog.rows.table.setCurrentCell(3, 0)
    dialog.rows.remove()
    found = [row[0] for row in dialog.rows.rows()]
    assert (len(found), found[3], found[6]) == (299, "Mottakar 4", "Skulen")
    dialog.rows.table.item(299, 0).setText("Avisa")
    assert dialog.rows.rows()[-1][0] == "Avisa"
    assert dialog.rows.table.rowCount() == 301


def test_what_is_long_in_any_cell_is_told(desk):
    for name in ("contact", "what", "given"):
        with pytest.raises(InvalidInputError):
            noted(desk, Recipients(rows=(Recipient(name="Nav", **{name: "x" * 5000}),)))
