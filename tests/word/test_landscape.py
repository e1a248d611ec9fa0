"""Landscape pages between portrait ones: the paper is turned, and its margins turn along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.documents import body
from tests.word.frame.helpers import W, made, sections

if TYPE_CHECKING:
    from pathlib import Path

TABLE = (
    "<table><caption>T</caption><colgroup><col style='width: 100%'></colgroup><thead><tr><th>a</th></tr></thead>"
    "<tbody><tr><td>b</td></tr></tbody></table>"
)


def test_the_margins_turn_with_the_paper(tmp_path: Path) -> None:
    """What was the left margin, wide enough for a binding, comes on top; a table fills the width between the others."""
    values = {"top": 900, "right": 1000, "bottom": 1100, "left": 1200}
    margins = " ".join(f'w:{side}="{value}"' for side, value in values.items())
    document = made(
        tmp_path,
        f'<p>a</p><section class="liggend">{TABLE}</section><p>b</p>',
        section=f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:header="500" w:footer="500" w:gutter="0"/>',
    )
    found = [{side: int(item.find(f"{W}pgMar").get(f"{W}{side}")) for side in values} for item in sections(document)]
    assert found == [values, {"top": 1200, "right": 1100, "bottom": 1000, "left": 900}, values]
    [width] = [int(column.get(f"{W}w")) for column in body(document).iter(f"{W}gridCol")]
    assert width == 16838 - 900 - 1100
