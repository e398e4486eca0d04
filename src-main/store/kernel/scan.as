/**
 * The scan's inner loops, in AssemblyScript with 128-bit SIMD; index layout and selection are vector-index.ts's. Built by
 * `npm run build:kernel` into resources/kernel/scan.wasm. Allocates nothing: every argument points into the given memory.
 * Vectors are signed bytes, `stride` (a multiple of 16) apart; codes are bits, `codeStride` (a multiple of 16, at most
 * 128: more would overflow a lane) apart.
 */

/** Adds up four lanes. */
// @ts-ignore: decorator
@inline
function total(lanes: v128): i32 {
  const folded = i32x4.add(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))
  return i32x4.extract_lane(folded, 0) + i32x4.extract_lane(folded, 1)
}

// @ts-ignore: decorator
@inline
function dot(a: usize, b: usize, stride: usize): i32 {
  let sum = i32x4.splat(0)
  for (let at: usize = 0; at < stride; at += 16) {
    const left = v128.load(a + at)
    const right = v128.load(b + at)
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(left), i16x8.extend_low_i8x16_s(right)))
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(left), i16x8.extend_high_i8x16_s(right)))
  }
  return total(sum)
}

/** For each row one over its length; 0 for a row of zeros. */
export function norms(vectors: usize, rows: u32, stride: usize, inverses: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const square = dot(vectors, vectors, stride)
    store<f32>(inverses, square == 0 ? 0 : <f32>(1.0 / Math.sqrt(<f64>square)))
    vectors += stride
    inverses += 4
  }
}

/** Adds the rows' unit vectors to `sums`, one f32 a dimension. */
export function addUnits(vectors: usize, inverses: usize, rows: u32, stride: usize, sums: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    const inverse = f32x4.splat(load<f32>(inverses))
    for (let at: usize = 0; at < stride; at += 4) {
      const sum = sums + (at << 2)
      v128.store(sum, f32x4.add(v128.load(sum), f32x4.mul(floats(vectors + at), inverse)))
    }
    vectors += stride
    inverses += 4
  }
}

/** One bit a dimension: on which side of the centre the row's unit vector lies. */
export function encode(
  vectors: usize, inverses: usize, rows: u32, stride: usize, centre: usize, codes: usize, codeStride: usize,
): void {
  for (let row: u32 = 0; row < rows; row++) {
    const inverse = f32x4.splat(load<f32>(inverses))
    for (let at: usize = 0; at < stride; at += 8) {
      const low = f32x4.gt(f32x4.mul(floats(vectors + at), inverse), v128.load(centre + (at << 2)))
      const high = f32x4.gt(f32x4.mul(floats(vectors + at + 4), inverse), v128.load(centre + (at << 2), 16))
      store<u8>(codes + (at >> 3), <u8>(i32x4.bitmask(low) | (i32x4.bitmask(high) << 4)))
    }
    vectors += stride
    inverses += 4
    codes += codeStride
  }
}

/** Four signed bytes as floats. */
// @ts-ignore: decorator
@inline
function floats(at: usize): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(at))))
}

/** In how many bits each row's code differs from the query's, as u16; counts them in `histogram`, one u32 a distance. */
export function hamming(
  codes: usize, query: usize, rows: u32, codeStride: usize, distances: usize, histogram: usize,
): void {
  for (let row: u32 = 0; row < rows; row++) {
    let bits = i8x16.splat(0)
    for (let at: usize = 0; at < codeStride; at += 16)
      bits = i8x16.add(bits, i8x16.popcnt(v128.xor(v128.load(codes + at), v128.load(query + at))))
    const distance = total(i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bits)))
    store<u16>(distances, <u16>distance)
    const bin = histogram + (<usize>distance << 2)
    store<u32>(bin, load<u32>(bin) + 1)
    codes += codeStride
    distances += 2
  }
}

/** Writes the numbers of the rows no further away than `most` to `list`, u32 each; returns how many. `distances` may be read up to 14 bytes past its end. */
export function within(distances: usize, rows: u32, most: u32, list: usize): u32 {
  const limit = i16x8.splat(<i16>most)
  const start = list
  for (let row: u32 = 0; row < rows; row += 8) {
    let near = i16x8.bitmask(i16x8.le_u(v128.load(distances + (<usize>row << 1)), limit))
    while (near != 0) {
      const at = row + <u32>ctz(near)
      if (at < rows) {
        store<u32>(list, at)
        list += 4
      }
      near &= near - 1
    }
  }
  return <u32>((list - start) >> 2)
}

/** For each listed row its dot product with the query over its own length, as f32. */
export function similarities(
  list: usize, count: u32, vectors: usize, inverses: usize, query: usize, stride: usize, out: usize,
): void {
  for (let nth: u32 = 0; nth < count; nth++) {
    const row = <usize>load<u32>(list + (<usize>nth << 2))
    const product = <f32>dot(vectors + row * stride, query, stride)
    store<f32>(out + (<usize>nth << 2), product * load<f32>(inverses + (row << 2)))
  }
}
