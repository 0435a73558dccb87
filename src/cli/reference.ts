import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the reference data that protocols are measured on: LANTERNE_REFERENCE, or beside the repository. Never shipped. */
export function referenceFolder(): string {
  return resolve(process.env['LANTERNE_REFERENCE'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)));
}
