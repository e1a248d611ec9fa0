"""What an editor shows and offers at a question: its title and explanation, words to choose from, and a snippet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.answers.interventies import GekozenPrincipe, InterventieAntwoord
from generator.answers.kinds.patterns import of_type, one_of
from generator.answers.questions import questions, text_alone
from generator.answers.randvoorwaarden import RandvoorwaardeAntwoord

if TYPE_CHECKING:
    from generator.answers.kinds import JsonSchema
    from generator.answers.questions import Antwoord, Vraag
    from generator.framework import Framework, Interventie, Randvoorwaarde

_SPELLED = {"dpia": "DPIA", "fg": "FG", "riec": "RIEC", "financien": "financiën", "risicos": "risico’s"}
"""Words of keys, as people write them."""


def of_framework(kader: Framework) -> dict[tuple[type[Antwoord], str], list[JsonSchema]]:
    """Return the ids to choose from, each explained, by the group and the question that takes them."""
    return {
        (InterventieAntwoord, "id"): [
            {"const": item.id, "title": item.titel, "description": _explained(item, kader)}
            for item in kader.interventies
        ],
        (InterventieAntwoord, "categorie"): [
            {"const": item.id, "title": item.titel} for item in kader.interventiecategorieen
        ],
        (GekozenPrincipe, "id"): [
            {"const": item.id, "title": item.titel, "description": "\n\n".join(item.hoe_werkt_het)}
            for item in kader.werkzame_principes
        ],
    }


def offered(words: list[JsonSchema], title: str) -> list[JsonSchema]:
    """Return words to choose from, beside which another answer is possible.

    Of as many alternatives as an answer can match at once, the language server shows all titles in one: so there is one
    more.
    """
    return [*words, *[{"title": title}] * (1 if len(words) > 1 else 2)]


def shown(question: Vraag, words: list[JsonSchema]) -> JsonSchema:
    """Return what an editor shows of a question, and the words to choose from."""
    example = f"Bijvoorbeeld: {question.voorbeeld}" if question.voorbeeld else None
    described = "\n\n".join(part for part in (question.vraag, question.waarom, example) if part)
    title = titled(question)
    return {"title": title, "description": described, "anyOf": offered(words, title)}


def choices(question: Vraag, title: str) -> list[JsonSchema]:
    """Return the fixed choices of a question, each in the words of the plan."""
    kind = question.item_kind
    return [{"const": value, "title": f"{title}: {word}"} for value, word in (kind.choices if kind else ())]


def titled(question: Vraag) -> str:
    """Return the key of a question in ordinary words."""
    words = [_SPELLED.get(word, word) for word in question.naam.split("_")]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def missing(question: Vraag) -> str:
    """Return what an editor says of a key without an answer that no plan can do without."""
    return f"De sleutel “{question.naam}” is nog leeg of ontbreekt. Zonder dit antwoord is er geen plan te maken."


def snippet(question: Vraag, titel: str | None = None) -> JsonSchema:
    """Return the piece that an editor puts in the place of a group or an item: its keys, and no answer to any of them.

    Args:
        question: The question that the group, or the list of items, is the answer to.
        titel: What to call the group.
    """
    if question.model is None:
        return {}
    asked, alone = questions(question.model), text_alone(question.model)
    needed = [name for name, item in asked.items() if item.nodig or item.verplicht or item is alone]
    body = {name: f"${place}" for place, name in enumerate(needed if len(needed) > 1 else asked, 1)}
    label = f"{titel or titled(question)}: {'nieuw onderdeel' if question.is_lijst else 'de vragen'}"
    made = {"label": label, "description": question.vraag, "body": body}
    return {"defaultSnippets": [made | {"type": "array"} if question.is_lijst else made]}


def of_condition(condition: Randvoorwaarde) -> JsonSchema:
    """Return what is checked and offered at one condition: its requirements by number, and proposals for actions."""
    asked = questions(RandvoorwaardeAntwoord)
    numbers = [str(eis.nr) for eis in condition.eisen]
    said = f"Deze randvoorwaarde heeft geen onderdeel met dit nummer. Kies uit: {', '.join(numbers)}."
    eisen = {
        "properties": {
            str(eis.nr): {"title": f"Onderdeel {eis.nr}", "description": eis.tekst} for eis in condition.eisen
        },
        "patternProperties": {rf"^{one_of(numbers)}$": True},
        "additionalProperties": False,
        "errorMessage": said,
    }
    last = len(condition.acties)
    number = of_type("string", f"Het kader heeft hier de voorstellen 1 tot en met {last}. Kies een van die nummers.")
    proposals = [
        {"const": action.nr, "title": f"Voorstel {action.nr}", "description": action.tekst}
        for action in condition.acties
    ]
    uit_kader = {
        "anyOf": offered(proposals, "Nummer uit het kader"),
        "if": {"type": "integer"},
        "then": {"if": {"minimum": 1, "maximum": last}, "else": number},
    }
    action = {"if": {"type": "object"}, "then": {"properties": {"uit_kader": uit_kader | {"doNotSuggest": True}}}}
    acties = {"if": {"type": "array"}, "then": {"items": action}, "else": action}
    own = {"eisen": {"if": {"type": "object"}, "then": eisen}, "acties": acties}
    return {
        "properties": {name: shown(asked[name], []) | {"doNotSuggest": True} | check for name, check in own.items()}
    }


def _explained(item: Interventie, kader: Framework) -> str:
    """Return what the framework says of an intervention."""
    titles = {principle.id: principle.titel for principle in kader.werkzame_principes}
    proposed = ", ".join(titles[proposal.principe] for proposal in item.voorgestelde_principes)
    parts = [item.doel, f"Resultaat: {item.beoogd_resultaat}"]
    parts += [f"Voorgestelde principes: {proposed}."] if proposed else []
    parts += [f"Laat toetsen: {item.juridisch}"] if item.juridisch else []
    return "\n\n".join(parts)
