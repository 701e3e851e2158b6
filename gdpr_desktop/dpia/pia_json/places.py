"""Which of our questions stand for which question of that program, and the other way.

Their ids are digits: section, item, number. The first of ours takes what is read; what the others
say is put under it with a heading when a file is written, and found again by that heading.
"""

from gdpr_desktop.dpia.codes import RiskKind

TEXTS: dict[int, tuple[str, ...]] = {
    111: (
        "what",
        "changed_what",
        "novelty",
        "relation",
        "control_over",
        "perception",
        "concerns",
        "state_of_art",
        "vulnerable",
        "confidential",
        "geography",
        "follow_up",
        "review_plan",
        "publish",
        "documents",
    ),
    112: ("joint",),
    113: ("norm",),
    121: ("data", "special", "special_which", "subjects", "recipients"),
    122: ("life_cycle", "collection", "source", "storage", "sharing", "frequency"),
    123: ("systems", "access", "security"),
    211: ("aim", "purposes", "control", "effect", "further", "further_what"),
    212: (
        "basis_law",
        "basis",
        "basis_special",
        "interest_what",
        "interest_for",
        "interest_against",
        "interest_conclusion",
    ),
    213: (
        "necessary",
        "gentler_way",
        "proportionate",
        "other_purposes",
        "built_in",
        "private_life",
        "discrimination",
        "belief",
        "expression",
        "comply",
        "beyond",
        "residual",
    ),
    214: ("correct", "updated"),
    215: ("retention", "deletion"),
    221: ("information",),
    222: ("consent_how",),
    223: ("right_access", "right_portability"),
    224: ("right_rectification",),
    225: ("right_restriction", "right_objection", "automated", "automated_how"),
    226: ("processors_used", "processors", "agreement", "agreement_points"),
    227: ("transfer", "outside"),
}
VIEWS = ("views_asked", "views_how", "views_result", "views_followed", "views_why_not")
REST = 111  # where the answer goes of a question that has no place of its own

# the three risks of that program: the first id of six, and the item in its evaluations
RISKS: dict[RiskKind, int] = {
    RiskKind.CONFIDENTIALITY: 321,
    RiskKind.INTEGRITY: 331,
    RiskKind.AVAILABILITY: 341,
}
IMPACTS, THREATS, SOURCES, MEASURES, SEVERITY, LIKELIHOOD = range(6)

# what an evaluation of a whole item is about, as a section of ours
SECTIONS = {
    "1.1": "description",
    "1.2": "nature",
    "2.1": "necessity",
    "2.2": "rights",
    "3.1": "risks",
}
_OF_OURS = {ours: pia for pia, all_of in TEXTS.items() for ours in all_of}
STEPS = 4  # of that program's gauges


def risk_of(pia_id: int) -> RiskKind | None:
    """The risk that one of the six ids is about."""
    return next((kind for kind, first in RISKS.items() if 0 <= pia_id - first < 6), None)


def pia_id_of(question: str) -> int:
    """Where the answer to one of our questions goes."""
    return _OF_OURS.get(question, REST)


def item_of(pia_id: int) -> str:
    """The item that one of the built-in questions stands in: «2.1» for 211."""
    return f"{pia_id // 100}.{pia_id // 10 % 10}"
