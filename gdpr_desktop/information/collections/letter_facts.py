"""A collection → the facts of its letters: what the record says, with what the case knows."""

from typing import Any

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.information.collections.facts import (
    RECORD_FACTS,
    Chosen,
    Facts,
    information_facts,
    refuse_unexplained,
)
from gdpr_desktop.information.collections.model import Collection
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries import store as entries

# changed in the case or the record, never in one letter
CASE_FACTS = RECORD_FACTS | {"obtained", "from_others", "new_purpose", "new_purpose_from"}
CHILD_LETTER = "information_child"


def letter_template(collection: Collection, *, child: bool = False) -> str:
    """The letter that tells of this collection: art. 13 or 14, or the child's version."""
    if child:
        return CHILD_LETTER
    return "information_13" if collection.intake.from_person else "information_14"


def activity_of(db: Any, collection: Collection) -> Activity | None:
    """The activity that the data were collected for; None where the record has none.

    Raises ``AppError`` for one that cannot be read.
    """
    activity_id = collection.intake.activity_id
    if activity_id is None:
        return None
    found: Activity = entries.entry(db, activity_id).content
    return found


def collection_facts(
    collection: Collection,
    activity: Activity | None,
    municipality: Municipality,
    language: Language,
) -> Facts:
    """Everything that any of the letters may ask for. Raises ``AppError`` for automated decisions
    that the record does not explain."""
    intake, new = collection.intake, collection.new_purpose
    chosen = Chosen(categories=intake.categories, sources=intake.sources)
    activities = (activity,) if activity else ()
    refuse_unexplained(activities)
    facts = information_facts(activities, municipality, language, chosen)
    if activity is None:
        facts["purposes"] = ({"text": intake.purpose, "bases": ""},)
        facts["data_sources"] = tuple({"name": one, "public": False} for one in intake.sources)
        facts["data_categories"] = tuple(
            {"name": one, "delicate": False} for one in intake.categories
        )
    elif not intake.sources:
        facts["data_sources"] = ()
    if intake.other_source:
        more = {"name": intake.other_source, "public": intake.source_public}
        facts["data_sources"] = (*facts["data_sources"], more)  # type: ignore[misc]
    if intake.disclosed_to:
        receivers: Any = facts["receivers"]
        facts["receivers"] = (*receivers, {"name": intake.disclosed_to})
        facts["tells_receivers"] = True
    return {
        **facts,
        "obtained": intake.obtained,
        "from_others": not intake.from_person,
        "collector": intake.caseworker,
        "collector_unit": intake.unit,
        "new_purpose": new.text if new else "",
        "new_purpose_from": new.starts if new else None,
    }
