import { parentPort, workerData } from 'node:worker_threads';
import { walkRows, type Walk } from './walk.ts';

// One thread of a walk.
const walk: Walk = workerData;
parentPort?.on('message', () => {
  walkRows(walk);
  parentPort?.postMessage('done');
});
