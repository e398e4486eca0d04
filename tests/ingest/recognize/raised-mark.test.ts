import { expect, test } from 'vitest'
import { withRaisedMark } from '../../../src-main/ingest/recognize/raised-mark.ts'

test.each([
  ['10M12/L', '10^12/L'],
  ['10MN9/L', '10^9/L'],
  ['x1079/L', 'x10^9/L'],
  ['107M12/L', '10^12/L'],
  ['x10"9/L', 'x10^9/L'],
  ['1079/1', '10^9/L'],
  ['x1073/uL', 'x10^3/uL'],
  ['10412/L', '10^12/L'],
  ['1012/L', '10^12/L'],
])('%s is the power %s', (read, printed) => expect(withRaisedMark(read)).toBe(printed))

test.each(['x10E3/uL', '10^9/L', '10*3/µL', 'x10(3)/mcL', '1073/uL', '1076/uL', '10.9/L', '1079', '10/12/L', 'mg/L'])(
  '%s stays as it was read',
  (read) => expect(withRaisedMark(read)).toBe(read),
)
