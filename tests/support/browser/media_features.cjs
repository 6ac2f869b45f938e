// Playwright's driver loads this before its own code. It asks every Firefox to prefer a colour
// scheme and gives up where the answer is that there is no such command, as in Firefox 153: here
// that answer becomes the empty one of a Firefox that has done so.
const {parse} = JSON;
JSON.parse = (text, reviver) => {
  const answer = parse(text, reviver);
  return answer?.error === "unknown command" && answer.message === "emulation.setMediaFeaturesOverride"
    ? {type: "success", id: answer.id, result: {}}
    : answer;
};
