import { readFileSync } from 'node:fs';
import { fault } from '#errors.ts';
import { openAccelerator, type Accelerator } from '#kernels/accelerator.ts';

/**
 * The matrix product that LANTERNE_ACCELERATOR asks for, if any.
 * @throws CONFIG_INVALID when it insists on one that is not there
 */
export async function askedAccelerator(): Promise<Accelerator | undefined> {
  try {
    return await openAccelerator();
  } catch (error) {
    throw fault(
      'CONFIG_INVALID',
      {
        problems:
          'LANTERNE_ACCELERATOR is onnx, and onnxruntime-node does not load from LANTERNE_ONNX or from our own modules',
      },
      error,
    );
  }
}

/**
 * Has the kernels of this process use the wide vectors, where the processor has them and nobody said otherwise: for a command that trains and ends,
 * never for the server (docs/decisions/005-wide-kernels.md).
 */
export function preferWideKernels(environment: Record<string, string | undefined> = process.env): void {
  if ((environment['LANTERNE_ACCELERATOR'] ?? '') === '' && hasAvx2()) environment['LANTERNE_ACCELERATOR'] = 'wide';
}

function hasAvx2(): boolean {
  try {
    return /^flags\s*:.*\bavx2\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'));
  } catch {
    return false; // not Linux: the usual kernels
  }
}
