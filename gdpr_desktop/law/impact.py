"""What calls for an assessment of art. 35: the nine criteria, and the authority's list."""

from collections.abc import Collection

CRITERIA = (
    "scoring",
    "automated",
    "monitoring",
    "sensitive",
    "large_scale",
    "matching",
    "vulnerable",
    "innovative",
    "prevents",
)  # the nine of WP248 rev.01, in its order
ENOUGH = 2  # criteria that normally mean an assessment
# on the authority's list (art. 35(4)): these alone; the others with one criterion more, other
# than their own
LISTED = (
    "school_evaluation",
    "employee_monitoring",
    "training_algorithms",
    "predicting",
    "welfare_technology",
    "school_camera",
    "public_camera",
    "measuring",
)
WITH_ANOTHER = {
    "third_party": "matching",
    "biometric": "sensitive",
    "genetic": "sensitive",
    "new_technology": "innovative",
    "research": "",
    "location": "",
}


def on_the_list(listed: Collection[str], criteria: Collection[str]) -> tuple[str, ...]:
    """The entries that call for an assessment, the criteria of the processing known."""
    alone = tuple(one for one in LISTED if one in listed)
    joined = tuple(
        name
        for name, own in WITH_ANOTHER.items()
        if name in listed and any(one != own for one in criteria)
    )
    return (*alone, *joined)
