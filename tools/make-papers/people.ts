/**
 * The invented household and the invented places that care for it. Nobody here exists; telephone numbers are from
 * the range kept free for fiction.
 */
export const maren = { name: 'Maren Oakhollow', bornOn: '1961-04-17', bornInWords: '17 April 1961' }
export const tobin = { name: 'Tobin Oakhollow', bornOn: '1994-09-02', bornInWords: '2 September 1994' }

export const people = [maren, tobin]

export const places = {
  practice: { name: 'Fernbrook Family Practice', address: '12 Tumbledown Lane, Larkmoor', phone: '555-0142' },
  hospital: { name: 'Larkmoor Valley Hospital', address: '400 Heronsgate Road, Larkmoor', phone: '555-0119' },
  laboratory: { name: 'Quillmere Clinical Laboratory', address: '7 Millrace Yard, Quillmere', phone: '555-0176' },
  eyeClinic: { name: 'Brightwater Eye Clinic', address: '31 Lantern Street, Quillmere', phone: '555-0158' },
  urgentCare: { name: 'Stonebridge Urgent Care', address: '88 Weaver Street, Larkmoor', phone: '555-0133' },
}

export const doctors = {
  family: 'Dr. Ilse Farnwick',
  hospital: 'Dr. Corbin Thessaly',
  eye: 'Dr. Anneke Vosgrove',
  urgent: 'Dr. Pell Rushmere',
  pathologist: 'Dr. Odalys Brennick',
}
