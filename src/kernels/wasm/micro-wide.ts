/** The register block: 6 rows x 16 columns of C. Compiled to pairs of vectors, 12 of the 16 registers of 256 bits; without, they do not fit. */
export const BLOCK_ROWS = 6;
export const BLOCK_COLUMNS = 16;

/** Stands in for micro.ts in kernels-wide.wasm: out (6 x 16, row-major) = A·B of packed panels, each value summed in the same order. */
export function multiplyPanels(depth: i32, a: usize, b: usize, out: usize): void {
  let c0_0 = f32x4.splat(0);
  let c0_1 = f32x4.splat(0);
  let c0_2 = f32x4.splat(0);
  let c0_3 = f32x4.splat(0);
  let c1_0 = f32x4.splat(0);
  let c1_1 = f32x4.splat(0);
  let c1_2 = f32x4.splat(0);
  let c1_3 = f32x4.splat(0);
  let c2_0 = f32x4.splat(0);
  let c2_1 = f32x4.splat(0);
  let c2_2 = f32x4.splat(0);
  let c2_3 = f32x4.splat(0);
  let c3_0 = f32x4.splat(0);
  let c3_1 = f32x4.splat(0);
  let c3_2 = f32x4.splat(0);
  let c3_3 = f32x4.splat(0);
  let c4_0 = f32x4.splat(0);
  let c4_1 = f32x4.splat(0);
  let c4_2 = f32x4.splat(0);
  let c4_3 = f32x4.splat(0);
  let c5_0 = f32x4.splat(0);
  let c5_1 = f32x4.splat(0);
  let c5_2 = f32x4.splat(0);
  let c5_3 = f32x4.splat(0);
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    const a0 = v128.load32_splat(a);
    c0_0 = multiplyAdd(a0, b0, c0_0);
    c0_1 = multiplyAdd(a0, b1, c0_1);
    c0_2 = multiplyAdd(a0, b2, c0_2);
    c0_3 = multiplyAdd(a0, b3, c0_3);
    const a1 = v128.load32_splat(a, 4);
    c1_0 = multiplyAdd(a1, b0, c1_0);
    c1_1 = multiplyAdd(a1, b1, c1_1);
    c1_2 = multiplyAdd(a1, b2, c1_2);
    c1_3 = multiplyAdd(a1, b3, c1_3);
    const a2 = v128.load32_splat(a, 8);
    c2_0 = multiplyAdd(a2, b0, c2_0);
    c2_1 = multiplyAdd(a2, b1, c2_1);
    c2_2 = multiplyAdd(a2, b2, c2_2);
    c2_3 = multiplyAdd(a2, b3, c2_3);
    const a3 = v128.load32_splat(a, 12);
    c3_0 = multiplyAdd(a3, b0, c3_0);
    c3_1 = multiplyAdd(a3, b1, c3_1);
    c3_2 = multiplyAdd(a3, b2, c3_2);
    c3_3 = multiplyAdd(a3, b3, c3_3);
    const a4 = v128.load32_splat(a, 16);
    c4_0 = multiplyAdd(a4, b0, c4_0);
    c4_1 = multiplyAdd(a4, b1, c4_1);
    c4_2 = multiplyAdd(a4, b2, c4_2);
    c4_3 = multiplyAdd(a4, b3, c4_3);
    const a5 = v128.load32_splat(a, 20);
    c5_0 = multiplyAdd(a5, b0, c5_0);
    c5_1 = multiplyAdd(a5, b1, c5_1);
    c5_2 = multiplyAdd(a5, b2, c5_2);
    c5_3 = multiplyAdd(a5, b3, c5_3);
    a += 24;
    b += 64;
  }
  v128.store(out, c0_0);
  v128.store(out, c0_1, 16);
  v128.store(out, c0_2, 32);
  v128.store(out, c0_3, 48);
  v128.store(out, c1_0, 64);
  v128.store(out, c1_1, 80);
  v128.store(out, c1_2, 96);
  v128.store(out, c1_3, 112);
  v128.store(out, c2_0, 128);
  v128.store(out, c2_1, 144);
  v128.store(out, c2_2, 160);
  v128.store(out, c2_3, 176);
  v128.store(out, c3_0, 192);
  v128.store(out, c3_1, 208);
  v128.store(out, c3_2, 224);
  v128.store(out, c3_3, 240);
  v128.store(out, c4_0, 256);
  v128.store(out, c4_1, 272);
  v128.store(out, c4_2, 288);
  v128.store(out, c4_3, 304);
  v128.store(out, c5_0, 320);
  v128.store(out, c5_1, 336);
  v128.store(out, c5_2, 352);
  v128.store(out, c5_3, 368);
}

function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}
