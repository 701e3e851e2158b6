"""Ground that faults are tried on: a vault with one case, made once, copied for each fault."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from conftest import PASSWORD, USER
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.clock import OSLO, FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel, Intake
from gdpr_desktop.requests.service.letters import export_letter
from gdpr_desktop.vault import Vault

CASE = CaseId(1)


@dataclass(slots=True, kw_only=True)
class Ground:
    """A folder with a vault; ``fresh`` lays it anew and opens it."""

    original: Path
    folder: Path
    clock: FixedClock
    opened: Vault | None = None

    @property
    def register(self) -> Path:
        """The database."""
        return self.folder / self.original.name

    @property
    def letters(self) -> Path:
        """Where letters are exported to."""
        return self.folder / "brev"

    @property
    def vault(self) -> Vault:
        """The one that is open."""
        assert self.opened is not None
        return self.opened

    def lay(self) -> None:
        """The files as they were at first; nothing open."""
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.original.parent, self.folder)
        self.letters.mkdir()

    def open(self) -> Vault:
        """Open as the officer."""
        self.opened = Vault.open(
            self.register, USER, PASSWORD, clock=self.clock, anchor_dir=self.folder / "anchors"
        )
        service.subscribe(self.opened)
        return self.opened

    def fresh(self) -> Vault:
        """Lay and open."""
        self.lay()
        return self.open()

    def reopen(self) -> Vault:
        """Close and open, as the next day."""
        self.close()
        return self.open()

    def close(self) -> None:
        """Close what is open."""
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    def files(self) -> set[str]:
        """The names in the folder and among the letters, but the journal of SQLite."""
        found = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*")}
        return {name for name in found if not name.startswith("anchors")}

    def save(self) -> None:
        """One save of every day: a request is registered."""
        intake = Intake(
            received=self.clock.today() - timedelta(days=2),
            channel=Channel.LETTER,
            subject=Person(name="Ola Fjell"),
        )
        service.register_request(self.vault, intake, unstructured="E-post")

    def export(self, name: str = "brev.docx", folder: Path | None = None) -> None:
        """A receipt for the first case, sent today: the step is taken too."""
        order = LetterOrder(
            template="access_receipt", language=Language.NYNORSK, sent_on=self.clock.today()
        )
        export_letter(self.vault, CASE, order, (folder or self.letters) / name)


@pytest.fixture(scope="session")
def laid(sealed_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one case."""
    folder = tmp_path_factory.mktemp("ground") / "first"
    clock = FixedClock(datetime(2026, 11, 22, 10, tzinfo=OSLO))
    ground = Ground(original=sealed_vault, folder=folder, clock=clock)
    ground.fresh()
    ground.save()
    ground.close()
    shutil.rmtree(ground.letters)
    return ground.register


@pytest.fixture
def ground(laid: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Ground]:
    """The ground, laid and closed."""
    made = Ground(original=laid, folder=tmp_path / "grunn", clock=clock)
    made.lay()
    yield made
    made.close()


@contextmanager
def small_disk(folder: Path, size: str = "2m") -> Iterator[Path]:
    """A real disk that is soon full; skips where none can be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no mount on this system")
    if done.returncode:
        pytest.skip("no right to mount a small disk: needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """A file that takes all the room that there is."""
    path = folder / "fyll"
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))
    return path
