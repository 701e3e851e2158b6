"""Files of the other program, made here after its format."""

import json
from pathlib import Path
from typing import Any

AT = "2026-01-05T08:00:00.000Z"
PIA: dict[str, Any] = {
    "id": 7,
    "name": "(IMPORT) Ny skjermbruk i barnehagen",
    "category": "Oppvekst",
    "status": 3,
    "progress": 80,
    "author_name": "Anne Skriv",
    "evaluator_name": "Berit Vurder",
    "validator_name": "Kari Leiar",
    "dpo_status": 0,
    "dpo_opinion": "Bør ikkje gjerast enno.",
    "dpos_names": "Solveig Testnes",
    "people_names": "Foreldreutvalet",
    "concerned_people_searched_opinion": True,
    "concerned_people_searched_content": "",
    "concerned_people_status": 1,
    "concerned_people_opinion": "Greitt for oss.",
    "rejection_reason": "",
    "applied_adjustments": "",
    "structure_id": None,
    "structure_name": "",
    "structure_sector_name": "",
    "structure_data": None,
    "is_example": 0,
    "is_archive": 0,
    "created_at": AT,
    "updated_at": AT,
}


def text(number: Any, html: str) -> dict[str, Any]:
    """A text answer."""
    data = {"text": html, "gauge": None, "list": []}
    return {"id": 1, "pia_id": 7, "reference_to": number, "data": data, "created_at": AT}


def listed(number: Any, *items: Any) -> dict[str, Any]:
    """An answer that is a list."""
    data = {"text": None, "gauge": None, "list": list(items)}
    return {"id": 1, "pia_id": 7, "reference_to": number, "data": data, "created_at": AT}


def gauge(number: Any, level: Any, why: str = "") -> dict[str, Any]:
    """A level, with its reason."""
    data = {"text": why, "gauge": level, "list": []}
    return {"id": 1, "pia_id": 7, "reference_to": number, "data": data, "created_at": AT}


def measure(number: Any, title: Any, content: str = "") -> dict[str, Any]:
    """A measure."""
    placeholder = "measures.default_placeholder"
    made = {"id": number, "pia_id": 7, "title": title, "content": content}
    return {**made, "placeholder": placeholder, "created_at": None}


def evaluation(reference: str, status: int, **values: Any) -> dict[str, Any]:
    """What somebody meant of a part."""
    usual = {"evaluation_comment": "", "gauges": {"x": 0, "y": 0}, "created_at": AT}
    return {"id": 1, "pia_id": 7, "reference_to": reference, "status": status, **usual, **values}


def comment(number: Any, words: str, *, for_measure: bool = False) -> dict[str, Any]:
    """A comment."""
    made = {"id": 1, "pia_id": 7, "description": words, "reference_to": number}
    return {**made, "for_measure": for_measure, "created_at": AT}


def whole() -> dict[str, Any]:
    """An assessment with something of everything."""
    return {
        "pia": dict(PIA),
        "answers": [
            text(111, "<p>Barna teiknar på <b>nettbrett</b>.</p><ul><li>To økter</li></ul>"),
            text("121", "<p>Namn og teikningar</p>"),
            text(211, "<p>Læring gjennom leik</p>"),
            text(226, "<p>Leverandøren</p>"),
            listed(321, "Nokon ser teikningane", "Mobbing"),
            listed(322, "Tapt nettbrett"),
            listed(323, "Foreldre", "Tjuvar"),
            listed(324, "Tilgangsstyring", "Skjermlås"),
            gauge(325, 3, "Barn er sårbare"),
            gauge(326, "2", "<p>Hender</p>"),
            listed(341, "Teikningane er borte"),
            gauge(345, 1),
        ],
        "measures": [
            measure(11, "Tilgangsstyring", "<p>Berre dei tilsette</p>"),
            measure(12, "Opplæring", ""),
        ],
        "evaluations": [
            evaluation("2.1.211", 1, evaluation_comment="Seie meir om leiken"),
            evaluation(
                "3.1.12",
                2,
                estimated_implementation_date="2026-03-31T22:00:00.000Z",
                person_in_charge="Styraren",
            ),
            evaluation("3.2", 2, action_plan_comment="Slette kvar veke", gauges={"x": 2, "y": 1}),
            evaluation("1.1", 3),
        ],
        "comments": [comment(211, "Kva med dei minste?"), comment(11, "Bra", for_measure=True)],
    }


def save(path: Path, raw: Any) -> Path:
    """Write it as that program does."""
    path.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    return path
