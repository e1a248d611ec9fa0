"""A copy of a template in which its own styles can be read, are Dutch, and none that a plan needs is missing."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.colours import contrast, nearest, needed
from generator.word.frame.leftovers import make_dutch
from generator.word.options import Options
from generator.word.package.archive import package
from generator.word.reading.inheritance import Sheet
from generator.word.roles import PUBLIC, ROLES
from generator.word.schema_order import child_of, set_properties
from generator.word.styles import Styles
from generator.word.styling.grounds import IN_TABLES
from generator.word.styling.look import Eye
from generator.word.styling.style_sheet import colour
from generator.word.xml import value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from generator.word.opened_house_style import HouseStyle, WordFile
    from generator.word.styling.style_search import Found

_REFERENCES = (w("basedOn"), w("next"), w("link"), w("pStyle"))


class Recoloured(Struct, frozen=True):
    """A style of the template whose text can now be read."""

    name: str
    before: str
    after: str
    ratio: float
    """The contrast that it had."""


class MendedCopy(Struct, frozen=True):
    """A mended copy of a template, and what was changed in it."""

    document: bytes
    recoloured: tuple[Recoloured, ...]
    languages: tuple[str, ...]
    """The languages that styles had and that are Dutch now; an empty one where the file did not say."""
    added: tuple[Found, ...]
    """The styles that were missing."""

    @property
    def is_changed(self) -> bool:
        """Whether there was anything to mend."""
        return bool(self.recoloured or self.languages or self.added)


def mended_copy(word_file: WordFile, options: Options | None = None) -> MendedCopy:
    """Return a copy of a template with better styles; its text, headers and pages stay as they are."""
    opened, wishes = word_file.house_style(), options or Options()
    recoloured = tuple(_recolour(opened, wishes))
    languages = _other_languages(opened.styles)
    if languages:
        make_dutch(opened.styles)
    added = _add_missing(opened, wishes)
    stream = io.BytesIO()
    opened.package.save(stream)
    with zipfile.ZipFile(stream) as saved:
        document = package({name: saved.read(name) for name in saved.namelist()})
    return MendedCopy(document, recoloured, languages, added)


def _recolour(opened: HouseStyle, options: Options) -> Iterator[Recoloured]:
    """Give each style of the template that a plan uses a colour that can be read; a table has its own ways for that."""
    styles = _styles(opened, options, deepcopy(opened.styles), deepcopy(opened.numbering))
    own = (styles.found(role) for role in PUBLIC.values() if role not in IN_TABLES and ROLES[role].kind != "table")
    names = dict.fromkeys(found.base or found.name for found in own if found.base or found.how != "gemaakt")
    for name in names:
        sheet = Sheet(opened.styles)
        eye = Eye(sheet, opened.theme, opened.body)
        key = next(
            (key for kind in ("paragraph", "character") for key in sheet.ids(kind) if sheet.name(key) == name), ""
        )
        ink, ground = eye.theme.colour(sheet.effective(key, "rPr/color")), eye.ground(key)
        if key and ink and contrast(ink, ground) < needed(sheet.points(key), bold=sheet.is_on(key, "rPr/b")):
            set_properties(child_of(sheet.element(key), "rPr"), colour(nearest(ink, ground)))
            yield Recoloured(name, ink, nearest(ink, ground), contrast(ink, ground))


def _other_languages(styles: _Element) -> tuple[str, ...]:
    found = dict.fromkeys([Sheet(styles).language, *(value(item) for item in styles.iter(w("lang")) if value(item))])
    return tuple(name for name in found if not name.lower().startswith("nl"))


def _add_missing(opened: HouseStyle, options: Options) -> tuple[Found, ...]:
    """Add the styles that the template lacks; those that only mend one for a plan go, unless another rests on them."""
    styles = _styles(opened, options, opened.styles, opened.numbering)
    found = {styles.found(role).style_id: styles.found(role) for role in ROLES}
    mended = {key for key, style in found.items() if style.base is not None}
    while unused := {key for key in mended if not _is_named(key, opened)}:
        for item in opened.styles.findall(w("style")):
            if item.get(w("styleId")) in unused:
                opened.styles.remove(item)
        mended -= unused
    return tuple(style for style in found.values() if style.how == "gemaakt" and style.base is None)


def _is_named(key: str, opened: HouseStyle) -> bool:
    """Tell whether a style or a list refers to a style."""
    return any(value(item) == key for root in (opened.styles, opened.numbering) for item in root.iter(*_REFERENCES))


def _styles(opened: HouseStyle, options: Options, sheet: _Element, numbering: _Element) -> Styles:
    return Styles(sheet, numbering=numbering, theme=opened.theme, body=opened.body, options=options)
