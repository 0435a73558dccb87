/** Allocates parts of one growing shared memory. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** A zeroed array; @throws RangeError, a sentence, when the memory cannot hold it. */
  floats(length: number): Float32Array<SharedArrayBuffer>;
  integers(length: number): Int32Array<SharedArrayBuffer>;
  /** Gives the memory of an array back: of a whole one, as it was allocated. */
  free(array: Float32Array | Int32Array): void;
  /** The byte address of an array, or of a subarray; @throws RangeError, a sentence, when it lies in another memory. */
  address(array: Float32Array | Int32Array): number;
}

interface Block {
  readonly start: number;
  readonly end: number;
}

const page = 65_536;
/** The address space of 32-bit WebAssembly: 4 GB, enough for two matrices of 22 000 x 22 000. */
const mostPages = 65_536;

/** An arena that starts empty; its first page is left to the runtime. First fit, neighbours merged; every block starts on 64 bytes. */
export function createArena(): Arena {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  const buffers = new WeakSet<ArrayBufferLike>();
  const used = new Map<number, number>();
  let free: Block[] = [];
  let top = page;

  function take(bytes: number): number {
    const size = Math.max(64, Math.ceil(bytes / 64) * 64);
    const at = free.findIndex(({ start, end }) => end - start >= size);
    const start = at < 0 ? grow(size) : free[at]!.start;
    if (at >= 0) {
      const { end } = free[at]!;
      free.splice(at, 1, ...(start + size < end ? [{ start: start + size, end }] : []));
      new Uint8Array(memory.buffer, start, size).fill(0);
    }
    used.set(start, start + size);
    return start;
  }

  function grow(size: number): number {
    const start = top;
    const missing = Math.ceil((start + size - memory.buffer.byteLength) / page);
    if (missing > 0) {
      try {
        memory.grow(missing);
      } catch (cause) {
        const [wanted, held] = [Math.ceil((start + size) / 1e6), Math.floor(memory.buffer.byteLength / 1e6)];
        throw new RangeError(
          `The kernels need ${wanted} MB of shared memory; this machine gives ${held} MB, and 4 294 MB is the most. Take fewer films.`,
          { cause },
        );
      }
    }
    top = start + size;
    return start;
  }

  function buffer(): SharedArrayBuffer {
    const current: ArrayBufferLike = memory.buffer;
    if (!(current instanceof SharedArrayBuffer)) throw new TypeError('The memory of the kernels is not shared.');
    buffers.add(current);
    return current;
  }

  return {
    memory,
    floats(length) {
      const start = take(length * 4);
      return new Float32Array(buffer(), start, length);
    },
    integers(length) {
      const start = take(length * 4);
      return new Int32Array(buffer(), start, length);
    },
    free(array) {
      const start = this.address(array);
      const end = used.get(start);
      if (end === undefined) throw new RangeError('This array was not allocated here, or was given back before.');
      used.delete(start);
      free = merged([...free, { start, end }]);
    },
    address(array) {
      if (!buffers.has(array.buffer))
        throw new RangeError(
          "This array lies outside the kernels' memory: allocate it with floats() or integers() of the same pool.",
        );
      return array.byteOffset;
    },
  };
}

function merged(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last?.end === block.start) out[out.length - 1] = { start: last.start, end: block.end };
    else out.push(block);
  }
  return out;
}
