/* Lines: a text broken to a width, at spaces and behind signs, and in the middle of a word only where one is wider. */

/** @param {(text: string) => number} widthOf
    @param {string} text
    @param {number} width
    @returns {string[]} */
export const linesOf = (widthOf, text, width) => {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  // Chunks end at a space, or behind what separates the parts of an address or a formula.
  for (const chunk of text.match(/.+?(?:\s+|[,&=?/+·−]|$)/gsu) ?? []) {
    if (line && widthOf((line + chunk).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    for (const character of chunk) {
      if (line && widthOf(line + character) > width && character.trim()) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
};
