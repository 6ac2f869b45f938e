/* Charts of the tour: at most two, below the surface. That of the control, whose axis is the control's own, has the right
   place, and the only one on narrow windows. */
import { createCanvas } from "../view/canvas.js";
import { pointerPixel } from "../view/dom.js";
import { onThemeChange } from "../view/theme.js";
import { plotArea } from "./chart_frame.js";
import { placesOf } from "./chart_places.js";
import { createPlot } from "./chart_plot.js";
import { compassNamesAt, drawCompass } from "./compass_chart.js";
import { curvesContent } from "./curves_chart.js";
import { readLook } from "./look.js";
import { createResponseContent } from "./response_chart.js";
import { createResponses } from "./responses.js";

/** Milliseconds of a frame for responses that are not there yet. */
const budget = 5;

/** @param {HTMLElement} element
    @param {TourCatalogue} catalogue
    @param {TourMeasuring} measuring
    @returns {TourCharts} */
export const createCharts = (element, catalogue, measuring) => {
  const panels = [0, 1].map((place) => {
    const chart = /** @type {HTMLElement} */ (element.querySelector(`[data-chart="${place}"]`));
    const sheet = createCanvas(/** @type {HTMLCanvasElement} */ (chart.querySelector("canvas")));
    return {
      ...{ chart, sheet, plot: createPlot(sheet) },
      title: /** @type {HTMLElement} */ (chart.querySelector(".chart-title")),
      axis: /** @type {import("../view/axis_range.js").Axis | null} */ (null),
    };
  });
  const responses = createResponses(measuring);
  const responseContent = createResponseContent();
  let theme = readLook(catalogue);
  /** @type {TourScene | null} */
  let scene = null;
  let frame = 0;

  /** Show the charts of a stop in their places.
      @param {TourStop} stop */
  const layOut = (stop) => {
    const { left, right } = placesOf(stop);
    [left, right].forEach((index, k) => {
      const { chart, title, plot, sheet } = panels[k];
      chart.hidden = index === null;
      panels[k].axis = null;
      plot.forget();
      title.innerHTML = index === null ? "" : stop.titles[index];
      chart.classList.toggle("is-compass", index !== null && stop.charts[index].type === "compass");
      if (index !== null) sheet.fit();
    });
    element.classList.toggle("has-one", left === null);
    element.classList.toggle("has-compass", left !== null && stop.charts[left].type === "compass");
    for (const { sheet } of panels) sheet.fit();
  };

  /** @param {TourScene} of
      @param {number} place
      @param {number | null} index
      @param {boolean} isControl */
  const drawChart = (of, place, index, isControl) => {
    if (index === null) return;
    const panel = panels[place];
    const { sheet, plot } = panel;
    const { width, height } = sheet.size();
    if (width < 2 || height < 2) return;
    const chart = of.stop.charts[index];
    if (chart.type === "compass") return drawCompass(sheet, chart, of, theme, catalogue);
    const area = plotArea({ width, height }, theme);
    const { shareOf } = measuring;
    if (chart.type === "curves") {
      const { axis: before } = panel;
      const { axis, content } = curvesContent(chart, of, {
        area,
        theme,
        catalogue,
        isControl,
        before,
        shareOf,
      });
      panel.axis = axis;
      return plot.draw(content, theme);
    }
    const response = responses.of(of.stop, chart);
    const content = responseContent(chart, of, { area, theme, response, shareOf });
    if (content) plot.draw(content, theme);
  };

  /** @type {TourCharts["draw"]} */
  const draw = (next) => {
    if (next.stop !== scene?.stop) layOut(next.stop);
    scene = next;
    const isDone = responses.advance(next.stop, budget);
    const { left, right, isControl } = placesOf(next.stop);
    drawChart(next, 0, left, false);
    drawChart(next, 1, right, isControl);
    if (!isDone && !frame) frame = requestAnimationFrame(again);
  };

  const again = () => {
    frame = 0;
    if (scene) draw(scene);
  };

  const refresh = () => {
    theme = readLook(catalogue);
    for (const { sheet } of panels) sheet.fit();
    if (scene) draw(scene);
  };
  onThemeChange(refresh);
  document.fonts.ready.then(refresh);
  // A letter that only a chart has is loaded when it is drawn.
  document.fonts.addEventListener("loadingdone", refresh);
  new ResizeObserver(refresh).observe(element);

  return {
    draw,
    axisOf: ({ stop }) => {
      if (!placesOf(stop).isControl) return null;
      const { left, width } = plotArea(panels[1].sheet.size(), theme);
      return { left, width };
    },
    namesAt: (event) => {
      const element = /** @type {Element} */ (event.target).closest(".plot");
      const panel = element && panels.find(({ chart }) => chart.contains(element));
      if (!panel || !scene) return [];
      const at = pointerPixel(event, element);
      const { left, right } = placesOf(scene.stop);
      const chart = scene.stop.charts[(panel === panels[0] ? left : right) ?? 0];
      if (chart.type === "compass") return compassNamesAt(panel.sheet.size(), chart, scene, at);
      return panel.plot.namesAt(at);
    },
    prepare: ({ stop }) => responses.prepare(stop),
    forget: responses.forget,
  };
};
