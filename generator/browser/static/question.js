// Saves questions by itself after a pause, and shows what that changed without taking anything from who is typing.
"use strict";

const PAUSE = 700;
const touched = new Map(); // by name of a field, when it was last changed
let moment = 0; // counts changes
let sentAt = 0; // the change up to which the last request knows
let timer = 0;
let shown = "";

function form() {
  return document.getElementById("vragen");
}

function save(pause) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = 0;
    window.htmx.trigger(form(), "bewaar");
  }, pause);
}

function noted(event) {
  const field = event.target;
  if (field.name && form()?.contains(field) && !("los" in field.dataset)) {
    moment += 1;
    touched.set(field.name, moment);
    save(PAUSE);
  }
}

// A change follows on input: it only ends the pause. What was saved already is not sent once more, as that would come
// after what is pressed next, such as undo.
function ended() {
  if (timer) {
    save(50);
  }
}

// What was typed before this script was there counts as well.
for (const field of form()?.elements ?? []) {
  if ("defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue) {
    noted({ target: field });
  }
}

document.addEventListener("input", noted);
document.addEventListener("change", ended);

// What a field says apart from spaces that the file does not keep.
function plain(field) {
  return (field.value ?? "").replace(/[ \t]+$/gm, "").trim();
}

// A field that was changed after the request left keeps what its user typed.
function isAhead(old, fresh) {
  if (!old.name || !("value" in old)) {
    return false;
  }
  const isTick = old.type === "radio" || old.type === "checkbox";
  const saysTheSame = !isTick && old === document.activeElement && plain(old) === plain(fresh);
  return touched.get(old.name) > sentAt || saysTheSame;
}

// Let the fresh fields say what their user typed meanwhile, so that all else of them can be renewed.
function keepTyped(fresh) {
  const named = new Map();
  for (const now of fresh.querySelectorAll("#vragen [name]")) {
    named.set(now.type === "radio" || now.type === "checkbox" ? `${now.name} ${now.value}` : now.name, now);
  }
  for (const old of form().elements) {
    const isTick = old.type === "radio" || old.type === "checkbox";
    const now = named.get(isTick ? `${old.name} ${old.value}` : old.name);
    if (!now || !isAhead(old, now)) {
      continue;
    }
    if (isTick) {
      now.toggleAttribute("checked", old.checked);
    } else if (old.tagName === "TEXTAREA") {
      now.textContent = old.value;
    } else if (old.tagName === "SELECT") {
      [...now.options].forEach((option) => option.toggleAttribute("selected", option.value === old.value));
    } else {
      now.setAttribute("value", old.value);
    }
  }
}

async function renew() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (!answer.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  keepTyped(fresh);
  const callbacks = {
    beforeNodeMorphed: (old) => old.id !== "uitkomst",
    beforeAttributeUpdated: (name, node) => !(name === "open" && node.tagName === "DETAILS"),
  };
  for (const id of ["vragen", "zij"]) {
    const old = document.getElementById(id);
    const now = fresh.getElementById(id);
    if (old && now) {
      window.Idiomorph.morph(old, now, { morphStyle: "outerHTML", callbacks });
    }
  }
  window.htmx.process(form());
}

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target === form()) {
    sentAt = moment;
  }
});

document.addEventListener("htmx:afterRequest", async (event) => {
  if (event.target === form() && event.detail.successful) {
    await renew();
    show(shown || form().dataset.sleutel, true);
  }
});

// Let the sheet beside the questions show where an answer stands.
function show(key, changed) {
  shown = key;
  document.dispatchEvent(new CustomEvent("blad", { detail: { sleutel: key, gewijzigd: changed } }));
}

document.addEventListener("focusin", (event) => {
  const field = event.target;
  if (field.name && form()?.contains(field) && !field.matches("button") && field.name !== shown) {
    show(field.name, false);
  }
});

// An answer in something that is folded is unfolded when an address leads to it.
function unfold() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let around = place?.closest("details"); around; around = around.parentElement.closest("details")) {
    around.open = true;
  }
  place?.scrollIntoView();
}

window.addEventListener("hashchange", unfold);
unfold();
form()?.classList.add("vanzelf");

// In a long list of parts the one at hand is in sight.
const column = document.getElementById("zij");
const here = column?.querySelector("[aria-current='page']");
if (here && column.scrollHeight > column.clientHeight) {
  column.scrollTop = here.offsetTop - column.offsetTop - column.clientHeight / 2;
}
