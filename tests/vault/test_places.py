"""Places that are warned against: synced, network and removable folders."""

from pathlib import Path

import pytest

from gdpr_desktop.vault import place_warnings, place_words, places


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("/home/kari/Dokument/a.register", ()),
        ("/home/kari/OneDrive - Fjordheim kommune/a.register", ("synced",)),
        ("/home/kari/Dropbox/sub/a.register", ("synced",)),
        ("/home/kari/Google Drive/a.register", ("synced",)),
        ("/Users/k/Library/Mobile Documents/com~apple~CloudDocs/a.register", ("synced",)),
        ("/Users/k/Library/CloudStorage/Box/a.register", ("synced",)),
        ("/home/kari/Nextcloud/a.register", ("synced",)),
        ("/home/kari/onedrive.register", ()),  # the name of the file itself says nothing
        ("/media/kari/USB/a.register", ("removable",)),
        ("/run/media/kari/USB/a.register", ("removable",)),
        ("/media/kari/USB/Dropbox/a.register", ("synced", "removable")),
        ("//server/share/a.register", ("network",)),
        ("/net/server/a.register", ("network",)),
    ],
)
@pytest.mark.skipif(Path("/").drive != "", reason="paths as on Unix")
def test_place_is_known_by_its_path(path, codes, monkeypatch):
    monkeypatch.setattr(places, "mounted_system", lambda *_arguments: "ext4")
    assert place_warnings(Path(path)) == codes


def test_folder_with_the_mark_of_a_synchronising_program_is_warned_against(tmp_path):
    (tmp_path / ".dropbox.cache").mkdir()
    assert place_warnings(tmp_path / "below" / "a.register") == ("synced",)


def test_good_place_is_not_warned_against_and_nothing_is_made(tmp_path):
    assert place_warnings(tmp_path / "new" / "a.register") == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "system"),
    [
        ("/home/kari/a.register", "ext4"),
        ("/mnt/felles/a.register", "cifs"),
        ("/mnt/felles to/a.register", "nfs4"),
        ("/mnt/felles2/a.register", "ext4"),
    ],
)
def test_innermost_mount_decides(path, system):
    mounts = [
        "/dev/sda1 / ext4 rw 0 0",
        "//srv/felles /mnt/felles cifs rw 0 0",
        "srv:/x /mnt/felles\\040to nfs4 rw 0 0",
        "broken",
    ]
    assert places.mounted_system(Path(path), mounts) == system


def test_network_mount_is_warned_against(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "mounted_system", lambda *_arguments: "cifs")
    monkeypatch.setattr(places, "_is_unc", lambda _path: False)
    assert place_warnings(tmp_path / "a.register") == ("network",)


@pytest.mark.parametrize(("kind", "code"), [(2, "removable"), (4, "network"), (5, "removable")])
def test_drive_types_of_windows(tmp_path, monkeypatch, kind, code):
    monkeypatch.setattr(places, "_windows_drive_type", lambda _path: kind)
    assert place_warnings(tmp_path / "a.register") == (code,)


def test_every_code_has_words():
    assert len({place_words(code) for code in ("synced", "network", "removable")}) == 3
