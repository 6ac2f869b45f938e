/* The tour's address: the stop as its anchor, and the controls that a reader has moved as parts of the query
   (ravine.eta=0.085), which components/tour/stop_state.py reads. */
import { joined, pathOf } from "../state/address.js";
import { readName, rewritten, written } from "../state/encoding.js";

/** @type {Record<string, string>} */
const names = { step: "t", start: "w" };

/** The name of the part that has the value of a stop's control; empty where none has.
    @param {TourStop} stop */
export const partOf = ({ key, control }) =>
  !control || control.kind === "guess" ? "" : `${key}.${names[control.kind] ?? control.name}`;

/** @param {TourValue} a
    @param {TourValue} b */
export const isSameValue = (a, b) => String(a) === String(b);

/** The query of the tour with the values of its controls; what else it has stays.
    @param {{stop: TourStop, value: TourValue}[]} stops
    @param {string} query the present one
    @returns {string} with its question mark, where it is not empty */
export const searchOf = (stops, query) => {
  const own = new Set(stops.map(({ stop }) => partOf(stop)));
  const others = query
    .slice(1)
    .split("&")
    .filter((part) => part && !own.has(readName(part.split("=")[0])))
    .map((part) => {
      const [name, ...rest] = part.split("=");
      return rest.length ? `${name}=${rewritten(rest.join("="))}` : name;
    });
  const moved = stops.flatMap(({ stop, value }) => {
    const part = partOf(stop);
    return part && !isSameValue(value, stop.opening) ? [written([part, String(value)])] : [];
  });
  return joined([...others, ...moved]);
};

/** Write the address of what is shown, without an entry in the browser's history.
    @param {{stop: TourStop, value: TourValue}[]} stops
    @param {string} anchor of the current stop; empty at the top
    @param {Pick<Window, "location" | "history">} page */
export const writeTourAddress = (stops, anchor, { location, history } = window) => {
  const query = searchOf(stops, location.search);
  const hash = anchor && `#${anchor}`;
  if (query === location.search && hash === location.hash) return;
  history.replaceState(history.state, "", pathOf(location) + query + hash);
};
