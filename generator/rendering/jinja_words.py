"""The Dutch of Jinja: what each message of it means to who wrote the template, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.problems import Melding

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME_IT = "Schrijf er een naam in, zoals gemeente.naam."
_ASK_FIRST = "Vraag eerst met {% if … %} of het er is."

SYNTAX = (
    (r"tag name expected", "Na {% ontbreekt de opdracht.", "Schrijf bijvoorbeeld {% if … %}."),
    (
        r"Unexpected end of template.*needs to be closed is '(\w+)'",
        "“{0}” is niet afgesloten.",
        "Zet {% end{0} %} erna.",
    ),
    (
        r"unknown tag '(\w+)'.*needs to be closed is '(\w+)'",
        "“{0}” past hier niet: eerst moet “{1}” worden afgesloten.",
        "Zet {% end{1} %} ervoor.",
    ),
    (
        r"unknown tag 'end(\w+)'",
        "“end{0}” staat hier zonder “{0}” ervoor.",
        "Haal de opdracht weg of zet {% {0} … %} ervoor.",
    ),
    (
        r"unknown tag '(\w+)'",
        "“{0}” is geen opdracht die een sjabloon kent.",
        "Gebruik bijvoorbeeld if, for of include.",
    ),
    (r"Missing end of comment", "De opmerking met {# is niet afgesloten.", "Zet #} aan het eind."),
    (r"Missing end of raw", "{% raw %} is niet afgesloten.", "Zet {% endraw %} erna."),
    (r"(?:got|unexpected) 'end of (?:print|statement|template)", "Tussen de accolades ontbreekt iets.", _NAME_IT),
    (r"unexpected end of template", "Tussen de accolades ontbreekt iets.", _NAME_IT),
    (
        r"unexpected char (?:\"'\"|'\"')",
        "Een aanhalingsteken is niet gesloten.",
        "Zet er twee neer, of haal het weg.",
    ),
    (r"unexpected char '([^']*)'", "Het teken “{0}” past hier niet.", "Haal het teken weg of vervang het."),
    (
        r"Invalid character in identifier",
        "In een naam staat een teken dat daar niet kan.",
        "Gebruik letters, cijfers en lage streepjes.",
    ),
    (
        r"(?:got|unexpected) '(?:integer|float)'",
        "Hier staat een getal dat er niet past.",
        "Kijk of er een punt, komma of haakje ontbreekt.",
    ),
    (
        r"(?:got|unexpected) 'string'",
        "Hier staat een tekst tussen aanhalingstekens die er niet past.",
        "Kijk of er een komma, haakje of ~ ontbreekt.",
    ),
    (r"unexpected '(.*?)'", "Het teken “{0}” staat hier verkeerd.", "Kijk of er een haakje te veel of te weinig is."),
    (r"got '(.*?)'", "De schrijfwijze klopt niet bij “{0}”.", "Kijk of er een punt, komma of haakje ontbreekt."),
    (r"expected name or number", "Achter een punt hoort een naam.", "Schrijf er een naam achter, of haal de punt weg."),
    (
        r"invalid syntax for function call",
        "Tussen de haakjes staan de waarden in de verkeerde volgorde.",
        "Zet wat met een naam en = begint achteraan.",
    ),
    (
        r"cannot chain multiple tests",
        "Twee keer “is” achter elkaar kan niet.",
        "Zet er “and” tussen, en schrijf de naam nog een keer.",
    ),
    (
        r"can't assign to '",
        "Hier hoort een eigen naam, om een waarde in te bewaren.",
        "Schrijf een naam zonder punt of aanhalingstekens.",
    ),
    (r"Can't assign to special loop variable", "“loop” is de naam van de herhaling zelf.", "Kies een andere naam."),
    (
        r"Block names in Jinja",
        "De naam van een blok bestaat uit letters, cijfers en lage streepjes.",
        "Schrijf _ waar een - staat.",
    ),
    (r"block '(\w+)' defined twice", "Het blok “{0}” staat hier dubbel.", "Geef een van de twee een andere naam."),
    (
        r"Required blocks can only contain",
        "In een blok met “required” kan geen tekst staan.",
        "Haal “required” weg, of de tekst.",
    ),
    (r"cannot use extend from a non", "{% extends %} staat in een andere opdracht.", "Zet het bovenaan het sjabloon."),
    (r"names starting with an underline", "Een naam die met _ begint, is niet op te halen.", "Kies een andere naam."),
    # macros
    (
        r"non-default argument follows default",
        "Een waarde met = staat voor een waarde zonder.",
        "Zet de waarden met = achteraan.",
    ),
    (r"expected call", "Na “call” hoort de aanroep van een macro.", "Schrijf bijvoorbeeld {% call kader() %}."),
    (
        r'special "caller" argument must',
        "“caller” is de naam van wat er in {% call %} staat.",
        "Kies een andere naam, of schrijf caller=none.",
    ),
)
"""How a template is written: what stands in a message, what is wrong then and what to do; the first that fits counts.

`{0}` is the first word that the message names.
"""
RUNNING = (
    (r"extended multiple times", "{% extends %} staat er meer dan één keer.", "Laat er één staan."),
    (
        r"Required block '(\w+)' not found",
        "Het blok “{0}” is leeg, en moet worden ingevuld.",
        "Haal “required” weg, of vul het blok in een eigen sjabloon.",
    ),
    (
        r"does not export the requested name '(\w+)'",
        "“{0}” staat niet in het sjabloon dat achter from staat.",
        "Controleer de naam.",
    ),
    # macros
    (r"No caller defined", "Deze macro wacht op de tekst van een {% call %}.", "Roep hem aan met {% call … %}."),
    (r"parameter '(\w+)' was not provided", "De macro krijgt geen waarde voor “{0}”.", "Geef die waarde mee."),
    (
        r"macro '(\w+)' takes no keyword argument '(\w+)'",
        "De macro “{0}” kent geen waarde “{1}”.",
        "Controleer de naam, of haal de waarde weg.",
    ),
    (
        r"macro '(\w+)' takes not more than (\d+) argument",
        "De macro “{0}” krijgt te veel waarden.",
        "Geef er ten hoogste {1} mee.",
    ),
    # what is asked of an answer
    (r"no parent block called '(\w+)'", "Er is geen gewone tekst van blok “{0}”.", "Haal super() weg."),
    (r"no previous item", "Er is hier geen vorig onderdeel.", _ASK_FIRST),
    (r"no next item", "Er is hier geen volgend onderdeel.", _ASK_FIRST),
    (
        r"No (?:first|last|aggregated|random) item",
        "Deze lijst is leeg.",
        "Vraag eerst met {% if … %} of er iets in staat.",
    ),
    (
        r"inline if-expression",
        "Bij deze “if” ontbreekt wat er anders komt te staan.",
        "Zet erachter: else en wat er dan komt.",
    ),
    (r"'recursive' marker", "Deze herhaling roept zichzelf aan.", "Zet “recursive” achter de lijst bij for."),
    (r"no items for cycling", "Bij loop.cycle() ontbreken de waarden.", "Zet ze tussen de haakjes."),
    # filters
    (r"sort by either", "“dictsort” sorteert op key of op value.", "Kies een van die twee."),
    (r"method must be common", "“round” rondt af op de manier common, ceil of floor.", "Kies een van die drie."),
    (
        r"map requires a filter argument",
        "Bij “map” ontbreekt wat er met elk onderdeel gebeurt.",
        'Schrijf bijvoorbeeld map(attribute="naam").',
    ),
    (
        r"Missing parameter for attribute name",
        "Bij dit filter ontbreekt de naam van een onderdeel.",
        'Schrijf bijvoorbeeld selectattr("naam").',
    ),
    (r"Unexpected keyword argument '(\w+)'", "Dit filter kent geen waarde “{0}”.", "Haal die waarde weg."),
    (
        r"argument must be iterable",
        "Dit filter werkt alleen op een tekst of een lijst.",
        "Controleer welk soort antwoord dit is.",
    ),
)
"""What a template asks for when it runs; for the rest as `SYNTAX`."""


def in_dutch(message: str, meanings: Iterable[tuple[str, str, str]]) -> Melding | None:
    """Return what a message means; None when it is none of these."""
    for pattern, melding, remedy in meanings:
        if found := re.search(pattern, message, re.DOTALL):
            return Melding(_filled(melding, found.groups()), _filled(remedy, found.groups()))
    return None


def _filled(text: str, words: tuple[str, ...]) -> str:
    for number, word in enumerate(words):
        text = text.replace(f"{{{number}}}", word)
    return text
