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
