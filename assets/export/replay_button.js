/* Replay button of the dialog: makes the file, shows how far it is, and cancels. */
import { byId, setText } from "../view/dom.js";
import { replay } from "./replay.js";

/** @type {Record<string, () => Promise<any>>} */
const encoders = { gif: () => import("./gif.js"), webm: () => import("./webm.js") };
const quarters = 4;

/** @param {Playground} playground
    @param {object} dialog
    @param {() => any} dialog.options of a picture
    @param {(blob: Blob, extension: string) => void} dialog.save
    @param {(sentence: string) => void} dialog.say
    @param {(act: () => Promise<unknown>) => Promise<unknown>} dialog.attempt
    @returns {() => void} cancel what is being made */
export const bindReplayButton = (playground, { options, save, say, attempt }) => {
  const [button, format, progress] = ["replay", "replay-format", "progress"].map((id) =>
    byId(`export-${id}`),
  );
  /** @type {AbortController | null} */
  let making = null;

  /** @param {AbortSignal} signal */
  const makeReplay = async (signal) => {
    const { kind, createEncoder } = await encoders[format.value]();
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
    if (blob) save(blob, kind.extension);
    else say("This browser cannot make a video: save a GIF instead.");
  };

  const saveReplay = async () => {
    if (making) return making.abort();
    making = new AbortController();
    const { signal } = making;
    setText(button, "Cancel");
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
      setText(button, "Save replay");
    }
  };

  button.addEventListener("click", () => attempt(saveReplay));
  return () => making?.abort();
};
