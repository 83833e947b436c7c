import { z } from 'zod';
import { CHUNK_BYTES } from '../../domain/assessment/evidence-file.ts';
import { line, organisationTexts } from '../../domain/assessment/schema.ts';
import { MAX_PACKAGE_BYTES, PASSPHRASE } from '../../domain/package/limits.ts';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { command, gives, id, nothing, query } from '../method.ts';
import {
  HAND_OVER_FORMATS,
  type ClassFile,
  type ClassState,
  type ClassSummary,
  type HandOver,
  type HandOverDraft,
  type HandOverOutcome,
  type HandOverWeight,
  type OpenedFile,
  type RecentFile,
  type ReturnView,
  type WaitingFile,
} from '../views/files.ts';
import type { ExportTicket } from '../views.ts';
import type { AddedView } from '../views/library.ts';

const CHUNK_CHARACTERS = Math.ceil(CHUNK_BYTES / 3) * 4;
const name = line(300);
const ticket = z.string().max(60);
const passphrase = line(PASSPHRASE.most);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Opening files: bytes come in parts, the application says what they are, and the person decides. */
const openingMethods = {
  'opening.upload': {
    ...command(
      z.strictObject({
        upload: id,
        /** Bytes that came before. */
        at: z.int().min(0).max(MAX_PACKAGE_BYTES),
        base64: z.string().max(CHUNK_CHARACTERS),
      }),
      gives<{ readonly received: number }>(),
    ),
    maxCharacters: CHUNK_CHARACTERS + 1024,
  },
  /** Files that the system handed to the program, each told once. */
  'opening.claim': command(nothing, gives<readonly WaitingFile[]>()),
  /** With a passphrase for a file that asked for one; it stays open then until another file takes its place. */
  'opening.read': command(z.strictObject({ upload: id, name, passphrase: passphrase.optional() }), gives<OpenedFile>()),
  /**
   * Makes the file an own assessment of an organisation that is here, or of a new one when the id is new. Nothing that
   * is here is overwritten.
   */
  'opening.take': command(
    z.strictObject({ upload: id, assessmentId: id, organisationId: id }),
    gives<{ readonly assessmentId: string }>(),
  ),
  /** Takes an appraisal in: it stands beside the unit's own answers, and is kept as it came. */
  'opening.appraisal': command(z.strictObject({ upload: id }), gives<{ readonly assessmentId: string }>()),
  /** Adds the questionnaire that a file is, or that a result carries. */
  'opening.add': command(z.strictObject({ upload: id, name }), gives<AddedView>()),

  'recent.list': query(nothing, gives<readonly RecentFile[]>()),
  'recent.pin': command(z.strictObject({ id, pinned: z.boolean() }), gives<readonly RecentFile[]>()),
  'recent.remove': command(z.strictObject({ id }), gives<readonly RecentFile[]>()),
  /** Puts the kept copy where an upload would be. */
  'recent.load': command(z.strictObject({ id, upload: id }), gives<{ readonly name: string }>()),
} as const;

/** Handing in: made, written, read again, recorded. */
const handOverMethods = {
  'handover.make': command(
    z.strictObject({
      assessmentId: id,
      formats: z
        .array(z.enum(HAND_OVER_FORMATS))
        .min(1)
        .max(3)
        .transform((formats) => [...new Set(formats)]),
      language: z.enum(LANGUAGES),
      /** Leaves out names, addresses, persons and free texts. */
      deidentified: z.boolean().default(false),
      /** Puts the files of evidence into the container. */
      attached: z.boolean().default(true),
      /** For the container only. */
      passphrase: passphrase
        .refine((text) => text.normalize('NFKC').trim().length >= PASSPHRASE.least, 'a longer passphrase')
        .nullable()
        .default(null),
    }),
    gives<HandOverDraft>(),
  ),
  /** What the files of evidence weigh. */
  'handover.weigh': query(z.strictObject({ assessmentId: id }), gives<HandOverWeight>()),
  'handover.write': command(
    z.strictObject({
      id,
      assessmentId: id,
      tickets: z.array(ticket).min(1).max(3),
      /** Where a name is taken, the next free one is used. */
      otherName: z.boolean().default(false),
    }),
    gives<HandOverOutcome>(),
  ),
  /** For hosts where the page itself writes: what it read back, file by file; null where it cannot read back. */
  'handover.record': command(
    z.strictObject({
      id,
      assessmentId: id,
      place: z.enum(['folder', 'download']),
      folder: name,
      files: z
        /** The name is told where another one than ours was free. */
        .array(z.strictObject({ ticket, sha256: sha256.nullable(), fileName: line(200).optional() }))
        .min(1)
        .max(3),
    }),
    gives<HandOver>(),
  ),
  /** All hand-overs, the newest first; of one assessment, or the latest of each. */
  'handover.list': query(z.strictObject({ assessmentId: id.nullable() }), gives<readonly HandOver[]>()),
  /** Shows the folder of a hand-over in the system's own way, where there is one. */
  'handover.show': command(z.strictObject({ id }), gives<{ readonly shown: boolean }>()),
} as const;

/** A class at one computer: one participant after the other. */
const classMethods = {
  'class.info': query(nothing, gives<{ readonly state: ClassState | null }>()),
  /** Lets the person choose where the files of the class go; null when the host cannot or nothing was chosen. */
  'class.folder': command(nothing, gives<{ readonly folder: string | null }>()),
  'class.start': command(
    z.strictObject({
      title: line(100).refine((text) => text.trim() !== '', 'a title'),
      code: line(20).refine((text) => text.trim() !== '', 'a code'),
      questionnaireId: z.string().max(60),
      questionnaireVersion: z.string().max(20),
      kind: z.string().max(60),
      province: z.string().max(10),
      year: z.int().min(2000).max(2100),
    }),
    gives<ClassState>(),
  ),
  /** The next participant sits down. */
  'class.join': command(
    z.strictObject({ organisationId: id, assessmentId: id, name: organisationTexts.name }),
    gives<ClassState>(),
  ),
  /** The participant is done: the result is closed and its file written. */
  'class.leave': command(z.strictObject({ assessmentId: id, language: z.enum(LANGUAGES) }), gives<ClassFile>()),
  'class.end': command(nothing, gives<ClassSummary>()),
} as const;

/** Containers of the other kinds, and the code of this installation. */
const packageMethods = {
  /** A questionnaire as one file, for others to add. */
  'library.pack': command(
    z.strictObject({ id: z.string().max(60), version: z.string().max(20) }),
    gives<ExportTicket>(),
  ),
  /** The appraisals of an assessment, for the unit. */
  'appraisals.pack': command(
    z.strictObject({ assessmentId: id, by: line(300), remark: line(5000) }),
    gives<ExportTicket>(),
  ),
  /** Appraisals that came back, the latest first. */
  'appraisals.returns': query(z.strictObject({ assessmentId: id }), gives<readonly ReturnView[]>()),
  /** The mark of this installation's code; null where there is none. */
  'machine.info': query(nothing, gives<{ readonly mark: string | null }>()),
} as const;

export const filesMethods = { ...openingMethods, ...handOverMethods, ...classMethods, ...packageMethods } as const;
