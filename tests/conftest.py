"""What every test stands on: no screen, no network, nobody's home, a clock that stands still."""

import functools
import gc
import itertools
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import hypothesis
import pytest

from gdpr_desktop.core import text
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import OSLO, FixedClock
from gdpr_desktop.core.municipality import Language, Municipality, Officer
from gdpr_desktop.ui.signal_guard import keep_constants

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gdpr_desktop.vault import Vault

USER = "Solveig Testnes"
PASSWORD = "ein lang passordfrase for testar"

_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
_ROOM = 6 * 1024**3  # bytes
_sandbox = Path()
_numbers = itertools.count()
_begun = itertools.count(1)


def pytest_collection_finish() -> None:
    """What is imported by now stays: whoever frees a window need not have all of it looked at."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup() -> None:
    """So does what many tests have left in caches by now."""
    if next(_begun) % 100 == 0:
        gc.collect()
        gc.freeze()


def pytest_configure() -> None:
    """Before Qt is imported: a screenless platform and a place that is nobody's home."""
    global _sandbox  # removed again in pytest_unconfigure, which gets no other word of it
    _stay_in_memory()
    _sandbox = Path(tempfile.mkdtemp(prefix="personvernpulten-test-"))
    keep_constants()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"
    _move_home(_sandbox / "home", os.environ.__setitem__)
    runtime = _sandbox / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    hypothesis.settings.register_profile("ours", derandomize=True, database=None, deadline=None)
    hypothesis.settings.load_profile("ours")


def _stay_in_memory() -> None:
    """Thousands of small registers, each written through to the disk: seldom needed on a real one.

    Only where the system has a disk in memory with room for all of them.
    """
    memory = Path("/dev/shm")
    if "TMPDIR" in os.environ or not os.access(memory, os.W_OK):
        return
    if shutil.disk_usage(memory).free > _ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(memory)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(_sandbox, ignore_errors=True)


def _move_home(home: Path, set_variable: Callable[[str, str], object]) -> None:
    for name in _HOMES:
        set_variable(name, str(home))
    for name in _XDG:
        set_variable(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home directory of the test's own. It does not exist until somebody writes there."""
    place = tmp_path_factory.getbasetemp() / f"home-{next(_numbers)}"
    _move_home(place, monkeypatch.setenv)
    return place


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Whoever reaches for the network in a test has made a mistake."""
    connect = socket.socket.connect

    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise AssertionError("the program works offline, and so do its tests")

    def connect_inside_the_machine(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            refuse()
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_inside_the_machine)
        patch.setattr(socket.socket, "connect_ex", refuse)
        patch.setattr(socket, "create_connection", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield


@pytest.fixture(autouse=True, scope="session")
def keys_derived_once() -> Iterator[Callable[..., bytes]]:
    """Deriving a key is slow by design: here with a thousandth of the memory, and once for each
    password and salt."""
    from argon2 import low_level

    with pytest.MonkeyPatch.context() as patch:
        derive = low_level.hash_secret_raw

        @functools.cache
        def cheap(*secret: bytes, memory_cost: int, **cost: Any) -> bytes:
            return derive(*secret, memory_cost=max(memory_cost // 1024, 32), **cost)

        patch.setattr(low_level, "hash_secret_raw", cheap)
        yield derive


@pytest.fixture
def keys_derived_in_full(
    keys_derived_once: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the program does it."""
    monkeypatch.setattr("argon2.low_level.hash_secret_raw", keys_derived_once)


@pytest.fixture(autouse=True, scope="session")
def memory_not_locked() -> Iterator[None]:
    """SQLCipher asks the system to lock and unlock each piece of memory: most of a test's time.

    It changes nothing in a file. ``tests/vault/test_database.py`` sees that the program does it.
    """
    from gdpr_desktop.vault import database

    off = tuple(each.replace("security = ON", "security = OFF") for each in database._PRAGMAS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "_PRAGMAS", off)
        yield


@pytest.fixture(autouse=True)
def nynorsk() -> Iterator[None]:
    """Each test starts in the default language, whatever the one before it chose."""
    text.set_language(Language.NYNORSK)
    yield
    text.set_language(Language.NYNORSK)


@pytest.fixture
def qtbot(qtbot: "QtBot") -> "QtBot":
    """Holds what is added to it: a window that a test lets go of would else be collected while Qt
    still delivers its events, which ends Python."""
    held: list[object] = []
    add = qtbot.addWidget

    def add_and_hold(widget: Any, **named: Any) -> None:
        held.append(widget)
        add(widget, **named)

    qtbot.addWidget = add_and_hold  # type: ignore[method-assign]
    qtbot.held = held  # type: ignore[attr-defined]
    return qtbot


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """What was freed when it was closed is not closed once more."""
    held = getattr(getattr(item, "funcargs", {}).get("qtbot"), "held", None)
    if held:
        import shiboken6

        held[:] = [widget for widget in held if shiboken6.isValid(widget)]
    return (yield)


@pytest.fixture
def clock() -> FixedClock:
    """Sunday 22 November 2026, ten in the morning in Norway."""
    return FixedClock(datetime(2026, 11, 22, 10, tzinfo=OSLO))


@pytest.fixture(scope="session")
def municipality() -> Municipality:
    """A municipality that does not exist, with a number from the synthetic series."""
    return Municipality(
        name="Fjordvik kommune",
        organisation_number="312345676",
        address=PostalAddress(street="Postboks 1", postal_code="6100", city="Fjordvik"),
        phone="70 00 00 00",
        email="postmottak@fjordvik.example",
        web="www.fjordvik.example",
        dialogue_url="https://dialog.fjordvik.example",
        controller_title="Kommunedirektør",
        controller_name="Tore Testdal",
        officer=Officer(name=USER, email="personvern@fjordvik.example", phone="70 00 00 01"),
    )


@pytest.fixture(scope="session")
def sealed_vault(tmp_path_factory: pytest.TempPathFactory, municipality: Municipality) -> Path:
    """A new vault, closed, made once with the cheapest key derivation that is allowed."""
    from gdpr_desktop.vault import Kdf, Vault

    path = tmp_path_factory.mktemp("sealed") / "fjordvik.register"
    clock = FixedClock(datetime(2026, 11, 22, 10, tzinfo=OSLO))
    Vault.create(
        path,
        user=USER,
        password=PASSWORD,
        municipality=municipality,
        clock=clock,
        kdf=Kdf.floor(),
    ).close()
    return path


@pytest.fixture
def vault(tmp_path: Path, sealed_vault: Path, clock: FixedClock) -> Iterator["Vault"]:
    """A real encrypted file of the test's own, open, with the officer at the desk."""
    from gdpr_desktop.vault import Vault

    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    opened = Vault.open(folder / sealed_vault.name, USER, PASSWORD, clock=clock)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def no_answers_left() -> Iterator[None]:
    """Whoever queued answers to boxes has none waiting for the tests after it."""
    yield
    notices = sys.modules.get("gdpr_desktop.ui.notices")
    if notices is not None:
        notices.clear_answers()


@pytest.fixture
def answers() -> Iterator[Callable[..., None]]:
    """``answers(a, b)``: what the person answers to the boxes that come next, in that order.

    A box without an answer fails the test, and so does an answer that no box asked for.
    """
    from gdpr_desktop.ui import notices

    def queue(*coming: object) -> None:
        assert not notices.waiting_answers(), "a box that should have come did not"
        notices.queue_answers(coming)

    notices.queue_answers(())
    yield queue
    waiting = notices.waiting_answers()
    notices.clear_answers()
    assert not waiting, f"{waiting} answers that no box asked for"
