/* Recorder: a canvas context whose drawing is written down as SVG instead. The context itself keeps styles, transforms
   and widths of text, so that drawing functions find all they know. It records what the figures use. */
import { coordinate, RecordedPath } from "./recorded_path.js";

/** @typedef {Record<string, string | number | undefined>} Attributes */

/** @param {string} text */
export const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** An element as text.
    @param {string} name
    @param {Attributes} attributes
    @param {string} [content] as it stands in the document */
export const element = (name, attributes, content) => {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const texts = given.map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${texts.join("")}${content === undefined ? "/>" : `>${content}</${name}>`}`;
};

/** A colour and how opaque it is: programs that draw SVG do not all read rgba().
    @param {"fill" | "stroke"} kind
    @param {string} style as a context gives it
    @returns {Attributes} */
const colour = (kind, style) => {
  const found = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(style);
  return found
    ? { [kind]: `rgb(${found[1]},${found[2]},${found[3]})`, [`${kind}-opacity`]: found[4] }
    : { [kind]: style };
};

/** Font of a text.
    @param {string} font as a context gives it
    @returns {Attributes} */
const fontOf = (font) => {
  const [, weight, size, family] = /^(?:(\d+|bold) )?([\d.]+)px (.*)$/.exec(font) ?? [];
  return { "font-weight": weight, "font-size": size, "font-family": family?.replaceAll('"', "'") };
};

const anchors = { left: undefined, start: undefined, center: "middle", right: "end", end: "end" };

/** Record a context, from an unchanged transform on.
    @param {CanvasRenderingContext2D} context
    @param {string} name that no other recorder of the document has
    @returns {() => string} what is drawn at last, as elements */
export const record = (context, name) => {
  const native = CanvasRenderingContext2D.prototype;
  /** @type {string[]} */
  let parts = [];
  let path = new RecordedPath();
  /** The clips that hold, by saved states.
      @type {string[][]} */
  const saved = [];
  /** @type {string[]} */
  let clips = [];
  /** @type {string[]} */
  let open = [];
  let count = 0;

  /** Open and close the groups of clips, so that those given are open.
      @param {string[]} wanted */
  const enter = (wanted) => {
    let same = 0;
    while (same < open.length && open[same] === wanted[same]) same++;
    parts.push("</g>".repeat(open.length - same));
    for (const id of wanted.slice(same)) parts.push(`<g clip-path="url(#${id})">`);
    open = wanted;
  };
  const transform = () => {
    const { a, b, c, d, e, f, isIdentity } = context.getTransform();
    const round = (/** @type {number} */ value) => Math.round(1e4 * value) / 1e4;
    return isIdentity ? undefined : `matrix(${[a, b, c, d, e, f].map(round).join(" ")})`;
  };
  /** @param {string} kind
      @param {Attributes} attributes
      @param {string} [content] */
  const add = (kind, attributes, content) => {
    enter(clips);
    const opacity = context.globalAlpha === 1 ? undefined : coordinate(context.globalAlpha);
    parts.push(element(kind, { ...attributes, opacity, transform: transform() }, content));
  };
  /** @returns {Attributes} */
  const line = () => {
    const dash = context.getLineDash();
    return {
      fill: "none",
      ...colour("stroke", String(context.strokeStyle)),
      "stroke-width": coordinate(context.lineWidth),
      "stroke-linejoin": context.lineJoin === "miter" ? undefined : context.lineJoin,
      "stroke-linecap": context.lineCap === "butt" ? undefined : context.lineCap,
      "stroke-dasharray": dash.length ? dash.join(" ") : undefined,
    };
  };
  const area = () => colour("fill", String(context.fillStyle));
  /** @param {unknown} given
      @param {Attributes} look */
  const addPath = (given, look) => {
    const { d } = /** @type {RecordedPath} */ (given ?? path);
    if (d) add("path", { d, ...look });
  };
  /** @param {string} text
      @param {number} x
      @param {number} y
      @param {Attributes} look */
  const addText = (text, x, y, look) => {
    // Few programs know SVG's other baselines: y is that of the alphabet.
    const { textBaseline } = context;
    const above = context.measureText(text).actualBoundingBoxAscent;
    context.textBaseline = "alphabetic";
    const down = context.measureText(text).actualBoundingBoxAscent - above;
    context.textBaseline = textBaseline;
    const place = { x: coordinate(x), y: coordinate(y + down) };
    const anchor = anchors[context.textAlign];
    add("text", { ...place, "text-anchor": anchor, ...fontOf(context.font), ...look }, escaped(text));
  };

  Object.assign(context, {
    save: () => {
      saved.push(clips);
      native.save.call(context);
    },
    restore: () => {
      clips = saved.pop() ?? [];
      native.restore.call(context);
    },
    clearRect: () => {
      parts = [];
      open = [];
    },
    beginPath: () => {
      path = new RecordedPath();
    },
    clip: () => {
      const id = `${name}-${count++}`;
      const outline = element("path", { d: path.d, transform: transform() });
      parts.push(element("clipPath", { id }, outline));
      clips = [...clips, id];
    },
    stroke: (/** @type {unknown} */ given) => addPath(given, line()),
    fill: (/** @type {unknown} */ given) => addPath(given, area()),
    fillRect: (
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ w,
      /** @type {number} */ h,
    ) => {
      const rectangle = new RecordedPath();
      rectangle.rect(x, y, w, h);
      addPath(rectangle, area());
    },
    fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) =>
      addText(text, x, y, area()),
    strokeText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) =>
      addText(text, x, y, line()),
    drawImage: (
      /** @type {HTMLCanvasElement} */ image,
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ width,
      /** @type {number} */ height,
    ) => add("image", { x, y, width, height, preserveAspectRatio: "none", href: image.toDataURL() }),
    ...Object.fromEntries(
      /** @type {const} */ (["moveTo", "lineTo", "closePath", "arc", "rect", "roundRect"]).map((verb) => [
        verb,
        (/** @type {any[]} */ ...values) => /** @type {any} */ (path)[verb](...values),
      ]),
    ),
  });

  return () => {
    enter([]);
    return parts.join("");
  };
};
