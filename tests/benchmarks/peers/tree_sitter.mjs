// Parses scripts with tree-sitter's PowerShell grammar: node tree_sitter.mjs FOLDER-WITH-NODE-MODULES ROUNDS FOLDER-OF-SCRIPTS
// Prints one line: characters a second of all scripts, median and 99th percentile in milliseconds of last.ps1, how many had errors, and how many there are.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { performance } from 'node:perf_hooks';

const [folder, rounds, scripts] = process.argv.slice(2);
const read = (name) => readFileSync(join(scripts, name), 'utf8');
const require = createRequire(join(folder, 'package.json'));
const Parser = require('tree-sitter');
const grammar = await import(pathToFileURL(require.resolve('tree-sitter-powershell')).href);
const parser = new Parser();
parser.setLanguage(grammar.default ?? grammar);

// its binding takes text in pieces of 32 KiB at most
const parse = (text) => parser.parse((index) => text.slice(index, index + 16384));
const texts = readdirSync(scripts).filter((name) => name !== 'last.ps1').sort().map(read);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
let errors = 0;
let best = Infinity;
for (let round = 0; round < 3; round++) {
  errors = 0;
  const start = performance.now();
  for (const text of texts) {
    errors += parse(text).rootNode.hasError ? 1 : 0;
  }
  best = Math.min(best, performance.now() - start);
}
const last = read('last.ps1');
const times = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  parse(last);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
console.log([Math.round((characters * 1000) / best), at(0.5).toFixed(3), at(0.99).toFixed(3), errors, texts.length].join(' '));
