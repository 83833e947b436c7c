import type { Articles } from '../list.ts';
import type { work as vi } from '../vi/work.ts';

/** Articles on the work itself, in English. */
export const work: Pick<Articles, keyof typeof vi> = {
  'getting-started': {
    title: 'Getting started',
    summary: 'From the first start to the first result',
    text: `
An assessment has three steps: answer, check, see the result. Stop at any question and go on another day.

1. **Enter the organisation**: name, kind, province or city. The rest can wait, see [Organisation](/settings/organisation).
1. **Start an assessment**: choose a questionnaire and a period (year, half-year, quarter...). The program proposes those made for the kind of organisation.
1. **Answer the questions.** Every answer is saved on this computer at once.
1. **Check**: see what is unanswered and what lacks evidence, then finalise. A finalised result can be reopened.
1. **See the result**, and export Excel and PDF files to sign and send.

## Not ready for real data?

On the [home screen](/), choose **Try the sample data**. The sample organisations have invented figures, are marked as samples, and go away with one click. Your own data is not touched.

## Roles

At the first start the program asks for a role: self-assessing unit, appraiser, trainer or author. The role only keeps the screens short. Change it with the menu button at the top right or in [Settings](/settings/general).
`,
  },
  answering: {
    title: 'Answering and keys',
    summary: 'Choosing levels, entering figures, moving by keyboard',
    text: `
The answer screen has three parts: contents on the left, the question in the middle, evidence and notes on the right. [[F6]] moves between them.

## Kinds of question

- **Ladder of levels**: choose the row that describes the present state best. The rows of the last round and of the target are marked.
- **One or several options**: where several may be chosen there is a row “None of these”, which counts as an answer.
- **Ratio**: enter two numbers a and b; percentage and points appear while you type.
- **Figure**: Vietnamese notation, such as 1.234 or 12,5. The line below repeats the number as it was understood.

## Answering fast

- Digits [[1]] to [[5]] choose a level while the focus is in the list of levels; [[Enter]] goes on.
- Switch on **Go to the next question by itself** in [Settings, Input](/settings/input): after a digit the next question opens.
- [[PageDown]] and [[PageUp]] go to the next and previous question. [[F7]] finds the next unanswered one.
- [[F2]] jumps to any question: type its number or some words, accents are optional.
- [[F4]] marks for review; [[Ctrl+Z]] undoes, [[Ctrl+Y]] redoes.

## Going on from the last round

Where there is an earlier round, its answers appear as suggestions. Nothing is chosen beforehand: [[F3]] takes over the earlier answer of the open question.

The full list is on the page [Keyboard shortcuts](/shortcuts), opened with [[Ctrl+/]].
`,
  },
  evidence: {
    title: 'Evidence and explanations',
    summary: 'Citing documents, using them again, explaining',
    text: `
Evidence is first of all **a cited document**: type, number, date, issuer, subject, page. A type or a number is enough to save it; the rest can follow.

1. At the question, press [[F9]] or choose **Add a document**.
1. Use a document entered before, or enter a new one. Dates are day/month/year.
1. Choose **Add to this question**.

One document serves many questions. Changing it at one question changes it everywhere.

## Without a document

Write into **Explanation**: what was done, when, who can confirm it. Explanations become an annex of the report. The **Note** is for whoever works here and is not printed.

## Missing evidence

Questions that need evidence and have neither document nor explanation are listed when you check, with the points at stake. The program takes no points away; that is for the appraising agency to decide.

## The evidence library

It opens from the [home screen](/), from the menu button at the top right, or right below **Add document**. It lists every document of the unit, the questions that use it, and the questions that lack one with the points at stake. There a document is corrected once for all questions, duplicates are merged, and unused ones are removed.

Each document can carry one file (PDF, Word, Excel, picture; 20 MB at most). It is copied into the data of the program, so it opens without the stick it came from; copying can be stopped.
`,
  },
  'not-applicable': {
    title: 'Not applicable',
    summary: 'When to choose it, reasons, effect on the score',
    text: `
Choose **Not applicable** when a criterion is none of the organisation's business, or when nothing of the kind occurred in the period. Press [[F8]], choose a reason, confirm.

- A reason is required and is printed in the report.
- Each questionnaire has its rule: what is not applicable leaves the maximum, counts as 0, or counts in full. The dialog says which before you confirm.
- Some questions apply to everybody; they cannot be set to not applicable.

## Not applicable is not “not done yet”

What is the organisation's business and has not been done gets the lowest level or “None of these”, not “Not applicable”.

In a ratio, a denominator of 0 means that nothing occurred; how it counts is written below the two fields.
`,
  },
  result: {
    title: 'Result and level',
    summary: 'Why this level, and what the next one needs',
    text: `
The result says three things: which level was reached, what it means, and what leads to the next one soonest.

- The **level** follows from the points and the conditions of the questionnaire. While questions are unanswered the result is provisional.
- **Pillars**: the full dot is this round, the ring is the last one, the flag is the target. Every chart has its table.
- **Nearest to the next level**: answers that need one step more, with the points they bring. The program has scored again with them to be sure that they reach the level it names.
- **Conditions**: what the next level needs, what is there, what is met.
- **What is missing**: how far each pillar and each criterion is from the target, or from the maximum while there is no target.
- **Over the rounds**: shaded cells of pillars by rounds, shown from the second round on. A dashed line marks a new version of the questionnaire.
- **How this score came about**: from the level down to each answer, how every figure was worked out.

## Fractions

Scores are exact and rounded only when shown.

## Presenting

[[F11]] shows the result to a room on the full screen. [[PageDown]], [[PageUp]] or a presenter remote go from part to part, [[Esc]] leaves.
`,
  },
  plan: {
    title: 'Plan and targets',
    summary: 'Choosing tasks, setting targets, following progress',
    text: `
The plan starts from the result: the program proposes tasks for low answers, with what is important and easy first.

1. Set a **target**: the level and the date. Targets per year that the questionnaire brings are filled in.
1. Take tasks from the **suggestions**, **from documents** that were issued, or add your own. Each has a lead, cooperating units, time, budget and status.
1. See **the level if all is done**: the program scores again with the chosen tasks. With **phases**, each phase has its own expected level.
1. Export the plan as an annex in Excel or PDF.

In the table, [[Alt+↑]] and [[Alt+↓]] move a task up and down; [[Ctrl+Z]] undoes.

## Following progress

The tab **Progress** records results per period (quarter, half-year, year). What is late is marked in words, not by colour alone. The cut-off day is the 14th and can be changed. What was recorded is exported as a periodic progress report.

## Priority initiatives

The tab **Priority initiatives** rates each initiative on the four criteria of the issued document and ranks them by the total.

## Outside indices

The [index ledger](/ledger) keeps results published by others (ICT Index, DTI, PAR Index...) beside your own: value, rank, year.
`,
  },
  compare: {
    title: 'Comparing rounds and organisations',
    summary: 'What raised the score, and when things do not compare',
    text: `
Compare two rounds of one organisation, or two organisations with the same questionnaire. Use **Compare** on the result screen, or choose an assessment on the page [Compare](/compare).

- The lines show which pillars rose and fell; **Table** shows the figures.
- **Item by item** tells which answers changed. Clear **Only items that changed** to see the others too.
- Reasons of a change come from the explanations and new evidence of the later round.

## A new version of the questionnaire

Only questions in both versions are compared; the program says how many are new and how many are gone. The line between rounds of different versions is broken so that it misleads nobody.

## Merged organisations

In the [organisation profile](/settings/organisation), name the units before the merger. Earlier figures are then derived from them, and always marked as derived.
`,
  },
  reports: {
    title: 'Reports and handing in',
    summary: 'Excel, PDF, form of documents, handing in upward',
    text: `
On the result screen:

- **Export Excel**: summary, details by criterion, evidence, explanations. This workbook is also the result file that the superior agency reads into Thước Số.
- **Export PDF**: the report to sign. Agencies get the form of Decree 30/2020/NĐ-CP; enterprises get a short sheet of their own.
- **Export as**: Word, a one-page summary, a slide, the details as CSV or JSON.

**Report details** keeps superior agency, number and symbol, recipients, legal bases and signer; they are entered once and remembered for the organisation. What is left blank is printed as a dotted line. **Preview and print** shows the paper as it will be printed.

## Handing in

1. Choose **Hand in**, the files, and where they go: a folder, a stick, or a download.
1. The program names the files after organisation, questionnaire, period and number, and reads every file again to compare it.
1. Copy the ready message to send along. The hand-in is recorded and shown in the list of assessments.

A .thuocso package carries the evidence files and can have a passphrase. The check code is printed on the report and is in every file, so that the receiver knows that paper and file are the same. It is no electronic signature.

! Look at the workbook in Excel as you like, but do not change its figures and send it on: when it is read again, the program finds what was changed and says so. To change something, reopen the assessment, change the answers, export again.

## Language of the files

As on screen, unless [Settings, Documents](/settings/output) says Vietnamese or English.

## A file cannot be written

Mostly a file of the same name is open in Excel. Close it and export again, or save under another name.
`,
  },
};
