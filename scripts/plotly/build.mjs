/* Bundles entry.js, the part of plotly.js that the page uses: node build.mjs <from> <bundle>, where
   <from> has plotly.js and esbuild in node_modules. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** What attributes say of themselves is for plotly.js's documentation: a seventh of the bundle. */
const prose = /^\s*description: (?:'.*'|".*"|`[^`]*`|\[(?:(?!\w+: )[\s\S])*?\]\.join\('[^']*'\)),?$/gm;

const [from, to] = process.argv.slice(2);
const instead = (file) => () => ({ path: join(from, file) });

const less = {
  name: "less",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^culori$/ }, instead("culori.mjs"));
    onResolve({ filter: /^\.\/find_empties$/ }, instead("find_gaps.js"));
    onResolve({ filter: /^\.\/interp2d$/ }, instead("fill_gaps.js"));
    onResolve({ filter: /components\/(modebar|selections)$/ }, instead("unused.js"));
    onLoad({ filter: /plotly\.js[/\\]src[/\\].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(prose, ""),
    }));
  },
};

await build({
  bundle: true,
  minify: true,
  target: "es2020",
  legalComments: "eof",
  logLevel: "error",
  entryPoints: [join(from, "entry.js")],
  outfile: to,
  format: "iife",
  globalName: "Plotly",
  define: { global: "window" },
  plugins: [less],
});
