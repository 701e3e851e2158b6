"""A list of rows that nobody had to register."""

from dataclasses import dataclass

from gdpr_desktop.ui.empty_state import EmptyState
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.list_model import Column, Count, WindowedModel
from gdpr_desktop.ui.list_page import ListPage

CAP = 10_000
NAMES = ("Kari Berg-Hansen", "Åse Ødegård", "Ola Nordmann", "Máret Ánne Sara")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    id: int
    name: str
    late: bool


class Rows:
    """Rows by id; ``ids`` may be changed between two refreshes."""

    def __init__(self, count: int) -> None:
        self.ids = list(range(count))
        self.pages_read = 0
        self.sorted_by: list[tuple[str, bool]] = []

    def count(self) -> Count:
        return Count(min(len(self.ids), CAP), len(self.ids) > CAP)

    def page(self, offset: int, limit: int) -> tuple[Row, ...]:
        self.pages_read += 1
        ids = self.ids[: self.count().rows][offset : offset + limit]
        return tuple(Row(id=i, name=NAMES[i % 4], late=i % 3 == 0) for i in ids)

    def sort(self, key: str, descending: bool) -> None:
        self.sorted_by.append((key, descending))
        if key == "id":
            self.ids.sort(reverse=descending)


COLUMNS = (
    Column(header="Number", text=lambda row: f"2026-{row.id:05}", sort_key="id", width=100),
    Column(header="Name", text=lambda row: row.name, width=180),
    Column(
        header="Due",
        text=lambda row: "2 days over" if row.late else "3 days left",
        icon=lambda row: ("overdue", "danger") if row.late else ("clock", "muted"),
        tone=lambda row: "danger" if row.late else "",
        width=120,
    ),
)


def list_page(rows: int) -> ListPage:
    """A list tab over ``rows`` rows."""
    return ListPage(
        WindowedModel(Rows(rows), COLUMNS),
        name="fake",
        new_text="New request",
        search_hint="Search in everything",
        chips=(("open", "Open"), ("week", "Due this week"), ("over", "Overdue"), ("mine", "Mine")),
        empty=EmptyState("inbox", "No requests yet", "Register the first one.", "New request"),
        detail=label("The case"),
    )
