import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const wasm = join(import.meta.dirname, '..', '..', 'src', 'kernels', 'wasm');

test('the committed modules are, byte for byte, what the sources give', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-wasm-'));
  try {
    execFileSync(process.execPath, [join(wasm, 'build.mjs'), folder]);
    for (const name of ['kernels.wasm', 'kernels-plain.wasm', 'kernels-wide.wasm']) {
      const fresh = readFileSync(join(folder, name));
      assert.ok(
        fresh.equals(readFileSync(join(wasm, name))),
        `${name} is stale: run node src/kernels/wasm/build.mjs and commit it`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the modules ask for nothing but a shared memory, and offer the same kernels', () => {
  const modules = ['kernels.wasm', 'kernels-plain.wasm', 'kernels-wide.wasm'].map(
    (name) => new WebAssembly.Module(readFileSync(join(wasm, name))),
  );
  for (const module of modules) {
    assert.deepEqual(WebAssembly.Module.imports(module), [{ module: 'env', name: 'memory', kind: 'memory' }]);
    assert.deepEqual(
      WebAssembly.Module.exports(module)
        .map(({ name }) => name)
        .toSorted(),
      [
        'addPair',
        'addRow',
        'addSquares',
        'closest',
        'drawnMoments',
        'factorPivot',
        'factorise',
        'gatherPanel',
        'gemm',
        'gram',
        'gramPair',
        'invertPivot',
        'keepRows',
        'mirror',
        'multiplyPanels',
        'rowDots',
        'rowDotsFloat',
        'scale',
        'sparseTimes',
        'subtractOuter',
        'timesUpper',
        'writePanel',
      ],
    );
  }
});
