/* The page's fonts for an SVG document, in which they have to stand themselves: a picture may load nothing. */

/** @param {Blob} blob
    @returns {Promise<string>} */
const dataUrl = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** The rules of fonts in a style sheet and in those that it imports, with the address of the sheet.
    @param {CSSStyleSheet} sheet
    @returns {{rule: CSSFontFaceRule, from: string}[]} */
const facesOf = (sheet) =>
  [...sheet.cssRules].flatMap((rule) => {
    if (rule instanceof CSSImportRule) return rule.styleSheet ? facesOf(rule.styleSheet) : [];
    return rule instanceof CSSFontFaceRule ? [{ rule, from: sheet.href ?? location.href }] : [];
  });

/** The rules of the page's fonts, with their files in them. */
export const fontFaces = async () => {
  const faces = await Promise.all(
    [...document.styleSheets].flatMap(facesOf).map(async ({ rule, from }) => {
      const [, file] = /url\("?([^")]+)"?\)/.exec(rule.cssText) ?? [];
      const answer = await fetch(new URL(file, from));
      return rule.cssText.replace(file, await dataUrl(await answer.blob()));
    }),
  );
  return faces.join("\n");
};
