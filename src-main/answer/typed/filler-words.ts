/** Words of a question that ask, point or link, and narrow nothing: what is left over beside them and names is not understood. */
export const fillerWords: ReadonlySet<string> = new Set(
  `
a abnormal about above according active actually adjust adjusted adjustment adjustments administer administered
admission admissions admit admitted after afterwards again against ago all allergen allergens allergic allergies
allergy already also altogether am amount an and another any anybody anyone anything anyway appear appears appointment
appointments approximately are around as ask at available average avg back bad baseline batch be been before began
begin begins begun being below better between biggest blood bloods bloodwork body booked booster boosters both but by
calculate came can care change changed changes changing chart charts check checked checking checks clinic clinician
clinicians come comes comorbidities compare compared comparison compute computed condition conditions confirm
confirmed confirms consult consultation contain contains continue continued could count counts course cr current
currently d daily data date dated dates day days decrease decreased decreasing delta diagnosed diagnoses diagnosis did
die died difference different discharge discharged discontinue discontinued disease diseases disorder disorders
display do doctor doctors document documentation documented documents does done dosage dose doses dosing down dr drawn
drop dropped drug drugs due during each earliest either elevated else encounter encounters end ended ending ends
entries entry er even ever every everybody everything evidence evolution evolve evolved exactly exam examination
exceed exceeded exceeding exceeds facilities facility fall fallen falling family far fasting fell few fewer figure
figures file files find fine finish finished first flag flagged for form frequency from gain gained get gets getting
give given go goes going gone good got greater greatest had happen happened happens has have having he health healthy
hello help her here hers hfa hi high higher highest him his history hospital hospitalised hospitalization
hospitalizations hospitalized how hows hx i id if illness illnesses im immunisation immunisations immunised
immunization immunizations immunized improve improved improving in incl including increase increased increasing
indication info information initial initially initiate initiated initiation inside insurance interval into intolerance
intolerances intolerant ir is issue issues it its ive jab jabs just kind know known la lab laboratory labs largest
last lately later latest least left left-sided less let level levels like liked limit limits list listed lists ll
location long long-term look looking lose lost lot low lower lowered lowest m many max maximum may mcg me mean
measured measurement measurements med medical medication medications medicine medicines meds member members mention
mentioned mg might min mine minimum miss moment month months more most mr mrs ms much must my nadir name need negative
never new newest next no nope normal note noted notes nothing now number numbers of off often ok okay oldest on once
one ones ongoing only onto operate operated operation operations or order ordered original originally other others our
ours out outside over overall own panel paper papers past patient patients peak per perform performed person personal
physical physician physicians pill pills place placed plasma please pls plz pmh positive post post-op postop
postoperative postoperatively practice pre-op preop preoperative preoperatively prescribe prescribed prescribes
prescription prescriptions present previous prior problem problems procedure procedures progress progressed
progressing progression provide provider providers pt pull put raise raised random range ranges re react reacted
reaction reactions reacts reading readings really reason receive received receives receiving recent recently record
recorded recording records reference regular regularly relative relatives remember remind report reporting reports
restart restarted restarting result results resume resumed resuming right right-sided rise risen rising rose roughly
route run running runs s said same saw say says score scores see seen serial serum several severe severity shall she
shot shots should show shown side sign signs since site smallest so some somebody someone something soon sort
specialist specialists sr start started starting starts state stated statement states status stay stays still stop
stopped stopping stops strength strong such suffer suffered suffering suffers summarise summarize supposed supposedly
surgeon surgeries surgery surgical t tablet tablets take taken takes taking team tell test tested testing tests than
thank thanks that the their theirs them then there these they thing things this those thus time times to today too
took top total total- track tracked trajectory treating trend trending trends type types typical under undergo
undergone underwent units until up us use used uses using vaccinated vaccination vaccinations vaccine vaccines value
values ve versus via visit visited visits vs want was way we went were what whats when whens where wheres whether
which who whom whos whose why will wise with within wonder wondering work worse worsen worsened worsening worst would
written xl xr year years yes yet you your yours
`
    .trim()
    .split(/\s+/),
)

export const isFiller = (word: string): boolean =>
  fillerWords.has(
    word
      .toLowerCase()
      .replace(/['’]s?$/u, '')
      .replace(/['’]/gu, ''),
  )
