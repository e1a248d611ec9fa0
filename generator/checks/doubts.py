"""Tells of text that may not be read as it was meant, where the answer is free text: elsewhere it would not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.kinds import Tekst
from generator.answers.shape import field_at

if TYPE_CHECKING:
    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import Doubt


def check(_antwoorden: Antwoorden, _kader: Framework, report: Report) -> None:
    """Report each doubt about an answer of free text."""
    report.problems += [doubt.problem for doubt in report.source.doubts if _is_told(doubt)]


def _is_told(doubt: Doubt) -> bool:
    """Tell whether a doubt is about free text; what a new answer file says about a question itself is no answer."""
    question = field_at(doubt.path)
    if question is None or not isinstance(question.item_kind, Tekst):
        return False
    return not doubt.remark or doubt.remark != question.vraag
