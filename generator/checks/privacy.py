"""Personal data in the text of a plan that everybody may read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.answers import Antwoorden
    from generator.checks.report import Report
    from generator.framework import Framework
    from generator.source import KeyPath, Tree

# Every pattern takes a time that grows no faster than the text: what may repeat has a bound.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_APART = r"[\s.\u2010-\u2015\u2212/()-]{0,3}"
_DIGITS = re.compile(rf"(?<![\w,.+])(?:\+|\()?\d(?:{_APART}\d){{8,13}}(?!\d|[,.]\d)")
"""Nine to fourteen digits, however they are kept apart: dots, brackets, slashes, any space and any dash."""
_DATE = re.compile(
    r"(?<!\d)\d{1,2}[\u2010-\u2015-]\d{1,2}[\u2010-\u2015-](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d"
)
_GROUPS = frozenset({(9,), (3, 3, 3), (4, 2, 3), (2, 2, 2, 3), (3, 2, 2, 2), (2, 3, 4), (4, 5), (5, 4)})
"""How people write the digits of a citizen service number in groups."""
_EURO = re.compile(r"€\s?$")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?!\w)")
_PLATES = (
    *("XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99"),
    *("XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)
"""The forms of Dutch number plates since 1965."""
_PLATE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(form.replace('X', '[A-Z]').replace('9', '[0-9]') for form in _PLATES)})(?![\w-])"
)
_SURNAME = r"(?:(?:van|de|den|der|ten|ter|het|el|al)\s){0,3}[A-Z][\w’'-]{1,30}"
_PERSON = re.compile(
    rf"(?<!\w)(?:(?:[A-Z]\.\s?){{1,4}}{_SURNAME}"
    r"|(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Dd]hr\.|[Mm]w\.|[Mm]evr\.|[Ff]amilie|[Gg]ezin)\s"
    rf"(?:[A-Z]\.\s?){{0,4}}{_SURNAME})"
)
_ADDRESS = re.compile(
    r"(?<!\w)[A-Z][\w’'-]{0,30}(?:straat|laan|weg|plein|dijk|kade|hof|steeg|singel|pad|gracht|dreef|park)\s\d{1,4}(?!\d)"
)
_KNOWN_BY_NAME = re.compile(
    r"(?<!\w)(?:[Vv]erdachte|[Dd]ader|[Zz]oon|[Dd]ochter|[Ll]eerling|[Mm]inderjarige|[Kk]ind|[Ss]cholier"
    r"|[Zz]oontje|[Dd]ochtertje|[Bb]roertje|[Zz]usje),?\s(?:[A-Z]\.\s?){0,3}[A-Z][a-zà-ÿ]{1,30}(?![\w])"
)
_MEANT_TO_BE_KNOWN = ("communicatie", "contactpunt")
"""The number and the address that everybody may use."""
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ\d)][.!?])\s+(?=[A-Z])|\n")


def check(antwoorden: Antwoorden, kader: Framework, report: Report) -> None:
    """Report what can be personal data, such as numbers and names of people, unless the plan is not public."""
    del kader
    if antwoorden.document.openbaarheid in {"intern", "vertrouwelijk"}:
        return
    for path, text in texts(report.source.tree, ()):
        for what in personal_data(text) if path[:2] != _MEANT_TO_BE_KNOWN else ():
            melding = f"Hier staat {what}. Het plan is openbaar, of de openbaarheid is nog niet gekozen."
            report.aandacht(path, melding, "Haal het weg, of zet “openbaarheid” op “intern” of “vertrouwelijk”.")


def texts(tree: Tree, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text in a tree with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from texts(item, (*path, index))
    elif isinstance(tree, dict):
        for key, item in tree.items():
            yield from texts(item, (*path, key))


def says(tree: Tree, sign: re.Pattern[str]) -> bool:
    """Tell whether any text in a tree has a sign in it."""
    return any(sign.search(text) for _, text in texts(tree, ()))


def personal_data(text: str) -> list[str]:
    """Return which kinds of personal data a text seems to hold; a rule cannot be certain, so each is advice."""
    found = []
    if "@" in text and _EMAIL.search(text):
        found.append("een e-mailadres")
    accounts = [match.group() for match in _IBAN.finditer(text) if _is_iban(match.group())]
    rest = _IBAN.sub(" ", text)
    numbers = [match for match in _DIGITS.finditer(rest) if not _DATE.search(match.group())]
    if any(_is_citizen_service_number(match, rest) for match in numbers):
        found.append("een getal dat een burgerservicenummer (BSN) kan zijn")
    if any(_is_phone_number(match.group()) for match in numbers):
        found.append("een telefoonnummer")
    if accounts:
        found.append("een rekeningnummer (IBAN)")
    if _PLATE.search(text):
        found.append("wat een kenteken kan zijn")
    if any(_PERSON.search(part) and _ADDRESS.search(part) for part in _SENTENCE_END.split(text)):
        found.append("wat de naam van iemand met een adres kan zijn")
    if _KNOWN_BY_NAME.search(text):
        found.append("wat de naam van een kind, een leerling of een verdachte kan zijn")
    return found


def _is_citizen_service_number(match: re.Match[str], text: str) -> bool:
    """Apply the eleven-test, in which the last digit counts negative, to nine digits that are no amount."""
    groups = re.findall(r"\d+", match.group())
    digits = "".join(groups)
    if tuple(map(len, groups)) not in _GROUPS or _EURO.search(text[max(0, match.start() - 3) : match.start()]):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _is_phone_number(written: str) -> bool:
    """Tell whether digits are a Dutch phone number: ten of them after a nought, or nine after the country's 31."""
    digits = "".join(sign for sign in written if sign.isdigit() or sign == "+")
    for country in ("+31", "0031"):
        if digits.startswith(country):
            digits = "0" + digits.removeprefix(country).removeprefix("0")
    return len(digits) == 10 and digits[0] == "0" and digits[1] != "0"


def _is_iban(written: str) -> bool:
    """Apply the test of ISO 13616: as a number, with letters from 10 on and the first four signs last, 1 modulo 97."""
    signs = re.sub(r"\s", "", written)
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
