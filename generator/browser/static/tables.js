// A table to type in: arrows and Enter go through a column, Alt with an arrow moves a row, and cells can be pasted.
"use strict";

function cellOf(field) {
  return field.closest("form.tabel td");
}

// The field in the same column of a row further on or back.
function beside(field, step) {
  const cell = cellOf(field);
  const row = cell?.parentElement;
  const rows = row ? [...row.parentElement.rows] : [];
  const other = rows[rows.indexOf(row) + step];
  return other?.cells[cell.cellIndex]?.querySelector("input:not([type=hidden]), select, textarea");
}

function go(event, field) {
  if (field) {
    event.preventDefault();
    field.focus();
  }
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!(field instanceof HTMLElement) || !cellOf(field)) {
    return;
  }
  if (step && event.altKey) {
    const button = cellOf(field).parentElement.querySelector(`button[name=${step < 0 ? "omhoog" : "omlaag"}]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  } else if (step && field.matches("input[type=text]")) {
    go(event, beside(field, step));
  } else if (event.key === "Enter" && field.matches("input[type=text]")) {
    event.preventDefault();
    go(event, beside(field, 1));
  }
});

// Cells of a spreadsheet that are pasted into the table go to the place where they become rows, to be added from there.
document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const section = event.target instanceof HTMLElement && cellOf(event.target)?.closest("[data-tabel]");
  if (!section || !text.includes("\t")) {
    return;
  }
  const form = document.querySelector(`form[data-plakt="${CSS.escape(section.dataset.tabel)}"]`);
  if (form) {
    event.preventDefault();
    form.querySelector("textarea").value = text;
    form.querySelector("button").focus();
    form.scrollIntoView({ block: "nearest" });
  }
});

document.querySelector("#geplakt")?.focus();
