/* Bundles entry.js and regenerator-runtime: node build.mjs <from> <bundle> <regenerator>, where
   node_modules has both, and esbuild. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** What attributes say of themselves is for plotly.js's documentation: a seventh of the bundle. */
const prose = /^\s*description: (?:'.*'|".*"|`[^`]*`|\[(?:(?!\w+: )[\s\S])*?\]\.join\('[^']*'\)),?$/gm;

const [from, to, regenerator] = process.argv.slice(2);
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

const minified = { bundle: true, minify: true, target: "es2020", legalComments: "eof", logLevel: "error" };

await build({
  ...minified,
  entryPoints: [join(from, "entry.js")],
  outfile: to,
  format: "iife",
  globalName: "Plotly",
  define: { global: "window" },
  plugins: [less],
});

// Dash's components use it. The script of Dash's that would bring it is ten times larger and, for
// the rest, for browsers that could not show this page.
const runtime = join(from, "node_modules/regenerator-runtime");
const licence = (await readFile(join(runtime, "LICENSE"), "utf8")).trim();
await build({
  ...minified,
  entryPoints: [join(runtime, "runtime.js")],
  outfile: regenerator,
  banner: { js: `/*! regenerator-runtime\n\n${licence}\n*/` },
});
