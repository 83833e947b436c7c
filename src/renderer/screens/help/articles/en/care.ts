import type { Articles } from '../list.ts';
import type { care as vi } from '../vi/care.ts';

/** Articles on questionnaires, classes, data and trouble, in English. */
export const care: Pick<Articles, keyof typeof vi> = {
  questionnaires: {
    title: 'Writing a questionnaire in Excel',
    summary: 'For authors: questions, weights, tests',
    text: `
A questionnaire is data, not code. Whoever knows Excel can write and change one.

1. Take a shipped set as a pattern and turn it into a workbook on the command line with **thuoc-so questionnaires export-xlsx**: one row per question, with Vietnamese and English names, level descriptions, points, weights, evidence rules.
1. Change it in Excel. Choose from the lists where there are lists; columns and sheets of your own are kept.
1. Write **tests**: some sets of answers with the scores and levels they must give.
1. Raise the version number and add it in the [questionnaire library](/library) with **Add from a file**. Errors name the sheet, the cell and the remedy.

All tests run when it is added. A questionnaire that fails its own tests cannot be used.

! A released version never changes, because assessments made with it must keep their scores. To change something, release the next version; the library shows where two versions differ.

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
- **Author**: also the questionnaire library right on the home screen.

Change the role with the menu button at the top right or in [Settings](/settings/general).

! A role is not a security boundary. Whoever can use this account of the computer can change the role and see the data. To restrict that, use separate Windows accounts and lock the screen.

## Appraising a result

1. In the role **Appraiser**, open the result file of the unit on the page [Open a file](/open) and take it over.
1. At each question, the part **Appraisal** on the right has three ways: agree, correct to another value, or ask for more; add a remark and the reason.
1. The result screen sets the appraised score beside the self score, with the difference.

## Two scores side by side

An appraised score never overwrites a self score. The report prints both, the difference and the remarks of the appraiser. When the unit opens the returned appraisal it sees both. The name in the history comes from “Name of the person at work” in Settings.
`,
  },
  'class-flow': {
    title: 'A training class on one computer',
    summary: 'Next participant, class code, presenting the results',
    text: `
In the role **Trainer**, participants take a quick check one after another on the same computer. It opens from the [home screen](/), **A class at one computer**.

1. Before the lesson, enter the name and the code of the class, choose the questionnaire and the folder, and choose **Open the class**. In a browser each result is downloaded.
1. A participant enters a name and answers the short questionnaire, in about ten minutes. The bar at the top shows the class code and the number.
1. Choose **Next participant**: the finished check is locked and exported into a file with the class code in its name, and an empty one opens. The class code stays.
1. At the end, choose **End the class** and collect the files, with those that participants bring from elsewhere on a USB stick.

! While the class is open, nobody sees names or answers of those before: home, lists and old addresses do not lead there. When the class has ended, its results are in the list of this computer again.

## A power cut in the middle

Start the program again: the class is still open at the participant who was at work. As long as a file could not be written, the computer does not go on to the next one, so none is missing.

## Showing the class

[[F11]] starts presenting: large type, no tools. [[Esc]] leaves.
`,
  },
  backup: {
    title: 'Backup and power cuts',
    summary: 'How data is kept, where to copy it, how to get it back',
    text: `
## Power cut in the middle of the work

What the screen has called “Saved at...” is on the disk. A power cut does not lose it. Start the program again and choose **Continue** on the home screen: the question that was open comes back.

## Backup

The program backs up every day when something has changed, and before each upgrade of the data; it keeps the latest backups in the data folder. Every one is read again and checked. A backup on the same disk does not survive the disk, so once a month and after each finalised result choose **Back up elsewhere** on the page [Backup and restore](/data) for a copy on a USB stick or another disk.

The foot of the [home screen](/) tells of the last backup, whether it was checked, and when an automatic one failed.

! Do not put the data folder on a USB stick, a network drive or a folder that a cloud service synchronises. Live data belongs on a fixed disk.

## Restore

Before restoring, the program shows what is in the backup beside what is here now. Restoring deletes nothing: what is there now is kept as a backup before it is replaced.

When data is so damaged that it does not open, the program starts with a rescue page: try again, take the newest good backup, save what can still be read, or begin anew. The old files are set aside, never deleted.

## Moving to another computer

Copy a backup to the new computer, install the program there and restore it on the page [Backup and restore](/data).
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
  collecting: {
    title: 'Collecting many results',
    summary: 'The files of a class or of communes, and their common figures',
    text: `
Whoever receives many result files (a trainer, a department) gathers them in a **collection**: one version of a questionnaire, one period.

1. Under [Collections](/collections), press **New collection** and paste the list of expected units (code, name, group). Without a list, press **Import and sort into collections**.
1. Choose or drop files, also whole folders. Other work can go on meanwhile; when stopped, the collection is as it was.
1. Look at the files that need it: choose what counts where a unit has several results, confirm suggestions where a name did not match.
1. See the picture: levels, heat table, ranking, unit by unit, groups, change since a round, hard items, who is missing. Show it to a room with [[F11]].
1. Press **Export** for the workbook, the PDF report, data, or the whole collection to be merged on another computer.

## Which files are taken

- It takes workbooks, .thuocso packages and .json files exported by Thước Số, whole folders and .zip files of them. Only the data part of a file is read, and the score is worked out again from the answers.
- Every file gets one verdict: accepted, already there, newer revision, conflict, cells changed after export, other questionnaire, unreadable. None is dropped silently.
- The list of expected units is matched by code and then by name, so that it is known who is missing.
- Two versions of a questionnaire never end up in one figure.

## Appraising from a collection

Open a unit in the heat table, press **Open for appraisal**, and enter scores and comments for each question. Then **Count the appraisal here**, and **Return to the unit** for the file to send back. Both scores are kept in both places.

## On the command line

**thuoc-so aggregate** takes files or folders and writes the tables and the list of verdicts into the folder named with **--out**. Without **--data** it keeps nothing.

! Tables that leave the house, and the screen in front of a room, can hide the names of units; groups of very few units then show no figures of their own, so that nobody is exposed.
`,
  },
};
