/* What is said, in the page's one live region, to who cannot see it: whole sentences, at rest. */

const say = sentence => { document.getElementById("page-said").textContent = sentence; };

/** A voice for a figure. Its first sentences are what the page opened with, which nobody asked to
    hear; from then on it says those that are others than before. */
const voice = () => {
  let last = null;
  return (...sentences) => {
    const news = sentences.filter((sentence, k) => last && sentence && sentence !== last[k]);
    if (news.length) say(news.join("; "));
    last = sentences;
  };
};

export { say as announce };
export { voice as createAnnouncer };
