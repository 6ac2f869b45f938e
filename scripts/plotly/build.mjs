/* Bundles entry.js: node build.mjs <from> <to>, where node_modules has plotly.js and esbuild. */
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {build} from "esbuild";

/** What attributes say of themselves is for plotly.js's documentation: a seventh of the bundle. */
const prose = /^\s*description: (?:'.*'|".*"|`[^`]*`|\[(?:(?!\w+: )[^])*?\]\.join\('[^']*'\)),?$/gm;

const [from, to] = process.argv.slice(2);
const instead = file => () => ({path: join(from, file)});

const less = {
  name: "less",
  setup({onLoad, onResolve}) {
    onResolve({filter: /^culori$/}, instead("culori.mjs"));
    onResolve({filter: /^\.\/find_empties$/}, instead("find_gaps.js"));
    onResolve({filter: /^\.\/interp2d$/}, instead("fill_gaps.js"));
    onResolve({filter: /components\/(modebar|selections)$/}, instead("unused.js"));
    onLoad({filter: /plotly\.js[/\\]src[/\\].*\.js$/}, async ({path}) =>
      ({contents: (await readFile(path, "utf8")).replace(prose, "")}));
  },
};

await build({
  entryPoints: [join(from, "entry.js")],
  outfile: to,
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "Plotly",
  define: {global: "window"},
  target: "es2020",
  legalComments: "eof",
  logLevel: "error",
  plugins: [less],
});
