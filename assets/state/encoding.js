/* What encodes texts in addresses: letters, digits, - . _ ~ , : and escapes alone, so that no program that looks
   for links in a text ends one early. components/state/query.py writes the same. */

/** @param {string} character */
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** A text as a name or a value in a query. At its end also what may be taken for the end of a sentence is escaped.
    @param {string} text */
export const encode = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, percent)
    .replace(/%2C|%3A/g, decodeURIComponent)
    .replace(/[-._~,:]$/, percent);

/** A parameter as it stands in a query.
    @param {[name: string, text: string]} parameter */
export const written = ([name, text]) => (text ? `${encode(name)}=${encode(text)}` : encode(name));

/** A decoded name or value; escapes that are none stay as they are.
    @param {string} raw without & */
const decode = (raw) => new URLSearchParams(`_=${raw}`).get("_") ?? "";

/** The name of a parameter, read as the server does (components/state/hand_typed.py): in small letters except E,
    without the rest of an `&amp;`.
    @param {string} raw */
export const readName = (raw) =>
  decode(raw)
    .trim()
    .toLowerCase()
    .replace(/^(amp;)+/, "")
    .replace(/(^|\.)e$/, "$1E");

/** A value that is kept in the address, encoded as this page does. What a + means is left open where it may have
    been typed by hand.
    @param {string} raw */
export const rewritten = (raw) => {
  const plus = /%2B/i.test(raw) ? "%20" : /%20/.test(raw) ? "%2B" : "+";
  return raw
    .split("+")
    .map((text) => encode(decode(text)))
    .join(plus);
};
