/* Share dialog: link, a sentence with the outcome, a QR code, and the code that embeds a figure.
   This module is loaded when the dialog is opened first. */
import { embeddedSearch } from "../state/address.js";
import { encode } from "../vendor/qr.js";
import { byId, setText } from "../view/dom.js";
import { parameterValues } from "../view/numbers.js";

const border = 3;
/** Of a QR code, in bytes. */
const mostInCode = 2900;

const content = `
<div>
  <header><h2 id="share-title">Share this state</h2><button class="close" aria-label="Close"><span class="icon icon-cross" aria-hidden="true"></span></button></header>
  <div class="share-parts">
    <div class="share-texts">
      <label for="share-link">Link</label>
      <p><input id="share-link" readonly><button data-copies="share-link">Copy link</button></p>
      <label for="share-text">Text with the outcome</label>
      <p><textarea id="share-text" rows="4" readonly></textarea><button data-copies="share-text">Copy text</button></p>
      <p id="share-natively"><button>Share with another app</button></p>
    </div>
    <figure><canvas id="share-code" role="img" aria-label="QR code of the link"></canvas><figcaption>for the classroom</figcaption></figure>
  </div>
  <h3>In an article</h3>
  <div class="share-choices">
    <label>Figure <select id="share-figure"><option value="playground">Playground</option><option value="two-steps">Two steps</option><option value="amplification">Amplification</option></select></label>
    <label>Size <select id="share-size"><option>600 × 400</option><option selected>1000 × 800</option><option>390 × 500</option></select></label>
    <label>Colours <select id="share-theme"><option value="auto">the reader’s</option><option>light</option><option>dark</option></select></label>
  </div>
  <label for="share-embed">Code</label>
  <p><textarea id="share-embed" rows="4" readonly></textarea><button data-copies="share-embed">Copy code</button></p>
  <p id="share-said" class="visually-hidden" role="status"></p>
  <p class="share-note">If the frame stays empty on your site, ask the operator of this server to allow the site (setting LOCKSTEP_FRAME_ANCESTORS).</p>
  <div class="share-preview"><iframe title="Preview of the embedded figure"></iframe></div>
</div>`;

/** Draw a text as a QR code, dark on light in every theme.
    @param {HTMLCanvasElement} canvas
    @param {string} text */
const drawCode = (canvas, text) => {
  const { size, data } = encode(text, { border });
  const module = Math.max(2, Math.ceil(400 / size));
  canvas.width = canvas.height = size * module;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000";
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(x * module, y * module, module, module);
    });
  });
};

/** Say a sentence. The page's own live region is not heard while a dialog is open.
    @param {string} sentence */
const say = (sentence) => setText(byId("share-said"), sentence);

/** Copy a field, which the reader sees selected.
    @param {HTMLInputElement | HTMLTextAreaElement} field
    @returns {Promise<boolean>} whether the browser lets it */
const isCopied = async (field) => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy"); // without HTTPS there is no clipboard but this
  }
};

/** Copy a field, and say so, or how to copy it by hand.
    @param {HTMLInputElement | HTMLTextAreaElement} field
    @param {HTMLButtonElement} button */
const copy = async (field, button) => {
  button.dataset.name ??= button.textContent ?? "";
  const { name } = button.dataset;
  const keys = `${/Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl"}+C`;
  const copied = await isCopied(field);
  setText(button, copied ? "Copied" : `Press ${keys}`);
  say(copied ? `${name.replace("Copy ", "The ")} is copied.` : `Press ${keys} to copy it.`);
  setTimeout(() => {
    setText(button, name);
    say(""); // what is copied again is said again
  }, 2000);
};

/** What is seen, in a sentence.
    @param {Pick<Playground, "state">} playground
    @param {string} address */
const outcome = ({ state }, address) => {
  const values = parameterValues(state.parameters);
  const found = byId("error-finding").textContent;
  return `E(w1, w2) = ${state.E.trim()}${values}: ${found}. ${address}`;
};

/** @param {Playground} playground
    @param {() => string} link of what is seen
    @returns {HTMLDialogElement} */
const createDialog = (playground, link) => {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog share";
  dialog.setAttribute("aria-labelledby", "share-title");
  dialog.innerHTML = content;
  document.querySelector("main")?.append(dialog);
  const [figure, size, theme] = ["share-figure", "share-size", "share-theme"].map(byId);
  let frame = /** @type {HTMLIFrameElement} */ (dialog.querySelector("iframe"));

  /** Show an address in a new frame: another one in the same frame would be a step for Back.
      @param {string} url */
  const preview = (url) => {
    const next = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    next.removeAttribute("src");
    // Keys that are pressed in a frame are not heard outside of it.
    next.addEventListener("load", () => {
      const inner = next.contentDocument;
      inner?.addEventListener("keydown", ({ key }) => {
        if (key === "Escape" && !inner.querySelector("dialog[open]")) dialog.close();
      });
    });
    if (url) next.src = url;
    frame.replaceWith(next);
    frame = next;
  };

  const showEmbedding = () => {
    const [width, height] = size.value.split(" × ").map(Number);
    const [page, query = ""] = link().split("?");
    const url = page + embeddedSearch(`?${query}`, figure.value, theme.value);
    const name = figure.selectedOptions[0].text;
    const quoted = url.replaceAll("&", "&amp;");
    byId("share-embed").value =
      `<iframe src="${quoted}" width="${width}" height="${height}" title="Lockstep: ${name}" loading="lazy" allow="fullscreen"></iframe>`;
    if (frame.src !== url) preview(url);
    const scale = Math.min(1, (frame.parentElement?.clientWidth ?? width) / width);
    Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, zoom: String(scale) });
  };

  const show = () => {
    byId("share-link").value = link();
    byId("share-text").value = outcome(playground, link());
    const code = byId("share-code");
    code.parentElement.hidden = link().length > mostInCode;
    if (!code.parentElement.hidden) drawCode(code, link());
    byId("share-natively").hidden = !navigator.share;
    showEmbedding();
  };
  for (const choice of [figure, size, theme]) choice.addEventListener("change", showEmbedding);
  dialog.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("button");
    if (target === dialog || pressed?.className === "close") dialog.close();
    else if (pressed?.dataset.copies) copy(byId(pressed.dataset.copies), pressed);
    else if (pressed)
      navigator
        .share({ title: document.title, text: outcome(playground, link()), url: link() })
        .catch(() => {});
  });
  dialog.addEventListener("close", () => {
    preview("");
    byId("page-share").focus();
  });
  dialog.addEventListener("show", show);
  return dialog;
};

/** Open the dialog on what is seen.
    @param {any} playground
    @param {() => string} address of what is seen */
export const openShare = (playground, address) => {
  const dialog =
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.share")) ??
    createDialog(playground, address);
  if (dialog.open) return;
  dialog.showModal();
  dialog.dispatchEvent(new Event("show"));
};
