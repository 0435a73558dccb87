// The numeric kernels in AssemblyScript, one WebAssembly instance a thread over one shared memory. Every export is a loop that takes
// work units from a shared counter until none is left, so that the same call on every thread shares the work out by itself.
// Parameters: (counter, ...arguments, scratch). `counter` holds 0 before; `scratch` belongs to the calling thread and may be left out.
export { gemm } from './gemm';
export { gram } from './gram';
export { drawnMoments, gramPair } from './gram-pair';
export { keepRows } from './keep';
export { scale, subtractOuter } from './outer';
export { factorPivot, invertPivot } from './pivot';
// Not shared out: one thread asks for the whole (plain-kernels.ts).
export { closest } from './closest';
export { rowDots, rowDotsFloat } from './row-dots';
export { sparseTimes } from './sparse';
export { addSquares, factorise, timesUpper } from './squares';
export { gatherPanel, mirror, writePanel } from './sweep';

// Exported only so that the compiler leaves them functions: the runtime optimises a function between two of its calls, never in the middle of
// one, and the kernels above are called once.
export { addRow } from './gram';
export { addPair } from './gram-pair';
export { multiplyPanels } from './micro';
