"""What the scripts that build on the record have in common."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.paths import resource
from gdpr_desktop.demo.cases import Deed, at
from gdpr_desktop.demo.record import RecordScript
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.vault import Vault

OFFICER = "Solveig Testnes"
DECIDER, ROLE = "Arne Leiarstad", "Kommunalsjef, delegert mynde"
_LATER = 2_000_000  # after the cases' and the record's deeds of the same moment


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(resource("demo/information.toml").read_text(encoding="utf-8"))


@dataclass(slots=True, kw_only=True)
class ScriptOnRecord:
    """Deeds that come on top of the record, whose entries have ids when the deeds run."""

    record: RecordScript
    texts: dict[str, Any] = field(default_factory=_texts)
    cases: dict[str, CaseId] = field(default_factory=dict)
    made: list[Deed] = field(default_factory=list)

    @property
    def _vault(self) -> Vault:
        return self.record.vault

    @property
    def _today(self) -> date:
        """The day on which the deed is done."""
        return self._vault.clock.today()

    def _do(self, ago: int, run: Callable[[], object]) -> None:
        order = _LATER + len(self.made)
        self.made.append(Deed(at=at(self._day(ago), 14), order=order, run=run))

    def _day(self, ago: int) -> date:
        return self.record.day(ago)

    def _add(self, key: str, make: Callable[[], Any]) -> None:
        self.record.ids[key] = EntryId(entries.add_entry(self._vault, make()).id)

    def _some(self, kind: str, keys: list[str]) -> tuple[EntryId, ...]:
        return tuple(self.record.ids[f"{kind}.{key}"] for key in keys)

    def _with_case(self, key: str, deed: Callable[[Vault, CaseId], object]) -> None:
        deed(self._vault, self.cases[key])
