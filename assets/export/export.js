/* Export dialog: pictures, a replay, numbers and code, as files. This module is loaded when the dialog is opened
   first, an encoder when a replay is asked for. */
import { byId, setText } from "../view/dom.js";
import { content } from "./content.js";
import { bindFileLinks } from "./file_links.js";
import { fileName, save, sizeOf } from "./files.js";
import { pictureCanvas, pictureSvg } from "./picture.js";
import { replay } from "./replay.js";

/** @type {Record<string, () => Promise<any>>} */
const encoders = { gif: () => import("./gif.js"), webm: () => import("./webm.js") };
const quarters = 4;

/** A canvas as a file.
    @param {HTMLCanvasElement} canvas
    @returns {Promise<Blob>} */
const pngOf = (canvas) =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large.")))),
  );

/** @param {Playground} playground
    @returns {HTMLDialogElement} */
const createDialog = (playground) => {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog export";
  dialog.setAttribute("aria-labelledby", "export-title");
  dialog.innerHTML = content;
  document.querySelector("main")?.append(dialog);
  const ids = ["extent", "caption", "format", "transparent", "replay-format"];
  const [extent, caption, format, transparent, replayFormat] = ids.map((id) => byId(`export-${id}`));
  const [preview, said, progress] = ["preview", "said", "progress"].map((id) => byId(`export-${id}`));
  const replayButton = byId("export-replay");
  const followState = bindFileLinks(playground);
  /** @type {AbortController | null} */
  let making = null;

  // The page's own live region is not heard while a dialog is open.
  const say = (/** @type {string} */ sentence) => setText(said, sentence);

  const options = () => ({
    extent: extent.value,
    hasCaption: caption.checked,
    isReplay: false,
    isTransparent: transparent.checked,
    address: `${location.origin}${location.pathname}${location.search}`,
  });

  const showPreview = () => {
    const canvas = pictureCanvas(playground, {
      ...options(),
      scale: Math.min(2, window.devicePixelRatio || 1),
    });
    preview.width = canvas.width;
    preview.height = canvas.height;
    preview.getContext("2d").drawImage(canvas, 0, 0);
    preview.setAttribute("aria-label", `Preview: ${extent.selectedOptions[0].text}`);
  };

  /** The name of a file of what is shown.
      @param {string} extension
      @param {string | false} [size] */
  const nameOf = (extension, size) => {
    const { state, answer } = playground;
    const { optimizer } = state.runs[state.selected];
    const part = extent.value !== "whole" && extent.value;
    return `${fileName(optimizer, answer.preset, part, size)}.${extension}`;
  };

  /** @param {Blob} blob
      @param {string} name */
  const saveAndSay = (blob, name) => {
    save(blob, name);
    say(`Saved ${name}, ${sizeOf(blob.size)}.`);
  };

  const savePicture = async () => {
    if (format.value === "svg") {
      const text = await pictureSvg(playground, options());
      return saveAndSay(new Blob([text], { type: "image/svg+xml" }), nameOf("svg"));
    }
    const isFine = format.value === "png-2x";
    const canvas = pictureCanvas(playground, { ...options(), scale: isFine ? 2 : 1 });
    saveAndSay(await pngOf(canvas), nameOf("png", isFine && "2x"));
  };

  /** @param {AbortSignal} signal */
  const makeReplay = async (signal) => {
    const { kind, createEncoder } = await encoders[replayFormat.value]();
    let told = 0;
    const blob = await replay(playground, options(), {
      kind,
      createEncoder,
      signal,
      progress: (share) => {
        progress.value = share;
        const quarter = Math.floor(quarters * share);
        if (quarter > told && quarter < quarters) say(`Replay: ${(100 * quarter) / quarters} %.`);
        told = quarter;
      },
    });
    if (blob) saveAndSay(blob, nameOf(kind.extension));
    else say("This browser cannot make a video: save a GIF instead.");
  };

  const saveReplay = async () => {
    if (making) return making.abort();
    making = new AbortController();
    const { signal } = making;
    setText(replayButton, "Cancel");
    progress.value = 0;
    progress.hidden = false;
    say("Drawing the replay…");
    try {
      await makeReplay(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      say("The replay is cancelled.");
    } finally {
      making = null;
      progress.hidden = true;
      setText(replayButton, "Save replay");
    }
  };

  /** Do something, and say so where it cannot be done.
      @param {() => Promise<unknown>} act */
  const attempt = (act) =>
    act().catch((error) => {
      say("The file could not be made.");
      throw error;
    });

  for (const choice of [extent, caption, transparent]) choice.addEventListener("change", showPreview);
  byId("export-picture").addEventListener("click", () => attempt(savePicture));
  replayButton.addEventListener("click", () => attempt(saveReplay));
  dialog.addEventListener("click", ({ target }) => {
    const isClose = /** @type {Element} */ (target).closest(".close");
    if (target === dialog || isClose) dialog.close();
  });
  dialog.addEventListener("close", () => {
    making?.abort();
    byId("page-export").focus();
  });
  dialog.addEventListener("show", () => {
    say("");
    followState();
    showPreview();
  });
  return dialog;
};

/** Open the dialog, once the playground is live.
    @param {() => Playground | undefined} playgroundOf */
export const openExport = async (playgroundOf) => {
  let playground = playgroundOf();
  while (!playground?.kernel) {
    await new Promise(requestAnimationFrame);
    playground = playgroundOf();
  }
  const dialog =
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.export")) ??
    createDialog(playground);
  if (dialog.open) return;
  const { t, isPlaying } = playground.time;
  if (isPlaying) playground.goTo(Math.round(t), { isPlaying: false });
  dialog.showModal();
  dialog.dispatchEvent(new Event("show"));
};
