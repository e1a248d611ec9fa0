"""Every mistake in typing that we know by sight, in the words of an adviser.

Names in braces are filled in: `regel` is the line as it should be, `nr` the number of another line, `teken`,
`naam` and `sleutel` are what stands in the file.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Weight(Enum):
    """What a defect means."""

    SYNTAX = "syntax"
    """YAML cannot read it; where YAML can read the file after all, we saw it wrong."""
    LOSS = "loss"
    """YAML reads it, as something that nobody meant."""
    DOUBT = "doubt"
    """May be meant; to be told where the answer is free text."""
    FINE = "fine"
    """As clear as it can be, though YAML refuses it: read as it was meant, without a word."""


class Cause(NamedTuple):
    """A kind of defect, in the words of an adviser; both texts may hold names in braces."""

    weight: Weight
    melding: str
    oplossing: str


# What begins a text.
APOSTROPHE = Cause(
    Weight.SYNTAX,
    "Deze tekst begint met een apostrof. Zo’n teken opent in dit bestand een tekst tussen aanhalingstekens.",
    "Zet dubbele aanhalingstekens om de tekst. Schrijf: {regel}",
)
LOST_APOSTROPHE = Cause(
    Weight.DOUBT,
    "Tussen enkele aanhalingstekens valt de apostrof aan het begin weg: in het plan staat “{tekst}”.",
    "Zet dubbele aanhalingstekens om de tekst, met de apostrof erbij. Schrijf: {regel}",
)
SIGN = Cause(
    Weight.SYNTAX,
    "Deze tekst begint met {teken}. Dat teken heeft aan het begin een eigen betekenis.",
    "Zet de tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
REFERENCE = Cause(
    Weight.LOSS,
    "Deze tekst begint met {teken}. Aan het begin van een tekst is dat een verwijzing.",
    "Zet de tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
TAG = Cause(
    Weight.LOSS,
    "Deze tekst begint met een uitroepteken. Dat teken heeft aan het begin een eigen betekenis.",
    "Zet de tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
FOLD_SIGN = Cause(
    Weight.LOSS,
    "Deze tekst begint met {teken}. Achter dat teken mag op dezelfde regel geen tekst staan.",
    "Hoort het teken bij de tekst? Zet alles tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
QUESTION_MARK = Cause(
    Weight.LOSS,
    "Deze regel begint met een vraagteken. Dat teken heeft aan het begin een eigen betekenis.",
    "Zet de tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
DASH_IN_VALUE = Cause(
    Weight.SYNTAX,
    "Een streepje kan hier niet staan, achter een dubbele punt.",
    "Begint hier een lijst? Zet het streepje op een nieuwe regel. Is het tekst? Schrijf: {regel}",
)
BRACKET = Cause(
    Weight.SYNTAX,
    "Achter de haak die hier begint, gaat de tekst door. Een waarde die met een haak begint, moet er ook mee eindigen.",
    "Zet de hele tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)

# Quotes.
CURLY = Cause(
    Weight.LOSS,
    "Om deze tekst staan gekrulde aanhalingstekens. Het programma kent alleen rechte.",
    "Typ rechte aanhalingstekens. Schrijf: {regel}",
)
CURLY_TEXT = Cause(
    Weight.DOUBT,
    "Om deze tekst staan gekrulde aanhalingstekens. Zo komen ze ook in het plan.",
    "Wil je ze niet in het plan? Schrijf: {regel}",
)
MIXED = Cause(
    Weight.SYNTAX,
    "Deze tekst begint met een recht aanhalingsteken en eindigt met een gekruld.",
    "Gebruik aan beide kanten een recht aanhalingsteken. Schrijf: {regel}",
)
INNER_QUOTES = Cause(
    Weight.SYNTAX,
    "In deze tekst staat een aanhalingsteken dat de tekst te vroeg afsluit.",
    "Zet een schuine streep voor de aanhalingstekens in de tekst. Schrijf: {regel}",
)
QUOTED_START = Cause(
    Weight.SYNTAX,
    "Na het aanhalingsteken dat deze tekst afsluit, gaat de tekst door.",
    "Zet de hele tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
UNCLOSED = Cause(
    Weight.LOSS,
    "Een aanhalingsteken dat hier begint, wordt niet gesloten.",
    "Zet een aanhalingsteken aan het einde van de tekst. Schrijf: {regel}",
)
ESCAPE = Cause(
    Weight.SYNTAX,
    "Tussen dubbele aanhalingstekens heeft een schuine streep (\\) een eigen betekenis.",
    "Schrijf de streep dubbel: {regel}",
)

# What cuts a text off.
HASH = Cause(
    Weight.LOSS,
    "Wat na dit hekje (#) staat, valt weg: een spatie met een hekje begint een opmerking.",
    "Hoort het bij de tekst? Zet alles tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
REMARK = Cause(
    Weight.DOUBT,
    "Wat na het hekje (#) staat, komt niet in het plan.",
    "Is het een opmerking? Zet die op een eigen regel. Hoort het bij de tekst? Schrijf: {regel}",
)
HASH_AT_START = Cause(
    Weight.LOSS,
    "Achter de sleutel begint meteen een opmerking, met een hekje (#). Zo staat er niets ingevuld.",
    "Is het geen opmerking? Zet het tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
HASH_AND_MORE = Cause(
    Weight.SYNTAX,
    "Wat na dit hekje (#) staat, valt weg, terwijl de tekst nog doorgaat.",
    "Zet de hele tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
COLON = Cause(
    Weight.LOSS,
    "Hier staat een dubbele punt in een tekst. Die leest het programma als het einde van een sleutel.",
    "Zet de hele tekst tussen dubbele aanhalingstekens. Schrijf: {regel}",
)
COLON_BELOW = Cause(
    Weight.SYNTAX,
    "Hier staat een dubbele punt in een tekst die op regel {nr} begint. Die leest het programma als het einde van "
    "een sleutel.",
    "Zet een dubbel aanhalingsteken voor het begin van de tekst op regel {nr} en een na het einde.",
)
NESTED_KEY = Cause(
    Weight.SYNTAX,
    "Op deze regel staan twee sleutels achter elkaar: “{sleutel}” en “{naam}”.",
    "Zet “{naam}” op een nieuwe regel, met twee spaties meer ervoor.",
)

# Spaces.
INDENT = Cause(
    Weight.LOSS,
    "Deze regel springt in met {naam}. Inspringen kan alleen met gewone spaties.",
    "Vervang het begin van de regel door {aantal}. Op het oog zie je het verschil niet.",
)
TAB_INDENT = Cause(
    Weight.SYNTAX,
    "Deze regel springt in met een tab. Inspringen kan alleen met gewone spaties.",
    "Vervang het begin van de regel door {aantal}.",
)
AFTER_COLON = Cause(
    Weight.LOSS,
    "Achter deze dubbele punt staat {naam} in plaats van een gewone spatie.",
    "Wis het teken achter de dubbele punt en typ een spatie. Schrijf: {regel}",
)
AFTER_DASH = Cause(
    Weight.LOSS,
    "Achter dit streepje staat {naam} in plaats van een gewone spatie.",
    "Wis het teken achter het streepje en typ een spatie. Schrijf: {regel}",
)
BEFORE_BRACE = Cause(
    Weight.SYNTAX,
    "Voor de haak staat {naam}. Daardoor is dit geen lijst of groep, maar tekst.",
    "Wis het teken voor de haak en typ een spatie. Schrijf: {regel}",
)
BEFORE_QUOTE = Cause(
    Weight.DOUBT,
    "Voor het aanhalingsteken staat {naam}. Daardoor komen de aanhalingstekens ook in het plan.",
    "Wis het teken voor het aanhalingsteken en typ een spatie. Schrijf: {regel}",
)
NO_SPACE = Cause(
    Weight.LOSS, "Achter deze dubbele punt ontbreekt een spatie.", "Zet er een spatie achter. Schrijf: {regel}"
)
NO_SPACE_BELOW = Cause(
    Weight.DOUBT,
    "Deze regel lijkt een nieuwe sleutel, maar hoort nu bij de tekst van regel {nr}. Achter de dubbele punt ontbreekt "
    "een spatie.",
    "Zet er een spatie achter en haal de extra spaties voor de regel weg. Schrijf: {regel}",
)
NO_SPACE_DASH = Cause(
    Weight.LOSS, "Achter dit streepje ontbreekt een spatie.", "Zet er een spatie achter. Schrijf: {regel}"
)
NO_COLON = Cause(
    Weight.SYNTAX,
    "Na de sleutel “{sleutel}” ontbreekt een dubbele punt.",
    "Zet een dubbele punt en een spatie achter de sleutel. Schrijf: {regel}",
)

# Columns.
UNINDENTED = Cause(
    Weight.SYNTAX,
    "Deze regel hoort bij de tekst die op regel {nr} begint, maar springt daarvoor niet genoeg in.",
    "Zet {aantal} voor de regel.",
)
UNINDENTED_TEXT = Cause(
    Weight.SYNTAX,
    "Deze regel hoort bij de tekst van regel {nr}, maar springt minder ver in dan de regels ervoor.",
    "Zet {aantal} voor de regel.",
)
AFTER_QUOTES = Cause(
    Weight.SYNTAX,
    "Deze regel gaat door met de tekst van regel {nr}, maar daar staat al een aanhalingsteken aan het einde.",
    "Haal het aanhalingsteken aan het einde van regel {nr} weg en zet het achter deze regel. Schrijf: {regel}",
)
TOO_DEEP = Cause(
    Weight.SYNTAX, "Deze regel springt te ver in.", "Maak de inspringing gelijk aan die van regel {nr}: {aantal}."
)
TOO_DEEP_FIRST = Cause(
    Weight.SYNTAX,
    "Deze regel springt te ver in.",
    "Zet {aantal} voor de regel, zoals voor de andere sleutels die niet onder een sleutel staan.",
)
TOO_SHALLOW = Cause(
    Weight.SYNTAX,
    "Deze regel springt niet ver genoeg in.",
    "Maak de inspringing gelijk aan die van regel {nr}: {aantal}.",
)
NOT_HERE_DEEP = Cause(
    Weight.LOSS,
    "Deze regel springt te ver in. Zo hoort hij bij een sleutel waar hij niet onder kan staan.",
    "Zet {aantal} voor de regel, zoals op regel {nr}.",
)
NOT_HERE_SHALLOW = Cause(
    Weight.LOSS,
    "Deze regel springt niet ver genoeg in. Zo hoort hij niet meer bij de sleutel waar hij onder moet staan.",
    "Zet {aantal} voor de regel. Hij hoort bij regel {nr}.",
)
VALUE_BEFORE_BLOCK = Cause(
    Weight.SYNTAX,
    "Achter “{sleutel}” staat al een waarde, maar op regel {nr} beginnen er ook regels die eronder horen.",
    "Haal de waarde achter de dubbele punt weg, of zet die onder de sleutel waar hij bij hoort.",
)
LIST_IN_TEXT = Cause(
    Weight.DOUBT,
    "De lijst die hier begint, komt achter elkaar te staan: de streepjes horen nu bij de tekst van regel {nr}.",
    "Schrijf op regel {nr} achter de dubbele punt |- en zet de tekst eronder, met een lege regel voor de lijst.",
)
NO_DASH = Cause(
    Weight.LOSS,
    "De sleutel “{sleutel}” staat al in dit onderdeel van de lijst. Begint hier een nieuw onderdeel, dan ontbreekt er "
    "een streepje.",
    "Zet {aantal} en een streepje voor de sleutel. Schrijf: {regel}",
)
ITEM_IN_TEXT = Cause(
    Weight.DOUBT,
    "Deze regel begint met een streepje, maar hoort nu bij de tekst van regel {nr}: hij springt verder in.",
    "Maak de inspringing gelijk aan die van regel {nr}.",
)
ITEMS_IN_TEXT = Cause(
    Weight.DOUBT,
    "De regels met een streepje hieronder horen nu bij deze tekst: zij springen verder in.",
    "Maak de inspringing gelijk aan die van regel {nr}.",
)
NO_FIRST_DASH = Cause(
    Weight.LOSS,
    "Onder “{sleutel}” hoort een lijst, maar deze regel begint niet met een streepje.",
    "Zet {aantal} en een streepje voor de sleutel. Schrijf: {regel}",
)
KEY_IN_TEXT = Cause(
    Weight.DOUBT,
    "Deze regel lijkt een sleutel met een antwoord, maar hoort nu bij de tekst van regel {nr}.",
    "Haal de spaties voor de regel weg tot hij gelijk staat met de andere sleutels.",
)
DASH_BESIDE_KEYS = Cause(
    Weight.LOSS,
    "Hier staat een streepje, maar een lijst kan hier niet beginnen.",
    "Haal het streepje weg. Schrijf: {regel}",
)
ITEM_BESIDE_KEYS = Cause(
    Weight.SYNTAX,
    "Hier staat een streepje tussen sleutels. Een lijst begint onder een sleutel waar niets achter staat.",
    "Zet de regel onder de sleutel van de lijst waar hij bij hoort.",
)
KEY_BESIDE_DASHES = Cause(
    Weight.SYNTAX,
    "Deze regel staat in een lijst, maar begint niet met een streepje.",
    "Hoort hij bij de lijst? Schrijf: {regel}",
)
STRAY = Cause(
    Weight.SYNTAX,
    "Op deze regel staat geen sleutel met een dubbele punt, en de tekst hoort ook niet bij de regel erboven.",
    "Zet er een sleutel voor, of zet # voor de regel als het een opmerking is.",
)

UNSEEN = Cause(Weight.FINE, "", "")
"""Blanks on a line that says nothing, or before a remark."""
