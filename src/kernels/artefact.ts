import { createHash } from 'node:crypto';

/** The arrays that an artefact may hold. */
export type ArtefactArray = Int32Array | Float32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

export interface Artefact {
  /** What it is ('content'), its version, the fingerprint of the films it was made for, and whatever else its maker needs. */
  readonly header: {
    readonly kind: string;
    readonly version: number;
    readonly vocabulary: string;
    readonly [key: string]: unknown;
  };
  readonly arrays: Readonly<Record<string, ArtefactArray>>;
}

const magic = 'LNTRN1\0\0';
const types = {
  i32: Int32Array,
  f32: Float32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
} as const;

/**
 * One trained thing as one buffer: magic (8 bytes), SHA-256 of what follows (32), header length (8), header (JSON), then the arrays, each
 * aligned on 8 bytes, little-endian.
 */
export function encodeArtefact({ header, arrays }: Artefact): Buffer {
  let offset = 0;
  const list = Object.entries(arrays).map(([name, array]) => {
    const entry = { name, type: typeOf(array), length: array.length, offset };
    offset += aligned(array.byteLength);
    return entry;
  });
  const json = Buffer.from(JSON.stringify({ header, arrays: list }));
  const start = 48 + aligned(json.length);
  const buffer = Buffer.alloc(start + offset);
  buffer.write(magic, 0, 'latin1');
  buffer.writeBigUInt64LE(BigInt(json.length), 40);
  json.copy(buffer, 48);
  for (const { name, offset: at } of list) {
    const array = arrays[name]!;
    buffer.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + at);
  }
  createHash('sha256').update(buffer.subarray(40)).digest().copy(buffer, 8);
  return buffer;
}

/**
 * Reads an artefact back; the arrays are views on the buffer.
 * @returns the artefact, or the reason why the buffer is refused, as the end of a sentence
 */
export function decodeArtefact(
  buffer: Buffer,
  expected: { kind: string; version: number; vocabulary?: string },
): Artefact | string {
  if (buffer.length < 48 || buffer.toString('latin1', 0, 8) !== magic) return 'it is not a model file of Lanterne';
  if (!createHash('sha256').update(buffer.subarray(40)).digest().equals(buffer.subarray(8, 40)))
    return 'its checksum is wrong: it is truncated or damaged';
  const length = Number(buffer.readBigUInt64LE(40));
  const { header, arrays: list } = JSON.parse(buffer.toString('utf8', 48, 48 + length)) as {
    header: Artefact['header'];
    arrays: { name: string; type: keyof typeof types; length: number; offset: number }[];
  };
  if (header.kind !== expected.kind) return `it holds a model of kind ${header.kind}, not ${expected.kind}`;
  if (header.version !== expected.version) return `it is of version ${header.version}, not ${expected.version}`;
  if (expected.vocabulary !== undefined && header.vocabulary !== expected.vocabulary)
    return 'it was trained on another catalogue';
  // Views need an aligned start, which a pooled Buffer does not promise.
  const start = 48 + aligned(length);
  const own = buffer.byteOffset % 8 === 0 ? buffer : Buffer.from(new Uint8Array(buffer));
  return {
    header,
    arrays: Object.fromEntries(
      list.map(({ name, type, length: items, offset }) => [name, view(types[type], own, start + offset, items)]),
    ),
  };
}

function typeOf(array: ArtefactArray): keyof typeof types {
  if (array instanceof Int32Array) return 'i32';
  if (array instanceof Float32Array) return 'f32';
  if (array instanceof Int16Array) return 'i16';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Int8Array ? 'i8' : 'u8';
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

type ArrayType = (typeof types)[keyof typeof types];

function view(type: ArrayType, bytes: Buffer, offset: number, length: number): ArtefactArray {
  return new type(bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
}
