import { parentPort, workerData } from 'node:worker_threads';
import { LanterneError } from '#errors.ts';
import { sieveFile } from '#catalogue/sources/sieve-file.ts';

// One dump a worker; the answer is its report, or the fault's code and values (an error loses its class between threads).
try {
  parentPort?.postMessage({ report: await sieveFile(workerData) });
} catch (error) {
  if (error instanceof LanterneError) parentPort?.postMessage({ fault: { code: error.code, values: error.values } });
  else
    parentPort?.postMessage({
      crash:
        error instanceof Error
          ? { message: error.message, code: 'code' in error ? error.code : '' }
          : { message: String(error), code: '' },
    });
}
