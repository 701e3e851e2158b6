"""One real vault is made once; each test works on its own copy of the files."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlite_utils import Database

from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Kdf, Vault, migrations, people, schema

NOON = datetime(2026, 2, 3, 11, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A copy of the vault: its files, who can open it, where its anchors are."""

    register: Path
    anchors: Path
    officer: str = "Kari Ombod"
    password: str = "riktig hest batteri stift"
    caseworker: str = "Per Saksbehandlar"
    caseworker_password: str = "grøn traktor under vatn"

    @property
    def keys(self) -> Path:
        return self.register.with_suffix(".keys")

    @property
    def lock(self) -> Path:
        return self.register.with_suffix(".lock")


Opener = Callable[..., Vault]


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("original")
    place = Place(register=folder / "Fjordheim.register", anchors=folder / "anchors")
    vault = Vault.create(
        place.register,
        user=place.officer,
        password=place.password,
        municipality=Municipality(name="Fjordheim kommune", organisation_number="987654325"),
        clock=FixedClock(NOON),
        kdf=Kdf.floor(),
        anchor_dir=place.anchors,
    )
    people.add_user(vault, place.caseworker, Role.CASEWORKER, place.caseworker_password)
    vault.close()
    return place


@pytest.fixture
def place(original: Place, tmp_path: Path) -> Place:
    folder = tmp_path / "data"
    shutil.copytree(original.register.parent, folder)
    return Place(register=folder / original.register.name, anchors=folder / "anchors")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def open_vault(place: Place, clock: FixedClock) -> Iterator[Opener]:
    """Opens the copy as its officer unless told otherwise; closes what the test left open."""
    opened: list[Vault] = []

    def opener(user: str = place.officer, password: str = "", **options: object) -> Vault:
        password = password or (
            place.password if user == place.officer else place.caseworker_password
        )
        chosen = {"clock": clock, "anchor_dir": place.anchors, **options}
        vault = Vault.open(place.register, user, password, **chosen)
        opened.append(vault)
        return vault

    yield opener
    for vault in opened:
        vault.close()


@pytest.fixture
def vault(open_vault: Opener) -> Vault:
    return open_vault()


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, the program has one step more than the files were made with."""

    def apply(db: Database) -> None:
        db.execute("CREATE TABLE of_the_next_version (id INTEGER PRIMARY KEY) STRICT")

    step = SimpleNamespace(__name__="migrations.m9999_next", apply=apply)
    return lambda: monkeypatch.setattr(schema, "MODULES", (*migrations.MODULES, step))
