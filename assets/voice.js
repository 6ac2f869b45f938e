/* What is said, in the page's one live region, to who cannot see it: whole sentences, at rest. */
(lockstep => {
  const say = sentence => { document.getElementById("page-said").textContent = sentence; };

  /** A voice for a figure. Its first sentence is what the page opened with, which nobody asked to
      hear; from then on it says what is another than before. */
  const voice = () => {
    let last = null;
    return sentence => {
      if (last !== null && sentence !== last) say(sentence);
      last = sentence;
    };
  };

  lockstep.say = say;
  lockstep.voice = voice;
})((window.dash_clientside ??= {}).lockstep ??= {});
