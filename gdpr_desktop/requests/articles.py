"""Where each right stands in the Regulation: the one table of it."""

from collections.abc import Mapping

from gdpr_desktop.law.bases import DataRight
from gdpr_desktop.requests.model import Right

_ARTICLES: Mapping[Right, str] = {
    Right.ACCESS: DataRight.ACCESS.value,
    Right.RECTIFICATION: DataRight.RECTIFICATION.value,
    Right.ERASURE: DataRight.ERASURE.value,
    Right.RESTRICTION: DataRight.RESTRICTION.value,
    Right.OBJECTION: DataRight.OBJECTION.value,
    Right.PORTABILITY: DataRight.PORTABILITY.value,
    Right.AUTOMATED: "22(3)",
    Right.COPIES: "15(3)",
    Right.WITHDRAWAL: "7(3)",
    Right.CORRECTION: "5(1)(d)",
    Right.NOTICE: "19",
}


def article_of(right: Right) -> str:
    """The article that a right stands in: ``15(3)``; "" for what stands in none."""
    return _ARTICLES.get(right, "")


def data_right(right: Right) -> DataRight | None:
    """The right of art. 15–21 that it is; None for what only stands in or beside one of them."""
    article = article_of(right)
    return DataRight(article) if article in set(DataRight) else None
