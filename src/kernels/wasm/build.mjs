// Compiles the AssemblyScript sources of this folder with the pinned compiler: `node src/kernels/wasm/build.mjs [folder]` writes kernels.wasm
// (with fused multiply-add, relaxed SIMD), kernels-plain.wasm (without, for a runtime that lacks it) and kernels-wide.wasm (fused, with larger
// blocks, for a runtime that pairs the vectors: pool.ts), here or into the folder given.
// The same sources give the same bytes; test/kernels/wasm.test.ts proves that those committed are theirs.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const here = import.meta.dirname;
const options = [
  '-O3',
  '--runtime',
  'stub',
  '--noAssert',
  '--use',
  'abort=',
  '--importMemory',
  '--noExportMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
  '--sharedMemory',
  '--enable',
  'threads',
  '--enable',
  'simd',
];

const folder = process.argv[2] ?? here;
await compile('kernels.wasm', ['--enable', 'relaxed-simd']);
await compile('kernels-plain.wasm', []);
await compile('kernels-wide.wasm', ['--enable', 'relaxed-simd'], 'micro-wide.ts');

async function compile(name, features, micro = 'micro.ts') {
  const outFile = join(folder, name);
  const { error, stderr } = await main(['index.ts', '--baseDir', here, '--outFile', outFile, ...options, ...features], {
    readFile: (file, base) => readFile(join(base, file === 'micro.ts' ? micro : file), 'utf8').catch(() => null),
    writeFile: (file, content) => writeFile(file, content),
    listFiles: () => [],
  });
  if (error) throw new Error(`The kernels do not compile: ${stderr.toString()}`, { cause: error });
  console.log(`${outFile}: ${(await readFile(outFile)).length} bytes`);
}
