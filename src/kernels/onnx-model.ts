/**
 * The ONNX model of one product, Y = op(A)·op(B), of matrices of any size, as its protocol buffer of about a hundred bytes.
 * Source: onnx.proto3 of github.com/onnx/onnx (the numbers below are its field numbers); operator Gemm, version 13.
 */
export function gemmModel(transposeA: boolean, transposeB: boolean): Uint8Array {
  const node = [
    ...text(1, 'A'),
    ...text(1, 'B'),
    ...text(2, 'Y'),
    ...text(4, 'Gemm'),
    ...bytes(5, flag('transA', transposeA)),
    ...bytes(5, flag('transB', transposeB)),
  ];
  const graph = [
    ...bytes(1, node),
    ...text(2, 'product'),
    ...bytes(11, matrix('A', transposeA ? ['k', 'm'] : ['m', 'k'])),
    ...bytes(11, matrix('B', transposeB ? ['n', 'k'] : ['k', 'n'])),
    ...bytes(12, matrix('Y', ['m', 'n'])),
  ];
  const irVersion = 8;
  const operators = number(2, 13);
  return Uint8Array.from([...number(1, irVersion), ...bytes(7, graph), ...bytes(8, operators)]);
}

/** AttributeProto of the type INT. */
const flag = (name: string, value: boolean): number[] => [
  ...text(1, name),
  ...number(3, Number(value)),
  ...number(20, 2),
];

/** ValueInfoProto of 32-bit floats, the sizes named. */
function matrix(name: string, sizes: readonly string[]): number[] {
  const shape = sizes.flatMap((size) => bytes(1, text(2, size)));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, 1), ...bytes(2, shape)]))];
}

const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const text = (field: number, value: string): number[] => bytes(field, new TextEncoder().encode(value));
const bytes = (field: number, value: Iterable<number>): number[] => {
  const list = [...value];
  return [...varint((field << 3) | 2), ...varint(list.length), ...list];
};

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
