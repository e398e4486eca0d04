/** Who these papers are about, by country, with the ordinary names of each. Nobody here exists. */
import { inventSubject, type Subject } from '../clinical/subject.ts'
import type { Random } from '../random.ts'

interface Country {
  readonly Female: string
  readonly Male: string
  readonly last: string
  readonly institutions: string
  readonly address: (random: Random) => string
  readonly phone: (random: Random) => string
}

const countries = {
  american: {
    Female: 'Patricia|Linda|Susan|Denise|Maria|Ashley|Jennifer|Carolyn',
    Male: 'Michael|Robert|James|Kevin|Carlos|Brian|Gregory|Walter',
    last: 'Johnson|Williams|Garcia|Miller|Nguyen|Thompson|Hernandez|O’Connor|Kowalski|Washington|Reynolds|Brooks',
    institutions: 'Maple Grove|Riverbend|St. Catherine|Cedar Valley|Lakeshore|Fairmont',
    address: (random) =>
      `${random.between(101, 9800)} ${random.pick(['Oak St', 'W Madison Ave', 'Elm Drive', 'Highway 9 N'])}, ${random.pick(['Springfield, OH 45501', 'Dayton, OH 45402', 'Boise, ID 83702', 'Macon, GA 31201'])}`,
    phone: (random) => `(555) ${random.digits(3)}-${random.digits(4)}`,
  },
  indian: {
    Female: 'Priya|Anjali|Sunita|Deepa|Rekha|Shabana|Geeta',
    Male: 'Rakesh|Amit|Sanjay|Vijay|Imran|Arun|Harpreet',
    last: 'Sharma|Patel|Nair|Reddy|Iyer|Khan|Singh|Banerjee|Kulkarni|Gupta',
    institutions: 'Suraksha|Arogya|Pathcare Plus|City Central|Shri Ganesh|Medivision',
    address: (random) =>
      `${random.between(2, 98)}, ${random.pick(['M.G. Road', 'Sector 18', 'Anna Salai', 'Linking Road'])}, ${random.pick(['Pune 411001', 'Noida 201301', 'Chennai 600002', 'Mumbai 400050'])}`,
    phone: (random) => `+91 98${random.digits(8)}`,
  },
  british: {
    Female: 'Helen|Susan|Janet|Catherine|Fatima|Gillian|Wendy',
    Male: 'David|Peter|Stephen|Andrew|Mohammed|Graham|Keith',
    last: 'Smith|Jones|Taylor|Brown|Evans|Hughes|Begum|Wright|Robinson|McDonald|Clarke',
    institutions: 'Hillside|Park Road|Market Street|The Limes|Abbey Fields|Queensway',
    address: (random) =>
      `${random.between(1, 180)} ${random.pick(['Church Lane', 'Station Road', 'High Street', 'Mill Close'])}, ${random.pick(['Derby DE1 2QX', 'Leeds LS8 1PF', 'Exeter EX4 6NB'])}`,
    phone: (random) => `01632 960${random.digits(3)}`,
  },
  australian: {
    Female: 'Karen|Michelle|Julie|Emma|Narelle|Thi Lan',
    Male: 'Andrew|Mark|Scott|Glenn|Peter|Con',
    last: 'Wilson|Nguyen|Anderson|Walker|Papadopoulos|Campbell|Murphy|Kelly',
    institutions: 'Southern Bay|Eastcoast|Harbour|Mallee|Ranges',
    address: (random) =>
      `${random.between(1, 240)} ${random.pick(['Beach Rd', 'Victoria St', 'Gum Tree Cres'])} ${random.pick(['MENTONE VIC 3194', 'PARRAMATTA NSW 2150', 'BALLARAT VIC 3350'])}`,
    phone: (random) => `(03) 5550 ${random.digits(4)}`,
  },
  canadian: {
    Female: 'Louise|Nicole|Sylvie|Heather|Diane|Monique',
    Male: 'Jean|Marc|Pierre|Gordon|Luc|Douglas',
    last: 'Tremblay|Gagnon|Roy|Bouchard|MacLeod|Fraser|Lavoie|Morin|Chan',
    institutions: 'Laurier|Rideau|Saint-Laurent|Gatineau|Mont-Royal',
    address: (random) =>
      `${random.between(10, 9900)} ${random.pick(['rue Sherbrooke', 'boul. Laurier', 'Bank Street'])}, ${random.pick(['Montréal QC', 'Québec QC', 'Ottawa ON'])}`,
    phone: (random) => `613-555-${random.digits(4)}`,
  },
} as const satisfies Readonly<Record<string, Country>>

export type CountryName = keyof typeof countries

export function inventCitizen(random: Random, name: CountryName): Subject {
  const { last, institutions, address, phone, ...firsts }: Country = countries[name]
  const subject = inventSubject(random)
  const pick = (names: string) => random.pick(names.split('|'))
  const doctor = () => `${pick(random.chance(0.5) ? firsts.Female : firsts.Male)} ${pick(last)}`
  return {
    ...subject,
    ...{ first: pick(firsts[subject.sex]), last: pick(last), doctor: doctor(), otherDoctor: doctor() },
    ...{ institution: pick(institutions), address: address(random), phone: phone(random) },
  }
}
