/* Bundle of assets/ in assets/dist: node scripts/bundle.mjs <hash of the sources>.
   File names hold a hash of the contents, so that browsers may cache them for good. */
import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const dist = "assets/dist";
const figures = { playground: "playground", "two-steps": "two_steps", amplification: "amplification" };
const entries = [
  { in: "assets/main.js", out: "main" },
  { in: "assets/main.css", out: "main" },
  ...Object.entries(figures).map(([key, folder]) => ({ in: `assets/${folder}/figure.js`, out: key })),
];

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: entries,
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  sourcemap: true,
  metafile: true,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" },
  logLevel: "warning",
}).catch(() => process.exit(1)); // esbuild has said why

const outputs = metafile.outputs;
const made = (source) => Object.keys(outputs).find((path) => outputs[path].entryPoint === source);

/** A script and all that it imports statically, which a page can ask for at once. */
const closure = (path, found = new Set()) => {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: imported, kind } of outputs[path].imports) {
    if (kind === "import-statement") closure(imported, found);
  }
  return found;
};

const entry = made("assets/main.js");
const needed = (folder) => {
  const paths = new Set([...closure(entry), ...closure(made(`assets/${folder}/figure.js`))]);
  paths.delete(entry);
  return [...paths].map((path) => basename(path)).sort();
};

const manifest = {
  entry: basename(entry),
  style: basename(made("assets/main.css")),
  chunks: Object.fromEntries(Object.entries(figures).map(([key, folder]) => [key, needed(folder)])),
  fonts: Object.keys(outputs)
    .filter((path) => path.endsWith(".woff2"))
    .map((path) => basename(path))
    .sort(),
  sources: process.argv[2],
};
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
