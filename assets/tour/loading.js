/* What a stop needs of the server: the kernels of its rules and its function, and its surface. Each is requested
   once, when a stop that has it comes near. */
import { errorFunctionUrl, loadModule } from "../engine/kernels.js";
import { getJson } from "../engine/requests.js";
import { stateQuery } from "../state/address.js";
import { withoutRanges } from "../state/parameters.js";
import { withHeights } from "../surface/heights.js";
import { widened } from "../surface/view_geometry.js";

/** Of the region, which may be missing at its edge. */
const slack = 0.01;

/** Whether the contours of an answer fill a stage.
    @param {SurfaceAnswer} answer
    @param {View} view
    @param {number} aspect of the stage */
export const covers = ({ trace: { region } }, view, aspect) => {
  const [left, right, bottom, top] = widened(view, aspect);
  const more = slack * (right - left);
  return (
    region[0] <= left + more &&
    region[1] >= right - more &&
    region[2] <= bottom + more &&
    region[3] >= top - more
  );
};

/** @param {TourCatalogue} catalogue
    @param {object} options
    @param {() => number} options.aspect width divided by height of the stage
    @param {() => void} options.changed called when more of a surface has come */
export const createLoading = (catalogue, { aspect, changed }) => {
  const version = document.documentElement.dataset.version ?? "";
  /** @type {Map<string, Promise<any>>} */
  const requests = new Map();
  /** By query: several stops may have one.
      @type {Map<string, SurfaceAnswer>} */
  const surfaces = new Map();
  /** @type {Map<string, Pick<import("./scenes.js").Loaded, "rules" | "module">>} */
  const kernels = new Map();

  /** What is at an address; a failed request is made again when it is needed again.
      @param {string} url
      @param {(url: string) => Promise<any>} load */
  const once = (url, load) => {
    let request = requests.get(url);
    if (!request) {
      request = load(url);
      request.catch(() => requests.delete(url));
      requests.set(url, request);
    }
    return request;
  };

  /** @param {string} url */
  const loadSurface = async (url) => withHeights(await getJson(url));

  /** @param {TourStop} stop */
  const queryOf = ({ state: { E, view, parameters } }) =>
    stateQuery({ ...catalogue.defaults, E, view, parameters: withoutRanges(parameters) }, catalogue);

  /** Have a surface that fills the stage.
      @param {TourStop} stop */
  const needSurface = async (stop) => {
    const query = queryOf(stop);
    if (stop.surface && !surfaces.has(query)) surfaces.set(query, withHeights(stop.surface));
    const known = surfaces.get(query);
    if (known && covers(known, stop.state.view, aspect())) return;
    const shape = Number(aspect().toFixed(1));
    const answer = once(`figures/playground/surface.json${query}&aspect=${shape}&m=${version}`, loadSurface);
    const found = answer.then((whole) => {
      surfaces.set(query, whole);
      if (known) changed();
    });
    // What is known is seen at once, and the rest of it when it comes.
    if (known) found.catch(() => {});
    else await found;
  };

  return {
    /** What a stop has loaded, if all of it is here.
        @param {TourStop} stop
        @returns {import("./scenes.js").Loaded | undefined} */
    of: (stop) => {
      const [found, surface] = [kernels.get(stop.key), surfaces.get(queryOf(stop))];
      return found && surface && { ...found, surface };
    },
    /** Load what a stop needs.
        @param {TourStop} stop
        @throws {UnansweredError} when the server cannot be reached */
    need: async (stop) => {
      const { E, parameters } = stop.state;
      const [{ optimizers }, module] = await Promise.all([
        once(catalogue.kernels.optimizers, loadModule),
        once(errorFunctionUrl(E, version, parameters), loadModule),
        needSurface(stop),
      ]);
      kernels.set(stop.key, { rules: optimizers, module });
    },
  };
};
