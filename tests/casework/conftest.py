"""Cases for the tests of what every case has, made by the services of requests."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel, Intake
from gdpr_desktop.vault import Vault, people

PASSWORD = "ein annan lang passordfrase"

Register = Callable[..., CaseId]


def register(vault: Vault, name: str = "Kari Nordmann", **intake: object) -> CaseId:
    """A new request by letter, received three weeks before the clock's day."""
    fields: dict[str, object] = {
        "received": date(2026, 11, 2),
        "channel": Channel.LETTER,
        "subject": Person(name=name),
        **intake,
    }
    made = service.register_request(vault, Intake(**fields), unstructured="E-post")  # type: ignore[arg-type]
    return CaseId(made.id)


@pytest.fixture
def desk(vault: Vault) -> Vault:
    """The vault, with the requests kept in step."""
    service.subscribe(vault)
    return vault


@pytest.fixture
def as_role(desk: Vault) -> Iterator[Callable[[Role], Vault]]:
    """``as_role(role)``: the same file, opened by a new user of that role."""
    opened = [desk]

    def enter(role: Role) -> Vault:
        path, clock = desk.path, desk.clock
        name = f"Ein {role}"
        if name not in {user.name for user in people.users(opened[-1])}:
            assert opened[-1].actor.role is Role.OFFICER, "only an officer adds users"
            people.add_user(opened[-1], name, role, PASSWORD)
        opened[-1].close()
        vault = Vault.open(path, name, PASSWORD, clock=clock)
        service.subscribe(vault)
        opened.append(vault)
        return vault

    yield enter
    opened[-1].close()
