/** Limits of what can be handed over to the library. No zod: the page reads these values too. */
export const LIBRARY_LIMITS = {
  /** Files of one questionnaire folder. */
  files: 100,
  /** Bytes of all of them; the largest shipped questionnaire has a quarter of a megabyte. */
  bytes: 3 * 1024 * 1024,
  /** The same as a message: four characters for three bytes, and the names. */
  characters: 4.25 * 1024 * 1024,
} as const;
