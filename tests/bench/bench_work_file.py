"""Opening a work file with 200 risks and 100 attachments: what it takes beyond the key derivation.

Measured alternately with the key derivation alone. Fails when opening takes more than twice that.
"""

import hashlib
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from gdpr_desktop.casework.attachments import store as attachments
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Municipality
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import feature, store
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import About, Answer, Estimate, Scenario
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.dpia.work_file import making, taking_in
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.vault import Kdf, Vault, preload
from gdpr_desktop.vault.work_file import open_work_file

ROUNDS, RISKS, FILES, SIZE = 5, 200, 100, 50_000
LIMIT = 2.0
PASSWORD = "ein lang passordfrase for testar"


def filled(vault: Vault) -> CaseId:
    """An assessment with much in it."""
    case_id = CaseId(register_dpia(vault, About(title="Tilsyn", unit="Heimetenesta")).id)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        store.put_step(work.db, case_id, state=State.DRAFT.value)
        for number in range(60):
            answer = Answer(question=f"q{number}", text=rich("Eit svar på nokre linjer. " * 40))
            store.put_answer(work.db, case_id, answer, "Ola", work.clock.now())
        graver = Estimate(consequence=4, likelihood=3, consequence_why="Fordi " * 20)
        for number in range(RISKS):
            one = Scenario(key=f"s{number}", title=f"Risiko {number}", before=graver, after=graver)
            store.put_item(work.db, case_id, one)
        for number in range(FILES):
            content = number.to_bytes(2, "big") * (SIZE // 2)
            sha = hashlib.sha256(content).hexdigest()
            attached = Attachment(
                key=f"a{number}",
                name=f"{number}.pdf",
                media_type="application/pdf",
                size=SIZE,
                sha256=sha,
                added_at=work.clock.now(),
                added_by="Ola",
            )
            attachments.insert(work.db, case_id, attached, content)
    return case_id


def timed(work: object) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def measure(sent: Sent, folder: Path) -> dict[str, float]:
    """Medians, taken alternately."""

    def derive() -> None:
        Kdf.standard().derive(PASSWORD, b"0123456789ab")

    def opened() -> None:
        vault = open_work_file(sent.path, sent.password, anchor_dir=folder / "other")
        feature.subscribe(vault)
        vault.close()

    derive()
    opened()
    times: dict[str, list[float]] = {"key derivation": [], "open and close": []}
    for _round in range(ROUNDS):
        times["key derivation"].append(timed(derive))
        times["open and close"].append(timed(opened))
    return {name: statistics.median(taken) for name, taken in times.items()}


def main() -> int:
    """Measure and print; 1 when opening is too slow."""
    preload()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        vault = Vault.create(
            folder / "fjordvik.register",
            user="Kari Ombod",
            password=PASSWORD,
            municipality=Municipality(name="Fjordvik kommune", organisation_number="312345676"),
            kdf=Kdf.floor(),
            anchor_dir=folder / "anchors",
        )
        case_id = filled(vault)
        path = folder / "tilsyn.dpia"
        start = time.perf_counter()
        sent = replace(making.send(vault, case_id, "Ola Sakshandsamar", path))
        print(f"{'made':<16} {(time.perf_counter() - start) * 1000:6.0f} ms")
        medians = measure(sent, folder)
        start = time.perf_counter()
        taking_in.read(vault, case_id, path)
        print(f"{'read to take in':<16} {(time.perf_counter() - start) * 1000:6.0f} ms")
        vault.close()
    for name, median in medians.items():
        print(f"{name:<16} {median * 1000:6.0f} ms")
    ratio = medians["open and close"] / medians["key derivation"]
    print(f"ratio {ratio:.2f}, limit {LIMIT}: {'ok' if ratio <= LIMIT else 'TOO SLOW'}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
