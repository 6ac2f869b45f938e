/* Writes the query of every state that comes in as JSON, as the address bar gets it: called by
   tests/components/state/test_written_alike.py. */
import { readFileSync } from "node:fs";
import { queryOf, stateParts } from "../../../assets/state/address.js";

const { catalogue, states } = JSON.parse(readFileSync(0, "utf8"));
const written = states.map((/** @type {State} */ state) => {
  const parts = stateParts(state, catalogue);
  return { parts, query: queryOf(parts) };
});
process.stdout.write(JSON.stringify(written));
