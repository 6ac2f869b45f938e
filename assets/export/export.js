/* Export dialog: pictures, a replay, numbers and code, as files. This module is loaded when the dialog is opened
   first, an encoder when a replay is asked for. */
import { byId, setText } from "../view/dom.js";
import { contentOf } from "./content.js";
import { bindFileLinks } from "./file_links.js";
import { fileName, save as saveFile, sizeOf } from "./files.js";
import { pictureCanvas, pictureSvg } from "./picture.js";
import { bindReplayButton } from "./replay_button.js";
import { sourceOf } from "./sources.js";

/** A canvas as a file.
    @param {HTMLCanvasElement} canvas
    @returns {Promise<Blob>} */
const pngOf = (canvas) =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large.")))),
  );

/** @param {import("./sources.js").ExportSource} source
    @param {() => string} address of what is seen
    @returns {HTMLDialogElement} */
const createDialog = (source, address) => {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog export";
  dialog.setAttribute("aria-labelledby", "export-title");
  dialog.innerHTML = contentOf(source);
  document.querySelector("main")?.append(dialog);
  const ids = ["extent", "caption", "format", "transparent", "preview", "said"];
  const [extent, caption, format, transparent, preview, said] = ids.map((id) => byId(`export-${id}`));

  // The page's own live region is not heard while a dialog is open.
  const say = (/** @type {string} */ sentence) => setText(said, sentence);

  const options = () => ({
    extent: extent.value,
    hasCaption: caption.checked,
    isReplay: false,
    isTransparent: transparent.checked,
    address: address(),
  });

  const showPreview = () => {
    const canvas = pictureCanvas(source, {
      ...options(),
      scale: Math.min(2, window.devicePixelRatio || 1),
    });
    preview.width = canvas.width;
    preview.height = canvas.height;
    preview.getContext("2d").drawImage(canvas, 0, 0);
    preview.setAttribute("aria-label", `Preview: ${extent.selectedOptions[0].text}`);
  };

  /** Save a file of what is shown, and say so.
      @param {Blob} blob
      @param {string} extension
      @param {string | false} [size] */
  const save = (blob, extension, size) => {
    const part = extent.selectedIndex > 0 && extent.value;
    const name = `${fileName(...source.nameParts(), part, size)}.${extension}`;
    saveFile(blob, name);
    say(`Saved ${name}, ${sizeOf(blob.size)}.`);
  };

  const savePicture = async () => {
    if (format.value === "svg") {
      const text = await pictureSvg(source, options());
      return save(new Blob([text], { type: "image/svg+xml" }), "svg");
    }
    const isFine = format.value === "png-2x";
    const canvas = pictureCanvas(source, { ...options(), scale: isFine ? 2 : 1 });
    save(await pngOf(canvas), "png", isFine && "2x");
  };

  /** Do something, and say so where it cannot be done.
      @param {() => Promise<unknown>} act */
  const attempt = (act) =>
    act().catch((error) => {
      say("The file could not be made.");
      throw error;
    });

  const followRuns = source.runs && bindFileLinks(source.runs);
  const cancelReplay =
    source.playground && bindReplayButton(source.playground, { options, save, say, attempt });
  for (const choice of [extent, caption, transparent]) choice.addEventListener("change", showPreview);
  byId("export-picture").addEventListener("click", () => attempt(savePicture));
  dialog.addEventListener("click", ({ target }) => {
    const isClose = /** @type {Element} */ (target).closest(".close");
    if (target === dialog || isClose) dialog.close();
  });
  dialog.addEventListener("close", () => {
    cancelReplay?.();
    byId("page-export").focus();
  });
  dialog.addEventListener("show", () => {
    say("");
    followRuns?.();
    showPreview();
  });
  return dialog;
};

/** Open the dialog of a figure.
    @param {Embeddable} figure
    @param {() => string} address of what is seen */
export const openExport = (figure, address) => {
  const source = sourceOf(figure);
  const dialog =
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog.export")) ??
    createDialog(source, address);
  if (dialog.open) return;
  const { playground } = source;
  if (playground?.time.isPlaying) playground.goTo(Math.round(playground.time.t), { isPlaying: false });
  dialog.showModal();
  dialog.dispatchEvent(new Event("show"));
};
