"""The first screen: which file, who, and the password. Imports nothing heavy."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import APP_NAME
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui import forms, icons, vault_calls
from gdpr_desktop.ui.attempt_pause import AttemptPause
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.machine_settings import MachineSettings

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_OTHER = "other"
_CARD = 440  # pixels


class UnlockPage(QWidget):
    """Emits ``unlocked`` with the open vault."""

    unlocked = Signal(object)
    create_requested = Signal()
    demo_requested = Signal()
    restore_requested = Signal(object)  # the register chosen, or None
    work_file_requested = Signal()
    language_chosen = Signal(object)

    def __init__(
        self,
        settings: MachineSettings,
        *,
        open_vault: Callable[[Path, str, str], Any] = vault_calls.open_vault,
        recover: Callable[[Path, tuple[str, ...], str, str], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._open_vault, self._recover = settings, open_vault, recover
        self._paths: tuple[Path, ...] = ()  # those that are here
        self._gone: tuple[Path, ...] = ()
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._offer(settings.recent)
        self.user.setText(self._usual_user() or settings.last_user)

    def _make_fields(self) -> None:
        self.register = Choice()
        self.register.activated.connect(self._on_register_activated)
        self.user = QLineEdit()
        self.user.setMaxLength(120)
        self.password = PasswordField()
        self.password.entered.connect(self.unlock)
        self.user.returnPressed.connect(self.password.setFocus)
        self.forget_button = button(_("Remove those that are not here now"), "link")
        self.forget_button.clicked.connect(self._on_forget_clicked)
        self._hint = label("", "muted")
        self._hint.hide()
        form = self._form = forms.form_layout()
        forms.add_row(form, _("&Register"), self.register, name="register")
        form.addRow(self.forget_button)
        forms.add_row(form, _("&User"), self.user, name="user")
        forms.add_row(form, _("&Password"), self.password, name="password")

    def _make_buttons(self) -> None:
        self.unlock_button = button(_("Unlock"), "primary")
        icons.set_icon(self.unlock_button, "lock", "on_accent")
        self.unlock_button.clicked.connect(self.unlock)
        self._pause = AttemptPause(self.unlock_button)
        self.forgotten_button = button(_("I have forgotten my password"), "link")
        self.forgotten_button.clicked.connect(self._on_forgotten_clicked)
        self.forgotten_button.setVisible(self._recover is not None)
        self._busy: QWidget | None = None
        self.create_button = button(_("Make a new register"), "link")
        self.create_button.clicked.connect(self.create_requested)
        self.demo_button = button(_("Try the demo"), "link")
        self.demo_button.clicked.connect(self.demo_requested)
        self.restore_button = button(_("Restore a backup…"), "link")
        self.restore_button.clicked.connect(self._on_restore_clicked)
        self.work_file_button = button(_("Open a work file…"), "link")
        self.work_file_button.clicked.connect(self.work_file_requested)
        self._languages = {}
        for language, words in ((Language.NYNORSK, "Nynorsk"), (Language.BOKMAL, "Bokmål")):
            made = button(words, "link")
            made.setCheckable(True)
            made.setChecked(language is current_language())
            made.setAccessibleName(_("Language: {language}").format(language=words))
            made.clicked.connect(self._on_language_clicked)
            self._languages[made] = language

    def _lay_out(self) -> None:
        card = QWidget()
        card.setFixedWidth(_CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addSpacing(16)
        column.addWidget(self._hint)
        column.addLayout(self._form)
        column.addSpacing(8)
        column.addWidget(self.unlock_button)
        self._busy_place = QVBoxLayout()
        self._busy_place.setContentsMargins(0, 4, 0, 0)
        column.addLayout(self._busy_place)
        column.addWidget(self.forgotten_button)
        column.addWidget(line())
        others = QHBoxLayout()
        others.addWidget(self.create_button)
        others.addStretch(1)
        others.addWidget(self.demo_button)
        column.addLayout(others)
        below = QHBoxLayout()
        below.addWidget(self.restore_button)
        below.addStretch(1)
        column.addLayout(below)
        last = QHBoxLayout()
        last.addWidget(self.work_file_button)
        last.addStretch(1)
        column.addLayout(last)
        languages = QHBoxLayout()
        languages.setContentsMargins(24, 12, 24, 0)
        languages.addStretch(1)
        for made in self._languages:
            languages.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(languages)
        layout.addWidget(_centred(card), 1)

    def _head(self) -> QHBoxLayout:
        sign = QLabel()
        icons.set_icon(sign, "shield", "accent", 40)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(APP_NAME, "title"))
        words.addWidget(label(_("The data protection officer's desk"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign)
        row.addLayout(words, 1)
        return row

    def show_file(self, path: Path, user: str = "", password: str = "", hint: str = "") -> None:
        """Fill in a file, perhaps with user and password, and a sentence above them."""
        forms.clear_problems(self)
        self._offer((path, *(other for other in self._settings.recent if other != path)))
        self.register.set_value(path)
        self.user.setText(user or self._usual_user())
        self.password.set_text(password)
        self.say(hint)
        self.focus_first()

    def say(self, hint: str) -> None:
        """A sentence above the fields; an empty one takes it away."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def unlock(self) -> None:
        """Open the file in the worker."""
        if self._pause.left > 0:
            return
        forms.clear_problems(self)
        path, user, password = self.register.value(), self.user.text().strip(), self.password.text()
        problems = []
        if not isinstance(path, Path):
            problems.append(FieldProblem(field="register", text=_("Choose a register first.")))
        if not user:
            problems.append(FieldProblem(field="user", text=_("Type your user name.")))
        if not password:
            problems.append(FieldProblem(field="password", text=_("Type your password.")))
        if problems:
            forms.show_problems(self, tuple(problems))
            return
        from gdpr_desktop.ui import tasks  # not needed before the screen is shown

        self._set_busy(True)
        opener = self._open_vault
        tasks.run(
            lambda: opener(path, user, password),
            title=_("Opening the register"),
            on_done=self._on_opened,
            on_error=self._on_refused,
            quiet=True,
        )

    def focus_first(self) -> None:
        """Go to the first field that is not filled in."""
        if not isinstance(self.register.value(), Path):
            self.register.setFocus()
        elif not self.user.text():
            self.user.setFocus()
        elif not self.password.text():
            self.password.setFocus()
        else:
            self.unlock_button.setFocus()

    def _offer(self, paths: tuple[Path, ...]) -> None:
        gone = {path for path in paths if not path.is_file()}
        self._paths = tuple(path for path in paths if path not in gone)
        pairs: list[tuple[Any, str]] = [(path, self._shown(path, path in gone)) for path in paths]
        pairs.append((_OTHER, _("Open another register…")))
        empty = "" if self._paths else _("No register chosen")
        self.register.set_pairs(pairs, empty=empty)
        self.register.set_enabled_values(lambda value: value not in gone)
        self.register.set_value(self._paths[0] if self._paths else None)
        self.register.setToolTip(str(self._paths[0]) if self._paths else "")
        self._gone = tuple(gone)
        self.forget_button.setVisible(bool(gone))

    def _shown(self, path: Path, gone: bool) -> str:
        words = self._settings.label_of(path)
        return _("{register} (is not here now)").format(register=words) if gone else words

    def _usual_user(self) -> str:
        path = self.register.value()
        return self._settings.user_of(path) if isinstance(path, Path) else ""

    def _on_forget_clicked(self) -> None:
        for path in self._gone:
            self._settings.forget_vault(path)
        self._offer(self._settings.recent)
        self.user.setText(self._usual_user())
        self.focus_first()

    def _on_register_activated(self) -> None:
        forms.clear_problems(self)
        if self.register.value() != _OTHER:
            self.user.setText(self._usual_user())
            return
        from gdpr_desktop.ui import notices  # not needed before the screen is shown

        start = self._paths[0].parent if self._paths else Path.home()
        filter = _("Registers") + " (*.register)"
        path = notices.open_path(self, _("Open another register"), start, filter)
        if path is None:
            self.register.set_value(self._paths[0] if self._paths else None)
        else:
            self.show_file(path)

    def _on_opened(self, vault: Any) -> None:
        self._set_busy(False)
        self.password.clear()
        self._hint.hide()
        if not vault.setting("demo"):  # made anew any time: no need to remember it
            name = vault.municipality().name
            self._settings.remember_vault(self.register.value(), vault.actor.name, name)
        self.unlocked.emit(vault)

    def _on_refused(self, error: AppError) -> None:
        self._set_busy(False)
        field = "password" if vault_calls.is_wrong_password(error) else "register"
        forms.show_problems(self, (FieldProblem(field=field, text=str(error)),))
        if field == "password":
            self.password.line.selectAll()
        self._pause.start(vault_calls.seconds_to_wait(error))

    def _on_forgotten_clicked(self) -> None:
        forms.clear_problems(self)
        path = self.register.value()
        if not isinstance(path, Path):
            text = _("Choose a register first.")
            forms.show_problems(self, (FieldProblem(field="register", text=text),))
            return
        try:
            officers = vault_calls.recovery_officers(path)
        except AppError as error:
            self._on_refused(error)
            return
        if not officers or self._recover is None:
            text = _(
                "No recovery key has been made for this register. A data protection officer can "
                "give you a new password. Nobody else can."
            )
            forms.show_problems(self, (FieldProblem(field="password", text=text),))
            return
        from gdpr_desktop.ui.recovery_dialog import RecoveryDialog

        dialog = RecoveryDialog(self, path, officers, self._recover)
        dialog.accepted_value.connect(self._on_recovered)
        dialog.open()

    def _on_recovered(self, vault: Any) -> None:
        self.user.setText(vault.actor.name)
        self._on_opened(vault)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        from PySide6.QtCore import Qt  # see the note in theme.py

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for each in self._buttons():
                if each.hasFocus():
                    each.click()  # Enter does what Space does
                    return
        super().keyPressEvent(event)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.unlock_button,
            self.forgotten_button,
            self.create_button,
            self.demo_button,
            self.restore_button,
            self.work_file_button,
            *self._languages,
        )

    def _on_restore_clicked(self) -> None:
        chosen = self.register.value()
        self.restore_requested.emit(chosen if isinstance(chosen, Path) else None)

    def _on_language_clicked(self) -> None:
        for made, language in self._languages.items():
            if made is self.sender() and language is not current_language():
                self.language_chosen.emit(language)
            made.setChecked(language is current_language())

    def _set_busy(self, busy: bool) -> None:
        if self._busy is None:
            self._busy = busy_bar(_("Opening the register"))
            self._busy_place.addWidget(self._busy)
        self._busy.setVisible(busy)
        for widget in (
            self.register,
            self.user,
            self.password,
            *self._buttons(),
        ):
            widget.setEnabled(not busy)
        self.unlock_button.setText(_("Opening…") if busy else _("Unlock"))


def _centred(card: QWidget) -> QScrollArea:
    page = QWidget()
    page.setProperty("role", "page")
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(card)
    middle.addStretch(1)
    inner = QVBoxLayout(page)
    inner.addStretch(2)
    inner.addLayout(middle)
    inner.addStretch(3)
    scroll = QScrollArea()  # the card has a width of its own: nothing wraps anew
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setProperty("focusPolicy", "NoFocus")
    scroll.setWidget(page)
    return scroll


def busy_bar(name: str) -> QWidget:
    """A bar that says that something is being done, with no end in sight."""
    from PySide6.QtWidgets import QProgressBar  # not needed before the screen is shown

    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    return bar
