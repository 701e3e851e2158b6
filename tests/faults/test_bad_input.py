"""Files that are not what they say: each gets a sentence, in a moment, and nothing is changed."""

import contextlib
import json
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import PASSWORD, USER
from faults.conftest import Ground
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters.letterhead import check_letterhead
from gdpr_desktop.ui.machine_settings import MachineSettings
from gdpr_desktop.vault import (
    DamagedDatabaseError,
    DamagedKeyFileError,
    Kdf,
    UnsafeKeyFileError,
    Vault,
    keyfile,
)
from gdpr_desktop.vault.kdf import Kdf as Cost
from gdpr_desktop.vault.lock import read_holder

EXAMPLES = 60
KINDS = {"register": ".register", "keys": ".keys", "lock": ".lock"}


def with_cost(content: bytes, **cost: int) -> bytes:
    """A key file that asks for another derivation, its checksum right."""
    outer = json.loads(content)
    for slot in outer["keys"]["slots"]:
        slot["kdf"].update(cost)
    body = json.dumps(outer["keys"], separators=(",", ":")).encode()
    macs = [keyfile._Mac(**entry) for entry in outer["macs"]]
    outer["checksum"] = keyfile._checksum(macs, body)
    start = json.dumps({k: v for k, v in outer.items() if k != "keys"}, separators=(",", ":"))
    return start[:-1].encode() + b',"keys":' + body + b"}"


@pytest.mark.parametrize("kib", [2 << 30, 1 << 62, 8, 0, -1])
def test_key_file_with_2_tib_or_8_kib_is_refused_at_once_without_using_memory(
    ground: Ground, kib: int
) -> None:
    keys = ground.register.with_suffix(".keys")
    keys.write_bytes(with_cost(keys.read_bytes(), memory_kib=kib))
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises((UnsafeKeyFileError, DamagedKeyFileError)):
        ground.open()
    taken = time.perf_counter() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 1
    assert peak < 5_000_000
    with pytest.raises(UnsafeKeyFileError):
        Cost(memory_kib=kib, passes=3, lanes=4).derive(PASSWORD, bytes(16))


@pytest.mark.skipif(sys.platform != "linux", reason="others do not tell the peak this way")
def test_key_file_with_2_tib_adds_nothing_to_the_memory_of_the_program(ground: Ground) -> None:
    """Measured outside this process, so that what C code takes is counted too."""
    keys = ground.register.with_suffix(".keys")
    keys.write_bytes(with_cost(keys.read_bytes(), memory_kib=2 << 30))
    code = (
        "import sys; from pathlib import Path\n"
        "from gdpr_desktop.vault import UnsafeKeyFileError, Vault, preload\n"
        "def peak():\n"
        "    status = Path('/proc/self/status').read_text()\n"
        "    return int(status.partition('VmHWM:')[2].split()[0])\n"
        "preload()\n"
        "before = peak()\n"
        "try: Vault.open(Path(sys.argv[1]), sys.argv[2], sys.argv[3])\n"
        "except UnsafeKeyFileError: print('refused', peak() - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ground.register), USER, PASSWORD],
        cwd=Path(__file__).resolve().parents[2], check=True, capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip
    refused, grown = done.stdout.split()
    assert refused == "refused"
    assert int(grown) < 4 * 1024  # KiB; the cheapest derivation takes 64 MiB


@pytest.mark.parametrize("keep", [0, 1, 16, 4096, 8192])
def test_register_cut_at_a_page_boundary_is_refused_and_left_as_it_is(
    ground: Ground, keep: int
) -> None:
    os.truncate(ground.register, keep)
    left = ground.register.read_bytes()
    with pytest.raises(DamagedDatabaseError):
        ground.open()
    assert ground.register.read_bytes() == left
    names = {path.name for path in ground.folder.iterdir() if path.is_file()}
    assert names <= {f"fjordvik{suffix}" for suffix in KINDS.values()}


def test_folder_in_the_place_of_a_file_is_told(ground: Ground) -> None:
    for kind in ("register", "keys"):
        ground.lay()
        path = ground.register.with_suffix(KINDS[kind])
        path.unlink()
        path.mkdir()
        with pytest.raises(AppError):
            ground.open()


def test_a_link_that_leads_nowhere_is_told(ground: Ground) -> None:
    ground.register.unlink()
    try:
        ground.register.symlink_to(ground.folder / "borte")
    except OSError:
        pytest.skip("no right to make links")
    with pytest.raises(AppError):
        ground.open()


def bytes_like(original: bytes) -> st.SearchStrategy[bytes]:
    """Random bytes, and the original with a piece of it changed, cut out or doubled."""
    place = st.integers(0, len(original))
    piece = st.binary(max_size=40)
    changed = st.builds(
        lambda at, length, new: original[:at] + new + original[at + length :],
        place,
        st.integers(0, 400),
        piece,
    )
    return st.one_of(st.binary(max_size=300), changed, place.map(lambda at: original[:at]))


def only_app_errors(deed: Callable[[], object]) -> None:
    """Anything else would be a traceback in front of the person."""
    with contextlib.suppress(AppError):
        deed()


@pytest.mark.parametrize("kind", ["register", "keys"])
def test_whatever_stands_in_a_file_of_the_vault_is_opened_or_refused_with_a_sentence(
    laid: Path, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "fuzz"
    folder.mkdir()
    whole = {suffix: laid.with_suffix(suffix).read_bytes() for suffix in (".register", ".keys")}

    @settings(max_examples=EXAMPLES)
    @given(bytes_like(whole[KINDS[kind]]))
    def feed(content: bytes) -> None:
        for suffix, original in whole.items():
            written = content if suffix == KINDS[kind] else original
            (folder / laid.with_suffix(suffix).name).write_bytes(written)

        def deed() -> None:
            Vault.open(folder / laid.name, USER, PASSWORD, anchor_dir=folder / "anchors").close()

        only_app_errors(deed)

    feed()


@settings(max_examples=EXAMPLES * 5)
@given(st.binary(max_size=400))
def test_whatever_stands_in_a_lock_file_names_nobody_or_somebody(content: bytes) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(content)
    path = Path(file.name)
    try:
        holder = read_holder(path)
    finally:
        path.unlink()
    assert holder is None or holder.user is not None


def test_whatever_stands_in_the_machine_settings_the_program_starts(tmp_path: Path) -> None:
    MachineSettings.load(tmp_path).save()
    path = next((path for path in tmp_path.iterdir()), tmp_path / "machine.toml")
    original = path.read_bytes() if path.exists() else b'language = "nn"\ntext_size = 100\n'

    @settings(max_examples=EXAMPLES * 5)
    @given(bytes_like(original))
    def feed(content: bytes) -> None:
        path.write_bytes(content)
        loaded = MachineSettings.load(tmp_path)
        assert loaded.text_size > 0

    feed()


@pytest.mark.parametrize(
    "content",
    [
        "text_size = inf",
        "columns = {a = [inf]}",
        "a = " + "[" * 5000,
        "columns = {a = [1000000000000]}",
    ],
)
def test_machine_settings_with_numbers_no_screen_has_start_the_program(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "machine.toml").write_text(content)
    loaded = MachineSettings.load(tmp_path)
    assert loaded.text_size == 100
    assert all(width < 1_000_000 for widths in loaded.columns.values() for width in widths)


@pytest.mark.parametrize(
    "start", [b"", b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("d0cf11e0a1b11ae1")]
)
def test_whatever_is_chosen_as_a_letterhead_is_refused_with_a_sentence(start: bytes) -> None:
    @settings(max_examples=EXAMPLES)
    @given(st.binary(max_size=400))
    def feed(content: bytes) -> None:
        with pytest.raises(AppError):
            check_letterhead(start + content)

    feed()


def test_a_damaged_letterhead_is_refused_or_used_and_never_crashes(tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "brevark.docx"
    Document().save(str(path))

    @settings(max_examples=EXAMPLES)
    @given(bytes_like(path.read_bytes()))
    def feed(content: bytes) -> None:
        only_app_errors(lambda: check_letterhead(content))

    feed()


def test_the_cheapest_derivation_is_the_floor() -> None:
    Kdf.floor().check()
    with pytest.raises(UnsafeKeyFileError):
        Cost(memory_kib=64 * 1024 - 1, passes=3, lanes=4).check()
