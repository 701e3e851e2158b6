"""The field for formatted text: typed, pasted, cut, and what it refuses."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gdpr_desktop.dpia.rich import LONGEST_ANSWER, rich
from gdpr_desktop.dpia.rich_html import from_html, to_html
from gdpr_desktop.dpia.widgets.rich_field import RichField

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qtbot: QtBot) -> RichField:
    made = RichField()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def paste(field: RichField, *, html: str = "", words: str = "", picture: bool = False) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if words:
        data.setText(words)
    if picture:
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert field.editor.canInsertFromMimeData(data)
    field.editor.insertFromMimeData(data)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Hei <strong>du</strong> og <em>han</em></p>",
        "<ul><li>ein</li><li>to</li></ul><ol><li>tre</li></ol><p>slutt</p>",
        "<ol><li><strong><em>a</em></strong></li></ol><ul><li>b</li></ul>",
    ],
)
def test_what_is_shown_is_read_back_as_it_was(field: RichField, html: str) -> None:
    text = from_html(html)
    field.set_value(text)
    assert field.value() == text
    field.restore_draft(field.draft_state())
    assert to_html(field.value()) == html


def test_keys_make_bold_italic_and_lists(field: RichField) -> None:
    editor = field.editor
    QTest.keyClick(editor, Key.Key_B, CONTROL)
    QTest.keyClicks(editor, "Tiltak")
    QTest.keyClick(editor, Key.Key_B, CONTROL)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "- ein")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "to")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return)  # an empty point ends the list
    QTest.keyClick(editor, Key.Key_I, CONTROL)
    QTest.keyClicks(editor, "slutt")
    assert to_html(field.value()) == (
        "<p><strong>Tiltak</strong></p><ul><li>ein</li><li>to</li></ul><p><em>slutt</em></p>"
    )
    QTest.keyClick(editor, Key.Key_7, CONTROL | SHIFT)
    assert "<ol><li><em>slutt</em></li></ol>" in to_html(field.value())
    QTest.keyClick(editor, Key.Key_Home)
    QTest.keyClick(editor, Key.Key_Backspace)
    assert "<p><em>slutt</em></p>" in to_html(field.value())


def test_the_tab_key_leaves_the_field(field: RichField) -> None:
    QTest.keyClick(field.editor, Key.Key_Tab)
    assert not field.value()


def test_a_paste_from_word_keeps_only_the_simple_looks(field: RichField) -> None:
    QTest.keyClicks(field.editor, "Før: ")
    paste(
        field,
        html="<style>p{color:red}</style><p style='font-size:40pt'>Stor <b>feit</b></p>"
        "<table><tr><td>A</td><td>B</td></tr></table>",
        words="noko anna",
    )
    assert to_html(field.value()) == "<p>Før: Stor <strong>feit</strong></p><p>A | B</p>"


def test_a_pasted_picture_is_refused_with_a_way_on(field: RichField) -> None:
    paste(field, picture=True)
    assert not field.value()
    assert field.hint()
    field.set_value(rich(""))
    paste(field, html="<p>Sjå <img src='data:image/png;base64,AAAA'> her</p>")
    assert field.value() == rich("Sjå her")
    assert field.hint()


def test_five_megabytes_are_cut_at_once_and_it_is_said(field: RichField) -> None:
    begun = time.perf_counter()
    paste(field, words="ord og ord " * 500_000)
    assert len(field.value().plain) <= LONGEST_ANSWER
    assert field.hint()
    paste(field, html="<p>meir</p>" * 500_000)
    assert len(field.value().plain) <= LONGEST_ANSWER
    assert time.perf_counter() - begun < 10
    QTest.keyClicks(field.editor, "x")
    assert field.editor.length() <= LONGEST_ANSWER


def test_a_paste_in_place_of_all_has_room_for_as_much(field: RichField) -> None:
    field.set_value(rich("a" * LONGEST_ANSWER))
    cursor = field.editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    field.editor.setTextCursor(cursor)
    paste(field, words="b" * LONGEST_ANSWER)
    assert field.value() == rich("b" * LONGEST_ANSWER)


def test_a_dropped_file_is_handed_on_and_an_identity_number_is_noticed(
    field: RichField, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    with qtbot.waitSignal(field.files_dropped) as told:
        field.editor.insertFromMimeData(data)
    assert told.args == [[tmp_path / "a.pdf"]]
    assert not field.value()
    QTest.keyClicks(field.editor, "Fnr 41817012345 nei")
    assert field._notice is not None
