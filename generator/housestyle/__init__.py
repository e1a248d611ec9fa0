"""Finds the house style and reads what it asks beside its Word file: `huisstijl.yaml` and `sjablonen/`.

The Word file itself is for `generator.word` to open; nothing here knows what is in it.
"""

from generator.housestyle.files import (
    SETTINGS_FILE,
    TEMPLATES,
    HouseStyleFiles,
    NoSuchHouseStyleError,
    built_in_styles,
    find_house_style,
)

__all__ = [
    "SETTINGS_FILE",
    "TEMPLATES",
    "HouseStyleFiles",
    "NoSuchHouseStyleError",
    "built_in_styles",
    "find_house_style",
]
