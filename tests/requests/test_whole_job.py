"""The whole job by the one clear button: from the e-mail that came to the closed case."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gdpr_desktop.casework.model import CaseState, TaskOutcome
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests import store
from gdpr_desktop.requests.actions import Action, Chosen
from gdpr_desktop.requests.model import Channel, IdentityMethod, Request
from gdpr_desktop.requests.page import RequestsPage
from gdpr_desktop.requests.rights.access import Outcome
from gdpr_desktop.requests.summary import due_words
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.vault import Vault
from requests.conftest import Hand, Opener

POINTS = "purpose basis categories recipients third_countries storage source automated".split()
CASE = CaseId(1)


@pytest.fixture
def page(vault: Vault, window: object, qtbot: QtBot) -> Iterator[RequestsPage]:
    """The page of an empty register, hearing of every change."""
    made = RequestsPage(vault)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()

    def heard(change: Change, _initiator: object) -> None:
        made.refresh(change)

    bus.changed.connect(heard)
    yield made
    bus.changed.disconnect(heard)


@pytest.fixture
def press_next(page: RequestsPage, qtbot: QtBot, opened: Opener) -> Callable[[], Hand]:
    """Press the button of the next step, and take hold of the dialog it opens."""

    def press() -> Hand:
        qtbot.mouseClick(page.case_view.head._next, Qt.MouseButton.LeftButton)
        return hold(page, opened)

    return press


def hold(page: RequestsPage, opened: Opener) -> Hand:
    dialogs = [dialog for dialog in page.findChildren(FormDialog) if dialog.isVisible()]
    return opened(dialogs[-1])


def request(vault: Vault) -> Request:
    return store.request(vault.db, CASE)


def words_of(path: Path) -> str:
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def test_request_is_led_from_intake_to_the_archive_by_its_next_step(
    page: RequestsPage,
    vault: Vault,
    opened: Opener,
    press_next: Callable[[], Hand],
    answers: Callable[..., None],
    tmp_path: Path,
) -> None:
    page.new()
    register(hold(page, opened))
    assert page.selected_id() == CASE
    receipt = tmp_path / "stadfesting.docx"
    confirm_and_identify(press_next, answers, receipt)
    assert "9. desember 2026" in words_of(receipt)
    collect(press_next)
    review_and_decide(press_next)

    hand = press_next()
    for point in POINTS:
        hand.type(f"systems.0.{point}", f"Om {point}")
    hand.save()
    answer = tmp_path / "svar.docx"
    page.case_view.start(
        Chosen(action=Action.LETTER_ANSWER, part=page.case_view.request.parts[0].id)
    )
    hand = hold(page, opened)
    answers(answer)
    hand.save()
    text = words_of(answer)
    assert "Kari {{ Nord }} **Berg**" in text
    assert all(f"Om {point}" in text for point in POINTS)

    send_and_close(press_next)
    assert request(vault).case.state is CaseState.CLOSED
    assert due_words(request(vault), vault.clock.today()).late is False


def register(hand: Hand) -> None:
    """An e-mail, from somebody whose name means something elsewhere."""
    hand.type("received", "9.11.2026")
    hand.choose("channel", Channel.EMAIL)
    hand.click(hand.field("right_access"))
    hand.type("name", "Kari {{ Nord }} **Berg**")
    hand.type("wording", "Alt <b>de</b> har & meir")
    hand.save()


def confirm_and_identify(
    press_next: Callable[[], Hand], answers: Callable[..., None], receipt: Path
) -> None:
    """A letter that confirms, and a passport that is seen."""
    hand = press_next()
    hand.type("sent_on", "i dag")
    answers(receipt)
    hand.save()
    hand = press_next()
    hand.choose("method", IdentityMethod.SHOWN_ID)
    hand.type("note", "Pass")
    hand.save()


def collect(press_next: Callable[[], Hand]) -> None:
    """Name one system, ask both places, note both answers."""
    hand = press_next()
    hand.type("title", "Barnehageopptak")
    hand.type("responsible", "Styraren")
    hand.save()
    for _place in range(2):
        hand = press_next()
        hand.type("responsible", "Styraren")
        hand.save()
    for outcome in (TaskOutcome.NOTHING, TaskOutcome.FOUND):
        hand = press_next()
        hand.choose("outcome", outcome)
        if outcome is TaskOutcome.FOUND:
            hand.type("note", "Søknad frå 2024")
        hand.save()


def review_and_decide(press_next: Callable[[], Hand]) -> None:
    """Everything is given; the officer advises and another decides."""
    hand = press_next()
    hand.choose("outcome", Outcome.ALL)
    hand.save()
    hand = press_next()
    hand.type("text", "Gi innsyn")
    hand.save()
    hand = press_next()
    hand.type("text", "Innsyn blir gitt")
    hand.type("name", "Tore Testdal")
    hand.type("role", "Kommunedirektør")
    hand.save()


def send_and_close(press_next: Callable[[], Hand]) -> None:
    """Digital post, the archive's number, the end."""
    hand = press_next()
    hand.click(hand.dialog.channel.button(DispatchChannel.DIGITAL_POST))
    hand.save()
    hand = press_next()
    hand.type("archive_number", "26/1234")
    hand.save()
    press_next().save()
