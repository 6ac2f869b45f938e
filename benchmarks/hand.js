/* Times a drag inside a page. drag.py evaluates this there; the site never serves it. */
(() => {
  const channel = new MessageChannel();
  const nextFrame = window.requestAnimationFrame.bind(window);
  let drag = null, moved = 0, hand = null, painting = null, last = "", inFrame = false;

  window.requestAnimationFrame = callback => nextFrame(time => {
    inFrame = true;
    try {
      callback(time);
    } finally {
      inFrame = false;
    }
  });

  // The first message after an animation frame comes when that frame is painted.
  channel.port1.onmessage = () => {
    const {from, changed} = painting;
    painting = null;
    if (!drag || !changed) return;
    drag.redraws += 1;
    if (from !== null) drag.waits.push(performance.now() - from);
  };

  /** The picture was drawn; `print` differs from the last one where the picture does. */
  const drawn = print => {
    if (!painting) {
      painting = {from: null, changed: false};
      const paint = () => channel.port2.postMessage(null);
      if (inFrame) paint();
      else nextFrame(paint);
    }
    painting.from ??= hand;
    painting.changed ||= print !== last;
    [hand, last] = [null, print];
  };

  /** Where the points of a trajectory lie, to a sixteenth of a pixel, as one number. */
  const fingerprint = (map, {columns: {w1, w2}, rows}) => {
    let sum = rows;
    for (let t = 0; t < rows; t++) {
      sum = (Math.imul(sum, 31) + Math.round(16 * map.x(w1[t]))) | 0;
      sum = (Math.imul(sum, 31) + Math.round(16 * map.y(w2[t]))) | 0;
    }
    return String(sum);
  };

  /** Watch the site's canvas, and what Plotly is asked for meanwhile. */
  const watchSite = () => {
    const {playground} = lockstep;
    playground.afterDraw = () =>
      drawn(fingerprint(playground.plot.mapping(), playground.trajectory) + playground.time.t);
    for (const name of ["newPlot", "react", "redraw", "relayout", "restyle", "update"]) {
      const asked = Plotly[name];
      Plotly[name] = (...given) => {
        const begun = performance.now(), answer = asked(...given);
        if (drag) drag.plotly.push(performance.now() - begun);
        return answer;
      };
    }
  };

  // A hand event is a move of the pointer; on a slider, a move that changed its value.
  window.addEventListener("pointermove", ({target}) => {
    moved = performance.now();
    if (!target.matches("input")) hand ??= moved;
  }, true);
  window.addEventListener("input", () => { hand ??= moved; }, true);

  /** What the hand did last leaves everything as it is drawn. */
  const forget = () => {
    hand = null;
  };

  const begin = () => {
    forget();
    drag = {begun: performance.now(), redraws: 0, waits: [], plotly: []};
  };
  const end = () => {
    const {begun, ...counted} = drag;
    drag = null;
    return {...counted, seconds: (performance.now() - begun) / 1000};
  };

  window.handSpeed = {begin, drawn, end, forget, watchSite};
})();
