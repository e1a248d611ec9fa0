// The sheet beside a question: it follows the question that has the focus, and shows what was just changed.
"use strict";

const MARKED = 2000;
const sheetFrame = document.getElementById("blad-venster");
let asking = 0;

// Ask for the sheet of an answer, change the frame only where it differs, and go to the answer.
async function showSheet(key, changed) {
  const asked = ++asking;
  const address = new URL(sheetFrame.src);
  address.hash = "";
  address.search = new URLSearchParams({ sleutel: key, hier: "1" });
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const shown = sheetFrame.contentDocument;
  if (asked !== asking || !shown?.body) {
    return;
  }
  window.Idiomorph.morph(shown.body, fresh.body, { morphStyle: "outerHTML" });
  const place = goToPlace(shown);
  if (place && changed) {
    mark(shown, key, place);
  }
}

// Bring the answer that a sheet is about into view, and return it.
function goToPlace(shown) {
  const place = shown.getElementById(shown.body.dataset.plek);
  if (!place) {
    shown.defaultView.scrollTo(0, 0);
    return null;
  }
  if (!isInView(place)) {
    // Not scrollIntoView, nor an anchor: these move the page around the sheet as well.
    const view = shown.defaultView;
    const box = place.getBoundingClientRect();
    view.scrollBy(0, box.top - Math.max(0, (view.innerHeight - box.height) / 2));
  }
  return place;
}

function isInView(place) {
  const box = place.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= place.ownerDocument.defaultView.innerHeight;
}

// Mark every place that shows the answer, else the one that is nearest to it.
function mark(shown, key, place) {
  const same = [...shown.querySelectorAll("[data-antwoord]")].filter((item) => {
    const other = item.dataset.antwoord;
    return other === key || other.startsWith(`${key}.`) || other.startsWith(`${key}[`);
  });
  for (const item of same.length ? same : [place]) {
    item.classList.add("net-veranderd");
    setTimeout(() => item.classList.remove("net-veranderd"), MARKED);
  }
}

// An answer on the sheet leads to its question: on this page, or on its own.
function toQuestion(event) {
  const key = event.target.closest?.("[data-antwoord]")?.dataset.antwoord;
  if (!key) {
    return;
  }
  event.preventDefault();
  const field = document.getElementsByName(key)[0];
  if (field && field.type !== "hidden") {
    field.focus();
    return;
  }
  const address = new URL(sheetFrame.src);
  address.hash = "";
  address.pathname = address.pathname.replace(/blad$/, "naar");
  address.search = new URLSearchParams({ sleutel: key });
  location.assign(address);
}

function listen() {
  const shown = sheetFrame.contentDocument;
  shown?.addEventListener("click", toQuestion);
  if (shown?.body) {
    goToPlace(shown);
  }
}

if (sheetFrame) {
  document.addEventListener("blad", (event) => showSheet(event.detail.sleutel, event.detail.gewijzigd));
  sheetFrame.addEventListener("load", listen);
  listen();
}
