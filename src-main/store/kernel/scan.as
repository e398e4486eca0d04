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

/**
 * Lists the rows whose codes differ from the query's in at most `most` bits, each as its number below its distance, 16
 * bits both, and counts them in `histogram`, one u32 a distance; returns how many. `list` has room for all rows.
 * Four rows are added up together, and mostly dismissed together.
 */
export function nearer(
  codes: usize, query: usize, rows: u32, codeStride: usize, most: u32, list: usize, histogram: usize,
): u32 {
  const start = list
  const limit = i32x4.splat(<i32>most)
  let row: u32 = 0
  for (; row + 4 <= rows; row += 4) {
    let a = i8x16.splat(0)
    let b = a
    let c = a
    let d = a
    for (let at: usize = 0; at < codeStride; at += 16) {
      const bits = v128.load(query + at)
      a = i8x16.add(a, i8x16.popcnt(v128.xor(v128.load(codes + at), bits)))
      b = i8x16.add(b, i8x16.popcnt(v128.xor(v128.load(codes + codeStride + at), bits)))
      c = i8x16.add(c, i8x16.popcnt(v128.xor(v128.load(codes + 2 * codeStride + at), bits)))
      d = i8x16.add(d, i8x16.popcnt(v128.xor(v128.load(codes + 3 * codeStride + at), bits)))
    }
    const ab = i8x16.add(v128.shuffle<i64>(a, b, 0, 2), v128.shuffle<i64>(a, b, 1, 3))
    const cd = i8x16.add(v128.shuffle<i64>(c, d, 0, 2), v128.shuffle<i64>(c, d, 1, 3))
    const pairs = i16x8.extadd_pairwise_i8x16_u(ab)
    const others = i16x8.extadd_pairwise_i8x16_u(cd)
    const distances = i32x4.extadd_pairwise_i16x8_u(
      i16x8.add(v128.shuffle<i32>(pairs, others, 0, 2, 4, 6), v128.shuffle<i32>(pairs, others, 1, 3, 5, 7)),
    )
    if (v128.any_true(i32x4.le_s(distances, limit))) {
      list = note(list, row, i32x4.extract_lane(distances, 0), most, histogram)
      list = note(list, row + 1, i32x4.extract_lane(distances, 1), most, histogram)
      list = note(list, row + 2, i32x4.extract_lane(distances, 2), most, histogram)
      list = note(list, row + 3, i32x4.extract_lane(distances, 3), most, histogram)
    }
    codes += codeStride << 2
  }
  for (; row < rows; row++) {
    let bits = i8x16.splat(0)
    for (let at: usize = 0; at < codeStride; at += 16)
      bits = i8x16.add(bits, i8x16.popcnt(v128.xor(v128.load(codes + at), v128.load(query + at))))
    const distance = total(i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bits)))
    list = note(list, row, distance, most, histogram)
    codes += codeStride
  }
  return <u32>((list - start) >> 2)
}

/** Lists and counts one row if it is near enough, without a branch, which nobody could foretell; returns where the list goes on. */
// @ts-ignore: decorator
@inline
function note(list: usize, row: u32, distance: u32, most: u32, histogram: usize): usize {
  const near: u32 = distance <= most ? 1 : 0
  store<u32>(list, row | (distance << 16))
  const bin = histogram + (<usize>distance << 2)
  store<u32>(bin, load<u32>(bin) + near)
  return list + (<usize>near << 2)
}

/** Of a list that `nearer` made, leaves the numbers of the rows no further away than `most`; returns how many. */
export function within(list: usize, count: u32, most: u32): u32 {
  let kept = list
  for (let nth: u32 = 0; nth < count; nth++) {
    const entry = load<u32>(list + (<usize>nth << 2))
    store<u32>(kept, entry & 0xffff)
    kept += entry >> 16 <= most ? 4 : 0
  }
  return <u32>((kept - list) >> 2)
}

/** The bytes as i16, twice the room. */
export function widen(vector: usize, stride: usize, wide: usize): void {
  for (let at: usize = 0; at < stride; at += 16) {
    const bytes = v128.load(vector + at)
    v128.store(wide + (at << 1), i16x8.extend_low_i8x16_s(bytes))
    v128.store(wide + (at << 1), i16x8.extend_high_i8x16_s(bytes), 16)
  }
}

/**
 * For each listed row its dot product with the widened query over its own length, as f32. Two rows at a time: the one is
 * fetched from memory while the other is worked on. Writes one number past the end of `list` and of `out`.
 */
export function similarities(
  list: usize, count: u32, vectors: usize, inverses: usize, wide: usize, stride: usize, out: usize,
): void {
  if (count & 1) store<u32>(list + (<usize>count << 2), load<u32>(list + (<usize>count << 2) - 4))
  for (let nth: u32 = 0; nth < count; nth += 2) {
    const entry = list + (<usize>nth << 2)
    const one = load<u32>(entry)
    const other = load<u32>(entry, 4)
    const first = vectors + <usize>one * stride
    const second = vectors + <usize>other * stride
    let a = i32x4.splat(0)
    let b = a
    for (let at: usize = 0; at < stride; at += 16) {
      const low = v128.load(wide + (at << 1))
      const high = v128.load(wide + (at << 1), 16)
      a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load_ext<i8>(first + at), low))
      a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load_ext<i8>(first + at, 8), high))
      b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load_ext<i8>(second + at), low))
      b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load_ext<i8>(second + at, 8), high))
    }
    const scores = out + (<usize>nth << 2)
    store<f32>(scores, <f32>total(a) * load<f32>(inverses + (<usize>one << 2)))
    store<f32>(scores, <f32>total(b) * load<f32>(inverses + (<usize>other << 2)), 4)
  }
}
