"""A new recovery key: shown once, printed, proved by typing two of its groups."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QTextDocument
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from gdpr_desktop.administration.users.dialogs.base import WorkerDialog
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault, recovery, recovery_secret


class RecoveryKeyDialog(WorkerDialog):
    """First the key is shown, then it is hidden and two groups are asked for."""

    def __init__(self, parent: QWidget | None, vault: Vault) -> None:
        super().__init__(
            parent,
            _("New recovery key"),
            _("I have it on paper"),
            intro=_(
                "With this key an officer who has forgotten the password gets in. It is shown "
                "only now. Print it or write it down, and lock it in a safe, best with your "
                "superior. Never keep it with the laptop."
            ),
            working=_("Making the recovery key"),
        )
        self._vault = vault
        self.groups = recovery_secret.new()
        self.asked = sorted(secrets.SystemRandom().sample(range(len(self.groups)), 2))
        self._show_key()
        self._answers: list[QLineEdit] = []

    def _show_key(self) -> None:
        self.key = QLabel(_numbered(self.groups[:4], 1) + "\n\n" + _numbered(self.groups[4:], 5))
        self.key.setTextFormat(Qt.TextFormat.PlainText)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.4)
        self.key.setFont(font)
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setAccessibleName(_("Recovery key"))
        self.key.setAccessibleDescription(", ".join(" ".join(group) for group in self.groups))
        self.key.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print_button = button(_("&Print…"))
        self.print_button.clicked.connect(self._on_print_clicked)
        self.print_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._hint = label(
            _("The letters O, I and L are not used: a ring is a zero, a stroke is a one."), "muted"
        )
        for widget in (self.key, self._hint, self.print_button):
            self.form.addRow(widget)

    def job(self) -> Callable[[], Any]:
        problems = [
            FieldProblem(
                field=f"group{index}",
                text=_("This is not group {number}. Look at the paper.").format(number=index + 1),
            )
            for index, answer in zip(self.asked, self._answers, strict=True)
            if recovery_secret.plain(answer.text()) != self.groups[index]
        ]
        if problems:
            raise InvalidInputError(problems)
        return partial(recovery.make, self._vault, self.groups)

    def save(self) -> None:
        """The first time: hide the key and ask for two groups. Then: take it into use."""
        if self._answers:
            super().save()
            return
        for widget in (self.key, self._hint, self.print_button):
            widget.hide()
        for index in self.asked:
            answer = QLineEdit()
            answer.setMaxLength(12)
            answer.returnPressed.connect(self.save)
            forms.add_row(
                self.form,
                _("Type group number {number}").format(number=index + 1),
                answer,
                required=True,
                name=f"group{index}",
            )
            self._answers.append(answer)
        self.save_button.setText(_("Take the key into use"))
        first = self._answers[0]
        QTimer.singleShot(0, first, first.setFocus)  # once it has a place to be seen in

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Recovery key"))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(print_key, printer, self._paper()))
        dialog.setModal(True)
        dialog.show()  # its own open() wants a slot by name

    def _paper(self) -> str:
        vault = self._vault
        return paper(
            self.groups,
            municipality=vault.municipality().name,
            register=vault.path.name,
            day=long_date(vault.clock.today()),
        )


def _numbered(groups: tuple[str, ...], first: int) -> str:
    """The groups in a line, their numbers above them; for a font of fixed width."""
    numbers = "   ".join(f"{first + at:^5}" for at in range(len(groups)))
    return f"{numbers}\n{'   '.join(groups)}"


def paper(groups: tuple[str, ...], *, municipality: str, register: str, day: str) -> str:
    """What is printed, as plain text."""
    lines = (
        _("Recovery key for {register}").format(register=register),
        f"{municipality}, {day}",
        "",
        *(f"{index + 1}:  {group}" for index, group in enumerate(groups)),
        "",
        _("Whoever has this key and the files can read everything in the register."),
        _("Keep it in a safe, away from the laptop."),
        _(
            "How to use it: open the program, choose «I have forgotten my password» and type "
            "the seven groups."
        ),
    )
    return "\n".join(lines)


def print_key(printer: Any, text: str) -> None:
    """Send the paper to ``printer``; no file of ours is written."""
    document = QTextDocument()
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSize(14)
    document.setDefaultFont(font)
    document.setPlainText(text)
    document.print_(printer)
