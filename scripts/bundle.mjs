/* Bundle of assets/ in assets/dist: node scripts/bundle.mjs <hash of the sources>.
   File names hold a hash of the contents, so that browsers may cache them for good. */
import { rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { build } from "esbuild";

const dist = "assets/dist";
const figures = { playground: "playground", "two-steps": "two_steps", amplification: "amplification" };
const shared = {
  outdir: dist,
  bundle: true,
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
};
const run = (options) => build({ ...shared, ...options }).catch(() => process.exit(1)); // esbuild has said why

rmSync(dist, { recursive: true, force: true });

// The worker first: the modules that start it name its file.
const { metafile: worker } = await run({
  entryPoints: [{ in: "assets/engine/sweep_worker.js", out: "sweep-worker" }],
});
const workerFile = basename(Object.keys(worker.outputs).find((path) => path.endsWith(".js")));
const workerUrl = {
  name: "worker address",
  setup({ onLoad }) {
    onLoad({ filter: /sweep_worker_url\.js$/ }, () => ({
      contents: `export const sweepWorkerUrl = new URL("./${workerFile}", import.meta.url).href;`,
    }));
  },
};

// What is loaded later next: what imports it names its files. What few readers need is one file each, whatever it shares
// with others; the lower figures share chunks.
const [first, ...lower] = Object.entries(figures);
const lowerFigures = Object.fromEntries(lower.map(([key, folder]) => [`assets/${folder}/figure.js`, key]));
const onDemand = {
  "assets/export/gif.js": "export-gif",
  "assets/export/webm.js": "export-webm",
  "assets/export/export.js": "export",
  "assets/share/share.js": "share",
  "assets/page/embedding.js": "embedding",
  "assets/surface/live_contours.js": "live-contours",
  "assets/controls/parameter_control.js": "parameter-control",
  "assets/playground/fair_start.js": "fair-start",
};
const modules = { ...lowerFigures, ...onDemand };
const later = { outputs: {} };
const fileOf = (source, { outputs }) =>
  Object.keys(outputs).find((path) => outputs[path].entryPoint === source);
const external = {
  name: "loaded later",
  setup({ onResolve }) {
    onResolve({ filter: /\.js$/ }, ({ path, resolveDir, kind }) => {
      if (kind !== "dynamic-import") return;
      const file = fileOf(relative("", join(resolveDir, path)), later);
      return file ? { path: `./${basename(file)}`, external: true } : undefined;
    });
  },
};
const plugins = [external, workerUrl];
for (const together of [...Object.entries(onDemand).map((one) => [one]), Object.entries(lowerFigures)]) {
  const entryPoints = together.map(([path, key]) => ({ in: path, out: key }));
  const { metafile } = await run({ entryPoints, splitting: true, plugins });
  Object.assign(later.outputs, metafile.outputs);
}

// The entry holds the first figure too, so that the page asks for one module and not for many.
const { metafile } = await run({
  entryPoints: ["assets/main.js", "assets/main.css"],
  plugins,
});

// The tour is a page of its own, with none of the modules that the first figure needs and it does not.
const tour = await run({
  entryPoints: ["assets/tour/tour.js", "assets/tour/tour.css"],
  plugins,
});

/** A script and all that it imports statically, which a page can ask for at once. */
const closure = (path, found = new Set()) => {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: imported, kind } of later.outputs[path].imports) {
    if (kind === "import-statement") closure(imported, found);
  }
  return found;
};
const chunks = Object.entries(modules).map(([source, key]) => [
  key,
  [...closure(fileOf(source, later))].map((path) => basename(path)).sort(),
]);

const manifest = {
  entry: basename(fileOf("assets/main.js", metafile)),
  style: basename(fileOf("assets/main.css", metafile)),
  tour_entry: basename(fileOf("assets/tour/tour.js", tour.metafile)),
  tour_style: basename(fileOf("assets/tour/tour.css", tour.metafile)),
  worker: workerFile,
  chunks: Object.fromEntries([[first[0], []], ...chunks]),
  fonts: Object.keys(metafile.outputs)
    .filter((path) => path.endsWith(".woff2"))
    .map((path) => basename(path))
    .sort(),
  sources: process.argv[2],
};
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
