import type { Articles } from '../list.ts';
import type { care as vi } from '../vi/care.ts';

/** Articles on questionnaires, classes, data and trouble, in English. */
export const care: Pick<Articles, keyof typeof vi> = {
  questionnaires: {
    title: 'Writing a questionnaire in Excel',
    summary: 'For authors: questions, weights, tests',
    text: `
A questionnaire is data, not code. Whoever knows Excel can write and change one.

1. Choose the role **Questionnaire author** in [Settings](/settings/general).
1. Take a shipped set as a pattern and export it to Excel: one row per question, with Vietnamese and English names, level descriptions, points, weights, evidence rules.
1. Change it in Excel and read it back. Errors name the sheet, the cell and the remedy.
1. Run the **tests**: some sets of answers with the scores and levels they must give. A questionnaire that fails its own tests cannot be used.
1. **Release** it under a new version number.

! A released version never changes, because assessments made with it must keep their scores. To change something, release the next version.

## Say where it comes from

Each set names the document it follows, its number, date and whether it is in force, and whether the set is official or adapted. People see this when they choose a set and in the report. The list is on the page [About](/about).
`,
  },
  appraisal: {
    title: 'Roles and appraised scores',
    summary: 'Four roles, self score and appraised score',
    text: `
Thước Số has four roles; each sees all that a unit sees, and its own part:

- **Self-assessing unit**: answer, check, result, plan, report.
- **Appraiser**: also appraised scores beside self scores.
- **Trainer**: also the way of working for a class on one computer.
- **Author**: also writing questionnaires, and the example sets.

Change the role with the menu button at the top right or in [Settings](/settings/general).

! A role is not a security boundary. Whoever can use this account of the computer can change the role and see the data. To restrict that, use separate Windows accounts and lock the screen.

## Two scores side by side

An appraised score never overwrites a self score. The report prints both, the difference and the appraiser's remarks. The name in the history comes from “Name of the person at work” in Settings.
`,
  },
  'class-flow': {
    title: 'A training class on one computer',
    summary: 'Next participant, class code, presenting the results',
    text: `
In the role **Trainer**, participants take a quick check one after another on the same computer.

1. Set the class code and the class folder once before the lesson.
1. A participant answers the short questionnaire, in about ten minutes.
1. Choose **Next participant**: the finished check is saved and exported to the class folder, and an empty one opens. The class code stays.
1. At the end, collect the files of the folder, with those that participants bring from elsewhere on a USB stick.

## Showing the class

[[F11]] starts presenting: large type, no tools. Names of organisations are hidden by default in results of the class. [[Esc]] leaves.

## After the lesson

Delete the class data on a shared computer. Participants keep their own files.
`,
  },
  backup: {
    title: 'Backup and power cuts',
    summary: 'How data is kept, where to copy it, how to get it back',
    text: `
## Power cut in the middle of the work

What the screen has called “Saved at...” is on the disk. A power cut does not lose it. Start the program again and choose **Continue** on the home screen: the question that was open comes back.

## Backup

The program keeps recent backups in the data folder by itself. A backup on the same disk does not survive the disk, so once a month and after each finalised result make another one on a USB stick or another disk.

The place of the data and the date of the last backup stand at the foot of the [home screen](/) and in [Settings, Data](/settings/data).

! Do not put the data folder on a USB stick, a network drive or a folder that a cloud service synchronises. Live data belongs on a fixed disk.

## Restore

Restoring from a backup deletes nothing: what is there now is kept as a backup before it is replaced.

## Moving to another computer

Close the program, copy a backup to the new computer, install the program there and restore.
`,
  },
  privacy: {
    title: 'Privacy and security',
    summary: 'Where data is, who can read it, what the program never does',
    text: `
- The program **sends nothing anywhere**: no account, no statistics, no automatic updates, no need of a network.
- Data is only in the folder named in [Settings, Data](/settings/data).
- A file leaves the computer only when someone exports and sends it.
- The error log has technical details only, never answers or names.

## What is not protected

- Whoever can log in to this Windows account can read the data: there is no password of its own and no encryption. Lock the screen; encrypt the disk (BitLocker) where the data matters.
- Roles (unit, appraiser, trainer, author) change what is shown. They grant and refuse nothing.
- Exported Excel and PDF files are outside the program; whoever has one can read it.
- The code in a result file shows that a file was changed. It is no electronic signature.

## Names

The program asks for a person's name only for the history of changes, and it is optional. The contact of the organisation is printed in reports if it was entered.
`,
  },
  vietnamese: {
    title: 'Typing Vietnamese',
    summary: 'UniKey, VNI, old fonts, search without accents',
    text: `
The program works with UniKey, EVKey, OpenKey and the input methods of Windows, Telex as well as VNI.

- No shortcut lies on [[Ctrl+Shift]], [[Alt+Z]] or a letter, so the input method is switched as usual.
- Digits choose levels only while the focus is in the list of levels. In a text field they are the tone marks of VNI. They can be turned off in [Settings, Input](/settings/input).
- Set the input method to **Unicode** (precomposed). Text is stored in one form, so that search and comparison work.

## Search

Every search field takes words without accents: “minh chung” finds “minh chứng”, and “hoa” finds both “Hòa” and “Hoà”.

## Files with old fonts

Workbooks in .VnTime (TCVN3) or VNI fonts are not Unicode. The program notices, reads nothing wrongly, and says what to do: convert the file to Unicode with a converter ([[Ctrl+Shift+F6]] in UniKey), save it, and read it again.

## Numbers and dates

Numbers are written 1.234,56 and dates 25/02/2025. Both 1234 and 1.234 mean one thousand two hundred and thirty-four.
`,
  },
  troubleshooting: {
    title: 'When something goes wrong',
    summary: 'Data does not open, nothing is saved, strange screens',
    text: `
## The data cannot be opened

- **Another window uses it**: close the other Thước Số, also one in a browser, and try again.
- **The folder cannot be written**: a virus scanner or “Controlled folder access” of Windows may block it. Allow Thước Số, or ask whoever manages the computer.
- **The disk is full**: make room and choose Try again. What you typed is still on the screen.
- **The data file is damaged**: the program does not overwrite it. Restore from a backup, see [Backup and power cuts](/help/backup).
- **Data of a newer version**: install the newer version.

## No connection to the program

In a browser, the window that runs the program may have been closed. Start it again; what you typed is still on the page, so keep the page open. When the session has ended, open the page with the new address that the program shows.

## Text too small, too large, hard to read

[[Ctrl]] and [[+]] make it larger, [[Ctrl]] and [[−]] smaller, [[Ctrl+0]] goes back to 100%. [Settings](/settings/general) has a light, a dark and a high-contrast theme.

## A key does nothing

- Digits: the focus must be in the list of levels, and “Choose levels with digit keys” must be on.
- F keys of a laptop: hold [[Fn]] as well.
- Presenter remote: start presenting with [[F11]] first.

## Reporting an error

The error screen shows a short code. Give it to whoever helps you, with the log file (it holds no answers and no names).
`,
  },
};
