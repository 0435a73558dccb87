import { parentPort, workerData } from 'node:worker_threads';
import { createRidge } from './ridge.ts';
import { solveHalf, type Alternation } from './alternate.ts';

// One thread of alternating least squares.
const alternation: Alternation = workerData;
const ridge = createRidge(alternation.depth);
parentPort?.on('message', (which: 0 | 1) => {
  solveHalf(alternation, which, ridge);
  parentPort?.postMessage('done');
});
