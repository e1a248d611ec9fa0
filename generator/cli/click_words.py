"""The Dutch of click: each sentence and word that it can say to a user, by the English that it hands to gettext."""

from __future__ import annotations

import gettext
import os
import sys
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = {
    # the help
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Wat je invult",
    "Show this message and exit.": "Laat deze uitleg zien.",
    "Show the version and exit.": "Laat het versienummer zien.",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "required": "verplicht",
    "default: {default}": "zonder deze optie: {default}",
    "(dynamic)": "(wordt berekend)",
    "env var: {var}": "omgevingsvariabele: {var}",
    "deprecated": "vervalt",
    "(Deprecated) {text}": "(Vervalt) {text}",
    # commands and options
    "Error: {message}": "Fout: {message}",
    "Error: {e.message}": "Fout: {e.message}",
    "Try '{command} {option}' for help.": "Uitleg: {command} {option}",
    "Missing command.": "Noem ook een opdracht.",
    "No such command {name!r}.": "De opdracht “{name}” bestaat niet.",
    "No such option {name!r}.": "De optie “{name}” bestaat niet.",
    "No such option: {name}": "De optie “{name}” bestaat niet.",
    "Invalid start character for option ({option})": "Een optie begint met een streepje ({option}).",
    "Option {name!r} does not take a value.": "Bij de optie “{name}” hoort geen waarde.",
    "Argument {name!r} takes {nargs} values.": "Bij “{name}” horen {nargs} waarden.",
    "DeprecationWarning: The command {name!r} is deprecated.": "Let op: de opdracht “{name}” vervalt.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": (
        "Let op: de opdracht “{name}” vervalt.{extra_message}"
    ),
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": (
        "Let op: “{name}” vervalt.{extra_message}"
    ),
    # what is missing or wrong
    "Missing argument": "Dit ontbreekt nog:",
    "Missing option": "Deze optie ontbreekt nog:",
    "Missing parameter": "Dit ontbreekt nog:",
    "Missing {param_type}": "Dit ontbreekt nog:",
    "Missing parameter: {param_name}": "Dit ontbreekt nog: {param_name}",
    "Invalid value: {message}": "{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
    "Value must be an iterable.": "Hier horen meer waarden.",
    "{value!r} is not a valid {number_type}.": "“{value}” is geen getal.",
    "{value!r} is not a valid boolean.": "“{value}” is geen ja of nee.",
    "{value!r} is not a valid boolean. Recognized values: {states}": (
        "“{value}” is geen ja of nee. Kies uit: {states}."
    ),
    "{value!r} is not a valid UUID.": "“{value}” is geen UUID.",
    "{value} is not in the range {range}.": "{value} valt buiten {range}.",
    # files
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "{name} {filename!r} does not exist.": "“{filename}” bestaat niet.",
    "{name} {filename!r} is a file.": "“{filename}” is een bestand, geen map.",
    "{name} {filename!r} is a directory.": "“{filename}” is een map, geen bestand.",
    "{name} '{filename}' is a directory.": "“{filename}” is een map, geen bestand.",
    "{name} {filename!r} is not readable.": "“{filename}” is niet te lezen.",
    "{name} {filename!r} is not writable.": "“{filename}” is niet te schrijven.",
    "{name} {filename!r} is not executable.": "“{filename}” is geen programma dat je mag starten.",
    "Could not open file {filename!r}: {message}": "“{filename}” is niet te openen: {message}",
    "unknown error": "onbekende fout",
    "Windows error: {error}": "Windows meldt fout {error}.",
    # questions on a terminal
    "Aborted!": "Gestopt.",
    "Do you want to continue?": "Wil je doorgaan?",
    "Confirm the action without prompting.": "Vraag niet of het goed is.",
    "Repeat for confirmation": "Nog een keer, ter controle",
    "Press any key to continue...": "Druk op een toets om verder te gaan …",
    "Error: The two entered values do not match.": "Dat is niet twee keer hetzelfde.",
    "Error: The value you entered was invalid.": "Dat antwoord past hier niet.",
    "Error: invalid input": "Antwoord met y (ja) of n (nee).",
    # filling in of commands by the shell
    "Couldn't detect Bash version, shell completion is not supported.": (
        "De versie van Bash is niet te vinden. Aanvullen van opdrachten kan hier niet."
    ),
    "Shell completion is not supported for Bash versions older than 4.4.": (
        "Aanvullen van opdrachten kan vanaf versie 4.4 van Bash."
    ),
}
"""What click says of one thing, or of things that it does not count."""
COUNTED = {
    "Got unexpected extra argument ({args})": (
        "Dit staat er te veel: {args}. Bevat een naam een spatie? Zet hem tussen aanhalingstekens.",
        "Dit staat er te veel: {args}. Bevat een naam een spatie? Zet hem tussen aanhalingstekens.",
    ),
    "Did you mean {possibility}?": ("Bedoelde je “{possibility}”?", "Bedoelde je een van deze: {possibilities}?"),
    "Option {name!r} requires an argument.": (
        "Bij de optie “{name}” hoort een waarde.",
        "Bij de optie “{name}” horen {nargs} waarden.",
    ),
    "Takes {nargs} values but 1 was given.": (
        "Hier horen {nargs} waarden, en er staat er 1.",
        "Hier horen {nargs} waarden, en het zijn er {len}.",
    ),
    "{value!r} is not {choice}.": ("“{value}” is niet {choice}.", "“{value}” is geen keuze. Kies uit: {choices}."),
    "{value!r} does not match the format {format}.": (
        "“{value}” heeft niet de vorm {format}.",
        "“{value}” heeft geen van de vormen {formats}.",
    ),
    "{len_type} values are required, but {len_value} was given.": (
        "Hier horen {len_type} waarden, en het is er {len_value}.",
        "Hier horen {len_type} waarden, en het zijn er {len_value}.",
    ),
}
"""What click says of one thing and of more, by what it says of one."""

_COMPLETING = "_WIJKPLAN_COMPLETE"
"""The environment variable with which a shell asks how a command can go on."""


@contextmanager
def dutch_click() -> Iterator[None]:
    """Let click speak Dutch as long as a command runs.

    Click asks `gettext` for its words, which looks at the language of the machine: what is Dutch here must be Dutch on
    every machine. So the modules of click get these words in place of those of `gettext`, and get them back after.
    """
    if _COMPLETING in os.environ:
        import_module("click.shell_completion")  # click itself imports it too late to get these words
    ours = {gettext.gettext: _word, gettext.ngettext: _counted}
    asked = [
        (module, name, english)
        for key, module in list(sys.modules.items())
        if key.partition(".")[0] == "click"
        for name in ("_", "ngettext")
        if (english := vars(module).get(name)) in ours
    ]
    for module, name, english in asked:
        setattr(module, name, ours[english])
    try:
        yield
    finally:
        for module, name, english in asked:
            setattr(module, name, english)


def _word(message: str) -> str:
    return WORDS.get(message, message)


def _counted(one: str, more: str, number: int) -> str:
    return COUNTED.get(one, (one, more))[number != 1]
