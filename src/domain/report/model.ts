/**
 * A report as finished data: every text in its language, every figure with its printed form. Workbook and PDF are laid
 * out from this one model, so they can never disagree. Plain JSON, so it can cross to a worker.
 */
import type { LadderChart } from '../charts/ladder.ts';
import type { PillarChart } from '../charts/pillars.ts';
import type { PlanTable } from '../plan/document.ts';
import type { Language } from '../text/localized.ts';
import type { AppraiserForm } from './appraiser-form.ts';
import type { Labels } from './words/index.ts';

/** A number with its one rounding. */
export interface Figure {
  /** Canonical exact text, "271/600". */
  readonly exact: string;
  /** For number cells; at most nine decimals. */
  readonly number: number;
  /** Decimals of the printed form, for the number format of a cell. */
  readonly decimals: number;
  /** In sentences: "12,5". */
  readonly text: string;
  /** In columns: "12,50". */
  readonly fixed: string;
}

export interface LevelLabel {
  readonly value: number;
  readonly name: string;
  /** "Mức 2: Bắt đầu" */
  readonly text: string;
  /** Position in the scale, 0 = lowest, and number of levels; chooses the colour. */
  readonly rank: number;
  readonly of: number;
}

export interface Fact {
  readonly label: string;
  readonly text: string;
  /** Set where a workbook cell should hold a real number or date (YYYY-MM-DD). */
  readonly figure?: Figure;
  readonly percent?: Figure;
  readonly date?: string;
}

export interface ConditionLine {
  readonly text: string;
  readonly met: boolean;
}

/** Figures of the same group in the round before. */
export interface Before {
  readonly value: Figure | null;
  readonly percent: Figure | null;
  readonly level: LevelLabel | null;
}

export interface PillarLine {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly value: Figure | null;
  readonly max: Figure | null;
  /** Of the own maximum, 0 to 100. */
  readonly percent: Figure | null;
  readonly level: LevelLabel | null;
  readonly before: Before | null;
  /** "+0,4"; empty without a previous round. The exact difference, rounded once. */
  readonly change: string;
  /** The same for number cells; its unit is that of the column. */
  readonly changeFigure: Figure | null;
  /** Row of the group in the detail table. */
  readonly detailRow: number;
}

/** How the value of a group row follows from other rows; "stated" where a workbook formula does not express it. */
export interface Joined {
  readonly kind: 'sum' | 'mean' | 'stated';
  /** Rows of the detail table that take part, rising. */
  readonly rows: readonly number[];
}

export interface GroupLine {
  readonly kind: 'group' | 'total';
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  readonly value: Figure | null;
  readonly max: Figure | null;
  readonly percent: Figure | null;
  readonly level: LevelLabel | null;
  /** The value as appraised; null while nothing has been appraised. */
  readonly appraised: Figure | null;
  /** What stands in the value's place when there is none. */
  readonly placeholder: string;
  /** "Đạt 92,5%; mức 3 (Hình thành)" */
  readonly remark: string;
  readonly joined: Joined;
}

export interface ItemLine {
  readonly kind: 'item';
  readonly id: string;
  readonly depth: number;
  readonly code: string;
  readonly title: string;
  readonly max: Figure | null;
  /** Points when they take part in the sum or mean of the group. */
  readonly points: Figure | null;
  /** Printed in the place of points: "3", "KAD", "-". */
  readonly pointsText: string;
  readonly rule: string;
  /** The list of bands inside `rule`, which many items share; empty where there is none. */
  readonly scale: string;
  readonly state: string;
  readonly answer: string;
  readonly explanation: string;
  /** "MC01; MC03", the word for "missing" where evidence is required, or empty. */
  readonly evidence: string;
  readonly evidenceMissing: boolean;
  readonly note: string;
  /** Points as appraised; null while nothing has been appraised. */
  readonly appraised: Figure | null;
  /** The appraiser's remark. */
  readonly appraisal: string;
  /** What the workbook offers to the appraiser; null where there are no points. */
  readonly form: AppraiserForm | null;
  readonly adapted: string;
}

export type DetailLine = GroupLine | ItemLine;

export interface EvidenceLine {
  readonly code: string;
  readonly type: string;
  readonly number: string;
  /** YYYY-MM-DD or empty. */
  readonly date: string;
  readonly dateText: string;
  readonly issuer: string;
  readonly subject: string;
  readonly page: string;
  /** All of it in one line, as documents cite. */
  readonly citation: string;
  /** Codes of the items that cite it. */
  readonly items: string;
}

export interface StepLine {
  readonly code: string;
  readonly title: string;
  readonly group: string;
  readonly from: Figure | null;
  readonly to: Figure;
  readonly gain: Figure;
  /** "từ mức 2 lên mức 3" */
  readonly raise: string;
  /** The answer that the step leads to. */
  readonly answer: string;
  readonly advice: string;
}

/** One of the few things to do first: a step towards the next level, or advice for a low pillar. */
export interface ActionCard {
  readonly title: string;
  readonly about: string;
  readonly text: string;
}

/** Where the questionnaire comes from and how it judges. */
export interface SourceInfo {
  readonly basis: string;
  readonly documents: readonly string[];
  readonly notice: string;
  readonly rule: string;
  readonly adapted: readonly string[];
  readonly made: string;
}

/** Running text of the agency report. */
export type Block =
  | { readonly kind: 'heading' | 'subheading' | 'paragraph' | 'point'; readonly text: string }
  /** Dotted lines to write on. */
  | { readonly kind: 'open'; readonly lines: number }
  | { readonly kind: 'pillars' }
  | { readonly kind: 'profile'; readonly caption: string };

export interface Annex {
  /** "Phụ lục I", or "Phụ lục" when it is the only one. */
  readonly ordinal: string;
  readonly title: string;
}

/** Head, address and signature of an agency's document, ready to print. */
export interface Frame {
  /** Superior agency in capitals, one entry per line; empty for a committee, which has none. */
  readonly superior: readonly string[];
  /** Name of the issuing agency in capitals, one entry per line where the break is known. */
  readonly issuer: readonly string[];
  readonly number: string;
  readonly placeAndDate: string;
  /** Empty where nobody has been named: a dotted line is printed. */
  readonly addressees: readonly string[];
  /** Legal bases with their punctuation: ";" and at the end ".". */
  readonly bases: readonly string[];
  /** Authority and position above the signature, one entry per line. */
  readonly signing: readonly string[];
  readonly signer: string;
  /** Recipients with their marks: "- Như trên;". */
  readonly copies: readonly string[];
  /** "(Kèm theo Báo cáo số …)" under the titles of annexes. */
  readonly attached: string;
}

/** Parts that only the report of an agency has. */
export interface AgencyParts extends Frame {
  readonly body: readonly Block[];
  readonly annexes: {
    readonly form: Annex;
    readonly evidence: Annex | null;
    readonly steps: Annex | null;
    readonly plan: Annex | null;
    readonly method: Annex;
  };
  /** The tasks of the plan and what they lead to; null where there is no plan. */
  readonly plan: { readonly statements: readonly string[]; readonly table: PlanTable } | null;
}

/** What a firm puts under its sheet: to whom, where and when, who stands for it. */
export interface FirmClosing {
  readonly addressees: readonly string[];
  readonly placeAndDate: string;
  readonly position: string;
  readonly signer: string;
}

export interface ReportModel {
  readonly language: Language;
  readonly family: 'agency' | 'enterprise';
  /** Printed on every page and sheet: "DỮ LIỆU MẪU", "BẢN NHÁP". */
  readonly marks: readonly string[];
  readonly labels: Labels;
  readonly title: string;
  readonly subject: string;
  /** One line under sheet titles: organisation, period, questionnaire. */
  readonly caption: string;
  readonly organisation: string;
  readonly questionnaire: string;
  readonly periodText: string;
  readonly about: string;
  /** Day of making, YYYY-MM-DD; also the date in file properties. */
  readonly issued: string;
  readonly facts: readonly Fact[];
  readonly result: {
    readonly level: LevelLabel | null;
    readonly headline: string;
    readonly meaning: string;
    readonly value: string;
    readonly facts: readonly Fact[];
    readonly compared: string;
    readonly target: string;
    readonly provisional: string;
    readonly held: readonly ConditionLine[];
    readonly next: { readonly title: string; readonly conditions: readonly ConditionLine[] } | null;
  };
  readonly tables: {
    readonly stepsTitle: string;
    /** Points add up, so percentages of the maximum mean something. */
    readonly usesPercent: boolean;
    readonly hasLevels: boolean;
    readonly hasBefore: boolean;
    /** Unit of changes: points where maxima are equal, otherwise percentage points. */
    readonly changeUnit: 'points' | 'percent';
    readonly previousHead: string;
    /** Sentence that names the previous period; empty without one. */
    readonly previousNote: string;
    /** Head of the change column with its unit. */
    readonly changeHead: string;
    readonly totalLabel: string;
  };
  readonly pillars: readonly PillarLine[];
  readonly total: PillarLine;
  readonly detail: readonly DetailLine[];
  readonly evidence: readonly EvidenceLine[];
  readonly steps: {
    readonly statement: string;
    /** At most three, for a first page. */
    readonly first: readonly ActionCard[];
    /** Says how many steps the short list leaves out; empty when none. */
    readonly more: string;
    readonly lines: readonly StepLine[];
    /** All gains together; null where points do not add up. */
    readonly gain: Figure | null;
  };
  readonly source: SourceInfo;
  readonly charts: { readonly ladder: LadderChart | null; readonly profile: PillarChart };
  readonly agency: AgencyParts | null;
  /** Short mark of the result's content, the same as in the file; null where there is no file to match. */
  readonly code: string | null;
  /** Null for agencies, and for a firm that filled in none of it. */
  readonly firm: FirmClosing | null;
}
