"""The base of all dialogs with a form: opened, never executed; the answer comes by signal."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import form_state, forms, notices
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.shortcuts import shortcuts

if TYPE_CHECKING:
    from gdpr_desktop.ui.drafts import DraftKeeper, DraftKey
    from gdpr_desktop.vault import Vault

_ANSWERS = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QRadioButton)


class Leave(StrEnum):
    """What becomes of a draft when its dialog is left without saving."""

    KEEP = "keep"
    DISCARD = "discard"


class FormDialog(QDialog):
    """A form with one deed.

    Subclasses fill ``self.form`` (or ``self.page_layout``) and give ``value()``, which may raise
    ``InvalidInputError``. ``submit`` is called with the value before the dialog closes: what it
    raises (``AppError``) is shown in the dialog, and nothing typed is lost. Then
    ``accepted_value`` carries the value.

    A dialog that was given ``keep_draft`` keeps what is typed until it is saved or left for good.
    Parts whose fields come and go answer for themselves: see ``form_state``.
    """

    accepted_value = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        deed: str,
        *,
        intro: str = "",
        submit: Callable[[Any], None] | None = None,
        width: int = 560,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(title)
        self._submit = submit
        self._width = width
        self._before: tuple[Any, ...] | None = None
        self._restored: tuple[Any, ...] | None = None
        self._draft: DraftKeeper | None = None
        self._page = QWidget()
        self.page_layout = QVBoxLayout(self._page)
        self.page_layout.setContentsMargins(24, 24, 24, 24)
        self.page_layout.setSpacing(16)
        self.page_layout.addWidget(label(title, "heading"))
        if intro:
            self.page_layout.addWidget(label(intro))
        self._general = label("", "problem")
        self._general.hide()
        self.page_layout.addWidget(self._general)
        self.form = forms.form_layout()
        self.page_layout.addLayout(self.form)
        self._build_frame(deed)

    def _build_frame(self, deed: str) -> None:
        self.scroll_area = PageScroll(self._page)
        self.scroll_area.page_changed.connect(self._on_page_changed)
        self.cancel_button = button(_("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = button(deed, "primary")
        self.save_button.clicked.connect(self.save)
        self.button_row = QHBoxLayout()
        self.button_row.setContentsMargins(24, 12, 24, 16)
        self.button_row.setSpacing(8)
        self.button_row.addStretch(1)
        self.button_row.addWidget(self.cancel_button)
        self.button_row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scroll_area, 1)
        layout.addWidget(line())
        layout.addLayout(self.button_row)
        for keys in (shortcuts.sequence("save"), QKeySequence("Ctrl+Enter")):
            QShortcut(keys, self).activated.connect(self.save)

    def value(self) -> Any:
        """What the person filled in. Raises ``InvalidInputError``."""
        raise NotImplementedError

    def save(self) -> None:
        """Check, hand over, close. Problems are shown where they are."""
        self._general.hide()
        forms.clear_problems(self)
        try:
            value = self.value()
            if self._submit is not None:
                self._submit(value)
        except InvalidInputError as error:
            self.show_problems(error.problems)
            return
        except AppError as error:
            self.show_error(error)
            return
        self._before = None
        self.end_draft()
        self.accepted_value.emit(value)
        self.accept()

    def show_error(self, error: AppError) -> None:
        """Show an error that belongs to no field, at the top."""
        self._general.setText(str(error))
        self._general.show()
        self.scroll_area.ensureVisible(0, 0)

    def show_problems(self, problems: Iterable[FieldProblem]) -> None:
        """Show problems at their fields, and at the top those that have none here."""
        homeless = forms.show_problems(self, problems)
        if homeless:
            self._general.setText(" ".join(problem.text for problem in homeless))
            self._general.show()
        self._on_page_changed()

    def discard(self) -> None:
        """Close without asking: the register is being locked. What is typed is kept as a draft."""
        self.keep_now()
        self._before = None
        self.close()

    # Drafts

    def keep_draft(self, vault: "Vault", key: "DraftKey") -> None:
        """Keep what is typed while it is not saved. To be called before the dialog is shown."""
        from gdpr_desktop.ui.drafts import DraftKeeper  # loads the vault

        self._draft = DraftKeeper(self, vault, key)

    def keep_now(self) -> bool:
        """Save the draft at once; False when what is typed could not be kept."""
        return self._draft is None or self._before is None or self._draft.keep()

    def end_draft(self) -> None:
        """The deed is done."""
        if self._draft is not None:
            self._draft.forget()

    def draft_state(self) -> form_state.State:
        """What stands in the fields."""
        return form_state.capture(self._page)

    def draft_changes(self, untouched: form_state.State) -> form_state.State:
        """What of it is worth keeping; empty when nothing was typed."""
        return form_state.changes(untouched, self.draft_state())

    def restore_draft(self, state: form_state.State) -> None:
        """Put back what was typed."""
        form_state.restore(self._page, state)

    def draft_about(self) -> str:
        """Whom or what the form is about, for the list of drafts."""
        return ""

    def _begin_draft(self) -> None:
        if self._draft is None:
            return
        draft = self._draft.begin(self._page)
        if draft is None:
            return
        self._restored = self._state()
        self._restored_row = QWidget()
        row = QHBoxLayout(self._restored_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(self._draft.restored_words(draft), "ok"), 1)
        again = button(_("Start again"), "link")
        again.clicked.connect(self._on_again_clicked)
        row.addWidget(again)
        self.page_layout.insertWidget(1, self._restored_row)
        self._restored_row.show()  # before the size is taken
        self._fit()
        announce(self, self._draft.restored_words(draft))

    def _on_again_clicked(self) -> None:
        if self._draft is not None:
            self._draft.start_again()
        forms.clear_problems(self)
        self._restored_row.hide()
        self._restored = None

    def is_dirty(self) -> bool:
        """Has anything been typed or chosen since the dialog was shown?"""
        return self._before is not None and self._state() != self._before

    def reject(self) -> None:
        """Cancel, Escape and the window's cross; asks first when something was typed."""
        if self._may_leave():
            super().reject()
            self.close()

    def accept(self) -> None:
        super().accept()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self._may_leave():
            event.ignore()
            return
        self._before = None
        if self._draft is not None:
            self._draft.stop()
        super().closeEvent(event)

    def _may_leave(self) -> bool:
        if self._draft is not None and self._before is not None:
            return self._may_leave_draft(self._draft)
        if self.is_dirty() and not notices.ask(
            self,
            _("Leave without saving?"),
            _("What you have typed here will be gone."),
            _("Leave without saving"),
            dangerous=True,
        ):
            return False
        self._before = None
        return True

    def _may_leave_draft(self, draft: "DraftKeeper") -> bool:
        as_it_was = self._restored is not None and self._state() == self._restored
        leave = Leave.KEEP if as_it_was or not self.is_dirty() else self._ask_leave()
        if leave is None:
            return False
        if leave is Leave.DISCARD:
            draft.drop()
        elif not draft.keep() and self._stays(draft):  # what is as untouched is no draft
            return False
        self._before = None
        return True

    def _ask_leave(self) -> Leave | None:
        chosen: Leave | None = notices.choose(
            self,
            _("Leave without saving?"),
            _("Keep it as a draft and go on later. Only you can read it."),
            ((Leave.KEEP, _("Keep the draft")), (Leave.DISCARD, _("Discard"))),
            cancel=_("Go on typing"),
        )
        return chosen

    def _stays(self, draft: "DraftKeeper") -> bool:
        """The draft cannot be saved: is it better to stay?"""
        return draft.is_unsaved() and not notices.ask(
            self,
            _("The draft could not be saved."),
            _("What you have typed here will be gone."),
            _("Leave without saving"),
            dangerous=True,
        )

    def setVisible(self, visible: bool) -> None:
        appears = visible and not self.isVisible()
        super().setVisible(visible)
        if appears:
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._before is None and not event.spontaneous():
            self._order()
            self._fit()
            self._before = self._state()
            self._begin_draft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            elif self._in_last_line():
                self.save()
            return  # Enter in another line must not press a button far below
        super().keyPressEvent(event)

    def _order(self) -> None:
        # The buttons were made before the fields, but come after them. Qt's own chain is not
        # walked: what nextInFocusChain() gives, PySide takes for a child of the widget asked, and
        # an open dialog then loses its Python half at the next garbage collection.
        chain = self.tab_chain()
        for one, other in pairwise((*chain, self.cancel_button, self.save_button)):
            self.setTabOrder(one, other)
        if chain and self.focusWidget() in (None, self.cancel_button, self.save_button):
            chain[0].setFocus(Qt.FocusReason.TabFocusReason)

    def tab_chain(self) -> list[QWidget]:
        """The fields in the order that Tab goes through them."""
        return [widget for widget in _in_layout(self.page_layout) if _takes_focus(widget)]

    def _in_last_line(self) -> bool:
        chain = [widget for widget in _in_layout(self.page_layout) if _takes_focus(widget)]
        shown = [widget for widget in chain if widget.isVisibleTo(self) and widget.isEnabled()]
        last = shown[-1] if shown else None
        return isinstance(last, QLineEdit) and last.hasFocus()

    def _on_page_changed(self) -> None:
        if self._before is not None:  # what is filled in before it is shown has its own fitting
            QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        # as high as what is shown needs, where the screen has room; it never shrinks under a hand
        height = self.height() + self._page.minimumHeight() - self.scroll_area.height()
        room = self.screen().availableGeometry()
        wanted = min(height, room.height() - 64)
        if wanted <= self.height():
            return
        self.resize(self.width(), wanted)
        below = self.geometry().bottom() - (room.bottom() - 8)
        if below > 0:
            self.move(self.x(), max(self.y() - below, room.top() + 40))

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        width = min(self._width, room.width() - 32)
        buttons = self.button_row.sizeHint().height() + 8
        inner = self.page_layout.totalHeightForWidth(width)
        if inner <= 0:
            inner = self._page.sizeHint().height()
        self.resize(width, min(inner + buttons, room.height() - 64))
        self.setMinimumSize(min(400, width), 240)

    def _place(self) -> None:
        # Qt placed it while its size was unknown: a wide one would reach outside the screen
        room = self.screen().availableGeometry().adjusted(8, 40, -8, -8)  # 40: the title bar
        parent = self.parentWidget()
        place = self.rect()
        place.moveCenter(parent.window().geometry().center() if parent else room.center())
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        self.move(max(place.left(), room.left()), max(place.top(), room.top()))

    def _state(self) -> tuple[Any, ...]:
        # only what holds an answer: opening a list makes widgets, and is no change
        fields = self._page.findChildren(QWidget)
        return tuple(_content(field) for field in fields if isinstance(field, _ANSWERS))


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout, inner layouts too, in reading order."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            yield widget
            inner = widget.layout()
            if isinstance(widget, QScrollArea) and (page := widget.widget()):
                inner = page.layout()
        if inner is not None:
            yield from _in_layout(inner)


def _takes_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _content(widget: QWidget) -> object:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return None if widget.isReadOnly() else widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentIndex()
    return widget.isChecked() if isinstance(widget, (QCheckBox, QRadioButton)) else None
