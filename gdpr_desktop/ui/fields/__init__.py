"""The fields of forms. Composite ones pass name and focus inwards.

Each is loaded at first use: the first screen needs two of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gdpr_desktop.ui.fields.address import AddressField
    from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
    from gdpr_desktop.ui.fields.date import DateField
    from gdpr_desktop.ui.fields.identifiers import IdentifierNotice
    from gdpr_desktop.ui.fields.moment import MomentField
    from gdpr_desktop.ui.fields.password import PasswordField
    from gdpr_desktop.ui.fields.text import LineField, TextArea
    from gdpr_desktop.ui.fields.time import TimeField

_HOMES = {
    "AddressField": "address",
    "Choice": "choice",
    "DateField": "date",
    "IdentifierNotice": "identifiers",
    "LineField": "text",
    "MomentField": "moment",
    "PasswordField": "password",
    "RadioChoice": "choice",
    "TextArea": "text",
    "TimeField": "time",
}
__all__ = [
    "AddressField",
    "Choice",
    "DateField",
    "IdentifierNotice",
    "LineField",
    "MomentField",
    "PasswordField",
    "RadioChoice",
    "TextArea",
    "TimeField",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
