// Validates Word documents with the Open XML SDK; prints one JSON object: file → list of errors.
// Usage: node validator.mjs FOLDER_WITH_NODE_MODULES FILE…
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), "node_modules", "x.js"));
const { default: validate } = await import(pathToFileURL(require.resolve("@ooxml-tools/validate")));
const result = {};
for (const file of files) {
  result[file] = await validate(new Uint8Array(await readFile(file)), "docx", "Microsoft365");
}
process.stdout.write(JSON.stringify(result), () => process.exit(0));
