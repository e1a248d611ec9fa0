"""Turns semantic HTML into a Word document in a house style; knows nothing of plans.

The steps: read the page (`parsing`), open the house style (`housestyle`), translate block by block into
WordprocessingML (`blocks` and the modules it calls), fill in the contents, and put the package together
(`saving`), sealed so that a later run can tell whether somebody changed it (`seal`).
"""

from generator.word.assembly import Written, write, write_whole
from generator.word.faults import HouseStyleError, PageError, PlaceholdersError
from generator.word.frame.named import NoSuchPlaceError
from generator.word.options import Options
from generator.word.seal import is_untouched
from generator.word.styling.found import StyleChoiceError, StyleFault, public

__all__ = [
    "HouseStyleError",
    "NoSuchPlaceError",
    "Options",
    "PageError",
    "PlaceholdersError",
    "StyleChoiceError",
    "StyleFault",
    "Written",
    "is_untouched",
    "public",
    "write",
    "write_whole",
]
