"""The small table to type in."""

from pytestqt.qtbot import QtBot

from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField


def test_blank_line_at_the_end_is_removed_and_comes_again(qtbot: QtBot) -> None:
    field = RowsField([RowsColumn(header="Namn")])
    qtbot.addWidget(field)
    field.set_rows((("Kari",),))
    field.table.setCurrentCell(1, 0)
    field.remove_button.click()
    assert field.rows() == (("Kari",),)
    assert field.table.rowCount() == 2
