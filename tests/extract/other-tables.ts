/** Tables of measures and days in other layouts. */
import { lines, type OtherLayout } from './other-layout.ts'

export const otherTables: readonly OtherLayout[] = [
  {
    title: 'a chart of an intensive care unit: times down the side, the day in the title',
    page: lines(
      'ICU FLOWSHEET\tDate of chart: 14 March 2023',
      '',
      'Time\tNa\tK\tLactate\tGlucose',
      '\tmmol/L\tmmol/L\tmmol/L\tmmol/L',
      '02:00\t138\t4.1\t2.3\t8.9',
      '06:00\t139\t4.4\t1.8\t7.2',
    ),
    is: [],
    not: [/Sodium 4|Potassium 13/],
  },
  {
    title: 'days and times in two columns',
    page: lines(
      'Date\tTime\tHb\tWCC\tPlatelets',
      '\t\tg/L\t10^9/L\t10^9/L',
      '12/03/2023\t08:15\t131\t7.2\t210',
      '13/03/2023\t07:40\t128\t9.1\t198',
    ),
    is: [
      'Hemoglobin 131 g/L 2023-03-12T08:15',
      'White blood cells 7.2 10*9/L 2023-03-12T08:15',
      'Platelets 210 10*9/L 2023-03-12T08:15',
      'Hemoglobin 128 g/L 2023-03-13T07:40',
      'White blood cells 9.1 10*9/L 2023-03-13T07:40',
      'Platelets 198 10*9/L 2023-03-13T07:40',
    ],
  },
  {
    title: 'an anticoagulation record',
    page: lines(
      'Anticoagulant record',
      '',
      'Date\tINR\tNext test',
      '2 May 2022\t2.4\t16 May 2022',
      '16 May 2022\t3.1\t30 May 2022',
    ),
    is: ['INR 2.4 2022-05-02', 'INR 3.1 2022-05-16'],
  },
  {
    title: 'results under their names, with the ranges below',
    page: lines(
      'Collected: 5 June 2020',
      '',
      'Sodium\tPotassium\tChloride\tBicarbonate',
      '141\t3.2\t103\t25',
      'mmol/L\tmmol/L\tmmol/L\tmmol/L',
      '135-145\t3.5-5.1\t98-107\t22-29',
    ),
    is: [
      'Sodium 141 mmol/L 2020-06-05',
      'Potassium 3.2 mmol/L low 2020-06-05',
      'Chloride 103 mmol/L 2020-06-05',
      'Bicarbonate 25 mmol/L 2020-06-05',
    ],
  },
  {
    title: 'a table of iron: the saturation is that of transferrin',
    page: lines(
      'Collected 2 Jan 2023',
      '',
      'Test\tResult\tUnits\tRange',
      'Iron\t8\tumol/L\t10 - 30',
      'Transferrin\t3.4\tg/L\t1.9 - 3.3',
      'Saturation\t9\t%\t13 - 47',
    ),
    is: [
      'Iron 8 umol/L low 2023-01-02',
      'Transferrin 3.4 g/L high 2023-01-02',
      'Transferrin saturation 9 % low 2023-01-02',
    ],
    not: [/Oxygen/],
  },
  {
    title: 'a list of tests that were ordered gives no results',
    page: lines('Date\tSodium\tPotassium\tCreatinine', 'Ordered by Dr Vale', 'Please fast for 12 hours.'),
    is: [],
  },
  {
    title: 'a table of food is none of results',
    page: lines(
      'Food diary',
      '',
      'Date\tMeal\tProtein\tIron\tCalcium',
      '1 May 2023\tlunch\t32\t4\t220',
      '2 May 2023\tlunch\t28\t3\t180',
    ),
    is: [],
  },
  {
    title: 'an average below a table of days is of no day',
    page: lines(
      'Date\tGlucose (mmol/L)\tHbA1c (mmol/mol)',
      '3 April 2023\t7.1\t52',
      '4 July 2023\t6.8\t49',
      'Mean\t7.0\t51',
    ),
    is: [
      'Glucose 7.1 mmol/L 2023-04-03',
      'Hemoglobin A1c 52 mmol/mol 2023-04-03',
      'Glucose 6.8 mmol/L 2023-07-04',
      'Hemoglobin A1c 49 mmol/mol 2023-07-04',
    ],
  },
  {
    title: 'two parts of a panel with ranges in brackets under the names',
    page: lines(
      'Drawn: 12 Jan 2022',
      '',
      'Date\tTotal Chol\tHDL\tLDL\tTrig',
      '\t(mmol/L)\t(mmol/L)\t(mmol/L)\t(mmol/L)',
      '12 Jan 2022\t5.4\t1.3\t3.4\t1.5',
      '14 Jan 2021\t6.1\t1.2\t4.0\t2.0',
    ),
    is: [
      'Total cholesterol 5.4 mmol/L 2022-01-12',
      'HDL cholesterol 1.3 mmol/L 2022-01-12',
      'LDL cholesterol 3.4 mmol/L 2022-01-12',
      'Triglycerides 1.5 mmol/L 2022-01-12',
      'Total cholesterol 6.1 mmol/L 2021-01-14',
      'HDL cholesterol 1.2 mmol/L 2021-01-14',
      'LDL cholesterol 4.0 mmol/L 2021-01-14',
      'Triglycerides 2.0 mmol/L 2021-01-14',
    ],
  },
  {
    title: 'a booklet of vital signs by day',
    page: lines('Date\tBP\tPulse\tWeight (kg)', '3/14/2023\t128/80\t68\t71.2', '3/15/2023\t134/82\t72\t71.0'),
    is: [
      'Blood pressure 128/80 2023-03-14',
      'Heart rate 68 2023-03-14',
      'Body weight 71.2 kg 2023-03-14',
      'Blood pressure 134/82 2023-03-15',
      'Heart rate 72 2023-03-15',
      'Body weight 71.0 kg 2023-03-15',
    ],
  },
  {
    title: 'results that are pending or refused are none',
    page: lines(
      'Date\tSodium\tPotassium\tCreatinine',
      '\tmmol/L\tmmol/L\tumol/L',
      '5 May 2023\t140\thaemolysed\tpending',
      '6 May 2023\t138\t4.4\t91',
    ),
    is: [
      'Sodium 138 mmol/L 2023-05-06',
      'Potassium 4.4 mmol/L 2023-05-06',
      'Creatinine 91 umol/L 2023-05-06',
      'Sodium 140 mmol/L 2023-05-05',
    ],
  },
  {
    title: 'a row with fewer values than columns and no positions is not guessed at',
    page: lines('Date\tSodium\tPotassium\tCreatinine', 'Units\tmmol/L\tmmol/L\tumol/L', '5 May 2023\t140\t88'),
    is: [],
  },
]
