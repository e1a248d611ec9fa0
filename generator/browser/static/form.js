// What the form does with JavaScript on every page: it says that the page is open, and says when it was saved.
"use strict";

const BEAT = 60_000;

function beat() {
  fetch("/leeft", { cache: "no-store" }).catch(() => {
    say("wijkplan is gestopt. Start het opnieuw om verder te gaan.");
  });
}

// Put a sentence in the status line, where a screen reader hears it.
function say(sentence) {
  const line = document.getElementById("toestand");
  if (line && line.textContent !== sentence) {
    line.textContent = sentence;
  }
}

// On a small screen the list of parts is folded, so that a page begins with what it is about.
if (matchMedia("(max-width: 59.99rem)").matches) {
  for (const fold of document.querySelectorAll(".vouw")) {
    fold.open = false;
  }
}

setInterval(beat, BEAT);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") {
    beat();
  }
});

document.addEventListener("htmx:sendError", () => {
  say("Niet opgeslagen: wijkplan is gestopt. Start het opnieuw om verder te gaan.");
});
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 409) {
    return;
  }
  say("Niet opgeslagen. Laad de pagina opnieuw.");
});

// Each window has a name for as long as its page is there: who types on is known from who types elsewhere.
const WINDOW = crypto.randomUUID();
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["Wijkplan-Venster"] = WINDOW;
});

// What could not be saved is said on the page, which keeps what was typed.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409) {
    event.detail.shouldSwap = true;
  }
});
