"""The steps from page to document, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word import properties
from generator.word.blocks import blocks
from generator.word.contents import CONTENTS_HERE, contents
from generator.word.housestyle import HouseStyle, open_house_style
from generator.word.numbering import Numbering
from generator.word.options import Options
from generator.word.parsing import Page, parse
from generator.word.saving import package
from generator.word.seal import SEALED_PART, digest
from generator.word.sections import PageSetup, join
from generator.word.state import State
from generator.word.styles import Styles
from generator.word.xml import DECLARATION, MC, W14, R, W

if TYPE_CHECKING:
    from pathlib import Path

_DOCUMENT = (
    f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14">'
    "<w:body>{body}</w:body></w:document>"
)


def write(html: str, huisstijl: Path, options: Options | None = None) -> bytes:
    """Return a Word document.

    Args:
        html: A page in the vocabulary of `generator.word.parsing`.
        huisstijl: The Word file whose styles, headers and page the document takes.
        options: What the house style asks beyond that.

    Raises:
        PageError: The page holds something that has no translation.
        HouseStyleError: The Word file cannot be used.
    """
    page = parse(html)
    house_style = open_house_style(huisstijl)
    body = _body(page, house_style, options or Options())
    for margin in house_style.margins():
        properties.refresh_fields(margin, properties.shown(page))
    parts = house_style.parts()
    parts[house_style.document.partname.lstrip("/")] = _DOCUMENT.format(body=body).encode()
    parts["docProps/core.xml"] = properties.core(page)
    parts["docProps/app.xml"] = properties.app(page)
    parts[SEALED_PART] = properties.custom(page, digest(parts))
    return package(parts)


def _body(page: Page, house_style: HouseStyle, options: Options) -> str:
    """Return everything inside `w:body`."""
    styles = Styles(house_style.styles, options.styles)
    setup = PageSetup(house_style.section)
    state = State(styles, Numbering(house_style.numbering, styles), setup, house_style.relate, width=setup.width)
    text = join(blocks(page.body, state))
    return text.replace(CONTENTS_HERE, contents(state)) + setup.next()
