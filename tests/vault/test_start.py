"""What the unlock screen needs is loaded at once; the slow libraries later."""

import subprocess
import sys
from pathlib import Path

SLOW = "('argon2', 'cryptography', 'filelock', 'msgspec', 'sqlcipher3', 'sqlite_utils')"
PROGRAM = f"""
import sys
import gdpr_desktop.vault as vault
loaded = [name for name in {SLOW} if name in sys.modules]
assert loaded == [], loaded
vault.Kdf.standard(), vault.password_problems("x", name="", municipality=""), vault.place_words
loaded = [name for name in {SLOW} if name in sys.modules]
assert loaded == [], loaded
vault.preload()
missing = [name for name in {SLOW} if name not in sys.modules]
assert missing == [], missing
assert vault.Vault.__name__ == "Vault"
assert vault.Work and vault.User
"""


def test_slow_libraries_wait_for_preload():
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_unknown_names_are_refused():
    import pytest

    import gdpr_desktop.vault as vault

    with pytest.raises(AttributeError):
        _ = vault.Valut
