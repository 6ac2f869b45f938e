/* A server may end a request that is under way: one of its workers was replaced, or a new version
   is starting. The page asks again, a few times and ever later, before it says that it cannot go on.
   Nothing that it asks changes anything, so that asking twice does no harm. Who asks with a Store is
   told what came of it, and may have changed its mind before. */

const pauses = [200, 600, 1800];
const passing = [502, 503, 504]; // what a proxy says while nobody answers behind it
const own = /\/_dash-(layout|dependencies|update-component)(\?|$)/;
const rest = pause => new Promise(done => setTimeout(done, pause * (1 + Math.random() / 4)));

/** What `ask` promises, which is asked again after each failure as long as there are pauses. */
const retry = async (ask, failed = () => false) => {
  for (let turn = 0; ; turn++) {
    const last = turn === pauses.length;
    try {
      const found = await ask(turn);
      if (last || !failed(found)) return found;
    } catch (error) {
      if (last || error.name === "AbortError") throw error;
    }
    await rest(pauses[turn]);
  }
};

const waiting = new Map();
const question = (store, data) => `${store} ${data}`;

/** Ask with a Store; promises what the answer holds, by id, or null where none came. Dash gets to
    see no answer that is not `wanted()` any more when it comes: it holds nothing. */
const ask = (store, data, wanted = () => true) => new Promise(told => {
  waiting.set(question(store, data), {told, wanted});
  dash_clientside.set_props(store, {data});
});

const content = async answer => {
  if (!answer.ok) return null;
  return answer.status === 204 ? {} : (await answer.clone().json()).response;
};

/** The answer to a request of Dash, after whoever waits for it was told. */
const heard = async (body, found) => {
  const [{id, value}] = JSON.parse(body).inputs, key = question(id, value), waits = waiting.get(key);
  waiting.delete(key);
  if (!waits) return found;
  try {
    const answer = await found, holds = await content(answer), wanted = waits.wanted();
    waits.told(wanted ? holds : {});
    return wanted ? answer : new Response(null, {status: 204});
  } catch (error) {
    waits.told(null);
    throw error;
  }
};

const fetchOnce = window.fetch;

/** An answer that is there as a whole: one may break off on its way. */
const whole = async asked => {
  const answer = await asked, {status, statusText, headers} = answer, body = await answer.arrayBuffer();
  return new Response(body.byteLength ? body : null, {status, statusText, headers});
};

window.fetch = (resource, options) => {
  if (typeof resource !== "string" || !own.test(resource)) return fetchOnce(resource, options);
  const found = retry(() => whole(fetchOnce(resource, options)), ({status}) => passing.includes(status));
  return options?.body ? heard(options.body, found) : found;
};

export { ask as ask };
export { retry as retry };
