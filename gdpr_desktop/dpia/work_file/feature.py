"""The one tab of a window that has a work file open: the wizard, and nothing of a register.

It goes by the name and the key of the tab «DPIA», so that cases and drafts lead here.
"""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.dpia import feature

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

NAME = feature.NAME
TITLE = feature.TITLE
SHORTCUT = feature.SHORTCUT
subscribe = feature.subscribe


def check(vault: "Vault") -> None:
    """See that it can be shown; raises ``VaultError``. For the worker, as soon as it is open."""
    from gdpr_desktop.dpia.work_file.opening import require_whole

    require_whole(vault)


def make_page(vault: "Vault") -> Any:
    """The page (a widget), imported when it is first shown."""
    from gdpr_desktop.dpia.work_file.page import WorkFileTab

    return WorkFileTab(vault)
