"""The page in the package that a person reads first, in the language of the letter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.portability.model import Order
from gdpr_desktop.requests.portability.words import records

if TYPE_CHECKING:
    from gdpr_desktop.requests.portability.package import Packed

WIDTH = 76  # characters of a line


def readme(order: Order, tables: Sequence["Packed"], manifest: str) -> str:
    """Plain text: what is here, how it is opened, whom to ask."""
    language = order.language
    day = long_date(order.day, language)
    who = _("From {municipality}, {day}. Case {number}.", language=language)
    parts = [
        _("Your data, to take along", language=language).upper(),
        who.format(municipality=order.municipality, day=day, number=order.case_number),
        _(
            "You asked for data portability (article 20 of the GDPR). Here are the data that you"
            " have given us, or that come from your use of a service.",
            language=language,
        ),
        _("What is here", language=language).upper(),
        "\n".join(_line(order, one) for one in tables),
        _how(order, manifest),
        *_warnings(order, tables),
        _("Questions?", language=language).upper(),
        "\n".join((order.municipality, *order.contact)),
    ]
    return "\n\n".join(_wrapped(part) for part in parts if part) + "\n"


def _line(order: Order, one: "Packed") -> str:
    title, place = one.content.table.title, one.content.place
    named = title if title == place else f"{title} ({place})"
    return (
        f"- {named}: {records(len(one.rows), order.language)}\n  {one.csv_name}\n  {one.json_name}"
    )


def _how(order: Order, manifest: str) -> str:
    language = order.language
    texts = (
        _("How to open it", language=language).upper(),
        "",
        _(
            "The files that end in .csv open in a spreadsheet, such as Excel or LibreOffice.",
            language=language,
        ),
        _(
            "The files that end in .json hold the same, and are for programs. Give them to whoever"
            " shall take the data over.",
            language=language,
        ),
        _(
            "{name} says what each field means, and holds a checksum (SHA-256) of every file.",
            language=language,
        ).format(name=manifest),
    )
    return "\n".join(texts)


def _warnings(order: Order, tables: Sequence["Packed"]) -> list[str]:
    count = sum(one.formula_like for one in tables)
    texts = []
    if count:
        texts.append(
            _(
                "Some cells begin with =, +, - or @. We have not changed them, because they are"
                " your data. A spreadsheet may take them for formulas. Does it ask whether to run"
                " or update something: say no, or import the columns as text.",
                language=order.language,
            )
        )
    texts.append(
        _(
            "The files are not locked. Keep them where nobody else can read them.",
            language=order.language,
        )
    )
    return texts


def _wrapped(text: str) -> str:
    import textwrap

    lines = []
    for line in text.split("\n"):
        indent = "  " if line.startswith(("- ", "  ")) else ""
        lines += textwrap.wrap(
            line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines)
