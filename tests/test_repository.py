"""What must never be in the repository, and what its parts must agree on."""

import re
import shutil
import socket
import subprocess
import tomllib
import urllib.request
from functools import cache
from pathlib import Path

import pytest

import gdpr_desktop

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 1024 * 1024  # bytes
BINARY_SUFFIXES = frozenset({".docx", ".ico", ".icns", ".mo", ".png", ".qm"})
LEFTOVERS = frozenset(
    {".bak", ".db", ".keys", ".lock", ".log", ".orig", ".pyc", ".register", ".rej", ".sqlite"}
)
MADE_TO_BE_REFUSED = ROOT / "tests" / "bad_files"

# Written so that this file does not hold what it looks for.
REGISTRY = re.compile(r"https?://[a-z.-]*(?:p[y]pi|p[y]thonhosted|d[e]bian|npmj[s])\.", re.I)
MACHINE_PATH = re.compile(r"/[w]ork/|/[f]arm/|/[r]oot/|/[t]mp/w/|\.p[y]env")
HOME_PATH = re.compile(r"/[t]mp/|/[h]ome/\w|/[U]sers/\w|C:\\[U]sers")
UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X)\b|assert [T]rue\b")


@cache
def files() -> tuple[Path, ...]:
    """All files of the repository, those not yet committed too, without what git ignores."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what belongs to it is not known")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return tuple(path for name in names if name and (path := ROOT / name).is_file())


@cache
def texts() -> dict[Path, str]:
    """The text files and what they say."""
    found = {}
    for path in files():
        content = path.read_bytes()
        if path.suffix not in BINARY_SUFFIXES and b"\0" not in content:
            found[path] = content.decode("utf-8", "replace")
    return found


def places(pattern: re.Pattern[str], *, suffix: str = "", but: str = "-") -> list[str]:
    """Where ``pattern`` stands, as file:line and what is there; ``but`` names a folder to skip."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path, content in texts().items()
        if path.name.endswith(suffix) and path.relative_to(ROOT).parts[0] != but
        for number, line in enumerate(content.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_address_of_a_package_registry() -> None:
    assert places(REGISTRY) == []


def test_no_path_of_somebodys_machine() -> None:
    assert places(MACHINE_PATH) == []
    assert places(HOME_PATH, but="tests") == []  # tests may name the homes of made-up people


def test_nothing_is_left_unfinished() -> None:
    assert places(UNFINISHED, suffix=".py") == []


def test_no_file_is_too_large() -> None:
    large = {path.relative_to(ROOT): path.stat().st_size for path in files()}
    assert {path: size for path, size in large.items() if size > LARGEST} == {}


def test_nothing_is_left_over() -> None:
    left = [
        path.relative_to(ROOT)
        for path in files()
        if (path.suffix in LEFTOVERS or path.name.startswith("~$") or path.name == ".DS_Store")
        and MADE_TO_BE_REFUSED not in path.parents
    ]
    assert left == []


def test_binary_files_are_of_the_few_kinds_that_we_use() -> None:
    others = [
        path.relative_to(ROOT)
        for path in files()
        if path not in texts()
        and path.suffix not in BINARY_SUFFIXES
        and MADE_TO_BE_REFUSED not in path.parents
    ]
    assert others == []


def test_text_files_are_utf_8_with_plain_line_ends() -> None:
    odd = [
        path.relative_to(ROOT)
        for path, content in texts().items()
        if ("\ufffd" in content or "\r" in content) and MADE_TO_BE_REFUSED not in path.parents
    ]
    assert odd == []


def project() -> dict[str, object]:
    """The project table of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_version_is_the_same_everywhere_and_its_changes_are_told() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project()["version"] == gdpr_desktop.__version__
    assert re.search(rf"^## {re.escape(gdpr_desktop.__version__)}\b", changes, re.MULTILINE)


def test_every_dependency_is_pinned_to_one_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.+]+", pin)] == []
    pinned = {_normal(pin.split("==")[0]) for pin in pins}
    wanted = [*project()["dependencies"], *project()["optional-dependencies"]["dev"]]
    assert {_normal(re.split(r"[=<>~!\[; ]", name)[0]) for name in wanted} - pinned == set()


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_pictures_and_files_that_the_readme_shows_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#]+)\)", readme)
    assert [name for name in linked if "://" not in name and not (ROOT / name).exists()] == []


def test_ci_runs_the_command_of_the_readme() -> None:
    command = "python3 dev.py test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_a_test_cannot_reach_the_network() -> None:
    with pytest.raises(AssertionError, match="offline"):
        urllib.request.urlopen("http://127.0.0.1:9")
    with socket.socket() as plain, pytest.raises(AssertionError, match="offline"):
        plain.connect(("127.0.0.1", 9))


def test_a_test_has_a_home_of_its_own(home: Path) -> None:
    assert Path.home() == home
    assert not home.exists()
