"""An editor with YAML support: the language server that editors use, asked over its protocol what it shows."""

from __future__ import annotations

import json
import os
import subprocess
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.support.tools import language_server

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}
_CAPABILITIES = {
    "textDocument": {
        "publishDiagnostics": {},
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
    }
}


class Editor:
    """Opens texts as if each were the file `antwoorden.yaml` in one folder, which has the schema beside it."""

    def __init__(self, folder: Path) -> None:
        """Start the language server."""
        self._uri = (folder / "antwoorden.yaml").as_uri()
        self._server = subprocess.Popen(language_server(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._numbers = count(1)
        self._version = 0
        self._text = ""
        root = {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES}
        self._ask("initialize", root)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    def close(self) -> None:
        """Stop the language server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._server.communicate(timeout=30)

    def remarks(self, text: str) -> list[tuple[int, str]]:
        """Return what the editor underlines in a text: the number of the line, and what it says of it."""
        self._text = text
        self._show(text)
        told = self._until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
        found = told["params"]["diagnostics"]
        return [(item["range"]["start"]["line"] + 1, item["message"]) for item in found]

    def hover(self, text: str, line: int, word: str) -> str:
        """Return the explanation of a word on a line."""
        if text != self._text:
            self.remarks(text)
        character = text.split("\n")[line - 1].index(word) + 1
        found = self._ask("textDocument/hover", self._at(line, character))
        return found["contents"]["value"] if found else ""

    def offers(self, text: str, line: int) -> dict[str, str]:
        """Return what can be put at the end of a line: the label, and the text that comes there."""
        if text != self._text:
            self.remarks(text)
        found = self._ask("textDocument/completion", self._at(line, len(text.split("\n")[line - 1])))
        return {
            item["label"]: item.get("textEdit", {}).get("newText", item.get("insertText")) for item in found["items"]
        }

    def _at(self, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line - 1, "character": character}}

    def _show(self, text: str) -> None:
        self._version += 1
        if self._version == 1:
            opened = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": opened})
        else:
            document = {"uri": self._uri, "version": self._version}
            self._tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _ask(self, method: str, params: object) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _send(self, message: dict[str, object]) -> None:
        assert self._server.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _until(self, is_meant: Any) -> dict[str, Any]:
        """Return the first message that is meant; a question of the server gets an empty answer."""
        while True:
            message = self._read()
            if is_meant(message):
                return message
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": None})

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server stopped"
        found: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return found
