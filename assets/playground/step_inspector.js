/* The step in numbers: what the inspected step of the selected run does, in a sentence and in worked lines. */
import { byId, setText } from "../view/dom.js";
import { announce } from "../view/live_region.js";
import { comparedSentence, plainSentence } from "./step_sentence.js";
import { createWorkedFit } from "./worked_fit.js";
import { buildWorkedLines } from "./worked_step.js";

const fillAfter = 200;

/** Whether an element is in the window or close to it.
    @param {Element} element
    @param {() => void} arrived */
const watchSight = (element, arrived) => {
  let near = true;
  new IntersectionObserver(
    ([{ isIntersecting }]) => {
      near = isIntersecting;
      if (near) arrived();
    },
    { rootMargin: "40px" },
  ).observe(element);
  return () => near;
};

/** Why a run took no step, as a sentence.
    @param {Pick<Trajectory, "stopped">} run */
const reasonOf = ({ stopped }) => (stopped ? `It ${stopped}.` : "");

/** Bind the inspector.
    @param {Playground} figure
    @returns {FigureView} */
export const createStepInspector = (figure) => {
  const [section, title, optimizer, sentence, compared, worked] = [
    "step-inspector",
    "step-title",
    "step-optimizer",
    "step-sentence",
    "step-compared",
    "step-worked",
  ].map(byId);
  const fit = createWorkedFit(worked);
  /** @type {ReturnType<typeof buildWorkedLines> | null} */
  let lines = null;
  let built = "";
  let colour = "";
  let timer = 0;
  /** @type {number | null} The step that was announced last; what the page opened with is not. */
  let announced = figure.state.step;

  /** The step that is shown, or null where the run took none. While playing, it is the last whole one. */
  const shownStep = () => {
    const last = figure.trajectory.rows - 1;
    const t = figure.marked ?? Math.floor(figure.time.t);
    return last < 1 ? null : Math.max(1, Math.min(t, last));
  };

  /** @param {number | null} t */
  const drawWords = (t) => {
    const { trajectory, rule, theme, state } = figure;
    const run = theme.runs[state.selected].colour;
    if (run !== colour) section.style.setProperty("--run", run);
    colour = run;
    setText(title, t === null ? "No step" : `Step ${t}`);
    const isLast = t === trajectory.rows - 1 && trajectory.stopped;
    setText(optimizer, isLast ? `${rule.name}, its last` : rule.name);
    setText(sentence, t === null ? "No step was taken." : plainSentence(trajectory, t));
    setText(
      compared,
      t === null ? reasonOf(trajectory) : comparedSentence(figure.stepsModule, trajectory, t),
    );
  };

  /** @param {number | null} t */
  const drawLines = (t) => {
    const { trajectory, kernel } = figure;
    worked.hidden = t === null;
    if (t === null || !kernel) return;
    if (!lines || built !== trajectory.optimizer) {
      lines = buildWorkedLines(worked, figure.stepsModule, trajectory.optimizer);
      built = trajectory.optimizer;
      fit.reset();
    }
    lines.show(trajectory, t, kernel);
    fit.show(lines.width(), lines.width(true));
  };

  const isNear = watchSight(section, () => draw());

  const draw = () => {
    // The first picture has NumPy's path, but no slopes and steps yet.
    if (!figure.kernel) return;
    const t = shownStep();
    drawWords(t);
    if (isNear()) return drawLines(t);
    // Out of sight, it need not follow a hand.
    clearTimeout(timer);
    timer = setTimeout(() => drawLines(shownStep()), fillAfter);
  };

  const commit = () => {
    fit.reset();
    draw();
    const t = shownStep();
    if (figure.marked !== null || t === announced) return;
    announced = t;
    if (t !== null) announce(`Step ${t}. ${sentence.textContent} ${compared.textContent}`);
  };

  return { draw, commit };
};
