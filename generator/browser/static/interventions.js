// Lets the chosen interventions be dragged into another order; the buttons beside each do the same.
"use strict";

const order = document.getElementById("volgorde");
let dragged = null;

for (const item of order ? order.querySelectorAll("li[data-nummer]") : []) {
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    dragged = item;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.dataset.nummer);
  });
  item.addEventListener("dragover", (event) => {
    if (dragged && dragged !== item) {
      event.preventDefault();
      const after = event.clientY > item.getBoundingClientRect().top + item.offsetHeight / 2;
      item.parentNode.insertBefore(dragged, after ? item.nextSibling : item);
    }
  });
  item.addEventListener("drop", (event) => event.preventDefault());
  item.addEventListener("dragend", () => {
    dragged = null;
    const numbers = [...order.querySelectorAll("li[data-nummer]")].map((row) => row.dataset.nummer);
    if (numbers.some((number, place) => Number(number) !== place + 1)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = "volgorde";
      field.value = `${order.dataset.lijst}:${numbers.join(",")}`;
      order.append(field);
      order.submit();
    }
  });
}
