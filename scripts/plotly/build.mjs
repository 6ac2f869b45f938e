/* Bundles entry.js, the part of plotly.js that the page uses: node build.mjs <from> <bundle>, where
   <from> has plotly.js and esbuild in node_modules. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** What attributes say of themselves is for plotly.js's documentation: a seventh of the bundle. */
const prose = /^\s*description: (?:'.*'|".*"|`[^`]*`|\[(?:(?!\w+: )[\s\S])*?\]\.join\('[^']*'\)),?$/gm;

/** Where find_all_paths.js starts its closed lines: it lists all crossings of a level twice for every line, which
    takes most of the time of a surface with hundreds of them. The same lines in the same order, from one list. */
const starts =
  /while\(Object\.keys\(pi\.crossings\)\.length && cnt < 10000\) \{\s+cnt\+\+;\s+(startLoc = )Object\.keys\(pi\.crossings\)\[0\](\.split\(','\)\.map\(Number\);\s+makePath\(.*\);\s+\})/;
const listedOnce =
  "for(const key of Object.keys(pi.crossings)) while(pi.crossings[key] !== undefined) {$1key$2";

const [from, to] = process.argv.slice(2);
const instead = (file) => () => ({ path: join(from, file) });

const less = {
  name: "less",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^culori$/ }, instead("culori.mjs"));
    onResolve({ filter: /^\.\/find_empties$/ }, instead("find_gaps.js"));
    onResolve({ filter: /^\.\/interp2d$/ }, instead("fill_gaps.js"));
    onResolve({ filter: /components\/(modebar|selections)$/ }, instead("unused.js"));
    onLoad({ filter: /contour[/\\]find_all_paths\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (!starts.test(source)) throw new Error("find_all_paths.js starts its lines in another way now.");
      return { contents: source.replace(starts, listedOnce) };
    });
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
