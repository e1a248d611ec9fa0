"""How wide letters are in the fonts that house styles use, to see what fits in a column before Word sets it.

The fonts themselves are not here, and need not be on the machine that makes a plan: what counts is the machine that
shows it. The widths are in thousandths of the size of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from msgspec import Struct

PADDING = 200
"""The least empty space beside the text of a cell that is reckoned with."""
_CELLS_REMEMBERED = 20_000
"""So many cells have the width of their words remembered: of each table it is asked more than once."""
_LETTERS = ascii_lowercase + ascii_uppercase
_FONTS_REMEMBERED = 200
_REMEMBERED = 40_000
"""So many words have their width remembered; a full plan has some three thousand, and few looks."""
_SEPARATORS = re.compile(r"(?:[^\S\u00a0\u202f]|[\-–—\u200b])+")
"""Where a line may end; a no-break space, as in an amount, is part of the word."""
_NUMBER = re.compile(r"[€+\-–]?[\u00a0\u202f]?\d[\d.,]*[\u00a0\u202f]?%?")
"""What may not break: an amount, a percentage or another number."""
_SAFE = 1.04
"""A number has some room to spare: the program that shows it may set letters a little wider."""
_BROAD = frozenset("%@—…")
_THIN = frozenset("!'’‘.,:;|·\u00a0\u202f ")


class Typeface(Struct, frozen=True):
    """What has to be known of a font."""

    letters: tuple[int, ...]
    """The width of a to z and A to Z."""
    digit: int
    """The width of the widest digit."""
    thin: int
    """The width of a full stop, a comma or a space."""
    bold: float
    """How much wider bold letters are."""
    line: float = 1.15
    """How high a line is, for each point of its size."""
    scale: float = 1.0
    """How wide it is beside the font that it is told by."""

    def of(self, sign: str) -> int:
        """Return the width of one sign."""
        if sign in _WIDTHS_OF_LETTERS:
            return self.letters[_WIDTHS_OF_LETTERS[sign]]
        if sign in _THIN:
            return self.thin
        return self.digit if sign not in _BROAD else round(self.digit * 1.65)


_WIDTHS_OF_LETTERS = {letter: place for place, letter in enumerate(_LETTERS)}


def _read(widths: str) -> tuple[int, ...]:
    return tuple(map(int, widths.split()))


_ARIAL = Typeface(
    _read(
        "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 "
        "667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611"
    ),
    digit=556,
    thin=278,
    bold=1.09,
)
_VERDANA = Typeface(
    _read(
        "601 623 521 623 596 352 623 633 274 344 592 274 973 633 607 623 623 427 521 394 633 592 818 592 592 525 "
        "684 686 698 771 632 575 775 751 421 455 693 557 843 748 787 603 787 695 684 616 732 684 989 685 615 685"
    ),
    digit=636,
    thin=364,
    bold=1.13,
    line=1.22,
)
_GEORGIA = Typeface(
    _read(
        "504 560 454 575 484 325 509 582 293 291 535 287 880 591 539 571 560 410 432 346 576 497 738 504 493 443 "
        "671 654 642 750 653 600 726 815 389 518 695 602 927 767 744 610 744 702 561 618 757 666 977 710 615 602"
    ),
    digit=613,
    thin=270,
    bold=1.16,
    line=1.14,
)
_CALIBRI = Typeface(
    _read(
        "479 525 423 525 498 305 471 525 229 239 455 229 799 525 527 525 525 349 391 335 525 452 715 433 453 395 "
        "579 544 533 615 488 459 631 623 252 319 520 420 855 646 662 517 673 543 459 487 642 567 890 519 487 468"
    ),
    digit=507,
    thin=252,
    bold=1.04,
    line=1.22,
)
_TREBUCHET = Typeface(
    _read(
        "525 557 495 557 545 370 502 547 285 367 504 295 830 546 537 557 557 389 405 396 546 490 744 501 493 475 "
        "590 566 598 613 536 525 676 654 278 477 576 507 709 638 674 558 676 582 481 581 648 587 852 557 570 550"
    ),
    digit=524,
    thin=367,
    bold=1.12,
    line=1.16,
)
_MONTSERRAT = Typeface(
    _read(
        "590 678 563 678 604 339 685 676 269 274 598 269 1061 676 627 678 678 401 488 406 672 542 879 534 542 511 "
        "717 754 709 826 669 633 773 813 302 501 711 589 955 813 839 718 839 723 615 574 792 698 1111 656 635 651"
    ),
    digit=662,
    thin=262,
    bold=1.04,
    line=1.22,
)
_POPPINS = Typeface(
    _read(
        "676 676 607 676 620 329 676 640 246 248 515 246 1030 640 640 676 676 373 522 364 640 561 820 479 563 455 "
        "674 613 772 707 513 504 778 692 246 530 599 432 861 703 786 579 788 608 587 541 675 676 976 621 584 541"
    ),
    digit=635,
    thin=267,
    bold=1.07,
    line=1.5,
)
_OPEN_SANS = Typeface(
    _read(
        "556 612 479 612 562 336 543 613 252 252 525 252 926 613 602 612 612 409 477 356 613 500 775 523 501 469 "
        "632 646 630 726 556 516 727 737 279 269 612 522 899 753 778 602 778 617 548 551 729 596 923 578 559 572"
    ),
    digit=572,
    thin=263,
    bold=1.07,
    line=1.36,
)
_CENTURY_GOTHIC = Typeface(
    _read(
        "683 682 647 685 650 314 673 610 200 203 502 200 938 610 655 682 682 301 388 339 608 554 831 480 536 425 "
        "740 574 813 744 536 485 872 683 226 482 591 462 919 740 869 592 871 607 498 426 655 702 960 609 592 480"
    ),
    digit=554,
    thin=277,
    bold=1.05,
    line=1.23,
)
_UNKNOWN = Typeface(_ARIAL.letters, digit=600, thin=300, bold=1.12, line=1.22, scale=1.06)
"""A font that nobody measured is taken to have figures as wide as those of Verdana: no number may break."""
_FIXED = Typeface((600,) * len(_LETTERS), digit=600, thin=600, bold=1.0)
_GUESSED = (
    (re.compile(r"mono|courier|consol|typewriter|\bcode\b", re.IGNORECASE), _FIXED),
    (re.compile(r"narrow|condensed|\bcond?\b", re.IGNORECASE), _ARIAL),
    (
        re.compile(r"wide|extended|expanded|black|heavy|ultra|rounded|grotes[kq]ue?", re.IGNORECASE),
        Typeface(_VERDANA.letters, digit=667, thin=364, bold=1.15, line=1.35, scale=1.05),
    ),
)
"""What the name of a font tells of its letters."""
_KNOWN = {
    "arial": _ARIAL,
    "helvetica": _ARIAL,
    "liberationsans": _ARIAL,
    "verdana": _VERDANA,
    "dejavusans": _VERDANA,
    "tahoma": Typeface(_ARIAL.letters, digit=546, thin=303, bold=1.17, line=1.21),
    "georgia": _GEORGIA,
    "calibri": _CALIBRI,
    "carlito": _CALIBRI,
    "trebuchetms": _TREBUCHET,
    "timesnewroman": Typeface(_GEORGIA.letters, digit=500, thin=250, bold=1.06, scale=0.9),
    "montserrat": _MONTSERRAT,
    "poppins": _POPPINS,
    "opensans": _OPEN_SANS,
    "notosans": _OPEN_SANS,
    "centurygothic": _CENTURY_GOTHIC,
    "arialblack": Typeface(_VERDANA.letters, digit=667, thin=333, bold=1.15, line=1.41, scale=1.08),
    "cambria": Typeface(_GEORGIA.letters, digit=554, thin=220, bold=1.07, line=1.17),
}


@lru_cache(maxsize=_FONTS_REMEMBERED)
def typeface(font: str) -> Typeface:
    """Return what is known of a font by its name."""
    known = _KNOWN.get("".join(font.split()).casefold())
    return known or next((face for named, face in _GUESSED if named.search(font)), _UNKNOWN)


class Lettering(Struct, frozen=True):
    """Text in a font and a size, as a style sets it."""

    font: str
    size: float
    """In points."""
    apart: float = 0.0
    """How much further than usual its letters stand apart, in twentieths of a point."""
    stretch: float = 1.0
    """How much wider than usual its letters are."""
    capitals: bool = False
    """Whether all of it shows as capitals."""
    padding: int = PADDING
    """The empty space left and right of it in a cell together, in twentieths of a point."""

    def width(self, word: str, *, bold: bool = False) -> float:
        """Return about how wide a word is, in twentieths of a point."""
        shown = word.upper() if self.capitals else word
        wider = self.stretch * (typeface(self.font).bold if bold else 1)
        return _thousandths(shown, self.font) * wider * self.size / 50 + len(shown) * self.apart

    def longest_word(self, text: str) -> float:
        """Return the width of the longest word in a text."""
        return _longest_word(self, text)

    def longest_number(self, text: str) -> float:
        """Return the width of the longest number in a text, with some room to spare."""
        return _longest_number(self, text)

    @property
    def line(self) -> float:
        """About how high a line is, in twentieths of a point."""
        return typeface(self.font).line * self.size * 20


@lru_cache(maxsize=_REMEMBERED)
def _thousandths(word: str, font: str) -> float:
    face = typeface(font)
    return sum(map(face.of, word)) * face.scale


@lru_cache(maxsize=_CELLS_REMEMBERED)
def _longest_word(lettering: Lettering, text: str) -> float:
    return max(map(lettering.width, _SEPARATORS.split(text)))


@lru_cache(maxsize=_CELLS_REMEMBERED)
def _longest_number(lettering: Lettering, text: str) -> float:
    return max((lettering.width(number) * _SAFE for number in _NUMBER.findall(text)), default=0.0)
