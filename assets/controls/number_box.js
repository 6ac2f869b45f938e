/* A number box: it takes what lies between its bounds, and says them where something else is typed. */

const words = ({name, low, high, whole}) =>
  `${name}: give a ${whole ? "whole " : ""}number from ${low} to ${high}.`;

/** Where a box says what it takes: over its label, so that nothing moves. */
const place = box => {
  const found = document.createElement("span");
  found.id = `${box.id}-message`;
  found.className = "box-message";
  found.setAttribute("role", "status");
  box.closest(".control, .start, .step-head").append(found);
  box.setAttribute("aria-describedby", found.id);
  return found;
};

/** Attach to a box: `takes()` are its name and bounds, `current()` is the value that counts, and
    `changed(value)` takes another. While a hand types, a beginning may be a value that was never
    meant: when it is done, returned as `finish()`, and what stands there is of no use, the value is
    again what it was before. `shown(value)` is how the box then writes it. */
const attach = (box, {takes, current, changed, shown = value => value}) => {
  let typing = false, before, message;

  const mark = wrong => {
    message ??= wrong ? place(box) : undefined;
    if (message) message.textContent = wrong ? words(takes()) : "";
    box.setAttribute("aria-invalid", String(wrong));
  };

  box.addEventListener("input", () => {
    if (!typing) before = current();
    typing = true;
    const value = box.valueAsNumber, {low, high, whole} = takes();
    const usable = value >= low && value <= high && (!whole || value % 1 === 0);
    mark(!usable);
    if (usable) changed(value);
  });

  const finish = () => {
    if (!typing) return;
    typing = false;
    if (box.getAttribute("aria-invalid") === "true") changed(before);
    mark(false);
    box.value = shown(current());
  };
  box.addEventListener("focusout", finish);
  box.addEventListener("keydown", ({key}) => { if (key === "Enter") finish(); });
  return finish;
};

export { attach };
