/**
 * Names of medicines that have been taken for each other, after the pairs that ISMP and the FDA publish as confused
 * (ISMP List of Confused Drug Names, 2019; FDA Name Differentiation Project), each with the other.
 */
const PAIRS = `acetazolamide acetohexamide; acetazolamide azathioprine; alprazolam lorazepam; alprazolam clonazepam;
amantadine rimantadine; amiodarone amantadine; amitriptyline nortriptyline; amlodipine amiloride; amlodipine felodipine;
aripiprazole rabeprazole; atomoxetine atorvastatin; atenolol metoprolol; azathioprine azithromycin; azithromycin erythromycin;
baclofen bupropion; bisoprolol bisacodyl; brexpiprazole aripiprazole; bupropion buspirone; buspirone risperidone;
captopril carvedilol; carbamazepine oxcarbazepine; carbimazole carbamazepine; carvedilol captopril; cefazolin ceftriaxone;
cefazolin cefoxitin; ceftazidime ceftriaxone; cefuroxime cefixime; cephalexin ciprofloxacin; cetirizine sertraline;
chlorpromazine chlorpropamide; chlorpropamide chlorphenamine; ciprofloxacin levofloxacin; citalopram escitalopram;
clobazam clonazepam; clomiphene clomipramine; clonazepam clonidine; clonazepam clozapine; clonidine clozapine;
clonidine clonazepam; clotrimazole clobetasol; codeine cetirizine; colchicine cortisone; cyclobenzaprine cyproheptadine;
cyclophosphamide cyclosporine; cycloserine cyclosporine; cyclosporine cyclophosphamide; dabigatran dapagliflozin;
dactinomycin daptomycin; daunorubicin doxorubicin; desipramine imipramine; dexmethylphenidate methadone;
diazepam lorazepam; diltiazem diazepam; diphenhydramine dimenhydrinate; dobutamine dopamine; docetaxel paclitaxel;
donepezil doxazosin; doxazosin doxepin; doxepin doxycycline; doxycycline dicyclomine; duloxetine fluoxetine;
dutasteride finasteride; empagliflozin canagliflozin; enalapril benazepril; ephedrine epinephrine; epirubicin idarubicin;
escitalopram esomeprazole; esomeprazole omeprazole; estradiol estriol; ethambutol ethosuximide; etodolac etidronate;
ezetimibe exemestane; famotidine fluoxetine; felodipine nifedipine; fentanyl sufentanil; flavoxate fluvoxamine;
fluconazole fluorouracil; flunisolide fluocinonide; fluoxetine fluvastatin; fluoxetine paroxetine; fluphenazine perphenazine;
fluvoxamine fluvastatin; folic_acid folinic_acid; fosinopril lisinopril; furosemide torsemide; gabapentin gemfibrozil;
galantamine gabapentin; glimepiride glipizide; glipizide glyburide; glyburide gliclazide; guaifenesin guanfacine;
haloperidol halobetasol; hydralazine hydroxyzine; hydralazine hydrochlorothiazide; hydrochlorothiazide hydroxychloroquine;
hydrocodone oxycodone; hydrocortisone hydrocodone; hydromorphone morphine; hydroxyurea hydroxyzine; ibuprofen ibandronate;
imipramine trimipramine; indapamide iopamidol; infliximab rituximab; isosorbide_mononitrate isosorbide_dinitrate;
isotretinoin tretinoin; ketorolac ketotifen; labetalol lamotrigine; lamivudine lamotrigine; lamivudine zidovudine;
lamotrigine levetiracetam; lamotrigine terbinafine; lanthanum_carbonate lithium_carbonate; leucovorin levocetirizine;
levetiracetam levofloxacin; levetiracetam levocarnitine; levofloxacin levothyroxine; levothyroxine liothyronine;
linagliptin saxagliptin; lisinopril quinapril; lisinopril risperidone; loratadine lorazepam; loratadine desloratadine;
losartan valsartan; lovastatin lansoprazole; medroxyprogesterone methylprednisolone; megestrol mesalamine;
melphalan mercaptopurine; meropenem ertapenem; metformin metronidazole; methadone methylphenidate; methimazole metolazone;
methocarbamol metoclopramide; methotrexate metolazone; methyldopa levodopa; metolazone methotrexate;
metoprolol misoprostol; metoprolol metoclopramide; metronidazole miconazole; mifepristone misoprostol;
minoxidil midodrine; mirtazapine mirabegron; mitomycin mitoxantrone; montelukast moxifloxacin; mycophenolate mupirocin;
nabumetone naltrexone; naloxone naltrexone; naproxen naloxone; nebivolol nifedipine; nicardipine nifedipine;
nimodipine nifedipine; nitrofurantoin nitroglycerin; nizatidine tizanidine; nortriptyline desipramine; olanzapine quetiapine;
olaparib osimertinib; omeprazole aripiprazole; ondansetron octreotide; oxaprozin oxazepam; oxybutynin oxycodone;
oxytocin oxybutynin; paclitaxel paroxetine; pantoprazole paroxetine; paroxetine fluoxetine; pazopanib ponatinib;
pemetrexed pralatrexate; penicillamine penicillin_V; pentobarbital phenobarbital; phenobarbital phenytoin;
pioglitazone rosiglitazone; pramipexole prasugrel; pravastatin prazosin; prazosin doxazosin; prednisone prednisolone;
prednisone primidone; prednisone pramipexole; primidone prednisolone; probenecid procainamide; prochlorperazine chlorpromazine;
promethazine prochlorperazine; propranolol propafenone; propylthiouracil mercaptopurine; quetiapine olanzapine;
quinapril enalapril; quinidine quinine; raloxifene ranolazine; ramipril rifampin; ranitidine rimantadine; ranitidine amantadine;
repaglinide raloxifene; rifabutin rifampin; rifampin rifaximin; risperidone ropinirole; ritonavir ribavirin;
rivaroxaban rivastigmine; rizatriptan risedronate; rosuvastatin atorvastatin; saxagliptin sitagliptin;
selegiline sertraline; sertraline cetirizine; sildenafil tadalafil; simvastatin sitagliptin; sitagliptin sumatriptan;
solifenacin silodosin; sorafenib sunitinib; sotalol atenolol; spironolactone simvastatin; sulfadiazine sulfasalazine;
sumatriptan zolmitriptan; sunitinib imatinib; tacrolimus tamsulosin; tamoxifen tamsulosin; telmisartan temazepam;
temazepam lorazepam; terbinafine terbutaline; terbutaline tolterodine; tiagabine tizanidine; ticagrelor ticlopidine;
tizanidine tiagabine; tolterodine torsemide; topiramate torsemide; tramadol trazodone; tramadol tapentadol;
trazodone ziprasidone; valaciclovir valganciclovir; vardenafil varenicline; venlafaxine verapamil; vinblastine vincristine;
vinorelbine vinblastine; zidovudine azathioprine; ziprasidone zaleplon; zolmitriptan zolpidem; zolpidem zaleplon`

export const lookAlikePairs: readonly (readonly [string, string])[] = PAIRS.split(';').map((pair) => {
  const [one = '', other = ''] = pair.trim().split(/\s+/)
  return [one.replace('_', ' '), other.replace('_', ' ')]
})

export const trapDoses: readonly string[] =
  `5 mg; 0.5 mg; .5 mg; 5.0 mg; 50 mg; 10U; 10 units; 100 units; 1.0 mg; 10 mg;
2.5 mg; 25 mg; 12.5 mg; 125 mcg; 125 µg; 0.125 mg; 62.5 mcg; 1,000 mg; 1000 mg; 1 g; 500 mg; 250 mg/5 mL; 875 mg/125 mg;
160/800 mg; 37.5/25 mg; 20 mg; 40 mg; 80 mg; 81 mg; 75 mg; 150 mg; 300 mg; 6.25 mg; 3.125 mg; 1.25 mg; 0.25 mg; 0.05%;
100 mcg; 88 mcg; 112 mcg; 50,000 units; 7.5 mg; 15 mg; 30 mg; 60 mg; 1-2 tablets; 2 puffs; ½ tablet; 0.1 mg; 1 mg`
    .split(';')
    .map((dose) => dose.trim())
