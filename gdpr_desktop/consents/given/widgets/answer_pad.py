"""The answers of one form, given by single keys: one for each purpose, one for who signed."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.given.heap import Signed
from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label, restyle

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_SAID = (N_("not answered"), N_("Yes"), N_("No"))
_YES, _NO = frozenset("JY"), frozenset("N")
SIGNED_BY = {"F": Signed.FIRST, "D": Signed.SECOND, "B": Signed.BOTH, "S": Signed.SELF}


class AnswerPad(QFrame):
    """Keys: J and N for the purpose that is next, 1–9 to change one, A all yes, I all no; F, D, B
    and S for who signed; Enter keeps the line, Escape goes back to the names."""

    kept = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.signed: Signed | None = None
        self._answers: dict[str, bool | None] = {}
        self._words: dict[str, str] = {}
        self._rows: dict[str, _Row] = {}
        self._signers: dict[Signed, QPushButton] = {}
        self._at = 0
        self._title = label("", "heading")
        self._known = label("")
        self._keep = button(_("Keep the line (Enter)"))
        self._keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay the pad's
        self._keep.clicked.connect(self.kept)
        self._holder, self.signing = QWidget(), QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(self._known)
        self._column.addWidget(self._holder)
        self._column.addStretch(1)
        self.setAccessibleName(_("Answers"))

    def begin(
        self,
        name: str,
        purposes: Iterable[Purpose],
        signers: Iterable[tuple[Signed, str]],
        known: str = "",
    ) -> None:
        """A new form: nothing is answered, and nobody has signed."""
        self.signed, self._at = None, 0
        self._words = {one.key: one.text.in_(current_language()) for one in purposes}
        self._answers = dict.fromkeys(self._words)
        self._title.setText(name)
        self._title.show()
        self._keep.show()
        self._known.setText(known)
        self._known.setVisible(bool(known))
        old, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._rows, self._signers = {}, {}
        for key in self._words:
            self._rows[key] = row = _Row(len(self._rows) + 1, self._words[key])
            row.pressed.connect(partial(self._turn, key))
            column.addWidget(row)
        self._add_signers(column, signers)
        if len(self._signers) == 1:  # nobody else can have signed
            self.signed = next(iter(self._signers))
        swap(self._column, old, self._holder)
        self._show()

    def _add_signers(self, column: QVBoxLayout, signers: Iterable[tuple[Signed, str]]) -> None:
        column.addSpacing(8)
        column.addWidget(label(_("Who signed"), "label"))
        self.signing = holder = QWidget()
        flow = FlowLayout(holder, spacing=8)
        keys = {signed: key for key, signed in SIGNED_BY.items()}
        for signed, words in signers:
            made = button(f"{keys[signed]}   {words}".replace("&", "&&"), "chip")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self._sign, signed))
            self._signers[signed] = made
            flow.addWidget(made)
        column.addWidget(holder)

    def current(self) -> QWidget:
        """What is to be answered next: a purpose, then who signed."""
        rows = list(self._rows.values())
        return rows[self._at] if self._at < len(rows) else self.signing

    def clear(self, hint: str = "") -> None:
        """Nobody's form: say what the keys are."""
        self.begin("", (), (), hint)
        self._title.hide()
        self._keep.hide()
        self._holder.hide()

    def answers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys answered yes, and those answered no."""
        given = self._answers.items()
        return tuple(k for k, said in given if said), tuple(k for k, said in given if said is False)

    def answer_all(self, said: bool) -> None:
        """The same to every purpose."""
        self._answers = dict.fromkeys(self._answers, said)
        self._at = len(self._answers)
        self._show()

    def answer_next(self, said: bool) -> None:
        """Answer the purpose that is next, and go on to the one after it."""
        keys = list(self._answers)
        if self._at < len(keys):
            self._answers[keys[self._at]] = said
            self._at += 1
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ) or not self._take(event.key(), event.text().upper()):
            super().keyPressEvent(event)

    def _take(self, key: int, text: str) -> bool:
        """Do what a key says; False for one that says nothing."""
        keys = list(self._answers)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and keys:
            self._at = max(self._at - 1, 0)
            self._answers[keys[self._at]] = None
            self._show()
        elif text in _YES or text in _NO:
            self.answer_next(text in _YES)
        elif text in ("A", "I"):
            self.answer_all(text == "A")
        elif text in SIGNED_BY and SIGNED_BY[text] in self._signers:
            self._sign(SIGNED_BY[text])
        elif text.isdecimal() and 0 < int(text) <= len(keys):
            self._turn(keys[int(text) - 1])
        else:
            return False
        return True

    def _turn(self, key: str, _checked: bool = False) -> None:
        """Open, yes, no, open."""
        now = self._answers[key]
        self._answers[key] = {None: True, True: False, False: None}[now]
        self._at = list(self._answers).index(key) + 1
        self._show()

    def _sign(self, signed: Signed, _checked: bool = False) -> None:
        self.signed = signed
        self._show()

    def _show(self) -> None:
        for number, (key, said) in enumerate(self._answers.items()):
            self._rows[key].say(said, current=number == self._at)
        for signed, made in self._signers.items():
            made.setChecked(signed is self.signed)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        lines = [row.text() for row in self._rows.values()]
        self.setAccessibleDescription(" ".join((self._title.text(), *lines)))
        if self.hasFocus() and 0 < self._at <= len(lines):
            announce(self, lines[self._at - 1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(False)

    def _mark(self, on: bool) -> None:
        self.setProperty("active", on)
        restyle(self)

    def event(self, event: QEvent) -> bool:
        """Enter and Escape are the pad's, whatever shortcuts the window has."""
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() in _ENDS:
                event.accept()
                return True
        return super().event(event)


class _Row(QFrame):
    """A purpose with its number and its answer; pressing it is like pressing its number."""

    pressed = Signal()

    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self.setProperty("role", "answer")
        self.words = f"{number} {words}"
        self._sign = QLabel()
        self._sign.setFixedSize(20, 20)
        self._said = label("", "label")
        self._said.setWordWrap(False)
        key = label(str(number), "muted")
        key.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(key)
        row.addWidget(label(words), 1)
        row.addWidget(self._sign)
        row.addWidget(self._said)
        metrics = self._said.fontMetrics()
        self._said.setMinimumWidth(max(metrics.horizontalAdvance(_(one)) for one in _SAID) + 8)

    def say(self, said: bool | None, *, current: bool) -> None:
        """Show the answer, and whether it is the next to be given."""
        words = {None: _("not answered"), True: _("Yes"), False: _("No")}[said]
        sign = {None: ("open", "muted"), True: ("check", "ok"), False: ("close", "danger")}[said]
        self._said.setText(words)
        icons.set_icon(self._sign, *sign)
        self.setProperty("current", current)
        restyle(self)

    def text(self) -> str:
        """All of it, for who listens."""
        return f"{self.words}: {self._said.text()}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        event.accept()
