"""Forms that come back in a heap: by the keyboard alone, each line kept at once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from consents.filling import a_group, approved_form
from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.dialogs.quick import QuickDialog
from gdpr_desktop.consents.model import validity

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Keys:
    """Types into whatever has the focus, and counts."""

    def __init__(self, dialog: QuickDialog) -> None:
        self.dialog = dialog
        self.count = 0

    def type(self, *keys: str | Qt.Key, ctrl: bool = False) -> None:
        for key in keys:
            for one in key if isinstance(key, str) else (key,):
                held = Qt.KeyboardModifier.ControlModifier
                how = held if ctrl else Qt.KeyboardModifier.NoModifier
                target = QApplication.focusWidget()
                assert isinstance(target, QWidget)
                QTest.keyClick(target, one, how)
                self.count += 1


@pytest.fixture
def heap(officer, form_id, qtbot):
    """The dialog, with a group of five and the date filled in."""
    group_id = a_group(officer, 5)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    dialog = QuickDialog(officer, form_id, parent, group_id)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    dialog.activateWindow()
    dialog.given_on.set_date(date(2026, 9, 10))
    dialog.names.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.names.line)
    yield Keys(dialog)
    dialog.discard()


def kept(keys, name):
    """The consent of a child."""
    member = next(one for one in keys.dialog.heap.members if one.name.startswith(name))
    found = keys.dialog.heap.consent_of(member)
    return store.consent(keys.dialog.vault.db, found.id) if found else None


def test_a_child_takes_few_keys_and_is_kept_at_once(heap, officer, form_id):
    heap.type("di", ENTER, "ab", ENTER)
    found = kept(heap, "Dina")
    assert heap.count == 6
    assert [(one.name, one.yes) for one in found.statements] == [
        ("Mor Testhaug", ("p1", "p2", "p3")),
        ("Far Testhaug", ("p1", "p2", "p3")),
    ]
    assert validity(found, forms.form(officer.db, form_id), date(2026, 11, 20)).valid
    assert heap.dialog.progress.text().startswith("1 ")
    assert QApplication.focusWidget() is heap.dialog.names.line


def test_the_mouse_alone_keeps_a_line(heap):
    heap.dialog.begin(heap.dialog.heap.left()[0])
    pad = heap.dialog.pad
    name, rows = heap.dialog.member.name, list(pad._rows.values())
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert pad.current() is rows[1]
    pad.answer_all(True)
    assert pad.current() is pad.signing
    QTest.mouseClick(next(iter(pad._signers.values())), Qt.MouseButton.LeftButton)
    QTest.mouseClick(pad._keep, Qt.MouseButton.LeftButton)
    assert kept(heap, name) is not None
    assert pad._keep.isHidden()


def test_each_purpose_is_answered_by_a_key_and_put_right_by_its_number(heap):
    heap.type("ada", ENTER, "jnj2", Qt.Key.Key_Backspace, "3b", ENTER)
    found = kept(heap, "Ada")
    assert (found.statements[0].yes, found.statements[0].no) == (("p1",), ("p3",))


def test_nothing_is_answered_or_signed_beforehand(heap):
    heap.type("ada", ENTER, ENTER)
    assert heap.dialog.pad.answers() == ((), ())
    assert kept(heap, "Ada") is None
    heap.type("a", ENTER)
    assert kept(heap, "Ada") is None, "nobody has signed"
    heap.type("b", ENTER)
    assert kept(heap, "Ada") is not None


def test_separated_parents_send_a_form_each_and_disagree(heap, officer, form_id):
    heap.type("ada", ENTER, "af", ENTER, "ada", ENTER)
    assert "Mor Testhaug" in heap.dialog.pad._known.text()
    heap.type("jnjd", ENTER)
    found = kept(heap, "Ada")
    what = validity(found, forms.form(officer.db, form_id), date(2026, 11, 20))
    assert (what.purposes, what.reasons) == (("p1", "p3"), (Reason.DISAGREE,))
    assert len(store.of_members(officer.db, [found.member_id], form_id)) == 1


def test_the_same_form_twice_is_noticed_and_takes_one_more_enter(heap):
    heap.type("ada", ENTER, "ab", ENTER, "ada", ENTER, "ib", ENTER)
    assert len(kept(heap, "Ada").statements) == 2
    assert heap.dialog.say_box.text()
    heap.type(ENTER)
    assert len(kept(heap, "Ada").statements) == 4


def test_what_is_doubtful_is_asked_about_again_when_the_line_is_changed(heap):
    heap.type("ada", ENTER, "as", ENTER)  # a child of four signed alone
    heap.type("f", ENTER)
    assert [one.name for one in kept(heap, "Ada").statements] == ["Mor Testhaug"]


def test_the_last_line_is_taken_back_by_ctrl_z(heap):
    heap.type("ada", ENTER, "ab", ENTER, "bo", ENTER, "ib", ENTER)
    heap.type("z", ctrl=True)
    assert kept(heap, "Bo") is None
    assert kept(heap, "Ada") is not None
    heap.type("z", ctrl=True)
    assert kept(heap, "Ada") is None
    assert heap.dialog.heap.left() == heap.dialog.heap.members


def test_escape_leaves_a_line_without_keeping_it(heap):
    heap.type("ada", ENTER, "ab", ESCAPE)
    assert kept(heap, "Ada") is None
    assert heap.dialog.isVisible()
    assert QApplication.focusWidget() is heap.dialog.names.line


def test_a_name_that_is_not_in_the_group_does_nothing(heap):
    heap.type("xy", ENTER)
    assert heap.dialog.member is None
    assert heap.dialog.say_box.text()
    heap.type(ESCAPE)
    assert heap.dialog.isVisible()
    assert heap.dialog.names.list.count() == 5


def test_without_a_date_no_line_is_begun(heap):
    heap.dialog.given_on.set_date(None)
    heap.type("ada", ENTER)
    assert heap.dialog.member is None


def test_who_has_answered_before_stands_last_and_is_found_again(heap, officer):
    heap.type("ada", ENTER, "ab", ENTER)
    rows = heap.dialog.names.list
    assert rows.item(rows.count() - 1).text().startswith("Ada")
    other = QuickDialog(officer, heap.dialog.case_id, None, heap.dialog.group.value())
    assert [one.name for one in other.heap.left()] == [one.name for one in heap.dialog.heap.left()]
    other.deleteLater()


def test_a_form_that_is_not_approved_takes_no_answers(officer):
    from consents.filling import a_form
    from gdpr_desktop.core.errors import RefusedError

    with pytest.raises(RefusedError):
        QuickDialog(officer, a_form(officer), None)
    assert approved_form
