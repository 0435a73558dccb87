import { parentPort, workerData } from 'node:worker_threads';
import { solveHalf, type Alternation } from './alternate.ts';

// One thread of alternating least squares.
const alternation: Alternation = workerData;
parentPort?.on('message', (which: 0 | 1) => {
  solveHalf(alternation, which);
  parentPort?.postMessage('done');
});
