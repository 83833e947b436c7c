import { z } from 'zod';
import type { Evidence } from '../../domain/assessment/answer.ts';
import { CHUNK_BYTES, MAX_FILE_BYTES } from '../../domain/assessment/evidence-file.ts';
import { citation } from '../../domain/assessment/schema.ts';
import { command, gives, id, query } from '../method.ts';
import type { ExportTicket } from '../views.ts';
import type { EvidenceLibrary } from '../views/evidence.ts';

const place = { assessmentId: id, evidenceId: id };
const CHUNK_CHARACTERS = Math.ceil(CHUNK_BYTES / 3) * 4;

/** Documents that are cited, of one assessment and of the whole organisation, and the files behind them. */
export const evidenceMethods = {
  /**
   * Stores a document in the assessment, and in every open one of the organisation that cites the same. With a file that
   * has been uploaded, both are stored or neither.
   */
  'evidence.save': command(
    z.strictObject({
      assessmentId: id,
      evidence: z.strictObject({ id, ...citation }),
      file: z.strictObject({ upload: id, name: z.string().min(1).max(300) }).optional(),
    }),
    gives<Evidence>(),
  ),
  'evidence.remove': command(z.strictObject(place), gives<null>()),
  'evidence.list': query(z.strictObject({ assessmentId: id }), gives<EvidenceLibrary>()),
  /** Takes over a document of another assessment of the same organisation, with its file. */
  'evidence.link': command(z.strictObject(place), gives<Evidence>()),
  /** Items that cite one of the others cite the kept one instead; the others go. */
  'evidence.merge': command(
    z.strictObject({ assessmentId: id, keep: id, others: z.array(id).min(1).max(50) }),
    gives<null>(),
  ),
  /** One part of a file, in order. Nothing is stored until the whole is saved with its document. */
  'evidence.upload': {
    ...command(
      z.strictObject({
        upload: id,
        /** Bytes that came before. */
        at: z.int().min(0).max(MAX_FILE_BYTES),
        base64: z.string().min(1).max(CHUNK_CHARACTERS),
      }),
      gives<{ readonly received: number }>(),
    ),
    maxCharacters: CHUNK_CHARACTERS + 1024,
  },
  'evidence.detach': command(z.strictObject(place), gives<null>()),
  /** Puts the file where it can be fetched from; it is never opened by the program. */
  'evidence.file': command(z.strictObject(place), gives<ExportTicket>()),
} as const;
