/**
 * A message from the practice's patient portal, as the HTML a browser saves. Styles, scripts and comments are in the
 * file on purpose; the expected text is what a person sees in the page.
 */
import { type Paper, pageText } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import type { Random } from './random.ts'

export function makePortalMessage(random: Random): Paper {
  const reference = `MSG-${random.digits(6)}`
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Portal</title>
<style>.from { color: #345; } table td { padding: 4px }</style>
<script>window.unread = 3; document.title = "You have mail"</script>
</head>
<body>
<!-- rendered by the portal -->
<h1>Message from your care team</h1>
<p>Message ${reference}, sent on 15&nbsp;March 2024 to <b>${maren.name}</b> (born ${maren.bornInWords}).</p>
<p class="from">From: ${doctors.family}, ${places.practice.name}</p>
<p>Dear Ms. Oakhollow,</p>
<p>your new laboratory results are here. The long-term blood sugar (HbA1c) has come down to <strong>7.2&nbsp;%</strong>.
That is a good step; our goal is below 7.0&nbsp;%. Please keep taking metformin 1,000&nbsp;mg twice daily.</p>
<table>
<tr><th>Result</th><th>12 March 2024</th><th>14 September 2023</th></tr>
<tr><td>HbA1c</td><td>7.2 %</td><td>8.4 %</td></tr>
<tr><td>LDL cholesterol</td><td>88 mg/dL</td><td>127 mg/dL</td></tr>
<tr><td>eGFR</td><td>68</td><td>71</td></tr>
</table>
<p>Two things to do before your visit on 2 April:</p>
<ul>
<li>Measure your blood pressure at home, morning &amp; evening, for one week.</li>
<li>Bring a first morning urine sample; the albumin was slightly raised.</li>
</ul>
<p>Kind regards<br>${doctors.family}</p>
<footer>Please do not use the portal for emergencies. Telephone ${places.practice.phone}</footer>
<script>setTimeout(function () { alert("session ended") }, 1000)</script>
</body>
</html>
`
  const text = pageText([
    'Message from your care team',
    `Message ${reference}, sent on 15 March 2024 to ${maren.name} (born ${maren.bornInWords}).`,
    `From: ${doctors.family}, ${places.practice.name}`,
    'Dear Ms. Oakhollow,',
    'your new laboratory results are here. The long-term blood sugar (HbA1c) has come down to 7.2 %. ' +
      'That is a good step; our goal is below 7.0 %. Please keep taking metformin 1,000 mg twice daily.',
    'Result\t12 March 2024\t14 September 2023\nHbA1c\t7.2 %\t8.4 %\nLDL cholesterol\t88 mg/dL\t127 mg/dL\neGFR\t68\t71',
    'Two things to do before your visit on 2 April:',
    'Measure your blood pressure at home, morning & evening, for one week.\n' +
      'Bring a first morning urine sample; the albumin was slightly raised.',
    `Kind regards\n${doctors.family}`,
    `Please do not use the portal for emergencies. Telephone ${places.practice.phone}`,
  ])
  return {
    fileName: 'oakhollow-m-portal-message-2024-03-15.html',
    person: maren.name,
    bytes: new TextEncoder().encode(html),
    expected: { pages: [{ number: 1, text }] },
  }
}
