"""Starting points: the list of them, the search, and the activity that each one becomes."""

from functools import cache
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import fold_short, search_words
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    DataCategory,
    Dpia,
    DpiaExcuse,
    InformationWay,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Retention,
    Security,
    Sensitivity,
    SpecialBasis,
    Subject,
    Unstructured,
)
from gdpr_desktop.register.library import tables
from gdpr_desktop.register.library.model import Start
from gdpr_desktop.register.library.tables import Tree


@cache
def starts(language: Language) -> tuple[Start, ...]:
    """All starting points, by sector."""
    return tuple(
        Start(
            id=start_id,
            sector=tables.common("sectors", sector).in_(language),
            name=tables.own(start_id, "name").in_(language),
            description=tables.own(start_id, "description").in_(language),
            keywords=tables.own(start_id, "keywords").in_(language),
        )
        for sector in tables.sectors()
        for start_id in tables.tree(sector)
    )


def search(typed: str, language: Language) -> tuple[Start, ...]:
    """Those that hold every word of ``typed``, however it is typed; all when it is blank."""
    wanted = fold_short(typed).split()
    return tuple(one for one in starts(language) if all(word in _index(one.id) for word in wanted))


@cache
def _index(start_id: str) -> str:
    """Folded words of both written forms: people type either."""
    sector = tables.common("sectors", tables.sector_of(start_id))
    parts = [tables.own(start_id, part) for part in ("name", "description", "keywords")]
    return " ".join(search_words(text) for one in (*parts, sector) for text in (one.nn, one.nb))


def activity_from(start_id: str, language: Language = Language.NYNORSK) -> Activity:
    """The activity that a starting point describes, not yet checked by anybody.

    ``language`` is that of the notes that are kept in one language only. Raises ``KeyError``.
    """
    data = tables.tree(tables.sector_of(start_id))[start_id]
    categories = tuple(_category(start_id, one, data) for one in data["data"])
    return Activity(
        name=tables.own(start_id, "name"),
        responsible=tables.own(start_id, "responsible").in_(language),
        description=tables.own(start_id, "description"),
        purposes=tuple(_purpose(start_id, one, language) for one in data["purposes"]),
        special=tuple(
            SpecialBasis(condition=Condition(letter), laws=tuple(map(tables.law, laws)))
            for letter, laws in data.get("special", {}).items()
        ),
        criminal=tuple(map(tables.law, data.get("criminal", ()))),
        subjects=tuple(_subject(start_id, one, data) for one in data["subjects"]),
        data=categories,
        national_id_reason=_number_reason(categories, language),
        sources=tuple(_party(start_id, one) for one in data["sources"]),
        recipients=tuple(_party(start_id, one) for one in data["recipients"]),
        security=_security(data["security"]),
        profiling=Answer.NO,
        automatic=Answer.NO,
        dpia=_dpia(start_id, data, language),
        information=tuple(InformationWay(one) for one in data["information"]),
        provision=Provision(data["provision"]),
        provision_note=tables.own(start_id, "provision"),
        unstructured=_unstructured(data["unstructured"], language),
        from_library=start_id,
    )


def _purpose(start_id: str, data: Tree, language: Language) -> Purpose:
    basis = LawfulBasis(
        basis=Basis(data["basis"]),
        laws=tuple(map(tables.law, data.get("laws", ()))),
        interest=tables.own(start_id, "interests", data["id"]),
        contract=tables.own(start_id, "contracts", data["id"]).in_(language),
    )
    return Purpose(
        text=tables.text(start_id, "purposes", data["id"]),
        bases=(basis,),
        public_task=data.get("public_task", True),
    )


def _subject(start_id: str, name: str, data: Tree) -> Subject:
    shared: dict[str, bool] = tables.tree(tables.COMMON)["subjects"]
    vulnerable = name in data.get("vulnerable", ()) or shared.get(name, False)
    return Subject(text=tables.text(start_id, "subjects", name), vulnerable=vulnerable)


def _category(start_id: str, one: Tree, data: Tree) -> DataCategory:
    shared: dict[str, str] = tables.tree(tables.COMMON)["data"]
    return DataCategory(
        text=tables.text(start_id, "data", one["id"]),
        sensitivity=Sensitivity(one.get("sensitivity") or shared[one["id"]]),
        subjects=tuple(
            tables.text(start_id, "subjects", name).nn for name in one.get("subjects", ())
        ),
        retention=_retention(start_id, one["keep"], data),
    )


def _number_reason(categories: tuple[DataCategory, ...], language: Language) -> str:
    if all(one.sensitivity is not Sensitivity.NATIONAL_ID for one in categories):
        return ""
    return tables.common("reasons", "national_id").in_(language)


def _retention(start_id: str, name: str, data: Tree) -> Retention:
    keep: Tree = data.get("keeps", {}).get(name) or tables.tree(tables.COMMON)["keeps"][name]
    return Retention(
        months=keep.get("months"),
        permanent=keep.get("permanent", False),
        counted_from=_or_blank(start_id, "keeps", name, "counted"),
        criteria=_or_blank(start_id, "keeps", name, "criteria"),
        then=After(keep["then"]),
        law=tables.law(keep.get("law", "")),
    )


def _or_blank(start_id: str, *path: str) -> Bilingual:
    return tables.own(start_id, *path) or tables.common(*path)


def _party(start_id: str, one: Tree) -> Party:
    shared: dict[str, str] = tables.tree(tables.COMMON)["parties"]
    kind = shared.get(one["party"], "")
    released = one.get("released", False)
    return Party(
        text=tables.text(start_id, "parties", one["party"]),
        subject=kind == "subject",
        public=kind == "public",
        confidential=released or "lifted" in one,
        lifted_by=tables.law(one.get("lifted", "")),
        released=released,
    )


def _security(name: str) -> Security:
    parts: dict[str, Any] = {
        part: tables.common("security", name, part)
        for part in ("physical", "technical", "organisational")
    }
    return Security(**parts)


def _dpia(start_id: str, data: Tree, language: Language) -> Dpia:
    return Dpia(
        needed=Answer(data["dpia"]),
        excuses=tuple(DpiaExcuse(one) for one in data.get("excuses", ())),
        reason=tables.own(start_id, "dpia").in_(language),
    )


def _unstructured(name: str, language: Language) -> Unstructured:
    return Unstructured(
        allowed=Answer(tables.tree(tables.COMMON)["unstructured"][name]),
        reason=tables.common("unstructured", name, "reason").in_(language),
        places=tables.common("unstructured", name, "places").in_(language),
    )
