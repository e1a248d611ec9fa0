"""The screens of the form, one module each, with the addresses at which it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.browser.screens import (
    answering,
    back_from_word,
    condition,
    house_style,
    interventions,
    list_tables,
    making,
    overview,
    question,
    sheet,
    start,
    to_do,
)

if TYPE_CHECKING:
    from starlette.routing import Route

ROUTES: list[Route] = [
    *start.ROUTES,
    *overview.ROUTES,
    *question.ROUTES,
    *condition.ROUTES,
    *interventions.ROUTES,
    *to_do.ROUTES,
    *answering.ROUTES,
    *sheet.ROUTES,
    *making.ROUTES,
    *back_from_word.ROUTES,
    *house_style.ROUTES,
    *list_tables.ROUTES,
]
