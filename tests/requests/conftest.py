"""A vault that keeps its requests in step, cases at every stage, and dialogs opened as by hand."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId, PartId, TaskId
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.overview import feature as overview
from gdpr_desktop.requests import feature as requests
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.dialogs.closing import NoteDialog
from gdpr_desktop.requests.model import Channel, Content, Dispatch, IdentityMethod, Intake, Request
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.rights.access import Answer, CopyItem, Outcome, ProcessingInfo, Review
from gdpr_desktop.ui import main_window
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.ui.shortcuts import Shortcuts
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.ui.vault_gate import VaultGate
from gdpr_desktop.vault import Vault

USER, PASSWORD = "Solveig Testnes", "ein lang passordfrase for testar"
ADDRESS = PostalAddress(street="Fjordvegen 4", postal_code="6999", city="Fjordvik")
SYSTEM = "Barnehagesystemet"
TYPED = "Ringde Kari om vedtaket"


@pytest.fixture
def vault(tmp_path: Path, sealed_vault: Path, clock: FixedClock) -> Iterator[Vault]:
    """As everywhere, with the requests subscribed."""
    import shutil

    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    opened = Vault.open(folder / sealed_vault.name, USER, PASSWORD, clock=clock)
    service.subscribe(opened)
    yield opened
    opened.close()


@dataclass(slots=True)
class Desk:
    """Takes cases to a stage by the program's own services."""

    vault: Vault

    @property
    def received(self) -> date:
        """Ten days ago."""
        return self.vault.clock.today() - timedelta(days=10)

    @property
    def today(self) -> date:
        """The day on the clock."""
        return self.vault.clock.today()

    def request(self, case_id: CaseId) -> Request:
        """As it stands in the vault."""
        return store.request(self.vault.db, case_id)

    def part(self, case_id: CaseId) -> PartId:
        """The first part of a request."""
        return self.request(case_id).parts[0].id

    def register(self, **changes: object) -> CaseId:
        """A new case, by letter unless told otherwise."""
        fields: dict[str, object] = {
            "received": self.received,
            "channel": Channel.LETTER,
            "subject": Person(
                name="Kari Berg-Hansen", address=ADDRESS, email="kari@fjordvik.example"
            ),
            "wording": "Eg vil sjå alt.",
            "caseworker": USER,
        }
        intake = Intake(**(fields | changes))  # type: ignore[arg-type]
        change = service.register_request(self.vault, intake, unstructured="E-post og papir")
        return CaseId(change.id)

    def identified(self, **changes: object) -> CaseId:
        """A case where an ID was shown."""
        case_id = self.register(**changes)
        if not self.request(case_id).identity.established:
            service.confirm_identity(
                self.vault,
                case_id,
                method=IdentityMethod.SHOWN_ID,
                note="Pass",
                settled_on=self.received,
            )
        return case_id

    def add_task(self, case_id: CaseId, title: str = SYSTEM) -> TaskId:
        """A system that may hold data."""
        casework.add_task(self.vault, case_id, kind="collect", title=title)
        return cases.tasks(self.vault.db, case_id)[-1].id

    def collected(self, *, found: bool = True, **changes: object) -> CaseId:
        """A case where all have answered."""
        case_id = self.identified(**changes)
        system = self.add_task(case_id)
        for task in cases.tasks(self.vault.db, case_id):
            holds = found and task.id == system
            casework.answer_task(
                self.vault,
                task.id,
                outcome=TaskOutcome.FOUND if holds else TaskOutcome.NOTHING,
                note="Plan for barnet, 2024" if holds else "",
                answered_on=self.today,
            )
        return case_id

    def reviewed(self, content: Content | None = None, **changes: object) -> CaseId:
        """A case where all that was found is given."""
        case_id = self.collected(**changes)  # type: ignore[arg-type]
        outcome = Outcome.ALL if changes.get("found", True) else Outcome.NOTHING_HELD
        review = Review(
            outcome=outcome,
            reviewed_by=USER,
            reviewed_on=self.today,
            content=content or Content(),
        )
        service.review_material(self.vault, self.part(case_id), review)
        return case_id

    def written(self, **changes: object) -> CaseId:
        """A case that is decided and whose answer is written."""
        case_id = self.reviewed(**changes)  # type: ignore[arg-type]
        service.note_decision(
            self.vault,
            self.part(case_id),
            text="Innsyn",
            name="Tore Testdal",
            role="Kommunedirektør",
            decided_on=self.today,
        )
        info = ProcessingInfo(
            name=SYSTEM,
            purpose="Barnehageplass",
            basis="Barnehagelova § 1",
            categories="Namn og adresse",
            recipients="Ingen",
            third_countries="Nei",
            storage="Ti år",
            source="Foreldra",
            automated="Nei",
        )
        copies = (CopyItem(name=SYSTEM, what="Plan for barnet"),)
        service.prepare_answer(
            self.vault, self.part(case_id), Answer(systems=(info,), copies=copies)
        )
        return case_id

    def sent(self, **changes: object) -> CaseId:
        """A case whose answer has gone."""
        case_id = self.written(**changes)
        dispatch = Dispatch(
            channel=DispatchChannel.REGISTERED_POST,
            sent_by=USER,
            sent_on=self.today,
            what="Svarbrev",
        )
        service.send_answer(self.vault, self.part(case_id), dispatch)
        return case_id

    def filed(self, **changes: object) -> CaseId:
        """A case with an archive number, ready to be closed."""
        case_id = self.sent(**changes)
        casework.file_case(
            self.vault,
            case_id,
            archive_number="26/1",
            archive_title="Innsyn",
            public_title="Krav om innsyn",
        )
        return case_id


@pytest.fixture
def desk(vault: Vault) -> Desk:
    """Where cases are made."""
    return Desk(vault)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """What the dialogs open above, 1024 × 700, in the light theme."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


@dataclass(slots=True)
class Hand:
    """What a person does to a dialog."""

    qtbot: QtBot
    dialog: FormDialog
    changes: list[object]

    def type(self, name: str, text: str) -> None:
        """Replace what stands in the field ``name``, key by key, and leave it."""
        field = self.field(name)
        target = field.focusProxy() or field
        target.setFocus()
        self.qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(target, Qt.Key.Key_Delete)
        if text.isascii():
            self.qtbot.keyClicks(target, text)
        else:  # Qt's test keyboard has no Norwegian and no Sámi keys
            self.paste(name, text)
        self.qtbot.keyClick(target, Qt.Key.Key_Tab)

    def paste(self, name: str, text: str) -> None:
        """Paste into the field ``name``."""
        target = self.field(name).focusProxy() or self.field(name)
        target.setFocus()
        QGuiApplication.clipboard().setText(text)
        self.qtbot.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def field(self, name: str) -> QWidget:
        """The field called ``name``."""
        found = self.dialog.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def click(self, widget: QWidget) -> None:
        """One click with the mouse; on the words of a box or a radio button."""
        assert widget.isVisibleTo(self.dialog), widget
        place = widget.rect().center()
        place.setX(min(place.x(), 12))
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def choose(self, name: str, value: object) -> None:
        """Choose in a drop-down or among radio buttons."""
        from gdpr_desktop.ui.fields import Choice, RadioChoice

        field = self.field(name)
        if isinstance(field, Choice):
            field.setFocus()
            for _step in range(field.count()):
                if field.value() == value:
                    return
                self.qtbot.keyClick(field, Qt.Key.Key_Down)
            assert field.value() == value
            return
        assert isinstance(field, RadioChoice)
        self.click(field._group.button(field._values.index(value)))

    def save(self) -> None:
        """Press the button that does the deed."""
        self.click(self.dialog.save_button)

    def problem(self, name: str) -> str:
        """The sentence shown at the field ``name``."""
        from gdpr_desktop.ui.forms import FieldRow

        widget: QWidget | None = self.field(name)
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        assert widget is not None, name
        return widget.problem

    def general(self) -> str:
        """The sentence at the top."""
        shown = self.dialog._general
        return "" if shown.isHidden() else shown.text()


Opener = Callable[[FormDialog], Hand]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:
    """Open a dialog and get a hand to use it; whatever is left open is taken away."""
    left: list[QDialog] = []

    def open_dialog(dialog: FormDialog) -> Hand:
        changes: list[object] = []
        dialog.accepted_value.connect(changes.append)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        left.append(dialog)
        return Hand(qtbot, dialog, changes)

    yield open_dialog
    import shiboken6

    for dialog in left:
        if shiboken6.isValid(dialog):
            dialog.discard()
    free()


@pytest.fixture
def office(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The program's own window with the vault open in it, on the overview."""
    monkeypatch.setattr(main_window, "shortcuts", Shortcuts())  # other tests have other tabs
    gate = VaultGate(data_dir=tmp_path, new_folder=tmp_path, check_letterhead=Path.read_bytes)
    theme = Theme(qapp, scheme=Scheme.LIGHT)
    made = MainWindow(MachineSettings(), theme, gate, lambda: (overview, requests))
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    made.open_workspace(vault)
    yield made
    made.locking.lock()
    qtbot.waitUntil(lambda: made.vault is None)


@pytest.fixture
def page(office: MainWindow) -> RequestsPage:
    """The tab of requests, shown."""
    office.show_tab(1)
    return office.workspace.page()


@pytest.fixture
def note(page: RequestsPage, desk: Desk) -> NoteDialog:
    """A note with something typed in it, on a case."""
    case_id = desk.register()
    page.refresh()
    page.show_case(case_id)
    page.case_view.deeds.start(Chosen(action=Action.NOTE), page.case_view.request)
    dialog = next(one for one in page.findChildren(NoteDialog) if one.isVisible())
    dialog.text.set_text(TYPED)
    return dialog


def reopened(vault: Vault) -> Vault:
    """The same file, opened anew."""
    return Vault.open(vault.path, USER, PASSWORD, clock=vault.clock)


def free() -> None:
    """Have Qt delete what waits to be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture
def freed() -> Callable[[], None]:
    """See ``free``."""
    return free
