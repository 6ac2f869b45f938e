/* A server may end a request that is under way: one of its workers was replaced, or a new version
   is starting. The page asks again, a few times and ever later, before it says that it cannot go on.
   Nothing that it asks changes anything, so that asking twice does no harm. */
(lockstep => {
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

  const fetchOnce = window.fetch;
  window.fetch = (resource, options) => {
    const once = () => fetchOnce(resource, options);
    const ours = typeof resource === "string" && own.test(resource);
    return ours ? retry(once, ({status}) => passing.includes(status)) : once();
  };

  lockstep.retry = retry;
})((window.dash_clientside ??= {}).lockstep ??= {});
